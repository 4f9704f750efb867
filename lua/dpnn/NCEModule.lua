--- Noise-contrastive estimation in the place of `nn.Linear` and `nn.SoftMax` over many classes.
--
-- The input is `{x, targets}`, N×K and N. In training the output is `{P(target), P(samples), Q(target), Q(samples)}`:
-- the chance `exp(W·x + b)/Z` of the target and of k classes drawn from the noise Q, and theirs in the noise. `Z` is
-- estimated from the first batch if it is not positive. With `batchnoise` a batch shares its samples. In evaluation
-- `normalized = true` gives chances of all classes, N×C, and `logsoftmax` besides their logarithms.
-- (Mnih, Teh, 2012; Chen, Liu, Gales, Woodland, 2015.)
--
-- @classmod nn.NCEModule
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local NCEModule, Linear = torch.class('nn.NCEModule', 'nn.Linear')

NCEModule.version = 6
NCEModule.dpnn_parameters = {'weight', 'bias', 'unigrams', 'Z'}

--- Make a layer.
-- @tparam int inputSize K
-- @tparam int outputSize C
-- @tparam int k samples of noise for each target
-- @tparam torch.Tensor unigrams C frequencies, the noise
-- @tparam[opt=-1] number Z what chances are divided by
function NCEModule:__init(inputSize, outputSize, k, unigrams, Z)
   for _, count in ipairs {inputSize or -1, outputSize or -1} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   wants.count(self, 'a number of samples', k)
   if not torch.isTensor(unigrams) or unigrams:nElement() ~= outputSize then
      expected(self, ('%d frequencies'):format(outputSize), unigrams)
   end
   Linear.__init(self, inputSize, outputSize)
   self.k, self.unigrams = k, unigrams
   self.Z = torch.Tensor {Z or -1}
   self.batchnoise = true
   self.output = {torch.Tensor(), torch.Tensor(), torch.Tensor(), torch.Tensor()}
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   self:fastNoise()
end

--- Draw the weights anew; biases are such that all classes are alike.
function NCEModule:reset(stdv)
   Linear.reset(self, stdv)
   self.bias:fill(-math.log(self.bias:size(1)))
   return self
end

--- Make the tables for drawing noise; the frequencies add up to 1 from now on.
-- @treturn nn.NCEModule itself
function NCEModule:fastNoise()
   require 'torchx'
   self.unigrams:div(self.unigrams:sum())
   self.aliasmultinomial = torch.AliasMultinomial(self.unigrams)
   return self
end

--- Draw classes from the noise.
-- @tparam torch.LongTensor sampleidx where they go
-- @tparam int batchsize rows
-- @tparam int k columns
-- @treturn torch.LongTensor the same
function NCEModule:noiseSample(sampleidx, batchsize, k)
   return self.aliasmultinomial:batchdraw(sampleidx:resize(batchsize, k))
end

--- Frequencies of classes in the noise.
-- @tparam torch.Tensor sampleprob where they go
-- @tparam torch.LongTensor sampleidx the classes
-- @treturn torch.Tensor the same
function NCEModule:noiseProb(sampleprob, sampleidx)
   local flat = self.unigrams:index(1, sampleidx:view(-1):long())
   return sampleprob:resize(sampleidx:size()):copy(flat)
end

local function given(self, input)
   if torch.type(input) ~= 'table' or #input < 2 then expected(self, 'a table of inputs and targets', input) end
   local x, target = input[1], input[2]
   wants.type(self, 'input', x, self.weight)
   if x:dim() ~= 2 or x:size(2) ~= self.weight:size(2) then
      wants.otherSize(self, ('input of size Nx%d'):format(self.weight:size(2)), x)
   end
   if not torch.isTensor(target) or target:nElement() ~= x:size(1) then
      expected(self, ('a class for each of %d samples'):format(x:size(1)), target)
   end
   return x:contiguous(), target:long():contiguous():view(-1)
end

local function full(self, x)
   local output = torch.isTensor(self.full) and self.full or x.new()
   self.full = output:resize(x:size(1), self.weight:size(1))
   output:addmm(0, output, 1, x, self.weight:t()):add(self.bias:view(1, -1):expandAs(output))
   if self.normalized == false then return output end
   local class = self.logsoftmax and 'nn.LogSoftMax' or 'nn.SoftMax'
   if torch.type(self.softmax) ~= class then self.softmax = nn[class:sub(4)]():type(torch.type(x)) end
   return self.softmax:updateOutput(output)
end

