--- `ln(1 + exp(−y·x))` and its gradient, for targets y of 1 and −1.
-- @module dpnn.logistic
local wants = require 'nn.wants'
local logistic = {}

--- The sum over all elements.
function logistic.loss(who, input, target)
   wants.elements(who, 'target', target, input)
   return torch.cmul(input:contiguous():view(-1), target:contiguous():view(-1)):mul(-1):exp():add(1):log():sum()
end

--- The gradient, divided by a number.
function logistic.gradient(who, gradInput, input, target, divisor)
   wants.elements(who, 'target', target, input)
   local y = target:contiguous():view(-1)
   -- e⁻ʸˣ/(1 + e⁻ʸˣ) = 1/(1 + eʸˣ)
   local share = torch.cmul(input:contiguous():view(-1), y):exp():add(1):pow(-1)
   gradInput:resizeAs(input):copy(share:cmul(y):div(-divisor):viewAs(input))
   return gradInput
end

return logistic
