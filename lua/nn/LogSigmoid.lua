--- `y = log (1 / (1 + e⁻ˣ))`, element by element.
-- @classmod nn.LogSigmoid
local compute = require('sconce.nn').LogSigmoid
local LogSigmoid, Module = torch.class('nn.LogSigmoid', 'nn.Module')

--- Make a layer. Its `buffer` is not needed here, but lies in files.
function LogSigmoid:__init()
   Module.__init(self)
   self.buffer = torch.Tensor()
end

function LogSigmoid:updateOutput(input)
   compute.updateOutput(self.output, input, 0, 0, false)
   return self.output
end

function LogSigmoid:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, 0, 0, false)
   return self.gradInput
end

function LogSigmoid:clearState()
   if self.buffer then self.buffer:set() end
   return Module.clearState(self)
end
