--- A bidirectional network of two `nn.SeqLSTM`: one from the first step on, one from the last; outputs are merged.
--
-- The input is T×N×D.
--
-- @classmod nn.SeqBLSTM
local SeqBLSTM, BiSequencer = torch.class('nn.SeqBLSTM', 'nn.BiSequencer')

--- Make one.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam[opt] int outputsize R, to which h is projected
-- @tparam[opt=nn.CAddTable] nn.Module merge how the two outputs become one; it may also be the third argument
function SeqBLSTM:__init(inputsize, hiddensize, outputsize, merge)
   if torch.isTypeOf(outputsize, 'nn.Module') then outputsize, merge = nil, outputsize end
   BiSequencer.__init(self, nn.SeqLSTM(inputsize, hiddensize, outputsize), nil, merge)
end
