--- Steps of `nn.LSTM`, whose gates have weights of their own: a product of x and one of h for each, the rest in one
-- call.
-- @module rnn.fusedPeepholes
local gate = require('sconce.nn').PeepholeLSTM
local linear = require('sconce.nn').Linear
local states = require 'rnn.fusedStates'
local peepholes = {}

-- The gates as they lie in `gates`: input, forget, output, candidate.
local names = {'i', 'f', 'o', 'z'}
local buffers = {'gates', 'h', 'c', 'gradGates', 'gradInput', 'gradState', 'gradCell', 'product', 'sum'}

-- The columns of a gate.
local function columns(gates, index, units) return gates:narrow(2, (index - 1) * units + 1, units) end
-- A sample as a batch of one.
local function batch(tensor)
   return tensor:dim() == 1 and tensor:contiguous():view(1, -1) or tensor
end

-- The weights of the peepholes, or nothing.
local function toGates(it)
   if not it.ic then return nil, nil, nil end
   return it.ic.weight:view(-1), it.fc.weight:view(-1), it.oc.weight:view(-1)
end

function peepholes.updateOutput(it, network, input)
   local x, h, c = input[1], input[2], input[3]
   local weight = it.ix.weight
   local units = weight:size(1)
   if not states.fit(x, weight, units, h, c) then return nil end
   states.tensors(it, weight, buffers)
   local rows, before = batch(x), batch(h)
   local gates = it.gates:resize(rows:size(1), 4 * units)
   for i, name in ipairs(names) do
      local sums = columns(gates, i, units)
      linear.updateOutput(sums, rows, it[name .. 'x'].weight, it[name .. 'x'].bias)
      sums:addmm(before, it[name .. 'h'].weight:t())
   end
   gate.updateOutput(it.h, it.c, gates, c, toGates(it))
   network.output = {it.h, it.c}
   return network.output
end

function peepholes.updateGradInput(it, network, input, gradOutput)
   local dh, dc = gradOutput[1], gradOutput[2]
   if not states.isLike(dh, it.h) or not states.isLike(dc, it.c) then return nil end
   local units = it.ix.weight:size(1)
   it.gradCell:resizeAs(dc):copy(dc)
   gate.updateGradInput(it.gradGates, it.gradCell, dh, it.gates, it.c, input[3], toGates(it))
   local dx, before = batch(it.gradInput:resizeAs(input[1])), batch(it.gradState:resizeAs(dh))
   for i, name in ipairs(names) do
      local gradient, beta = columns(it.gradGates, i, units), i == 1 and 0 or 1
      dx:addmm(beta, dx, 1, gradient, it[name .. 'x'].weight)
      before:addmm(beta, before, 1, gradient, it[name .. 'h'].weight)
   end
   network.gradInput = {it.gradInput, it.gradState, it.gradCell}
   return network.gradInput
end

-- Through a peephole a gate has seen `cell`.
local function accumulate(it, peephole, gradient, cell, scale)
   it.product:resizeAs(gradient):cmul(gradient, cell)
   peephole.gradWeight:view(-1):add(scale, it.sum:sum(it.product, 1):view(-1))
end

function peepholes.accGradParameters(it, input, scale)
   local units = it.ix.weight:size(1)
   local x, h, c = batch(input[1]), batch(input[2]), batch(input[3])
   for i, name in ipairs(names) do
      local gradient = columns(it.gradGates, i, units)
      linear.accGradParameters(it[name .. 'x'].gradWeight, it[name .. 'x'].gradBias, x, gradient, scale)
      it[name .. 'h'].gradWeight:addmm(scale, gradient:t(), h)
      if it.ic and i < 4 then accumulate(it, it[name .. 'c'], gradient, i == 3 and batch(it.c) or c, scale) end
   end
end

return peepholes
