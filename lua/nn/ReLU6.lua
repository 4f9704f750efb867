--- Rectified linear unit with a ceiling: `y = min(max(x, 0), 6)`, element by element.
-- @classmod nn.ReLU6
local compute = require('sconce.nn').HardTanh
local expected = require 'nn.expected'
local ReLU6, Module = torch.class('nn.ReLU6', 'nn.Module')

--- Make a layer.
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function ReLU6:__init(inplace)
   Module.__init(self)
   self.inplace = inplace or false
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
end

function ReLU6:updateOutput(input)
   compute.updateOutput(self.output, input, 0, 6, self.inplace)
   return self.output
end

function ReLU6:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, 0, 6, self.inplace)
   return self.gradInput
end
