--- What `nn.Euclidean` and `nn.WeightedEuclidean` have in common: samples against centers.
-- @module nn.distances
local wants = require 'nn.wants'
local distances = {}

--- The differences of samples and centers, N×K×M: `x − w_j`.
-- @tparam nn.Module layer its `weight` is K×M
-- @tparam torch.Tensor input K or N×K
function distances.differences(layer, input)
   local weight = layer.weight
   local k, m = weight:size(1), weight:size(2)
   wants.type(layer, 'input', input, weight)
   wants.dims(layer, 'input', input, 1, 2)
   if input:size(input:dim()) ~= k then wants.otherSize(layer, ('input of size %d or Nx%d'):format(k, k), input) end
   local n = input:dim() == 2 and input:size(1) or 1
   local x = input:contiguous():view(n, k, 1):expand(n, k, m)
   return torch.add(x, -1, weight:contiguous():view(1, k, m):expand(n, k, m))
end

--- The lengths of differences, in a layer's output.
function distances.measure(layer, input, differences)
   local output = layer.output:norm(differences, 2, 2)
   if input:dim() == 2 then return output:resize(input:size(1), layer.weight:size(2)) end
   return output:resize(layer.weight:size(2))
end

-- Added to distances, which may be 0.
local epsilon = 1e-7

--- A gradient over the distances, for each difference: N×K×M.
function distances.shares(layer, input, gradOutput, differences)
   local n, k, m = differences:size(1), differences:size(2), differences:size(3)
   wants.type(layer, 'gradOutput', gradOutput, layer.weight)
   if gradOutput:nElement() ~= n * m or gradOutput:dim() ~= input:dim() then
      wants.otherSize(layer, input:dim() == 2 and ('gradOutput of size %dx%d'):format(n, m)
         or ('gradOutput of size %d'):format(m), gradOutput)
   end
   wants.elements(layer, 'input', layer.output, gradOutput)
   local share = torch.cdiv(gradOutput, torch.add(layer.output, epsilon))
   return share:view(n, 1, m):expand(n, k, m)
end

return distances
