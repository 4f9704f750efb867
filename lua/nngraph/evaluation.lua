--- What a network computes, node by node.
-- @module nngraph.evaluation
local expected = require 'nn.expected'
local located = require 'nn.located'
local nesting = require 'nngraph.nesting'
local nodes = require 'nngraph.nodes'
-- `at`: the node that was served last.
local evaluation = {}

-- What modules without parameters have.
local without = nn.Module.accGradParameters

local function refuse(self, form, ...) nodes.refuse(torch.type(self) .. ': ' .. form:format(...)) end

-- How many parts something has that ought to be a table.
local function count(value) return type(value) == 'table' and not torch.typename(value) and #value or nil end

-- What the first node gets, as a list.
local function given(self, list, input)
   if self.nInputs == 1 then
      if input == nil then refuse(self, 'Got 0 inputs instead of 1') end
      list[1] = input
      return input
   end
   local n = count(input)
   if not n then refuse(self, 'expecting table of %d inputs, got %s', self.nInputs, torch.type(input)) end
   if n ~= self.nInputs then refuse(self, 'Got %d inputs instead of %d', n, self.nInputs) end
   for i = 1, n do list[i] = input[i] end
   return list
end

-- What has no module hands on what it gets, or a part of it.
local function handedOn(self, data)
   local value, parts = data.input[1], data.nSplitOutputs
   if parts then
      local n = count(value)
      if n ~= parts then refuse(self, 'split(%d) cannot split %s outputs', parts, n or torch.type(value)) end
   end
   if data.selectindex then return value[data.selectindex] end
   return value
end

local function shown(self, node)
   if self.verbose then print(' V : ' .. node:label()) end
end

--- Compute with every node: `func(module, input)` is its output.
-- @function evaluation.forward
-- @tparam nn.gModule self
-- @tparam function func
-- @param input what the network gets
-- @return what the last node gets: a table, if there are several outputs
evaluation.forward = located.method(function(self, func, input)
   local outputs, first, last = {}, self.innode.data, self.outnode.data
   for _, node in ipairs(self.forwardnodes) do
      evaluation.at = node
      local data = node.data
      local list, sources, output = data.input, data.mapindex, nil
      if not list then
         list = {}
         data.input = list
      end
      if data == first then
         output = given(self, list, input)
      else
         for i = 1, #sources do list[i] = outputs[sources[i]] end
         if data.module then
            output = func(data.module, #sources == 1 and list[1] or list)
         elseif data ~= last then
            output = handedOn(self, data)
         end
      end
      outputs[data] = output
      shown(self, node)
   end
   return #last.mapindex == 1 and last.input[1] or last.input
end)

-- Gradients that come to a node from several others are summed up.
local function total(data)
   local list = data.gradOutput
   local first, second = list[1], list[2]
   if second == nil then return first end
   local sum = data.gradOutputBuffer
   -- Two tensors alike, which is what most nodes get, need no copy.
   local kind = getmetatable(first)
   if list[3] == nil and kind == getmetatable(second) and kind == getmetatable(sum) and torch.isTensor(first)
      and first:isSameSizeAs(second) then
      return sum:add(first, second)
   end
   sum = nesting.resizeNestedAs(sum, first)
   nesting.copyNested(sum, first)
   for i = 2, #list do nesting.addNestedTo(sum, list[i]) end
   data.gradOutputBuffer = sum
   return sum
end

local function append(data, gradient)
   local list = data.gradOutput
   list[#list + 1] = gradient
end

local function forget(self)
   for _, node in ipairs(self.backwardnodes) do
      local list = node.data.gradOutput
      if list then
         for i = #list, 1, -1 do list[i] = nil end
      else
         node.data.gradOutput = {}
      end
   end
end

-- What the last node gets goes to the outputs.
local function spread(self, data, gradOutput)
   local sources = data.mapindex
   if #sources == 1 then
      append(sources[1], gradOutput)
   else
      local n = count(gradOutput)
      if n ~= #sources then refuse(self, 'Got %s gradOutputs instead of %d', n or torch.type(gradOutput), #sources) end
      for i = 1, n do append(sources[i], gradOutput[i]) end
   end
   data.gradOutput[1] = gradOutput
end

-- The gradient of a module's input. Where no gradient comes, because the modules behind compute none, none goes on.
local function throughModule(self, data)
   local sources, input, gradOutput = data.mapindex, data.input, total(data)
   if gradOutput == nil then return end
   local module = data.module
   if not input or #input < #sources then refuse(self, 'updateGradInput before updateOutput') end
   local gradient = module:updateGradInput(#sources == 1 and input[1] or input, gradOutput)
   if gradient == nil then return end
   if #sources == 1 then return append(sources[1], gradient) end
   if #sources > 0 and not count(gradient) then expected(module, 'a table of gradients', gradient) end
   for i = 1, #sources do append(sources[i], gradient[i]) end
end

-- The gradients of parts become a table for the whole. A part without one does not matter.
local function throughSelect(data)
   local gradient, whole = total(data), data.mapindex[1]
   if gradient == nil then return end
   local parts = whole.gradOutput[1] or {}
   whole.gradOutput[1] = parts
   parts[data.selectindex] = gradient
end
local function throughSplit(data)
   local parts = data.gradOutput[1]
   if not parts then return end
   for i = 1, data.nSplitOutputs do
      if parts[i] == nil then parts[i] = nesting.fillNested(nesting.cloneNested(data.input[1][i]), 0) end
   end
   append(data.mapindex[1], parts)
end

--- The gradient of the network's input. Each node keeps what it gets in `gradOutput`.
-- @function evaluation.backward
-- @tparam nn.gModule self
-- @param gradOutput the gradient of the output
-- @return the gradient of the input
evaluation.backward = located.method(function(self, gradOutput)
   local first, last = self.innode.data, self.outnode.data
   if gradOutput == nil then expected(self, 'a gradient of the output', gradOutput) end
   forget(self)
   for _, node in ipairs(self.backwardnodes) do
      evaluation.at = node
      local data = node.data
      if data == last then
         spread(self, data, gradOutput)
      elseif data.module then
         throughModule(self, data)
      elseif data.selectindex then
         throughSelect(data)
      elseif data.nSplitOutputs then
         throughSplit(data)
      end
      shown(self, node)
   end
   return first.gradOutput[1]
end)

--- Call a method of every module that a gradient has come to, with its input and that gradient.
-- @function evaluation.accumulate
-- @tparam nn.gModule self
-- @tparam string method `'accGradParameters'` or `'accUpdateGradParameters'`
-- @tparam number factor its last argument
evaluation.accumulate = located.method(function(self, method, factor)
   for _, node in ipairs(self.backwardnodes) do
      evaluation.at = node
      local data = node.data
      local module, list = data.module, data.gradOutput
      if module then
         if not list or not data.input then refuse(self, '%s before updateGradInput', method) end
         local accumulate = module[method]
         if accumulate ~= without then
            local gradOutput = #list > 1 and data.gradOutputBuffer or list[1]
            local input = #data.mapindex == 1 and data.input[1] or data.input
            if gradOutput ~= nil then accumulate(module, input, gradOutput, factor) end
         end
      end
      shown(self, node)
   end
end)

return evaluation
