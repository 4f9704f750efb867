--- Enlarging by repeating each element.
-- @module nn.repeated
local wants = require 'nn.wants'
local repeated = {}

-- The sizes of a tensor before the dimensions that are enlarged, as one, then those, each followed by `scale`.
local function parts(tensor, rank, scale)
   local d, sizes, count = tensor:dim(), {}, 1
   for i = 1, d - rank do count = count * tensor:size(i) end
   sizes[1] = count
   for i = d - rank + 1, d do
      sizes[#sizes + 1] = tensor:size(i)
      sizes[#sizes + 1] = scale
   end
   return torch.LongStorage(sizes)
end

function repeated.updateOutput(layer, input, rank)
   wants.type(layer, 'input', input, layer.output)
   wants.dims(layer, 'input', input, rank + 1, rank + 2)
   local scale, d = layer.scale_factor, input:dim()
   local size = input:size()
   for i = d - rank + 1, d do size[i] = scale * input:size(i) end
   layer.output:resize(size)
   local large = parts(input, rank, scale)
   local small = parts(input, rank, 1)
   layer.output:view(large):copy(input:contiguous():view(small):expand(large))
   return layer.output
end

function repeated.updateGradInput(layer, input, gradOutput, rank)
   wants.dims(layer, 'input', input, rank + 1, rank + 2)
   wants.same(layer, 'gradOutput', gradOutput, layer.output)
   local sums = gradOutput:contiguous():view(parts(input, rank, layer.scale_factor))
   for i = 1, rank do sums = sums:sum(1 + 2 * i) end
   layer.gradInput:resizeAs(input):copy(sums)
   return layer.gradInput
end

return repeated
