--- Layers in the place of another: an object of one class becomes a sequence that computes the same.
--
-- nn's convolutions know no groups of channels. One that has them becomes a convolution for each group, side by side;
-- the weights stay where they are, as parts of one tensor.
--
-- @module nn.grouped
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local grouped = {}

-- A layer of a class with these fields; `type` is that of its tensors.
local function made(class, fields, type)
   local layer = torch.factory(class)()
   nn.Module.__init(layer)
   for name, value in pairs(fields) do layer[name] = value end
   layer._type = type
   return layer
end

--- Make a sequence of an object.
-- @tparam nn.Module layer what becomes an nn.Sequential
-- @tparam function inside called with a layer that is as `layer` was; the list of modules
function grouped.wrap(layer, inside)
   local fields = {}
   for name, value in pairs(layer) do fields[name] = value end
   local inner = made(torch.typename(layer), fields, layer._type)
   for name in pairs(fields) do layer[name] = nil end
   torch.setmetatable(layer, 'nn.Sequential')
   nn.Sequential.__init(layer)
   layer.modules = inside(inner)
   layer:type(inner._type)
   layer.train = inner.train
end

-- The part of a tensor that is a group's.
local function part(tensor, i, count)
   local n = tensor:size(1) / count
   return tensor:narrow(1, (i - 1) * n + 1, n)
end

-- The convolutions of a layer, each after what takes its channels out of the input.
local function branches(layer, count)
   local rank = layer.kT and 3 or 2
   local inputs, outputs = layer.nInputPlane / count, layer.nOutputPlane / count
   local side = nn.ConcatTable()
   for i = 1, count do
      local fields = {}
      for name, value in pairs(layer) do fields[name] = value end
      for _, name in ipairs {'weight', 'gradWeight', 'bias', 'gradBias'} do
         fields[name] = layer[name] and part(layer[name], i, count)
      end
      for _, name in ipairs {'output', 'gradInput', 'finput', 'fgradInput'} do fields[name] = nil end
      fields.nInputPlane, fields.nOutputPlane = inputs, outputs
      side:add(nn.Sequential():add(nn.Narrow(-rank - 1, (i - 1) * inputs + 1, inputs)):add(
         made(torch.typename(layer), fields, layer._type)))
   end
   return {side, nn.JoinTable(1, rank + 1)}
end

-- Refuses what cannot be parted so.
local function check(layer, count)
   wants.counts(layer, 'nInputPlane', 'nOutputPlane')
   if not isCount(count) or layer.nInputPlane % count ~= 0 or layer.nOutputPlane % count ~= 0 then
      expected(layer, ('groups that part %s and %s planes evenly'):format(layer.nInputPlane, layer.nOutputPlane), count)
   end
   for _, name in ipairs {'weight', 'gradWeight', 'bias', 'gradBias'} do
      local tensor = layer[name]
      local fits = tensor == nil
         or torch.isTensor(tensor) and tensor:dim() > 0 and tensor:size(1) == layer.nOutputPlane
      if not fits then
         expected(layer, ('%s of %d rows'):format(name, layer.nOutputPlane), tensor)
      end
   end
end

return setmetatable(grouped, {__call = function(_, layer, count)
   check(layer, count)
   grouped.wrap(layer, function(inner) return branches(inner, count) end)
end})
