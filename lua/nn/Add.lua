--- Adds a bias to each sample: `y = x + b`.
--
--     nn.Add(3):forward(torch.Tensor(2, 3))      -- a batch of 2
--
-- @classmod nn.Add
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local Add, Module = torch.class('nn.Add', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize numbers in a sample
-- @tparam[opt=false] boolean scalar whether one number is added to all of them
function Add:__init(inputSize, scalar)
   Module.__init(self)
   local size = scalar and 1 or inputSize
   wants.count(self, 'a size of samples', size)
   if scalar then self.scalar = scalar end
   self.bias, self.gradBias, self._ones = torch.Tensor(size), torch.Tensor(size):zero(), torch.Tensor {1}
   self:reset()
end

--- Draw the bias anew, uniform in ±√3·stdv, or in ±1/√size.
function Add:reset(deviation)
   parameters.draw(self, deviation, self.bias:size(1))
end

-- Samples as the rows of a matrix; nothing if there is one alone, or one number for all.
local function rows(self, name, tensor)
   wants.type(self, name, tensor, self.bias)
   if self.scalar or tensor:isSameSizeAs(self.bias) then return nil end
   local count = self.bias:nElement()
   if tensor:dim() < 2 or tensor:nElement() ~= tensor:size(1) * count then
      wants.otherSize(self, ('%s of size %d, or a batch of that'):format(name, count), tensor)
   end
   return tensor:contiguous():view(tensor:size(1), count)
end

function Add:updateOutput(input)
   local batch, bias = rows(self, 'input', input), self.bias
   if batch then return self.output:add(batch, bias:view(1, -1):expandAs(batch)):resize(input:size()) end
   if self.scalar then return self.output:resizeAs(input):add(input, bias[1]) end
   return self.output:add(input, bias)
end

function Add:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   wants.gradient(self, input, gradOutput)
   return self.gradInput:resizeAs(gradOutput):copy(gradOutput)
end

function Add:accGradParameters(_, gradOutput, scale)
   scale = scale or 1
   local batch = rows(self, 'gradOutput', gradOutput)
   if batch then
      self.gradBias:view(1, -1):add(scale, batch:sum(1))
   elseif self.scalar then
      self.gradBias:add(scale * gradOutput:sum())
   else
      self.gradBias:add(scale, gradOutput)
   end
end
