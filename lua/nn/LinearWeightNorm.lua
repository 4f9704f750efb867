--- `nn.Linear`, its weights told by direction and length: `w = g · v / ‖v‖`, for each output.
--
-- `v` (M×K), `g` (M×1) and the bias are what is trained.
--
--     nn.LinearWeightNorm(10, 2):forward(torch.Tensor(5, 10))      -- 5×2
--
-- @classmod nn.LinearWeightNorm
local compute = require('sconce.nn').Linear
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local LinearWeightNorm, Linear = torch.class('nn.LinearWeightNorm', 'nn.Linear')

--- Make a layer.
-- @tparam int inputSize K, numbers in a sample
-- @tparam int outputSize M, numbers in its output
-- @tparam[opt=true] boolean bias whether to add a bias
-- @tparam[opt=1e-16] number eps the least length, where v may be 0
function LinearWeightNorm:__init(inputSize, outputSize, bias, eps)
   nn.Module.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   self.eps = wants.number(self, 'a small number eps', eps or 1e-16)
   self.inputSize, self.outputSize = inputSize, outputSize
   self.v, self.gradV = torch.Tensor(outputSize, inputSize), torch.Tensor(outputSize, inputSize):zero()
   self.weight = torch.Tensor(outputSize, inputSize)
   for _, name in ipairs {'g', 'gradG', 'norm', 'scale'} do self[name] = torch.Tensor(outputSize, 1):zero() end
   if bias ~= false then
      self.bias, self.gradBias = torch.Tensor(outputSize), torch.Tensor(outputSize):zero()
   end
   self:reset()
end

--- Draw the parameters anew, as those of `nn.Linear`.
function LinearWeightNorm:reset(stdv)
   Linear.reset(self, stdv)
   return self:initFromWeight()
end

--- Take direction and length from a weight.
-- @tparam[opt] torch.Tensor weight M×K; the layer's own if nothing is said
-- @treturn nn.LinearWeightNorm itself
function LinearWeightNorm:initFromWeight(weight)
   weight = wants.same(self, 'weight', weight or self.weight, self.v)
   self.g:norm(weight, 2, 2)
   self.v:copy(weight)
   return self
end

--- One that computes what an `nn.Linear` does: `nn.LinearWeightNorm.fromLinear(linear)`.
function LinearWeightNorm.fromLinear(linear)
   if not torch.isTypeOf(linear, 'nn.Linear') then expected('nn.LinearWeightNorm', 'an nn.Linear', linear) end
   local module = nn.LinearWeightNorm(linear.weight:size(2), linear.weight:size(1), linear.bias ~= nil)
   module:type(torch.type(linear.weight))
   module.weight:copy(linear.weight)
   module:initFromWeight()
   if linear.bias then module.bias:copy(linear.bias) end
   return module
end

--- An `nn.Linear` that computes the same.
function LinearWeightNorm:toLinear()
   self:updateWeightMatrix()
   local linear = nn.Linear(self.inputSize, self.outputSize, self.bias ~= nil):type(torch.type(self.v))
   linear.weight:copy(self.weight)
   if self.bias then linear.bias:copy(self.bias) end
   return linear
end

function LinearWeightNorm:parameters()
   if self.bias then return {self.v, self.g, self.bias}, {self.gradV, self.gradG, self.gradBias} end
   return {self.v, self.g}, {self.gradV, self.gradG}
end

-- The lengths, in `norm`, and what they are multiplied by, in `scale`.
local function measure(self)
   self.norm:norm(self.v, 2, 2):clamp(self.eps, math.huge)
   self.scale:cdiv(self.g, self.norm)
end

--- Compute the weight.
function LinearWeightNorm:updateWeightMatrix()
   measure(self)
   self.weight:cmul(self.v, self.scale:expandAs(self.v))
end

function LinearWeightNorm:updateOutput(input)
   if self.train ~= false or self.weight:dim() == 0 then self:updateWeightMatrix() end
   return Linear.updateOutput(self, input)
end

-- The gradients of v and g for that of the weight.
local function gradients(self, input, gradOutput, scale)
   local v = self.v
   local gradWeight = v.new(v:size()):zero()
   compute.accGradParameters(gradWeight, self.bias and self.gradBias, input, gradOutput, scale)
   if self.scale:dim() == 0 then measure(self) end
   local gradG = torch.cmul(gradWeight, v):sum(2):cdiv(self.norm)
   local along = torch.cmul(gradG, self.scale):cdiv(self.norm)
   return gradWeight:cmul(self.scale:expandAs(v)):addcmul(-1, along:expandAs(v), v), gradG
end

function LinearWeightNorm:accGradParameters(input, gradOutput, scale)
   local gradV, gradG = gradients(self, input, gradOutput, scale or 1)
   self.gradV:add(gradV)
   self.gradG:add(gradG)
end

--- The step straight into the parameters.
function LinearWeightNorm:defaultAccUpdateGradParameters(input, gradOutput, learningRate)
   local gradBias = self.gradBias
   self.gradBias = self.bias
   local stepV, stepG = gradients(self, input, gradOutput, -learningRate)
   self.gradBias = gradBias
   self.v:add(stepV)
   self.g:add(stepG)
end

-- The weight is none of the parameters.
LinearWeightNorm.sharedAccUpdateGradParameters = nn.Module.sharedAccUpdateGradParameters

--- Evaluation mode: the weight is computed once, here.
function LinearWeightNorm:evaluate()
   if self.train ~= false then self:updateWeightMatrix() end
   Linear.evaluate(self)
end

function LinearWeightNorm:clearState()
   utils.clear(self, 'weight', 'norm', 'scale')
   return Linear.clearState(self)
end

function LinearWeightNorm:__tostring__()
   local size = ('%s(%d -> %d)'):format(torch.type(self), self.inputSize, self.outputSize)
   return self.bias and size or size .. ' without bias'
end
