--- A bilinear form of two vectors for each output: `y_k = x₁ᵀ W_k x₂ + b_k`.
--
-- The input is a table of two matrices with a row for each sample, N×K₁ and N×K₂; the output is N×M.
--
--     nn.Bilinear(3, 2, 4):forward {torch.Tensor(5, 3), torch.Tensor(5, 2)}      -- 5×4
--
-- @classmod nn.Bilinear
local parameters = require 'nn.parameters'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Bilinear, Module = torch.class('nn.Bilinear', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize1 K₁, numbers in the first vector
-- @tparam int inputSize2 K₂, numbers in the second
-- @tparam int outputSize M, numbers in the output
-- @tparam[opt=true] boolean bias whether to add b
function Bilinear:__init(inputSize1, inputSize2, outputSize, bias)
   Module.__init(self)
   for _, size in ipairs {inputSize1 or 0, inputSize2 or 0, outputSize or 0} do
      wants.count(self, 'sizes of both inputs and of the output', size)
   end
   self.weight = torch.Tensor(outputSize, inputSize1, inputSize2)
   self.gradWeight = torch.Tensor(outputSize, inputSize1, inputSize2):zero()
   if bias ~= false then
      self.bias, self.gradBias = torch.Tensor(outputSize), torch.Tensor(outputSize):zero()
   end
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   self:reset()
end

--- Draw the parameters anew, uniform in ±√3·stdv, or in ±1/√K₁.
function Bilinear:reset(deviation)
   parameters.draw(self, deviation, self.weight:size(2))
   return self
end

local function check(self, input)
   wants.tensors(self, input, 2)
   local x, y, weight = input[1], input[2], self.weight
   for i, tensor in ipairs {x, y} do
      wants.type(self, 'input', tensor, weight)
      wants.dims(self, 'input', tensor, 2)
      if tensor:size(2) ~= weight:size(i + 1) or tensor:size(1) ~= x:size(1) then
         wants.otherSize(self, ('input %d of size %dx%d'):format(i, x:size(1), weight:size(i + 1)), tensor)
      end
   end
   return x, y
end

local function checkGradient(self, x, gradOutput)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   local outputs = self.weight:size(1)
   if gradOutput:dim() ~= 2 or gradOutput:size(1) ~= x:size(1) or gradOutput:size(2) ~= outputs then
      wants.otherSize(self, ('gradOutput of size %dx%d'):format(x:size(1), outputs), gradOutput)
   end
end

-- Buffers in the sizes of the inputs.
local function buffers(self, x, y)
   self.buff1, self.buff2 = self.buff1 or x.new(), self.buff2 or y.new()
   return self.buff1:resizeAs(x), self.buff2:resizeAs(y)
end

function Bilinear:updateOutput(input)
   local x, y = check(self, input)
   local _, along = buffers(self, x, y)
   local output = self.output:resize(x:size(1), self.weight:size(1))
   for k = 1, self.weight:size(1) do
      along:mm(x, self.weight[k]):cmul(y)
      output:narrow(2, k, 1):sum(along, 2)
   end
   if self.bias then output:add(self.bias:view(1, -1):expandAs(output)) end
   return output
end

-- A column of a gradient, for all numbers of its row.
local function column(gradOutput, k, like) return gradOutput:narrow(2, k, 1):expandAs(like) end

function Bilinear:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local x, y = check(self, input)
   checkGradient(self, x, gradOutput)
   local first, second = buffers(self, x, y)
   if #self.gradInput ~= 2 then self.gradInput = {x.new(), y.new()} end
   local gradX, gradY = self.gradInput[1]:resizeAs(x):zero(), self.gradInput[2]:resizeAs(y):zero()
   for k = 1, self.weight:size(1) do
      gradX:addcmul(column(gradOutput, k, x), first:mm(y, self.weight[k]:t()))
      gradY:addcmul(column(gradOutput, k, y), second:mm(x, self.weight[k]))
   end
   return self.gradInput
end

function Bilinear:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   local x, y = check(self, input)
   checkGradient(self, x, gradOutput)
   local first = buffers(self, x, y)
   for k = 1, self.weight:size(1) do
      first:cmul(x, column(gradOutput, k, x))
      self.gradWeight[k]:addmm(scale, first:t(), y)
   end
   if self.bias then self.gradBias:view(1, -1):add(scale, gradOutput:sum(1)) end
end

-- The step goes straight into the weights, shared or not.
Bilinear.sharedAccUpdateGradParameters = Module.defaultAccUpdateGradParameters

function Bilinear:clearState()
   utils.clear(self, 'buff1', 'buff2')
   return Module.clearState(self)
end

function Bilinear:__tostring__()
   local weight = self.weight
   local size = ('%s(%dx%d -> %d) '):format(torch.type(self), weight:size(2), weight:size(3), weight:size(1))
   return self.bias and size or size .. ' without bias'
end
