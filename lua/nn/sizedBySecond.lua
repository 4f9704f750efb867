--- Inputs that may be a pair, whose second part only says a size: what ways back of convolutions have in common.
-- @module nn.sizedBySecond
local wants = require 'nn.wants'
local sizedBySecond = {}

--- Take an input apart.
-- @tparam nn.Module layer
-- @param input a tensor, or a table of two
-- @tparam int rank 2 for pictures, 3 for volumes
-- @treturn torch.Tensor what the layer computes with
-- @treturn ?torch.Tensor what says the output's size
function sizedBySecond.parts(layer, input, rank)
   if torch.type(input) ~= 'table' then return input end
   local image, other = wants.tensor(layer, 'input[1]', input[1]), wants.tensor(layer, 'input[2]', input[2])
   return wants.dims(layer, 'input[1]', image, rank + 1, rank + 2), wants.dims(layer, 'input[2]', other, rank, rank + 2)
end

--- What the output has more along one dimension than the layer's geometry says: what is asked for, less what is there.
-- @tparam nn.Module layer
-- @tparam torch.Tensor image
-- @tparam torch.Tensor other
-- @tparam string side 'T', 'H' or 'W'
-- @tparam int back which dimension: how many come after it
function sizedBySecond.more(layer, image, other, side, back)
   local step = layer['d' .. side]
   local there = (image:size(image:dim() - back) - 1) * step + layer['k' .. side] - 2 * layer['pad' .. side]
   local more = other:size(other:dim() - back) - there
   if more < 0 or more >= step then wants.otherSize(layer, 'input[2] of a size that the output can have', other) end
   return more
end

--- The tensor for the gradient of what the layer computes with. `gradInput` is a pair where the input is one: the
-- second part's gradient is a zero, seen everywhere.
function sizedBySecond.gradient(layer, image, other)
   local held = layer.gradInput
   if not other then
      if torch.type(held) == 'table' then layer.gradInput = held[1] end
      return layer.gradInput
   end
   if torch.type(held) ~= 'table' then
      layer.zeroScalar = image.new(1):zero()
      layer.gradInput = {image.new()}
   end
   layer.gradInput[2] = layer.zeroScalar:view(torch.LongStorage(other:dim()):fill(1)):expandAs(other)
   return layer.gradInput[1]
end

return sizedBySecond
