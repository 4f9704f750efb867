--- What `nn.SeqGRU` and `nn.StepGRU` have in common: their parameters.
--
-- `weight` is (D+H)×3H: rows for x, then for h; columns of r, u, g. The product for g has another input than that for
-- the two gates.
--
-- @module rnn.gruWeights
local weights = {}

--- Make the parameters.
-- @tparam nn.Module layer
-- @tparam int D numbers of an input
-- @tparam int H numbers of an output
function weights.make(layer, D, H)
   layer.weight, layer.gradWeight = torch.Tensor(D + H, 3 * H), torch.Tensor(D + H, 3 * H):zero()
   layer.bias, layer.gradBias = torch.Tensor(3 * H), torch.Tensor(3 * H):zero()
   layer:reset()
end

--- Draw the weights anew; biases are 0, those of u 1.
-- @tparam nn.Module layer
-- @tparam int D
-- @tparam int H
-- @tparam[opt=1/√(D+H)] number std the standard deviation
-- @return the layer itself
function weights.draw(layer, D, H, std)
   layer.weight:normal(0, std or 1 / math.sqrt(H + D))
   layer.bias:zero():narrow(1, H + 1, H):fill(1)
   return layer
end

--- Weights or biases of the two gates, and of g.
function weights.parts(tensor, dim, H) return tensor:narrow(dim, 1, 2 * H), tensor:narrow(dim, 2 * H + 1, H) end

--- Weights for x, and for h, of the two gates; the same of g.
function weights.split(weight, D, H)
   local xGates, xCandidate = weights.parts(weight:narrow(1, 1, D), 2, H)
   local hGates, hCandidate = weights.parts(weight:narrow(1, D + 1, H), 2, H)
   return xGates, hGates, xCandidate, hCandidate
end

return weights
