--- `nn.Jacobian` for inputs of pairs, an index and a value in each row: the values vary.
-- @module nn.SparseJacobian
local expected = require 'nn.expected'
local Jacobian = nn.Jacobian
local SparseJacobian = {}

local function values(input)
   if not torch.isTensor(input) or input:dim() ~= 2 or input:size(2) < 2 then
      expected('nn.SparseJacobian', 'an input of pairs, Nx2', input)
   end
   return input:select(2, 2)
end

--- The Jacobian by differences.
function SparseJacobian.forward(module, input, param)
   return Jacobian.forward(module, input, param or values(input))
end

--- The Jacobian by backpropagation.
function SparseJacobian.backward(module, input, param, dparam)
   if param then return Jacobian.backward(module, input, param, dparam) end
   return Jacobian.backwardOf(module, input, values)
end

SparseJacobian.forwardUpdate = Jacobian.forwardUpdate
SparseJacobian.backwardUpdate = Jacobian.backwardUpdate

--- How far the gradient for random values is from differences: the largest error.
function SparseJacobian.testJacobian(module, input, minval, maxval)
   Jacobian.draw(values(input), minval, maxval)
   local forward = SparseJacobian.forward(module, input)
   return torch.add(forward, -1, SparseJacobian.backward(module, input)):abs():max()
end

--- The same for the gradient of a parameter, which is filled too.
function SparseJacobian.testJacobianParameters(module, input, param, dparam, minval, maxval)
   Jacobian.draw(values(input), minval, maxval)
   Jacobian.draw(param, minval, maxval)
   local backward = SparseJacobian.backward(module, input, param, dparam)
   return torch.add(SparseJacobian.forward(module, input, param), -1, backward):abs():max()
end

--- The same for a step of `accUpdateGradParameters`.
function SparseJacobian.testJacobianUpdateParameters(module, input, param, minval, maxval)
   Jacobian.draw(values(input), minval, maxval)
   Jacobian.draw(param, minval, maxval)
   local backward = SparseJacobian.backwardUpdate(module, input, param)
   return torch.add(SparseJacobian.forwardUpdate(module, input, param), -1, backward):abs():max()
end

--- Whether a module that was saved and loaded computes the same for random values.
-- @treturn number the largest error of the output
-- @treturn number the largest error of the gradient
function SparseJacobian.testIO(module, input, minval, maxval)
   Jacobian.draw(values(input), minval, maxval)
   return Jacobian.compareLoaded(module, input, minval, maxval)
end

SparseJacobian.testAllUpdate = Jacobian.testAllUpdate

nn.SparseJacobian = SparseJacobian
return SparseJacobian
