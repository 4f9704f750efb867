--- Minus the mean of what `nn.SoftMaxTree` gives: the logarithms of the chances of N targets.
--
-- The input is a vector of N numbers; the target has been heeded by the tree, and may be anything.
--
-- @classmod nn.TreeNLLCriterion
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local TreeNLLCriterion, Criterion = torch.class('nn.TreeNLLCriterion', 'nn.Criterion')

function TreeNLLCriterion:__init()
   Criterion.__init(self)
   -- The original's files have these.
   self._module, self._output_grad = nn.Mean(), torch.Tensor {-1}
end

local function check(self, input)
   return wants.type(self, 'input', wants.dims(self, 'input', input, 1), self.gradInput)
end

function TreeNLLCriterion:updateOutput(input)
   self.output = -check(self, input):mean()
   return self.output
end

function TreeNLLCriterion:updateGradInput(input)
   return self.gradInput:resizeAs(check(self, input)):fill(-1 / input:size(1))
end

restored.fields(TreeNLLCriterion, {gradInput = restored.tensor})
