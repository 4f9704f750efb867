--- A criterion whose input and target go through layers first.
--
-- Parameters in `inputModule` are not trained.
--
-- @classmod nn.ModuleCriterion
local expected = require 'nn.expected'
local ModuleCriterion, Criterion = torch.class('nn.ModuleCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam nn.Criterion criterion what computes the loss
-- @tparam[opt] nn.Module inputModule what the input goes through
-- @tparam[opt] nn.Module targetModule what the target goes through
-- @tparam[opt=true] boolean castTarget kept as a field; as in the original, `targetModule` is converted either way
function ModuleCriterion:__init(criterion, inputModule, targetModule, castTarget)
   Criterion.__init(self)
   if type(criterion) ~= 'table' then expected(self, 'a criterion', criterion) end
   for name, module in pairs {inputModule = inputModule, targetModule = targetModule} do
      if not torch.isTypeOf(module, 'nn.Module') then expected(self, 'a module as ' .. name, module) end
   end
   self.criterion, self.inputModule, self.targetModule = criterion, inputModule, targetModule
   if inputModule and #(inputModule:parameters() or {}) > 0 then
      print(("Warning: %s doesn't support parameter updates"):format(torch.type(self)))
   end
   self.castTarget = castTarget ~= false
end

-- What the criterion gets, in `input` and `target`.
local function through(self, input, target)
   if self.inputModule then
      self.input = self.inputModule:forward(input)
      input = self.input
   end
   if self.targetModule then
      self.target = self.targetModule:forward(target)
      target = self.target
   end
   return input, target
end

function ModuleCriterion:updateOutput(input, target)
   self.output = self.criterion:forward(through(self, input, target))
   return self.output
end

function ModuleCriterion:updateGradInput(input, target)
   local gradient = self.criterion:backward(
      self.inputModule and self.input or input, self.targetModule and self.target or target)
   self.gradInput = self.inputModule and self.inputModule:updateGradInput(input, gradient) or gradient
   return self.gradInput
end
