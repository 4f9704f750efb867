--- Gradients against differences, for the tests of layers.
--
--     nn.Jacobian.testJacobian(nn.Tanh(), torch.Tensor(3, 4))      -- about 1e-10
--
-- A Jacobian here is a matrix with a row for each element of what varies, input or parameter, and a column for each
-- element of the output.
--
-- @module nn.Jacobian
local expected = require 'nn.expected'
local copy = require 'nn.copy'
local Jacobian = {}

-- The elements of a tensor as a vector that shares them.
local function flat(name, tensor)
   if not torch.isTensor(tensor) then expected('nn.Jacobian.' .. name, 'a tensor', tensor) end
   if tensor:dim() == 1 then return tensor end
   if not tensor:isContiguous() then expected('nn.Jacobian.' .. name, 'contiguous elements', tensor) end
   return tensor:view(-1)
end

--- Fill a tensor with random numbers in a range, from -2 to 2 if nothing is said.
local function draw(tensor, low, high)
   low, high = low or -2, high or 2
   return tensor:copy(torch.rand(tensor:nElement()):mul(high - low):add(low))
end

Jacobian.draw = draw

--- The Jacobian by differences.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam[opt] torch.Tensor param what varies, if not the input
-- @tparam[opt=1e-6] number perturbation by how much, to either side
-- @treturn torch.Tensor
function Jacobian.forward(module, input, param, perturbation)
   perturbation = perturbation or 1e-6
   local x, jacobian = flat('forward', param or input), nil
   for i = 1, x:size(1) do
      local value = x[i]
      x[i] = value - perturbation
      local below = module:forward(input):clone()
      x[i] = value + perturbation
      local above = module:forward(input)
      jacobian = jacobian or torch.Tensor():resize(x:size(1), below:nElement())
      jacobian[i]:copy(below:mul(-1):add(above):div(2 * perturbation))
      x[i] = value
   end
   return jacobian
end

-- Calls a function for each element of the output, with a gradient that is 1 there alone.
local function eachOutput(module, input, f)
   local output = module:forward(input)
   local gradient = output.new(output:size()):zero()
   local g = flat('backward', gradient)
   for i = 1, g:size(1) do
      g:zero()
      g[i] = 1
      f(i, gradient, g:size(1))
   end
end

--- The Jacobian by backpropagation, of what a function picks from the gradient for the input.
function Jacobian.backwardOf(module, input, pick)
   local jacobian
   eachOutput(module, input, function(i, gradient, count)
      module:zeroGradParameters()
      local gradInput = module:updateGradInput(input, gradient)
      module:accGradParameters(input, gradient)
      local varies = pick(gradInput)
      jacobian = jacobian or torch.Tensor():resize(varies:nElement(), count)
      jacobian:select(2, i):copy(varies)
   end)
   return jacobian
end

--- The Jacobian by backpropagation.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam[opt] torch.Tensor param what varies, if not the input
-- @tparam[opt] torch.Tensor dparam the parameter's gradient
-- @treturn torch.Tensor
function Jacobian.backward(module, input, param, dparam)
   if param and not torch.isTensor(dparam) then expected('nn.Jacobian.backward', "the parameter's gradient", dparam) end
   return Jacobian.backwardOf(module, input, function(gradInput) return param and dparam or gradInput end)
end

--- What becomes of a parameter in a step of rate 1 down each output, by `accUpdateGradParameters`.
function Jacobian.backwardUpdate(module, input, param)
   local before, jacobian = param:clone(), nil
   eachOutput(module, input, function(i, gradient, count)
      param:copy(before)
      module:updateGradInput(input, gradient)
      module:accUpdateGradParameters(input, gradient, 1)
      jacobian = jacobian or torch.Tensor():resize(param:nElement(), count)
      jacobian:select(2, i):copy(param)
   end)
   param:copy(before)
   return jacobian
end

--- The same by differences.
function Jacobian.forwardUpdate(module, input, param, perturbation)
   local jacobian = Jacobian.forward(module, input, param, perturbation):mul(-1)
   local before = jacobian.new():resize(param:nElement()):copy(param)
   return jacobian:add(before:view(-1, 1):expandAs(jacobian))
end

--- The squares of a linear module's derivatives, those of all outputs together: the diagonal of its second derivative.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam[opt='gradInput'] string gradParamName the gradient of what varies
-- @treturn torch.Tensor a vector
function Jacobian.linearModuleDiagHessian(module, input, gradParamName)
   local jacobian = Jacobian.backwardOf(module, input, function() return module[gradParamName or 'gradInput'] end)
   return jacobian:pow(2):sum(2):view(-1)
end

--- The same by what `nn.hessian` has given the module.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam[opt='diagHessianInput'] string diagHessianParamName the second derivative of what varies
-- @treturn torch.Tensor a vector
function Jacobian.backwardDiagHessian(module, input, diagHessianParamName)
   local output = module:forward(input)
   local ones = output.new(output:size()):fill(1)
   module:initDiagHessianParameters()
   module.diagHessianInput:resizeAs(input):zero()
   local varies = module[diagHessianParamName or 'diagHessianInput']
   varies:zero()
   module:updateDiagHessianInput(input, ones)
   module:accDiagHessianParameters(input, ones)
   return varies:clone():view(-1)
