--- Enlarging by linear interpolation: the outermost elements stay where they are, those between move apart evenly.
-- @module nn.interpolated
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local interpolated = {}

-- For each place of an output along one dimension: the element before it, the one after it, and how near that one is.
-- Places are counted in floats, as in the original.
local function places(size, count)
   local before, after, part = {}, {}, {}
   local step = count > 1 and (size - 1) / (count - 1) or 0
   local at = torch.range(0, count - 1):float():mul(step)
   for o = 1, count do
      local first = math.min(math.floor(at[o]), size - 1)
      before[o], after[o], part[o] = first + 1, math.min(first + 1, size - 1) + 1, at[o] - first
   end
   return torch.LongTensor(before), torch.LongTensor(after), part
end

-- The parts, seen all over a tensor along one dimension.
local function over(part, dim, tensor)
   local size = torch.LongStorage(tensor:dim()):fill(1)
   size[dim] = #part
   return tensor.new(part):view(size):expandAs(tensor)
end

--- Note what a layer is to enlarge to.
-- @tparam nn.Module layer
-- @param params how many times as much in each direction, or `{oheight = …, owidth = …}`
function interpolated.enlargeTo(layer, params)
   if type(params) == 'table' then
      if not isCount(params.oheight) or not isCount(params.owidth) then
         expected(layer, 'oheight and owidth of 1 or more', ('%s and %s'):format(params.oheight, params.owidth))
      end
      layer.oheight, layer.owidth = params.oheight, params.owidth
   elseif isCount(params) and params == math.floor(params) then
      layer.scale_factor = params
   else
      expected(layer, 'a whole number as scale, or a table of oheight and owidth', params)
   end
end

--- The input with its last dimensions in other sizes.
function interpolated.updateOutput(layer, input, sizes)
   wants.type(layer, 'input', input, layer.output)
   local result, d = input, input:dim()
   for i, count in ipairs(sizes) do
      local dim = d - #sizes + i
      local before, after, part = places(result:size(dim), count)
      local target, far = i == #sizes and layer.output or input.new(), result:index(dim, after)
      target:index(result, dim, before)
      -- near + part · (far − near)
      target:addcmul(over(part, dim, target), far:add(-1, target))
      result = target
   end
   return layer.output
end

function interpolated.updateGradInput(layer, input, gradOutput, rank)
   wants.dims(layer, 'input', input, rank + 1, rank + 2)
   wants.same(layer, 'gradOutput', gradOutput, layer.output)
   local gradient, d = gradOutput, input:dim()
   local first = d - rank + 1
   for dim = d, first, -1 do
      local before, after, part = places(input:size(dim), gradient:size(dim))
      local size = gradient:size()
      size[dim] = input:size(dim)
      local target = dim == first and layer.gradInput or input.new()
      local far = torch.cmul(gradient, over(part, dim, gradient))
      target:resize(size):zero():indexAdd(dim, after, far)
      gradient = target:indexAdd(dim, before, far:mul(-1):add(gradient))
   end
   return layer.gradInput
end

return interpolated