function NCEModule:updateOutput(input)
   local x, target = given(self, input)
   if self.train == false and self.normalized then
      self.output = full(self, x)
      return self.output
   end
   if torch.type(self.output) ~= 'table' then self.output = {x.new(), x.new(), x.new(), x.new()} end
   local N, k = x:size(1), self.k
   self.sampleidx = self.sampleidx or torch.LongTensor()
   self.sampleprob = self.sampleprob or x.new()
   local targets, samples  -- logarithms of chances, times Z
   if self.batchnoise then
      self._noiseidx = self:noiseSample(self._noiseidx or torch.LongTensor(), 1, k)
      self.sampleidx:resize(k + N)
      self.sampleidx:narrow(1, 1, k):copy(self._noiseidx:view(-1))
      self.sampleidx:narrow(1, k + 1, N):copy(target)
      local weight = self.weight:index(1, self.sampleidx)
      local bias = self.bias:index(1, self.sampleidx)
      samples = x * weight:narrow(1, 1, k):t()
      samples:add(bias:narrow(1, 1, k):view(1, k):expandAs(samples))
      targets = torch.cmul(x, weight:narrow(1, k + 1, N)):sum(2):view(N):add(bias:narrow(1, k + 1, N))
      self._weight = weight
      self:noiseProb(self.sampleprob, self.sampleidx)
      self.output[3]:set(self.sampleprob:narrow(1, k + 1, N))
      self.output[4]:set(self.sampleprob:narrow(1, 1, k):view(1, k):expand(N, k))
   else
      self.sampleidx:resize(N, k + 1)
      local noise = self:noiseSample(self._noiseidx or torch.LongTensor(), N, k)
      self._noiseidx = noise
      self.sampleidx:select(2, 1):copy(target)
      self.sampleidx:narrow(2, 2, k):copy(noise)
      local flat = self.sampleidx:view(-1)
      self._weight = self.weight:index(1, flat):view(N, k + 1, x:size(2))
      local all = torch.bmm(self._weight, x:view(N, x:size(2), 1)):view(N, k + 1)
      all:add(self.bias:index(1, flat):viewAs(all))
      targets, samples = all:select(2, 1), all:narrow(2, 2, k)
      self:noiseProb(self.sampleprob, self.sampleidx)
      self.output[3]:set(self.sampleprob:select(2, 1))
      self.output[4]:set(self.sampleprob:narrow(2, 2, k))
   end
   local chances = {targets:clone():exp(), samples:clone():exp()}
   if self.Z[1] <= 0 then
      -- What chances of a batch add up to, if noise is as frequent as classes are.
      self.Z[1] = chances[2]:mean() * self.weight:size(1)
      print('normalization constant Z approximated to ' .. self.Z[1])
   end
   self.output[1]:set(chances[1]:div(self.Z[1]))
   self.output[2]:set(chances[2]:div(self.Z[1]))
   return self.output
end

-- The gradients of the logarithms: chances are their exponentials.
local function logGradients(self, gradOutput)
   if torch.type(gradOutput) ~= 'table' then expected(self, 'a table of gradients', gradOutput) end
   wants.same(self, 'gradient of targets', gradOutput[1], self.output[1])
   wants.same(self, 'gradient of samples', gradOutput[2], self.output[2])
   return torch.cmul(gradOutput[1], self.output[1]), torch.cmul(gradOutput[2], self.output[2])
end

function NCEModule:updateGradInput(input, gradOutput)
   local x, target = given(self, input)
   if torch.type(self.output) ~= 'table' then expected(self, 'training, for backward', 'evaluation') end
   if not self._weight then expected(self, 'a forward before backward', 'none') end
   local targets, samples = logGradients(self, gradOutput)
   local N, k = x:size(1), self.k
   local gradInput = self.gradInput[1]:resizeAs(x)
   if self.batchnoise then
      gradInput:mm(samples, self._weight:narrow(1, 1, k))
      gradInput:addcmul(targets:view(N, 1):expandAs(x), self._weight:narrow(1, k + 1, N))
   else
      local all = torch.cat(targets:view(N, 1), samples, 2)
      gradInput:copy(torch.bmm(all:view(N, 1, k + 1), self._weight):view(N, x:size(2)))
   end
   if torch.typename(self.gradInput[2]) ~= torch.typename(input[2]) then self.gradInput[2] = input[2].new() end
   self.gradInput[2]:resize(target:size()):zero()
   return self.gradInput
end

function NCEModule:accGradParameters(input, gradOutput, scale)
   local x = given(self, input)
   local targets, samples = logGradients(self, gradOutput)
   local N, k = x:size(1), self.k
   scale = scale or 1
   local rows, biases  -- for each class in sampleidx
   if self.batchnoise then
      rows = torch.cat(samples:t() * x, torch.cmul(x, targets:view(N, 1):expandAs(x)), 1)
      biases = torch.cat(samples:sum(1):view(k), targets, 1)
   else
      local all = torch.cat(targets:view(N, 1), samples, 2)
      rows = torch.bmm(all:view(N, k + 1, 1), x:view(N, 1, x:size(2))):view(N * (k + 1), x:size(2))
      biases = all:view(-1)
   end
   local classes = self.sampleidx:view(-1)
   self.gradWeight:indexAdd(1, classes, rows:mul(scale))
   self.gradBias:indexAdd(1, classes, biases:mul(scale))
end

NCEModule.sharedAccUpdateGradParameters = nn.Module.sharedAccUpdateGradParameters

function NCEModule:type(type, cache)
   if type then
      self.sampleidx, self.sampleprob, self._noiseidx = nil, nil, nil
      self._weight, self.full, self.softmax = nil, nil, nil
      -- The noise stays as it is.
      return utils.typeWithout(self, {'aliasmultinomial', 'unigrams'}, type, cache)
   end
   return Linear.type(self)
end

function NCEModule:clearState()
   self.sampleidx, self.sampleprob, self._noiseidx, self._weight, self.full = nil, nil, nil, nil, nil
   self.output = {self.weight.new(), self.weight.new(), self.weight.new(), self.weight.new()}
   self.gradInput = {self.weight.new(), self.weight.new()}
   return self
end

restored.fields(NCEModule, {gradInput = restored.tensors(2), gradWeight = restored.zeros 'weight',
   gradBias = restored.zeros 'bias', ['weight bias unigrams Z'] = restored.needed,
   aliasmultinomial = function(self) return self.unigrams and torch.AliasMultinomial(self.unigrams) end})
