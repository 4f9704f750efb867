--- The diagonal of the second derivative, nearly: each layer passes on squares of what it passes on of gradients.
--
-- After `nn.hessian.enable()` layers that know how have `initDiagHessianParameters`, `updateDiagHessianInput(input,
-- diagHessianOutput)` and `accDiagHessianParameters`, called as their like for gradients are; `parameters` and
-- `getParameters` have a third result. The numbers are in `diagHessianInput`, `diagHessianWeight` and
-- `diagHessianBias`.
--
-- @module nn.hessian
local expected = require 'nn.expected'
local flatten = require 'nn.flatten'
local hessian = {}

-- Exchange fields for others, of names side by side, while a function runs; a field that is missing stays so.
local function exchanged(module, names, others, f, ...)
   local kept = {}
   for i, name in ipairs(names) do
      kept[i] = module[name]
      if kept[i] ~= nil then module[name] = module[others[i]] end
   end
   local ok, message = pcall(f, module, ...)
   for i, name in ipairs(names) do
      if kept[i] ~= nil then module[name] = kept[i] end
   end
   if not ok then error(message, 0) end
end

-- A field that is a tensor, made if it is missing.
local function buffer(module, name, like)
   module[name] = torch.isTensor(module[name]) and module[name] or like.new()
   return module[name]
end

--- Give a module the fields of its second derivatives, zero at first.
-- @tparam nn.Module module
-- @tparam {string,...} gw names of its gradients
-- @tparam {string,...} hw names of the second derivatives
function hessian.initDiagHessianParameters(module, gw, hw)
   module.diagHessianInput = module.diagHessianInput or module.gradInput.new()
   for i, name in ipairs(gw) do
      local gradient = module[name]
      if gradient and not module[hw[i]] then module[hw[i]] = gradient.new():resizeAs(gradient):zero() end
   end
end

--- Compute `diagHessianInput`: the gradient for the input, the weights squared.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam torch.Tensor diagHessianOutput what comes from behind
-- @tparam {string,...} w names of the weights
-- @tparam {string,...} wsq names of their squares
function hessian.updateDiagHessianInput(module, input, diagHessianOutput, w, wsq)
   buffer(module, 'diagHessianInput', input)
   local names, others = {'gradInput'}, {'diagHessianInput'}
   for i, name in ipairs(w) do
      if module[name] then buffer(module, wsq[i], module[name]):cmul(module[name], module[name]) end
      names[i + 1], others[i + 1] = name, wsq[i]
   end
   exchanged(module, names, others, module.updateGradInput, input, diagHessianOutput)
   return module.diagHessianInput
end

--- The same for a function of single elements: the derivative comes in twice.
function hessian.updateDiagHessianInputPointWise(module, input, diagHessianOutput)
   local once = hessian.updateDiagHessianInput(module, input, diagHessianOutput, {}, {}):clone()
   return hessian.updateDiagHessianInput(module, input, once, {}, {})
end

--- Add to the second derivatives of parameters: their gradients, the input squared.
-- @tparam nn.Module module
-- @tparam torch.Tensor input
-- @tparam torch.Tensor diagHessianOutput what comes from behind
-- @tparam {string,...} gw names of the gradients
-- @tparam {string,...} hw names of the second derivatives
function hessian.accDiagHessianParameters(module, input, diagHessianOutput, gw, hw)
   local squares = buffer(module, 'inputSq', input):cmul(input, input)
   exchanged(module, gw, hw, module.accGradParameters, squares, diagHessianOutput, 1)
end

-- A layer with weight and bias.
local function weighted(class)
   local gw, hw = {'gradWeight', 'gradBias'}, {'diagHessianWeight', 'diagHessianBias'}
   function class:initDiagHessianParameters() hessian.initDiagHessianParameters(self, gw, hw) end
   function class:updateDiagHessianInput(input, diagHessianOutput)
      return hessian.updateDiagHessianInput(self, input, diagHessianOutput, {'weight'}, {'weightSq'})
   end
   function class:accDiagHessianParameters(input, diagHessianOutput)
      hessian.accDiagHessianParameters(self, input, diagHessianOutput, gw, hw)
   end
