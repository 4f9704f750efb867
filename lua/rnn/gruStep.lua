--- One step of gated recurrent units, for a batch: what `nn.StepGRU` computes.
--
-- With D inputs and H outputs, `weight` is (D+H)×3H: rows for x, then for h; columns of r, u, g, in this order. `gates`
-- has what they were, N×3H, for the way back.
--
-- @module rnn.gruStep
local step = {}

-- Weights for x, and for h: of the two gates and of g.
local function split(weight)
   local H = weight:size(2) / 3
   local D = weight:size(1) - H
   local Wh = weight:narrow(1, D + 1, H)
   return weight:narrow(1, 1, D), Wh:narrow(2, 1, 2 * H), Wh:narrow(2, 2 * H + 1, H)
end

local function columns(gates)
   local H = gates:size(2) / 3
   return gates:narrow(2, 1, H), gates:narrow(2, H + 1, H), gates:narrow(2, 2 * H + 1, H)
end

--- `h[t]`, which may lie where h[t−1] does.
-- @tparam torch.Tensor weight
-- @tparam torch.Tensor bias 3H
-- @tparam torch.Tensor gates becomes N×3H
-- @tparam torch.Tensor x N×D
-- @tparam torch.Tensor h N×H
-- @tparam torch.Tensor nextH becomes N×H
-- @tparam torch.Tensor product h ∘ r, becomes N×H
function step.forward(weight, bias, gates, x, h, nextH, product)
   local N, H = x:size(1), bias:size(1) / 3
   local Wx, Wgates, Wg = split(weight)
   gates:resize(N, 3 * H):copy(bias:view(1, 3 * H):expandAs(gates))
   gates:addmm(x, Wx)
   gates:narrow(2, 1, 2 * H):addmm(h, Wgates):sigmoid()
   local r, u, g = columns(gates)
   g:addmm(product:resize(N, H):cmul(r, h), Wg):tanh()
   nextH:resize(N, H):copy(h):add(-1, g):cmul(u):add(g)
end

--- The gradients of x and h[t−1]; those of what goes into the gates into `gradGates`.
-- @tparam torch.Tensor weight
-- @tparam torch.Tensor gates of this step
-- @tparam torch.Tensor gradGates becomes N×3H
-- @tparam torch.Tensor h h[t−1]
-- @tparam torch.Tensor gradH of h[t]
-- @tparam torch.Tensor gradX becomes N×D
-- @tparam torch.Tensor gradBefore of h[t−1], becomes N×H
-- @tparam torch.Tensor through what goes back through h ∘ r, becomes N×H
function step.gradients(weight, gates, gradGates, h, gradH, gradX, gradBefore, through)
   local N, H = gradH:size(1), gradH:size(2)
   local Wx, Wgates, Wg = split(weight)
   local r, u, g = columns(gates)
   local dr, du, dg = columns(gradGates:resize(N, 3 * H))
   -- The derivative of σ at s is s·(1 − s), that of tanh 1 − s².
   dg:copy(u):mul(-1):add(1):cmul(gradH)
   dg:addcmul(-1, through:resize(N, H):cmul(g, g), dg)
   du:copy(h):add(-1, g):cmul(gradH):cmul(u)
   du:addcmul(-1, du, u)
   through:mm(dg, Wg:t())
   dr:copy(h):cmul(through):cmul(r)
   dr:addcmul(-1, dr, r)
   gradX:resize(N, Wx:size(1)):mm(gradGates, Wx:t())
   gradBefore:resize(N, H):mm(gradGates:narrow(2, 1, 2 * H), Wgates:t())
   gradBefore:addcmul(gradH, u):addcmul(through, r)
end

--- Add the gradients of the parameters.
-- @tparam torch.Tensor gradWeight
-- @tparam torch.Tensor gradBias
-- @tparam torch.Tensor gates of this step
-- @tparam torch.Tensor gradGates N×3H
-- @tparam torch.Tensor x N×D
-- @tparam torch.Tensor h h[t−1]
-- @tparam number scale
function step.accumulate(gradWeight, gradBias, gates, gradGates, x, h, scale)
   local H = h:size(2)
   local gradX, gradBoth, gradG = split(gradWeight)
   gradX:addmm(scale, x:t(), gradGates)
   gradBoth:addmm(scale, h:t(), gradGates:narrow(2, 1, 2 * H))
   gradG:addmm(scale, torch.cmul(h, (columns(gates))):t(), gradGates:narrow(2, 2 * H + 1, H))
   gradBias:add(scale, gradGates:sum(1):view(-1))
end

return step
