--- The two directions of a bidirectional sequencer.
-- @module rnn.directions
local expected = require 'nn.expected'
local wants = require 'nn.wants'

--- Fill in what a script leaves out, and put each module into a sequencer of its own.
-- @function directions
-- @tparam nn.AbstractSequencer self
-- @tparam nn.Module forward
-- @tparam[opt] nn.Module backward a copy of it with parameters drawn anew, if there is none
-- @tparam[opt=1] int|nn.Module merge a module, or the number of dimensions of a sample for an `nn.JoinTable`
return function(self, forward, backward, merge)
   self.forwardModule = wants.module(self, forward)
   if backward == nil then
      backward = forward:clone()
      backward:reset()
   end
   if not torch.isTypeOf(backward, 'nn.Module') then expected(self, 'a module for the way back', backward) end
   self.backwardModule = backward
   if merge == nil then merge = 1 end
   if type(merge) == 'number' and merge == merge and math.abs(merge) < math.huge then
      merge = nn.JoinTable(1, merge)
   end
   if not torch.isTypeOf(merge, 'nn.Module') then expected(self, 'a module or a number for merging', merge) end
   self.mergeModule = merge
   local isSeq = nn.BiSequencer.isSeq
   self.fwdSeq = isSeq(forward) and forward or nn.Sequencer(forward)
   self.bwdSeq = isSeq(backward) and backward or nn.Sequencer(backward)
   self.mergeSeq = nn.Sequencer(merge)
   self.output, self.gradInput = {}, {}
end
