--- The loss of noise-contrastive estimation, for what `nn.NCEModule` gives.
--
-- With chances of words by the model (P) and by the noise (Q), for the target and k samples of noise:
-- `−(ln P/(P + kQ) + Σ ln kQ/(P + kQ))`, the mean over the batch. (Mnih, Teh, 2012; Chen et al., 2015.)
--
-- @classmod nn.NCECriterion
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local NCECriterion, Criterion = torch.class('nn.NCECriterion', 'nn.Criterion')
local eps = 1e-7

function NCECriterion:__init()
   Criterion.__init(self)
   self.sizeAverage = true
   self.gradInput = {torch.Tensor(), torch.Tensor(), torch.Tensor(), torch.Tensor()}
end

local function check(self, input)
   wants.tensors(self, input, 4)
   wants.floating(self, 'input', input[1])
   if input[2]:dim() ~= 2 then expected(self, 'samples of noise for each target', input[2]) end
   wants.elements(self, 'the noise of targets', input[3], input[1])
   wants.elements(self, 'the noise of samples', input[4], input[2])
   if input[1]:nElement() ~= input[2]:size(1) then
      expected(self, ('a target for each of %d rows of samples'):format(input[2]:size(1)), input[1])
   end
   return input[1], input[2], input[3], input[4], input[2]:size(2)
end

function NCECriterion:updateOutput(input)
   local target, samples, targetNoise, samplesNoise, k = check(self, input)
   local right = torch.cdiv(target, torch.add(target, k, targetNoise):add(eps)):log():sum()
   local noise = torch.mul(samplesNoise, k)
   local wrong = noise:cdiv(torch.add(samples, k, samplesNoise):add(eps)):log():sum()
   self.output = -(right + wrong)
   if self.sizeAverage then self.output = self.output / target:size(1) end
   return self.output
end

function NCECriterion:updateGradInput(input)
   local target, samples, targetNoise, samplesNoise, k = check(self, input)
   local gradients = self.gradInput
   for i, part in ipairs(input) do
      if torch.typename(gradients[i]) ~= torch.typename(part) then gradients[i] = part.new() end
      gradients[i]:resizeAs(part):zero()
   end
   local n = self.sizeAverage and target:size(1) or 1
   gradients[1]:copy(targetNoise):mul(-k / n)
   gradients[1]:cdiv(torch.add(target, k, targetNoise):add(eps)):cdiv(torch.add(target, eps))
   gradients[2]:copy(samples):div(n)
   gradients[2]:cdiv(torch.add(samples, k, samplesNoise):add(eps)):cdiv(torch.add(samples, eps))
   return gradients
end

restored.fields(NCECriterion, {gradInput = restored.tensors(4)})
