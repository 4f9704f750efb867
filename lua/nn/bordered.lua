--- Padding by elements that are there: what lies outside is looked up inside.
-- @module nn.bordered
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local bordered = {}

-- The longest list of places that is made.
local most = 2 ^ 24

-- Along each of the last dimensions, where each element of a padded tensor comes from.
local function sources(layer, input, pads, inside)
   local lists, d = {}, input:dim()
   for i, pad in ipairs(pads) do
      local dim = d - #pads + i
      local size, list = input:size(dim), {}
      if size + pad[1] + pad[2] > most then
         expected(layer, ('padding of dimension %d to %d elements or fewer'):format(dim, most), size + pad[1] + pad[2])
      end
      for o = 1, size + pad[1] + pad[2] do
         local at = inside(o - pad[1], size, pad)
         if not at then wants.otherSize(layer, 'input larger than its padding', input) end
         list[o] = at
      end
      if #list == 0 then wants.otherSize(layer, 'input from which something is left', input) end
      lists[dim] = torch.LongTensor(list)
   end
   return lists
end

--- The padded input.
-- @tparam nn.Module layer
-- @tparam torch.Tensor input
-- @tparam table pads before and after, for each of the last dimensions
-- @tparam function inside where the element at a place, from 1 to a size when inside, comes from
function bordered.updateOutput(layer, input, pads, inside)
   wants.type(layer, 'input', input, layer.output)
   wants.dims(layer, 'input', input, #pads + 1, #pads + 2)
   local result, d = input, input:dim()
   local lists = sources(layer, input, pads, inside)
   for dim = d - #pads + 1, d do
      local target = dim == d and layer.output or input.new()
      result = target:index(result, dim, lists[dim])
   end
   return layer.output
end

--- Its gradient: each element has those of all places that it went to.
function bordered.updateGradInput(layer, input, gradOutput, pads, inside)
   wants.dims(layer, 'input', input, #pads + 1, #pads + 2)
   wants.same(layer, 'gradOutput', gradOutput, layer.output)
   local d, gradient = input:dim(), gradOutput
   local lists = sources(layer, input, pads, inside)
   for dim = d, d - #pads + 1, -1 do
      local size = gradient:size()
      size[dim] = input:size(dim)
      local target = dim == d - #pads + 1 and layer.gradInput or input.new()
      gradient = target:resize(size):zero():indexAdd(dim, lists[dim], gradient)
   end
   return layer.gradInput
end

--- The nearest element inside.
function bordered.nearest(place, size) return math.max(1, math.min(size, place)) end

--- The element as far inside as this one is outside.
function bordered.mirrored(place, size, pad)
   if pad[1] >= size or pad[2] >= size then return nil end
   if place < 1 then return 2 - place end
   if place > size then return 2 * size - place end
   return place
end

--- Give a layer that pads pictures its methods: four numbers of columns and rows, and where what lies outside is found.
-- @tparam table class the layer
-- @tparam function inside `bordered.nearest` or `bordered.mirrored`
function bordered.picture(class, inside)
   local sides = {'pad_l', 'pad_r', 'pad_t', 'pad_b'}

   function class:__init(pad_l, ...)
      nn.Module.__init(self)
      local given = {pad_l, ...}
      for i, name in ipairs(sides) do
         local pad = given[i] or pad_l or 1
         if type(pad) ~= 'number' or not (math.abs(pad) < 2 ^ 31) then expected(self, 'a number as ' .. name, pad) end
         self[name] = pad
      end
   end

   local function pads(self) return {{self.pad_t, self.pad_b}, {self.pad_l, self.pad_r}} end

   function class:updateOutput(input) return bordered.updateOutput(self, input, pads(self), inside) end

   function class:updateGradInput(input, gradOutput)
      return bordered.updateGradInput(self, input, gradOutput, pads(self), inside)
   end

   function class:__tostring__()
      return ('%s(l=%d, r=%d, t=%d, b=%d)'):format(
         torch.type(self), self.pad_l, self.pad_r, self.pad_t, self.pad_b)
   end
end

return bordered
