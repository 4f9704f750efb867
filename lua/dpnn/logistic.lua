--- `ln(1 + exp(−y·x))` and its gradient, for targets y of 1 and −1.
-- @module dpnn.logistic
local wants = require 'nn.wants'
local logistic = {}

--- Give a class its two methods.
-- @tparam table class
-- @tparam function divisor what the sum over all elements is divided by, given the criterion and the input
function logistic.extend(class, divisor)
   function class:updateOutput(input, target)
      wants.elements(self, 'target', target, input)
      local margins = torch.cmul(input:contiguous():view(-1), target:contiguous():view(-1))
      self.output = margins:mul(-1):exp():add(1):log():sum() / divisor(self, input)
      return self.output
   end

   function class:updateGradInput(input, target)
      wants.elements(self, 'target', target, wants.type(self, 'input', input, self.gradInput))
      local y = target:contiguous():view(-1)
      -- e⁻ʸˣ/(1 + e⁻ʸˣ) = 1/(1 + eʸˣ)
      local share = torch.cmul(input:contiguous():view(-1), y):exp():add(1):cinv()
      return self.gradInput:resizeAs(input):copy(share:cmul(y):div(-divisor(self, input)):viewAs(input))
   end
end

return logistic
