--- Batch normalisation of N×C inputs: `y = γ·(x − μ)/√(σ² + ε) + β`, each of the C features on its own.
--
-- In training μ and σ² are the batch's, and `running_mean` and `running_var` follow them; in evaluation those two
-- are used. γ is `weight` (starts uniform in 0…1), β is `bias` (starts at 0).
--
-- Source: Ioffe and Szegedy, 2015, arXiv:1502.03167. For images: `nn.SpatialBatchNormalization`.
--
-- @classmod nn.BatchNormalization
local compute = require('sconce.nn').BatchNormalization
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local BatchNormalization, Module = torch.class('nn.BatchNormalization', 'nn.Module')

BatchNormalization.__version = 2
--- Dimensions of a batch.
BatchNormalization.nDim = 2

--- Make a layer.
-- @tparam int features C
-- @tparam[opt=1e-5] number eps ε
-- @tparam[opt=0.1] number momentum how far the running estimates move with each batch
-- @tparam[opt=true] boolean affine whether to learn γ and β
function BatchNormalization:__init(features, eps, momentum, affine)
   Module.__init(self)
   wants.count(self, 'a number of features', features)
   if affine ~= nil and type(affine) ~= 'boolean' then expected(self, 'affine to be true or false', affine) end
   self.affine, self.train = affine ~= false, true
   self.eps, self.momentum = eps or 1e-5, momentum or 0.1
   self.running_mean, self.running_var = torch.zeros(features), torch.ones(features)
   if self.affine then  -- γ and β
      self.weight, self.gradWeight = torch.Tensor(features), torch.Tensor(features)
      self.bias, self.gradBias = torch.Tensor(features), torch.Tensor(features)
      self:reset()
   end
end

--- Start over: parameters and running estimates.
function BatchNormalization:reset()
   if self.weight then self.weight:uniform() end
   if self.bias then self.bias:zero() end
   self.running_mean:zero()
   self.running_var:fill(1)
end

function BatchNormalization:checkInputDim(input)
   if not torch.isTensor(input) or input:dim() ~= self.nDim then
      expected(self, ('a %dD batch'):format(self.nDim), input)
   end
   if input:size(2) ~= self.running_mean:nElement() then
      expected(self, ('%d features'):format(self.running_mean:nElement()), input:size(2))
   end
end

-- The batch with its N, and whether it trains: a batch of one has no variance, so it never does.
local function batch(self, input)
   if not self.train and torch.isTensor(input) and input:dim() == self.nDim - 1 then
      input = utils.addSingletonDimension(input)
   end
   self:checkInputDim(input)
   return input, self.train and input:size(1) > 1
end

function BatchNormalization:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.save_mean, self.save_std = self.save_mean or input.new(), self.save_std or input.new()
   local x, training = batch(self, input)
   compute.updateOutput(self.output, x, self.weight, self.bias, self.running_mean, self.running_var,
      self.save_mean, self.save_std, training, self.momentum, self.eps)
   return self.output
end

function BatchNormalization:backward(input, gradOutput, scale)
   return self:_backward(input, gradOutput, scale or 1, self.gradInput, self.gradWeight, self.gradBias)
end

function BatchNormalization:updateGradInput(input, gradOutput)
   return self:_backward(input, gradOutput, 1, self.gradInput)
end

function BatchNormalization:accGradParameters(input, gradOutput, scale)
   self:_backward(input, gradOutput, scale or 1, nil, self.gradWeight, self.gradBias)
end

function BatchNormalization:_backward(input, gradOutput, scale, gradInput, gradWeight, gradBias)
   if not self.save_mean then expected(self, 'updateOutput before backward', nil) end
   local x, training = batch(self, input)
   compute.backward(gradInput, gradWeight, gradBias, x, batch(self, gradOutput), self.weight,
      self.running_mean, self.running_var, self.save_mean, self.save_std, training, scale, self.eps)
   return gradInput
end

-- Files of version 1 hold the inverse standard deviation where the variance is now.
function BatchNormalization:read(file, version)
   Module.read(self, file)
   if version < 2 and self.running_std then
      self.running_var = torch.pow(self.running_std, -2):csub(self.eps)
      self.running_std = nil
   end
end

function BatchNormalization:clearState()
   -- The last five lie in files of older layers.
   utils.clear(self, 'save_mean', 'save_std', 'buffer', 'buffer2', 'centered', 'std', 'normalized')
   return Module.clearState(self)
end

function BatchNormalization:__tostring__()
   return ('%s (%dD) (%d)'):format(torch.type(self), self.nDim, self.running_mean:nElement())
end