end

-- A criterion whose second derivative is one number.
local function constant(class, number)
   function class:updateDiagHessianInput(input)
      local value = type(number) == 'function' and number(self, input) or number
      return buffer(self, 'diagHessianInput', input):resizeAs(input):fill(value)
   end
end

local function undefined(self) expected(self, 'updateDiagHessianInput to be defined', 'none') end

local function module()
   local Module = nn.Module
   Module.updateDiagHessianInput = undefined
   function Module.accDiagHessianParameters() end
   function Module.initDiagHessianParameters() end

   local parameters = Module.parameters
   function Module:parameters()
      local weights, gradients = parameters(self)
      if not weights then return end
      local second = {}
      for _, name in ipairs {'Weight', 'Bias'} do
         if self[name:lower()] then second[#second + 1] = self['diagHessian' .. name] end
      end
      return weights, gradients, second
   end
   local getParameters = Module.getParameters
   function Module:getParameters()
      local weights, gradients = getParameters(self)
      return weights, gradients, flatten(select(3, self:parameters()) or {})
   end
end

local function sequential()
   local Sequential = nn.Sequential
   function Sequential:initDiagHessianParameters()
      for _, layer in ipairs(self.modules) do layer:initDiagHessianParameters() end
   end
   function Sequential:updateDiagHessianInput(input, diagHessianOutput)
      local modules = self.modules
      for i = #modules, 1, -1 do
         local x = i > 1 and modules[i - 1].output or input
         diagHessianOutput = modules[i]:updateDiagHessianInput(x, diagHessianOutput)
      end
      self.diagHessianInput = diagHessianOutput
      return diagHessianOutput
   end
   function Sequential:accDiagHessianParameters(input, diagHessianOutput)
      local modules = self.modules
      for i = #modules, 1, -1 do
         modules[i]:accDiagHessianParameters(i > 1 and modules[i - 1].output or input, diagHessianOutput)
         diagHessianOutput = modules[i].diagHessianInput
      end
   end
   function Sequential:parameters()
      local weights, gradients, second = {}, {}, {}
      local function append(list, part) for _, t in ipairs(part or {}) do list[#list + 1] = t end end
      for _, layer in ipairs(self.modules) do
         local w, g, s = layer:parameters()
         append(weights, w)
         append(gradients, g)
         append(second, s)
      end
      return weights, gradients, second
   end
end

-- What classes add, by name. Of those that are not there, nothing is asked.
local classes = {Module = module, Sequential = sequential}
for _, name in ipairs {
   'Linear', 'SpatialConvolution', 'SpatialConvolutionLocal', 'SpatialConvolutionMap', 'SpatialFullConvolution',
   'SpatialFullConvolutionMap',
} do
   classes[name] = weighted
end
for _, name in ipairs {'Sqrt', 'Square', 'Tanh'} do
   classes[name] = function(class) class.updateDiagHessianInput = hessian.updateDiagHessianInputPointWise end
end
function classes.TanhShrink(class)
   -- As in the original: the identity's and the tangent's, added.
   function class:updateDiagHessianInput(input, diagHessianOutput)
      local slope = torch.add(input, -1, self.output):pow(2):mul(-1):add(1):pow(2)
      return buffer(self, 'diagHessianInput', input):cmul(slope, diagHessianOutput):add(diagHessianOutput)
   end
end
function classes.Reshape(class)
   function class:updateDiagHessianInput(input, diagHessianOutput)
      return buffer(self, 'diagHessianInput', input):resizeAs(input):copy(diagHessianOutput)
   end
end
function classes.Criterion(class) class.updateDiagHessianInput = undefined end
function classes.L1Cost(class) constant(class, 1) end
local function square(self, input) return self.sizeAverage and 2 / input:nElement() or 2 end
function classes.MSECriterion(class) constant(class, square) end
function classes.WeightedMSECriterion(class) constant(class, square) end

local enabled = false

--- Give the classes of nn their methods for second derivatives.
function hessian.enable()
   if enabled then return end
   enabled = true
   for name, add in pairs(classes) do
      if nn[name] then add(nn[name]) end
   end
end

nn.hessian = hessian
return hessian
