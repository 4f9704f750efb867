--- A module along a sequence and another one back, and their outputs of each step merged.
--
-- Sequences are tables of steps.
--
-- @classmod nn.BiSequencer
local directions = require 'rnn.directions'
local BiSequencer, AbstractSequencer = torch.class('nn.BiSequencer', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module forward from the first step on
-- @tparam[opt] nn.Module backward from the last; by default a copy of it with parameters drawn anew
-- @tparam[opt=1] int|nn.Module merge a module, or the number of dimensions of a sample for an `nn.JoinTable`
function BiSequencer:__init(forward, backward, merge)
   AbstractSequencer.__init(self)
   directions(self, forward, backward, merge)
   local back = nn.Sequential():add(nn.ReverseTable()):add(self.bwdSeq):add(nn.ReverseTable())
   self.module = nn.Sequential()
      :add(nn.ConcatTable():add(self.fwdSeq):add(back))
      :add(nn.ZipTable())
      :add(self.mergeSeq)
   self.modules[1] = self.module
end

require 'rnn.decorated'(BiSequencer)
