--- A sequencer along a sequence from last to first, whose output is in the order of the input.
--
-- The input is a table of steps or a tensor of T×…, as the sequencer takes it.
--
-- @classmod nn.ReverseUnreverse
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local ReverseUnreverse, Decorator = torch.class('nn.ReverseUnreverse', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module sequencer what takes sequences whole
function ReverseUnreverse:__init(sequencer)
   if not nn.BiSequencer.isSeq(sequencer) then
      expected(self, 'an nn.AbstractSequencer, nn.SeqLSTM or nn.SeqGRU', sequencer)
   end
   Decorator.__init(self, nn.Sequential():add(nn.ReverseSequence()):add(sequencer):add(nn.ReverseSequence()))
end

--- The sequencer.
function ReverseUnreverse:getModule() return self.modules[1]:get(2) end

--- Take a mask for the sequence as it comes; within it is reversed.
-- @tparam torch.ByteTensor|boolean mask
function ReverseUnreverse:setZeroMask(mask)
   given.check(self, mask, 2)
   if mask then mask = mask:index(1, torch.range(mask:size(1), 1, mask:size(1) > 1 and -1 or 1):long()) end
   self.modules[1]:setZeroMask(mask)
end

function ReverseUnreverse:reinforce()
   expected(self, 'a module that steps from first to last, for rewards', torch.type(self:getModule()))
end
