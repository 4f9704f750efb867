--- A criterion as a module: it takes `{input, target}`, and its output is a tensor of one element, the loss.
-- @classmod nn.ModuleFromCriterion
local expected = require 'nn.expected'
local nesting = require 'nngraph.nesting'
local utils = require 'nngraph.utils'
local wants = require 'nn.wants'
local ModuleFromCriterion, Module = torch.class('nn.ModuleFromCriterion', 'nn.Module')

--- Make a module.
-- @tparam nn.Criterion criterion
function ModuleFromCriterion:__init(criterion)
   Module.__init(self)
   self.criterion = wants.criterion(self, criterion)
   self.output, self.gradInput = torch.Tensor(1), {}
end

local function pair(self, input)
   if not utils.istable(input) or #input ~= 2 then expected(self, 'a table of an input and its target', input) end
   return input[1], input[2]
end

function ModuleFromCriterion:updateOutput(input)
   local loss = self.criterion:updateOutput(pair(self, input))
   if torch.isTensor(loss) then
      self.output:resize(loss:size()):copy(loss)
   else
      self.output:resize(1):fill(loss)
   end
   return self.output
end

-- A copy of a gradient, in what was made for the last one.
local function kept(buffer, gradient) return nesting.copyNested(nesting.resizeNestedAs(buffer, gradient), gradient) end

local function scale(gradient, factor)
   if torch.isTensor(gradient) then return gradient:mul(factor) end
   for _, part in pairs(gradient) do scale(part, factor) end
end

function ModuleFromCriterion:updateGradInput(input, gradOutput)
   local value, target = pair(self, input)
   wants.tensor(self, 'gradOutput', gradOutput)
   if gradOutput:nElement() ~= 1 then wants.otherSize(self, 'gradOutput of one element', gradOutput) end
   local gradInput = self.gradInput
   gradInput[1] = kept(gradInput[1], self.criterion:updateGradInput(value, target))
   scale(gradInput[1], gradOutput:sum())
   -- Nobody learns a target.
   gradInput[2] = nesting.fillNested(nesting.resizeNestedAs(gradInput[2], target), 0)
   return gradInput
end
