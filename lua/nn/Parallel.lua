--- Layers side by side: each gets one slice of the input, and their outputs are joined along a dimension.
--
--     nn.Parallel(1, 1):add(nn.Linear(3, 2)):add(nn.Linear(3, 4)):forward(torch.Tensor(2, 3))      -- 6 numbers
--
-- @classmod nn.Parallel
local branches = require 'nn.branches'
local expected = require 'nn.expected'
local located = require 'nn.located'
local wants = require 'nn.wants'
local Parallel, Container = torch.class('nn.Parallel', 'nn.Container')

--- Make a container.
-- @tparam int inputDimension along which the input is sliced
-- @tparam int outputDimension along which the outputs are joined
function Parallel:__init(inputDimension, outputDimension)
   Container.__init(self)
   self.inputDimension, self.outputDimension = inputDimension, outputDimension
end

-- How many slices there are: a layer for each.
local function count(self, input)
   wants.dims(self, 'input', input, 2, math.huge)
   local n = input:size(wants.dimension(self, self.inputDimension, input:dim()))
   if n > #self.modules then expected(self, ('an input of at most %d slices'):format(#self.modules), input) end
   return n
end

local run = located.method(function(self, input)
   local modules, dimension, outputs = self.modules, self.inputDimension, {}
   for i = 1, count(self, input) do
      local output = modules[i]:updateOutput(input:select(dimension, i))
      modules[i].output, outputs[i] = output, output
   end
   return outputs
end)

function Parallel:updateOutput(input)
   local outputs, dimension = run(self, input), self.outputDimension
   wants.tensors(self, outputs)
   local first = outputs[1]
   wants.dimension(self, dimension, first:dim())
   for i = 2, #outputs do
      local output = wants.dims(self, 'output', outputs[i], first:dim())
      for d = 1, first:dim() do
         if d ~= dimension and output:size(d) ~= first:size(d) then
            wants.otherSize(self, ('outputs of one size but for dimension %d'):format(dimension), output)
         end
      end
   end
   wants.type(self, 'output', first, self.output)
   if #outputs == 1 then self.output:resizeAs(first):copy(first) else torch.cat(self.output, outputs, dimension) end
   self.totalOutputSize = self.output:size()
   return self.output
end

-- The part of the gradient that belongs to a layer, and where the next one's begins.
local function part(self, gradOutput, i, offset)
   local output = self.modules[i].output
   local fits = gradOutput:dim() > 0 and torch.isTensor(output) and output:dim() == gradOutput:dim()
   local size = fits and output:size(self.outputDimension)
   if not fits or offset + size - 1 > gradOutput:size(self.outputDimension) then
      expected(self, 'updateOutput of the same input before backward', output)
   end
   return gradOutput:narrow(self.outputDimension, offset, size), offset + size
end

Parallel.updateGradInput = located.method(function(self, input, gradOutput)
   local modules, dimension, offset, of = self.modules, self.inputDimension, 1
   local n = count(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   wants.type(self, 'input', input, self.gradInput)
   self.gradInput:resizeAs(input)
   for i = 1, n do
      of, offset = part(self, gradOutput, i, offset)
      local slice = self.gradInput:select(dimension, i)
      local gradInput = modules[i]:updateGradInput(input:select(dimension, i), of)
      slice:copy(wants.elements(self, 'gradInput of a layer', gradInput, slice))
   end
   return self.gradInput
end)

Parallel.accGradParameters = located.method(function(self, input, gradOutput, scale)
   local modules, dimension, offset, of = self.modules, self.inputDimension, 1
   local n = count(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   for i = 1, n do
      of, offset = part(self, gradOutput, i, offset)
      modules[i]:accGradParameters(input:select(dimension, i), of, scale or 1)
   end
end)

Parallel.accUpdateGradParameters = located.method(function(self, input, gradOutput, learningRate)
   local modules, dimension, offset, of = self.modules, self.inputDimension, 1
   local n = count(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   for i = 1, n do
      of, offset = part(self, gradOutput, i, offset)
      modules[i]:accUpdateGradParameters(input:select(dimension, i), of, learningRate)
   end
end)

Parallel.__tostring__ = branches
