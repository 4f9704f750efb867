--- What may go on with the sequence of the call before: in training, in evaluation, in both or in neither.
-- @module rnn.remembering
local expected = require 'nn.expected'
local remembering = {}

local modes = {both = true, eval = true, train = true, neither = true}

--- Say in which mode; in both if nothing is said.
-- @treturn string
function remembering.set(self, mode)
   mode = mode == nil and 'both' or mode
   if not modes[mode] then expected(self, "'both', 'eval', 'train' or 'neither'", mode) end
   self._remember = mode
   return mode
end

--- Whether a call in the present mode goes on with the sequence of the call before.
-- @function hasMemory
function remembering.isOn(self)
   local mode = self._remember
   return mode == 'both' or mode == (self.train == false and 'eval' or 'train')
end

--- Let a change of the mode begin a new sequence: what was remembered in the one says nothing in the other.
-- @tparam table class
-- @tparam table Parent
function remembering.endsWithMode(class, Parent)
   function class:training()
      if self.train == false then self:forget() end
      Parent.training(self)
   end
   function class:evaluate()
      if self.train ~= false then self:forget() end
      Parent.evaluate(self)
   end
end

return remembering
