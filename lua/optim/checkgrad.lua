--- A gradient beside differences of values.
-- @module optim.checkgrad
local wants = require 'optim.wants'

--- Compare the gradient with central differences: (f(x + ε·eᵢ) - f(x - ε·eᵢ)) / 2ε.
--
--     local difference = optim.checkgrad(function(x) return x:dot(x), x * 2 end, torch.randn(5))    -- about 1e-10
--
-- @function optim.checkgrad
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x where; unchanged afterwards
-- @tparam[opt=1e-7] number eps ε
-- @treturn number |g - differences| / |g + differences|
-- @treturn torch.Tensor g, the gradient
-- @treturn torch.Tensor the differences
function optim.checkgrad(opfunc, x, eps)
   wants.callable('optim.checkgrad', 'opfunc', opfunc)
   wants.tensor('optim.checkgrad', 'x', x)
   eps = wants.number('optim.checkgrad', {eps = eps}, 'eps', 1e-7)
   local _, dfdx = wants.evaluation('optim.checkgrad', opfunc, x)
   local gradient = dfdx:clone()
   local differences = gradient.new():resizeAs(gradient)
   local numbers, slopes = x:view(-1), differences:view(-1)
   for i = 1, numbers:size(1) do
      local kept = numbers[i]
      local function valueAt(number)
         numbers[i] = number
         return wants.value('optim.checkgrad', (opfunc(x)))
      end
      slopes[i] = (valueAt(kept + eps) - valueAt(numbers[i] - 2 * eps)) / (2 * eps)
      numbers[i] = kept
   end
   return torch.norm(gradient - differences) / torch.norm(gradient + differences), gradient, differences
end
