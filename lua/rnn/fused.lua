--- Steps of LSTM and GRU in one call.
--
-- What a step runs is a network of some thirty small modules that scripts see, take apart and save. Where it is exactly
-- the network that `nn.LSTM`, `nn.FastLSTM` or `nn.GRU` builds, Swift computes the same in one call, or a few; any
-- other runs as it is.
-- What is remembered between forward and backward lies beside the network, not in it.
--
-- @module rnn.fused
local LSTM, GRU = require('sconce.nn').LSTM, require('sconce.nn').GRU
local networks = require 'rnn.networks'
local states = require 'rnn.fusedStates'
local fused = {}

-- By network: what it is, and tensors for what it computes.
local known = setmetatable({}, {__mode = 'k'})

local kinds = {lstm = {}, gru = {}, peepholes = require 'rnn.fusedPeepholes'}

function kinds.lstm.updateOutput(it, network, input)
   local x, h, c = input[1], input[2], input[3]
   local i2g, o2g = it.i2g, it.o2g
   local weight = i2g.weight
   if not states.fit(x, weight, o2g.weight:size(2), h, c) then return nil end
   states.tensors(it, weight, {'gates', 'h', 'c', 'gradGates', 'gradInput', 'gradState', 'gradCell'})
   LSTM.updateOutput(it.h, it.gates, it.c, nil, x, h, c, weight:t(), o2g.weight:t(), i2g.bias, nil, 'igfo', nil)
   network.output = {it.h, it.c}
   return network.output
end
function kinds.lstm.updateGradInput(it, network, input, gradOutput)
   local dh, dc = gradOutput[1], gradOutput[2]
   if not states.isLike(dh, it.h) or not states.isLike(dc, it.c) then return nil end
   it.gradState:resizeAs(dh):zero()
   it.gradCell:resizeAs(dc):copy(dc)
   LSTM.updateGradInput(it.gradInput, it.gradGates, it.gradState, it.gradCell, nil, dh, it.gates, it.c, input[3],
      it.i2g.weight:t(), it.o2g.weight:t(), nil, 'igfo', nil)
   network.gradInput = {it.gradInput, it.gradState, it.gradCell}
   return network.gradInput
end
function kinds.lstm.accGradParameters(it, input, scale)
   LSTM.accGradParameters(it.i2g.gradWeight:t(), it.o2g.gradWeight:t(), it.i2g.gradBias, nil, input[1], input[2], it.h,
      nil, it.gradGates, nil, 'igfo', scale)
end

function kinds.gru.updateOutput(it, network, input)
   local x, h = input[1], input[2]
   local weight, candidate = it.i2g.weight, it.i2c.weight
   if not states.fit(x, weight, candidate:size(1), h) then return nil end
   states.tensors(it, weight, {'gates', 'h', 'product', 'gradGates', 'gradInput', 'gradState'})
   GRU.updateOutput(it.h, it.gates, it.product, x, h, weight:t(), it.o2g.weight:t(), it.i2g.bias, candidate:t(),
      it.o2c.weight:t(), it.i2c.bias, nil)
   network.output = it.h
   return it.h
end
function kinds.gru.updateGradInput(it, network, input, gradOutput)
   if not states.isLike(gradOutput, it.h) then return nil end
   it.gradState:resizeAs(gradOutput):zero()
   GRU.updateGradInput(it.gradInput, it.gradGates, it.gradState, gradOutput, it.h, it.gates, input[2],
      it.i2g.weight:t(), it.o2g.weight:t(), it.i2c.weight:t(), it.o2c.weight:t(), nil)
   network.gradInput = {it.gradInput, it.gradState}
   return network.gradInput
end
function kinds.gru.accGradParameters(it, input, scale)
   GRU.accGradParameters(it.i2g.gradWeight:t(), it.o2g.gradWeight:t(), it.i2g.gradBias, it.i2c.gradWeight:t(),
      it.o2c.gradWeight:t(), it.i2c.gradBias, input[1], input[2], it.h, it.product, it.gradGates, scale)
end

-- A network is looked at when a sequence begins, since scripts may have changed it.
local function recognized(network, isFirst)
   local it = known[network]
   if it == nil or isFirst then
      local kind, parts = networks.recognize(network)
      it = it or {parts = {}}
      for name in pairs(it.parts) do it[name] = nil end
      it.kind, it.parts = kinds[kind], parts or {}
      for name, module in pairs(it.parts) do it[name] = module end
      known[network] = it
   end
   return it
end

--- What `network:updateOutput(input)` computes.
-- @tparam nn.Module network what a step runs
-- @tparam table input `{x[t], h[t−1]}`, and c[t−1] for LSTM
-- @tparam boolean isFirst whether a sequence begins
function fused.updateOutput(network, input, isFirst)
   local it = recognized(network, isFirst)
   local output = it.kind and it.kind.updateOutput(it, network, input)
   it.isDone = output ~= nil
   return output or network:updateOutput(input)
end

-- A network that has been copied, or saved, since its forward: what it computed has stayed behind, and is computed
-- anew.
local function isCopy(it) return it.kind ~= nil and it.isDone == nil end

--- What `network:updateGradInput(input, gradOutput)` computes.
function fused.updateGradInput(network, input, gradOutput)
   local it = recognized(network)
   local gradInput = it.isDone and it.kind.updateGradInput(it, network, input, gradOutput)
   if gradInput then return gradInput end
   -- What does not fit, the network refuses in its own words, once it has seen the input.
   if it.isDone or isCopy(it) then network:updateOutput(input) end
   it.isDone = false
   return network:updateGradInput(input, gradOutput)
end

--- What `network:accGradParameters(input, gradOutput, scale)` computes.
function fused.accGradParameters(network, input, gradOutput, scale)
   local it = recognized(network)
   if it.isDone then return it.kind.accGradParameters(it, input, scale) end
   if isCopy(it) then fused.updateGradInput(network, input, gradOutput) end
   network:accGradParameters(input, gradOutput, scale)
end

--- Let go of what is remembered beside a network.
function fused.clear(network) known[network] = nil end

return fused
