--- Fully connected layer for inputs of which few numbers are not 0: `y = W·x + b`.
--
-- A sample is n×2, numbers of features and their values; a batch is a table of such, of different lengths, or B×n×2.
-- The output is M or B×M. `weight` (M×K) and `bias` (M) start uniform in ±1/√K, the bias a millionth of that.
--
--     nn.SparseLinear(10000, 2):forward(torch.Tensor {{1, 0.1}, {31, 0.2}})       -- 2
--
-- @classmod nn.SparseLinear
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local sparse = require 'nn.sparse'
local wants = require 'nn.wants'
local SparseLinear, Module = torch.class('nn.SparseLinear', 'nn.Module')

-- How the last inputs stand to the gradient: there was none, one, or several.
local none, one, several = 0, 1, 2

--- Make a layer.
-- @tparam int inputSize K, the number of features
-- @tparam int outputSize M, numbers in the output
-- @tparam[opt=false] boolean doGradInput whether to compute a gradient of the input, for every feature
function SparseLinear:__init(inputSize, outputSize, doGradInput)
   Module.__init(self)
   wants.count(self, 'inputSize of 1 or more', inputSize)
   wants.count(self, 'outputSize of 1 or more', outputSize)
   self.weightDecay, self.doGradInput, self.sparseUpdate = 0, doGradInput or false, none
   parameters.make(self, {outputSize, inputSize}, {outputSize})
   self.gradWeight:zero()
   self.gradBias:zero()
   self.output:resize(outputSize)
   self.gradInput = {}
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·K)] number stdv the standard deviation
function SparseLinear:reset(stdv)
   parameters.draw(self, stdv, self.weight:size(2))
   self.bias:mul(1e-6)
end

--- An input as a table of samples.
function SparseLinear:reshapeInput(input)
   if torch.type(input) == 'table' then return input end
   wants.dims(self, 'input', input, 2, 3)
   if input:dim() == 2 then return {input} end
   local samples = {}
   for i = 1, input:size(1) do samples[i] = input[i] end
   return samples
end

-- How many samples there are, and their entries.
local function entries(self, input)
   local samples, rows = self:reshapeInput(input), {}
   for i, sample in ipairs(samples) do
      wants.type(self, 'sample ' .. i, sample, self.weight)
      if sample:dim() ~= 2 or sample:size(2) ~= 2 then
         wants.otherSize(self, ('sample %d of size nx2'):format(i), sample)
      end
      rows[i] = self.weight.new(sample:size(1), 3)
      rows[i]:select(2, 1):fill(i)
      rows[i]:narrow(2, 2, 2):copy(sample)
   end
   if #samples == 0 then expected(self, 'a sample', 'none') end
   self.formatted_input = torch.cat(rows, 1)
   return #samples, sparse.entries(self, self.formatted_input, self.weight:size(2), #samples)
end

-- Whether an input stands for one sample, whose output is a vector.
local function isSingle(input) return torch.isTensor(input) and input:dim() == 2 end

function SparseLinear:updateOutput(input)
   if self.sparseUpdate == one then self.sparseUpdate = several end
   self.legacyMode = torch.isTensor(input) and input:dim() == 3
   local count, samples, features, values = entries(self, input)
   local M = self.weight:size(1)
   sparse.updateOutput(self.output:resize(count, M), self.weight, self.bias, samples, features, values)
   if isSingle(input) then self.output:resize(M) end
   return self.output
end

-- The gradient as a matrix of the samples.
local function gradients(self, gradOutput, count)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   local M = self.weight:size(1)
   if gradOutput:nElement() ~= count * M then
      wants.otherSize(self, ('gradOutput of size %dx%d'):format(count, M), gradOutput)
   end
   return gradOutput:contiguous():view(count, M)
end

function SparseLinear:accGradParameters(input, gradOutput, scale)
   local count, samples, features, values = entries(self, input)
   local g = gradients(self, gradOutput, count)
   self.lastInput = torch.isTensor(input) and input:dim() == 3 and input:clone() or self.formatted_input
   if self.sparseUpdate == none then self.sparseUpdate = one end
   sparse.accGradParameters(
      self.gradWeight, self.gradBias, g, self.weight, self.weightDecay or 0, scale or 1, samples, features, values)
end

function SparseLinear:updateGradInput(input, gradOutput)
   if not self.doGradInput then return self.gradInput end
   local count = #self:reshapeInput(input)
   local dense = torch.mm(gradients(self, gradOutput, count), self.weight)
   -- Every feature with its gradient.
   local K = self.weight:size(2)
   local all = self.weight.new(count, K, 2)
   all:select(3, 1):copy(torch.range(1, K):type(self.weight:type()):view(1, K):expand(count, K))
   all:select(3, 2):copy(dense)
   if torch.isTensor(input) and input:dim() == 3 then
      self.gradInput = all
   else
      self.gradInput = {}
      for i = 1, count do self.gradInput[i] = all[i] end
   end
   return self.gradInput
end

-- Whether only the last input has left a gradient, and its features.
local function touched(self)
   if self.sparseUpdate ~= one or (self.weightDecay or 0) ~= 0 then return false end
   local isLegacy = self.lastInput:dim() == 3
   local _, _, features = entries(self, isLegacy and self.lastInput or {self.lastInput:narrow(2, 2, 2)})
   return true, features
end

--- Step down the gradient: only at the features of the last input, if that alone has left a gradient.
function SparseLinear:updateParameters(learningRate)
   if self.sparseUpdate == none then return expected(self, 'a backward pass before the step', 'none') end
   local alone, features = touched(self)
   if alone then
      sparse.updateParameters(self.weight, self.gradWeight, learningRate, features)
   else
      self.weight:add(-learningRate, self.gradWeight)
   end
   self.bias:add(-learningRate, self.gradBias)
end

--- Make the gradients zero: only where the last input has left one, if that is known.
function SparseLinear:zeroGradParameters()
   local alone, features = touched(self)
   if alone then sparse.zeroGradParameters(self.gradWeight, features) else self.gradWeight:zero() end
   self.gradBias:zero()
   self.sparseUpdate = none
end

function SparseLinear:clearState()
   for _, name in ipairs {'lastInput', 'formatted_input'} do
      if self[name] then self[name]:set() end
   end
   self.gradInput = {}
   if self.output then self.output:set() end
   return self
end
