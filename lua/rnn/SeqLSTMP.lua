--- `nn.SeqLSTM` whose h is projected: `r[t] = W[h→r]·h[t]` is the output, and what goes into the next step.
--
-- `weightO` is H×R. (Sak, Senior, Beaufays, 2014.)
--
-- @classmod nn.SeqLSTMP
local wants = require 'nn.wants'
local SeqLSTMP, SeqLSTM = torch.class('nn.SeqLSTMP', 'nn.SeqLSTM')

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam int outputsize R
function SeqLSTMP:__init(inputsize, hiddensize, outputsize)
   for _, count in ipairs {inputsize or -1, hiddensize or -1, outputsize or -1} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   SeqLSTM.__init(self, inputsize, hiddensize, outputsize)
end
