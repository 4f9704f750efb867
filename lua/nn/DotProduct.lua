--- The dot product of two vectors, or of the rows of two matrices.
--
--     nn.DotProduct():forward {torch.Tensor {1, 2}, torch.Tensor {3, 4}}      -- 11
--
-- @classmod nn.DotProduct
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local DotProduct, Module = torch.class('nn.DotProduct', 'nn.Module')

function DotProduct:__init()
   Module.__init(self)
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

local function rows(t) return t:dim() == 1 and t:view(1, -1) or t end

local function check(self, input)
   wants.tensors(self, input, 2)
   wants.dims(self, 'input', input[1], 1, 2)
   wants.same(self, 'input', input[2], input[1])
   return input[1], input[2]
end

function DotProduct:updateOutput(input)
   local x, y = check(self, input)
   wants.type(self, 'input', x, self.output)
   self.buffer = torch.isTensor(self.buffer) and self.buffer or x.new()
   self.buffer:cmul(x, y)
   local products = rows(self.buffer)
   self.output:sum(products, 2):resize(products:size(1))
   return self.output
end

function DotProduct:updateGradInput(input, gradOutput)
   local x, y = check(self, input)
   local count = x:dim() == 1 and 1 or x:size(1)
   wants.type(self, 'gradOutput', gradOutput, x)
   if gradOutput:nElement() ~= count then wants.otherSize(self, ('gradOutput of size %d'):format(count), gradOutput) end
   if #self.gradInput ~= 2 then self.gradInput = {x.new(), x.new()} end
   local g = gradOutput:contiguous():view(count, 1):expand(count, x:size(x:dim()))
   self.gradInput[1]:cmul(y, g)
   self.gradInput[2]:cmul(x, g)
   return self.gradInput
end

function DotProduct:clearState()
   utils.clear(self, 'buffer')
   return Module.clearState(self)
end