end

local function largestDifference(a, b) return torch.add(a, -1, b):abs():max() end

--- How far the gradient for a random input is from differences: the largest error.
-- @tparam nn.Module module
-- @tparam torch.Tensor input is filled
-- @tparam[opt=-2] number minval the input's range
-- @tparam[opt=2] number maxval
-- @tparam[opt=1e-6] number perturbation
-- @treturn number
function Jacobian.testJacobian(module, input, minval, maxval, perturbation)
   draw(input, minval, maxval)
   local forward = Jacobian.forward(module, input, nil, perturbation)
   return largestDifference(forward, Jacobian.backward(module, input))
end

--- The same for the gradient of a parameter, which is filled too.
function Jacobian.testJacobianParameters(module, input, param, dparam, minval, maxval, perturbation)
   draw(input, minval, maxval)
   draw(param, minval, maxval)
   local backward = Jacobian.backward(module, input, param, dparam)
   return largestDifference(Jacobian.forward(module, input, param, perturbation), backward)
end

--- The same for a step of `accUpdateGradParameters`.
function Jacobian.testJacobianUpdateParameters(module, input, param, minval, maxval, perturbation)
   draw(input, minval, maxval)
   draw(param, minval, maxval)
   local backward = Jacobian.backwardUpdate(module, input, param)
   return largestDifference(Jacobian.forwardUpdate(module, input, param, perturbation), backward)
end

local function run(module, input, gradOutput)
   module:zeroGradParameters()
   module:forward(input)
   module:updateGradInput(input, gradOutput)
   module:accGradParameters(input, gradOutput)
end

--- Whether a module that was saved and loaded computes the same for a random input.
-- @treturn number the largest error of the output
-- @treturn number the largest error of the gradient
function Jacobian.testIO(module, input, minval, maxval)
   draw(input, minval, maxval)
   return Jacobian.compareLoaded(module, input, minval, maxval)
end

--- The same for an input as it is.
function Jacobian.compareLoaded(module, input, minval, maxval)
   local output = module:forward(input)
   local gradOutput = draw(output:clone(), minval, maxval)
   run(module, input, gradOutput)
   local loaded = copy(module)
   run(module, input, gradOutput)
   run(loaded, input, gradOutput)
   return largestDifference(module.output, loaded.output), largestDifference(module.gradInput, loaded.gradInput)
end

--- How far a linear module's second derivatives for a random input are from what they should be: the largest error.
function Jacobian.testDiagHessian(module, input, gradParamName, diagHessianParamName, minval, maxval)
   draw(input, minval, maxval)
   return largestDifference(Jacobian.backwardDiagHessian(module, input, diagHessianParamName),
      Jacobian.linearModuleDiagHessian(module, input, gradParamName))
end

--- The same of its input's.
function Jacobian.testDiagHessianInput(module, input, minval, maxval)
   return Jacobian.testDiagHessian(module, input, 'gradInput', 'diagHessianInput', minval, maxval)
end
--- The same of its weight's.
function Jacobian.testDiagHessianWeight(module, input, minval, maxval)
   return Jacobian.testDiagHessian(module, input, 'gradWeight', 'diagHessianWeight', minval, maxval)
end
--- The same of its bias's.
function Jacobian.testDiagHessianBias(module, input, minval, maxval)
   return Jacobian.testDiagHessian(module, input, 'gradBias', 'diagHessianBias', minval, maxval)
end

-- A pair of modules with one parameter, of which each takes a step.
local function sharing(module, name)
   local first, second = module:clone(), module:clone()
   second:share(first, name)
   return first, second
end

--- Whether every way of making a step of some rate ends in the same parameter.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam string weight the parameter's name
-- @tparam string gradWeight its gradient's
-- @treturn table errors by the name of the way
function Jacobian.testAllUpdate(module, input, weight, gradWeight)
   local rate, before, errors = torch.uniform(0.1, 1.0), module[weight]:clone(), {}
   local gradOutput = torch.rand(module:forward(input):size()):type(torch.type(module.output))

   local function byGradients(one)
      run(one, input, gradOutput)
      return one[gradWeight]:clone()
   end
   local function directly(one)
      one:forward(input)
      one:updateGradInput(input, gradOutput)
      one:accUpdateGradParameters(input, gradOutput, rate)
   end

   local one = module:clone()
   local step = byGradients(one):mul(-rate)
   one:updateParameters(rate)
   local once = torch.add(before, step)
   errors['accGradParameters'] = once:dist(one[weight])

   one = module:clone()
   directly(one)
   errors['accUpdateGradParameters'] = once:dist(one[weight])

   local twice = torch.add(once, step)
   local first, second = sharing(module, weight)
   byGradients(first)
   byGradients(second)
   first:updateParameters(rate)
   second:updateParameters(rate)
   errors['accGradParameters [shared]'] = twice:dist(first[weight]) + twice:dist(second[weight])

   first, second = sharing(module, weight)
   directly(first)
   directly(second)
   errors['accUpdateGradParameters [shared]'] = twice:dist(first[weight]) + twice:dist(second[weight])
   return errors
end

nn.Jacobian = Jacobian
return Jacobian
