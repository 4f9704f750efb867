--- Adds a number to each element, or a vector to each row.
-- @classmod nn.AddConstant
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local AddConstant, Module = torch.class('nn.AddConstant', 'nn.Module')

--- Make a layer.
-- @tparam number|torch.Tensor constant what is added: a tensor is as long as the input's last dimension
-- @tparam[opt=false] boolean inplace whether the input is overwritten; `backward` then restores it
function AddConstant:__init(constant, inplace)
   Module.__init(self)
   if not torch.isTensor(constant) then wants.number(self, 'a number or a tensor to add', constant) end
   if inplace ~= nil and type(inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', inplace) end
   self.constant_scalar, self.inplace = constant, inplace or false
end

-- The constant for an input.
local function constantFor(self, input)
   local constant = self.constant_scalar
   wants.type(self, 'input', input, self.output)
   if not torch.isTensor(constant) then return constant end
   wants.type(self, 'constant', constant, input)
   if input:dim() == 0 or input:size(input:dim()) ~= constant:nElement() then
      wants.otherSize(self, ('input whose last dimension is of size %d'):format(constant:nElement()), input)
   end
   local size = torch.LongStorage(input:dim()):fill(1)
   size[input:dim()] = constant:nElement()
   return constant:contiguous():view(size):expandAs(input)
end

function AddConstant:updateOutput(input)
   local constant = constantFor(self, input)
   if self.inplace then
      input:add(constant)
      self.output:set(input)
      return self.output
   end
   if type(constant) == 'number' then return self.output:resizeAs(input):add(input, constant) end
   return self.output:add(input, constant)
end

function AddConstant:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   if not self.inplace then return self.gradInput:resizeAs(gradOutput):copy(gradOutput) end
   self.gradInput:set(gradOutput)
   local constant = constantFor(self, input)
   if type(constant) == 'number' then input:add(-constant) else input:add(-1, constant) end
   return self.gradInput
end
