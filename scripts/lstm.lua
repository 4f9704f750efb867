--- A layer of LSTM cells from first principles, as the article builds it: what is learnt (LstmParam), what a cell holds
-- at one time (LstmState), a step forward and back (LstmNode), and a chain of them (LstmNetwork).
--
-- The formulas are S. Hochreiter's and J. Schmidhuber's (Long Short-Term Memory, 1997), with a gate for forgetting and
-- without a second tanh. With xc = (x, h₋), the input and the output of the step before:
--
--     g = tanh(Wg·xc + bg)    i, f, o = σ(W·xc + b)    s = g·i + s₋·f    h = s·o
--
--     local lstm = paths.dofile 'lstm.lua'
--     local net = lstm.LstmNetwork(lstm.LstmParam(100, 50, seed))
local numpy = paths.dofile 'numpy_random.lua'
local lstm = {}

local LstmParam = torch.class('lstm.LstmParam', lstm)
local LstmState = torch.class('lstm.LstmState', lstm)
local LstmNode = torch.class('lstm.LstmNode', lstm)
local LstmNetwork = torch.class('lstm.LstmNetwork', lstm)

-- The four gates share one matrix, so that one product serves all; these are its rows, and those of all that has a
-- number for each of them. The first three go through a sigmoid.
local gates = {'i', 'f', 'o', 'g'}

--- Views of the four gates of a tensor, by name.
local function byGate(tensor, cells)
   local parts = {}
   for place, gate in ipairs(gates) do parts[gate] = tensor:narrow(1, (place - 1) * cells + 1, cells) end
   return parts
end

--- Weights and biases, uniform in ±0.1. Each gate starts from the same numbers: the article seeds anew for each.
function LstmParam:__init(cells, inputs, seed)
   self.cells, self.inputs = cells, inputs
   self.w, self.b = torch.DoubleTensor(4 * cells, inputs + cells), torch.DoubleTensor(4 * cells)
   for _, all in ipairs{self.w, self.b} do
      for _, gate in pairs(byGate(all, cells)) do
         torch.manualSeed(seed)
         gate:copy(numpy.random(gate:size())):mul(0.2):add(-0.1)
      end
   end
   -- What leads back to h₋ alone.
   self.toHidden = self.w:narrow(2, inputs + 1, cells):t()
end

--- Go down the gradient: the sum, over all times, of the outer products of `diff` and `xc`, which are one product of
-- matrices. It goes into the weights at once; a matrix of its own for the gradient would take their place in the cache.
function LstmParam:applyDiff(rate)
   self.w:addmm(-rate, self.diffT, self.xc)
   self.b:addmv(-rate, self.diffT, self.ones)
end

--- The state of the cells at one time, in views of what the network keeps for all times.
function LstmState:__init(param, net, t)
   local cells, inputs = param.cells, param.inputs
   self.x, self.xc = net.xc[t]:narrow(1, 1, inputs), net.xc[t]
   self.sPrevious, self.s = net.s[t], net.s[t + 1]
   self.h = net.xc[t + 1]:narrow(1, inputs + 1, cells)
   self.gates, self.gate = net.gates[t], byGate(net.gates[t], cells)
   self.sigmoids = self.gates:narrow(1, 1, 3 * cells)
   -- What the loss changes by, for each of the gates, before and after their functions.
   self.diff, self.diffOf = net.diff[t], byGate(net.diff[t], cells)
   self.slope = net.slope[t]
end

function LstmNode:__init(param, state)
   self.param, self.state = param, state
end

--- A step forward: from x, and what the state shares with the step before, to s and h.
function LstmNode:bottomDataIs(x)
   local state, param, gate = self.state, self.param, self.state.gate
   state.x:copy(x)
   state.gates:addmv(param.b, param.w, state.xc)
   state.sigmoids:sigmoid()
   gate.g:tanh()
   state.s:cmul(gate.g, gate.i):addcmul(state.sPrevious, gate.f)
   state.h:cmul(state.s, gate.o)
end

--- A step back: from the changes of the loss by h and (of the steps after) s to those by h₋ and s₋, in their place.
function LstmNode:topDiffIs(diffH, diffS)
   local state, gate, diffOf = self.state, self.state.gate, self.state.diffOf
   diffS:addcmul(gate.o, diffH)
   diffOf.o:cmul(state.s, diffH)
   diffOf.i:cmul(gate.g, diffS)
   diffOf.g:cmul(gate.i, diffS)
   diffOf.f:cmul(state.sPrevious, diffS)
   state.diff:cmul(state.slope)
   diffS:cmul(gate.f)
   diffH:mv(self.param.toHidden, state.diff)
end

--- A chain for sequences of so many steps.
function LstmNetwork:__init(param, steps)
   local cells, inputs = param.cells, param.inputs
   self.param, self.nodes, self.count = param, {}, 0
   -- A row for each time: the inputs with h of the time before, the memories (after a row of zeros), the gates, and
   -- the slopes of their functions; the changes of the loss.
   self.xc, self.s = torch.zeros(steps + 1, inputs + cells), torch.zeros(steps + 1, cells)
   self.gates, self.slope = torch.zeros(steps, 4 * cells), torch.zeros(steps, 4 * cells)
   self.diff, self.diffH, self.diffS = torch.zeros(steps, 4 * cells), torch.zeros(cells), torch.zeros(cells)
   -- Views that are needed in each iteration.
   local sigmoids = 3 * cells
   self.sigmoids, self.sigmoidSlope = self.gates:narrow(2, 1, sigmoids), self.slope:narrow(2, 1, sigmoids)
   self.tanhSlope = self.slope:narrow(2, sigmoids + 1, cells)
   param.diffT, param.xc, param.ones = self.diff:t(), self.xc:narrow(1, 1, steps), torch.ones(steps)
   for t = 1, steps do self.nodes[t] = lstm.LstmNode(param, lstm.LstmState(param, self, t)) end
end

--- One more input.
function LstmNetwork:xListAdd(x)
   self.count = self.count + 1
   self.nodes[self.count]:bottomDataIs(x)
end

function LstmNetwork:xListClear() self.count = 0 end

--- The predictions, the first number of h at each time, as text.
function LstmNetwork:predictions(format)
   local numbers = {}
   for t = 1, self.count do numbers[t] = format:format(self.nodes[t].state.h[1]) end
   return table.concat(numbers, ', ')
end

--- The slopes where the gates are y: y (1 - y) of a sigmoid, 1 - y² of a tanh.
function LstmNetwork:slopes()
   self.slope:cmul(self.gates, self.gates):neg()
   self.sigmoidSlope:add(self.sigmoids)
   self.tanhSlope:add(1)
end

--- The loss for the expected outputs ys, a number for each time; param:applyDiff() goes down its gradient.
function LstmNetwork:yListIs(ys, lossLayer)
   assert(#ys == self.count and #ys == #self.nodes, 'an output for each input')
   local loss = 0
   self:slopes()
   self.diffH:zero()
   self.diffS:zero()
   for t = #ys, 1, -1 do
      local node = self.nodes[t]
      loss = loss + lossLayer.loss(node.state.h, ys[t])
      lossLayer.addBottomDiff(self.diffH, node.state.h, ys[t])
      node:topDiffIs(self.diffH, self.diffS)
   end
   return loss
end

--- Square loss of the first number of h.
lstm.ToyLossLayer = {
   loss = function(h, y) return (h[1] - y) ^ 2 end,
   addBottomDiff = function(diff, h, y) diff[1] = diff[1] + 2 * (h[1] - y) end,
}

return lstm
