--- `nn.SeqLSTM` whose h is projected: `r[t] = W[h→r]·h[t]` is the output, and what goes into the next step.
--
-- `weightO` is H×R. (Sak, Senior, Beaufays, 2014.)
--
-- @classmod nn.SeqLSTMP
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local SeqLSTMP, SeqLSTM = torch.class('nn.SeqLSTMP', 'nn.SeqLSTM')

SeqLSTMP.dpnn_parameters = {'weight', 'bias', 'weightO'}
SeqLSTMP.dpnn_gradParameters = {'gradWeight', 'gradBias', 'gradWeightO'}

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam int outputsize R
function SeqLSTMP:__init(inputsize, hiddensize, outputsize)
   for _, count in ipairs {inputsize or -1, hiddensize or -1, outputsize or -1} do
      if not isCount(count) then expected(self, 'a number of inputs and outputs', count) end
   end
   self.weightO, self.gradWeightO = torch.Tensor(hiddensize, outputsize), torch.Tensor(hiddensize, outputsize):zero()
   SeqLSTM.__init(self, inputsize, hiddensize, outputsize)
   self._hidden, self.projected = torch.Tensor(), torch.Tensor()
end

function SeqLSTMP:reset(std)
   SeqLSTM.reset(self, std)
   self.weightO:normal(0, std or 1 / math.sqrt(self.outputsize + self.hiddensize))
   return self
end

-- What the product with `weightO` needs: h of each step, and the gradients of what became of it.
local function make(self)
   self._hidden = self._hidden or self.weight.new()
   self.projected = self.projected or self.weight.new()
end

function SeqLSTMP:updateOutput(input)
   make(self)
   return SeqLSTM.updateOutput(self, input)
end
function SeqLSTMP:gradients(input, gradOutput)
   make(self)
   return SeqLSTM.gradients(self, input, gradOutput)
end

SeqLSTMP.accUpdateGradParameters = nn.Module.sharedAccUpdateGradParameters

function SeqLSTMP:parameters()
   return {self.weight, self.bias, self.weightO}, {self.gradWeight, self.gradBias, self.gradWeightO}
end

function SeqLSTMP:clearState()
   self._hidden, self.projected = nil, nil
   return SeqLSTM.clearState(self)
end

function SeqLSTMP:toFastLSTM()
   expected(self, 'a layer without a projection', 'toFastLSTM not supported for SeqLSTMP')
end
