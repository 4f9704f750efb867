--- Layers side by side: each gets the input, and their outputs are joined along a dimension.
--
--     nn.Concat(2):add(nn.Linear(3, 2)):add(nn.Linear(3, 4)):forward(torch.Tensor(5, 3))      -- 5×6
--
-- @classmod nn.Concat
local branches = require 'nn.branches'
local expected = require 'nn.expected'
local located = require 'nn.located'
local sizes = require 'nn.sizes'
local utils = require 'nn.utils'
local Concat, Container = torch.class('nn.Concat', 'nn.Container')

--- Make a container.
-- @tparam int dimension along which the outputs are joined
function Concat:__init(dimension)
   Container.__init(self)
   self.outputSize = torch.LongStorage()
   self.dimension = dimension
end

-- The first layer's output, where all have made tensors and the dimension is one of theirs.
function Concat:_checkOutputs()
   local modules, dimension = self.modules, self.dimension
   local first = modules[1].output
   for i = 1, #modules do
      if not torch.isTensor(modules[i].output) then expected(self, 'a tensor from each layer', modules[i].output) end
   end
   if type(dimension) ~= 'number' or dimension < 1 or dimension > first:dim() then
      expected(self, ('a dimension from 1 to %d'):format(first:dim()), dimension)
   end
   return first
end

-- Give the output the size of all outputs together, also in `outputSize`. They may differ along the dimension alone.
function Concat:_resizeOutput()
   local modules, dimension, first = self.modules, self.dimension, self:_checkOutputs()
   local size = first:size()
   for i = 2, #modules do
      local output = modules[i].output
      local same = output:dim() == first:dim()
      for d = 1, same and first:dim() or 0 do same = same and (d == dimension or output:size(d) == first:size(d)) end
      if not same then
         local what = ('outputs of one size but for dimension %d, as the first of %s'):format(dimension, sizes(first))
         expected(self, what, output)
      end
      size[dimension] = size[dimension] + output:size(dimension)
   end
   self.outputSize = size
   self.output:resize(size)
end

--- The part of the output, or of its gradient, that belongs to a layer.
-- @tparam torch.Tensor whole all of it
-- @tparam torch.Tensor output what the layer has made
-- @tparam int offset where its part begins along the dimension
function Concat:windowNarrow(whole, output, offset)
   return whole:narrow(self.dimension, offset, output:size(self.dimension))
end

local run = located.method(function(self, input)
   local modules = self.modules
   for i = 1, #modules do modules[i].output = modules[i]:updateOutput(input) end
end)

function Concat:updateOutput(input)
   run(self, input)
   local modules, offset = self.modules, 1
   if #modules == 0 then return self.output end
   self:_resizeOutput()
   for i = 1, #modules do
      local output = modules[i].output
      self:windowNarrow(self.output, output, offset):copy(output)
      offset = offset + output:size(self.dimension)
   end
   return self.output
end

-- The part of the gradient that belongs to a layer, and where the next one's begins.
local function part(self, gradOutput, offset, output)
   local dimension = self.dimension
   if self.output:dim() == 0 then expected(self, 'updateOutput before backward', nil) end
   if not torch.isTensor(output) or output:dim() ~= self.output:dim() then
      expected(self, 'updateOutput of the same input before backward', output)
   end
   local n = output:size(dimension)
   if not torch.isTensor(gradOutput) or gradOutput:dim() ~= self.output:dim()
      or offset + n - 1 > gradOutput:size(dimension) then
      expected(self, 'gradOutput of size ' .. sizes(self.output), gradOutput)
   end
   return self:windowNarrow(gradOutput, output, offset), offset + n
end

-- The gradient for the input is the sum of the layers', tables of tensors likewise.
local function sum(self, gradInput, first)
   if first then
      if torch.isTensor(gradInput) and not torch.isTensor(self.gradInput) then self.gradInput = gradInput.new() end
      self.gradInput = utils.recursiveCopy(self.gradInput, gradInput)
   else
      local total = self.gradInput
      if torch.isTensor(total) and torch.isTensor(gradInput) and total:nElement() ~= gradInput:nElement() then
         expected(self, ('gradients of size %s from all layers'):format(sizes(total)), gradInput)
      end
      utils.recursiveAdd(total, gradInput)
   end
end

Concat.updateGradInput = located.method(function(self, input, gradOutput)
   local modules, offset, of = self.modules, 1
   for i = 1, #modules do
      of, offset = part(self, gradOutput, offset, modules[i].output)
      local gradInput = modules[i]:updateGradInput(input, of)
      if gradInput then sum(self, gradInput, i == 1) end
   end
   return self.gradInput
end)

Concat.accGradParameters = located.method(function(self, input, gradOutput, scale)
   local modules, offset, of = self.modules, 1
   for i = 1, #modules do
      of, offset = part(self, gradOutput, offset, modules[i].output)
      modules[i]:accGradParameters(input, of, scale or 1)
   end
end)

Concat.backward = located.method(function(self, input, gradOutput, scale)
   local modules, offset, of = self.modules, 1
   for i = 1, #modules do
      of, offset = part(self, gradOutput, offset, modules[i].output)
      local gradInput = modules[i]:backward(input, of, scale or 1)
      if gradInput then sum(self, gradInput, i == 1) end
   end
   return self.gradInput
end)

Concat.accUpdateGradParameters = located.method(function(self, input, gradOutput, learningRate)
   local modules, offset, of = self.modules, 1
   for i = 1, #modules do
      of, offset = part(self, gradOutput, offset, modules[i].output)
      modules[i]:accUpdateGradParameters(input, of, learningRate)
   end
end)

Concat.__tostring__ = branches
