--- A bidirectional network of two `nn.SeqGRU`: one from the first step on, one from the last; outputs are merged.
--
-- The input is T×N×D.
--
-- @classmod nn.SeqBGRU
local SeqBGRU, BiSequencer = torch.class('nn.SeqBGRU', 'nn.BiSequencer')

--- Make one.
-- @tparam int inputsize D
-- @tparam int outputsize H
-- @tparam[opt=nn.CAddTable] nn.Module merge how the two outputs become one
function SeqBGRU:__init(inputsize, outputsize, merge)
   BiSequencer.__init(self, nn.SeqGRU(inputsize, outputsize), nil, merge)
end
