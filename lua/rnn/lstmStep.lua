--- One step of long short-term memory without peepholes, for a batch: what `nn.StepLSTM` computes.
--
-- With D inputs, R numbers in h[t−1] and H cells, `weight` is (D+R)×4H: rows for x, then for h; columns of i, f, o, g,
-- in this order. `gates` has what they were, N×4H, for the way back.
--
-- @module rnn.lstmStep
local step = {}

local function columns(gates)
   local H = gates:size(2) / 4
   return gates:narrow(2, 1, H), gates:narrow(2, H + 1, H), gates:narrow(2, 2 * H + 1, H), gates:narrow(2, 3 * H + 1, H)
end

--- `h[t]` and `c[t]`.
-- @tparam torch.Tensor weight
-- @tparam torch.Tensor bias 4H
-- @tparam torch.Tensor gates becomes N×4H
-- @tparam torch.Tensor x N×D
-- @tparam torch.Tensor h N×R
-- @tparam torch.Tensor c N×H
-- @tparam torch.Tensor nextH becomes N×H
-- @tparam torch.Tensor nextC becomes N×H
function step.forward(weight, bias, gates, x, h, c, nextH, nextC)
   local N, D, H = x:size(1), x:size(2), bias:size(1) / 4
   gates:resize(N, 4 * H):copy(bias:view(1, 4 * H):expandAs(gates))
   gates:addmm(x, weight:narrow(1, 1, D)):addmm(h, weight:narrow(1, D + 1, h:size(2)))
   gates:narrow(2, 1, 3 * H):sigmoid()
   local i, f, o, g = columns(gates)
   g:tanh()
   nextC:resize(N, H):cmul(f, c):addcmul(i, g)
   nextH:resize(N, H):tanh(nextC):cmul(o)
end

--- The gradients of x, h[t−1] and c[t−1]; those of what goes into the gates into `gradGates`.
-- @tparam torch.Tensor weight
-- @tparam torch.Tensor gates of this step
-- @tparam torch.Tensor gradGates becomes N×4H
-- @tparam torch.Tensor c c[t−1]
-- @tparam torch.Tensor nextC c[t]
-- @tparam torch.Tensor gradH of h[t]
-- @tparam torch.Tensor gradC of c[t]
-- @tparam torch.Tensor gradX becomes N×D
-- @tparam torch.Tensor gradBefore of h[t−1], becomes N×R
-- @tparam torch.Tensor gradCell of c[t−1], becomes N×H
function step.gradients(weight, gates, gradGates, c, nextC, gradH, gradC, gradX, gradBefore, gradCell)
   local N, H = nextC:size(1), nextC:size(2)
   local R = gradBefore:size(2)
   local D = weight:size(1) - R
   local i, f, o, g = columns(gates)
   local di, df, dO, dg = columns(gradGates:resize(N, 4 * H))
   -- Through h = o ∘ tanh(c) into o and c; the derivative of σ at s is s·(1 − s), that of tanh 1 − s².
   local squashed = di:tanh(nextC)
   df:cmul(squashed, squashed):mul(-1):add(1):cmul(o):cmul(gradH)
   gradCell:resize(N, H):add(gradC, df)
   dO:copy(o):mul(-1):add(1):cmul(o):cmul(gradH):cmul(squashed)
   di:copy(i):mul(-1):add(1):cmul(i):cmul(gradCell):cmul(g)
   df:copy(f):mul(-1):add(1):cmul(f):cmul(gradCell):cmul(c)
   dg:cmul(g, g):mul(-1):add(1):cmul(i):cmul(gradCell)
   gradCell:cmul(f)
   gradX:resize(N, D):mm(gradGates, weight:narrow(1, 1, D):t())
   gradBefore:mm(gradGates, weight:narrow(1, D + 1, R):t())
end

--- Add the gradients of the parameters.
-- @tparam torch.Tensor gradWeight
-- @tparam torch.Tensor gradBias
-- @tparam torch.Tensor gradGates N×4H
-- @tparam torch.Tensor x N×D
-- @tparam torch.Tensor h h[t−1]
-- @tparam number scale
function step.accumulate(gradWeight, gradBias, gradGates, x, h, scale)
   gradWeight:narrow(1, 1, x:size(2)):addmm(scale, x:t(), gradGates)
   gradWeight:narrow(1, x:size(2) + 1, h:size(2)):addmm(scale, h:t(), gradGates)
   gradBias:add(scale, gradGates:sum(1):view(-1))
end

return step
