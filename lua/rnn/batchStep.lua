--- What `nn.StepLSTM` and `nn.StepGRU` have in common: steps of batches, whose samples may be masked.
-- @module rnn.batchStep
local given = require 'rnn.givenMask'
local wants = require 'nn.wants'
local step = {}

--- Give a class its part.
-- @tparam table class
function step.extend(class)
   class.maskZero = given.heed
   class.setZeroMask = given.set

   function class:type(type, cache)
      if type then self:clearState() end
      return nn.Module.type(self, type, cache)
   end
end

--- A batch as rows of a size.
-- @tparam nn.Module who
-- @tparam string name
-- @param value
-- @tparam ?int count how many rows
-- @tparam int size
function step.rows(who, name, value, count, size)
   wants.type(who, name, value, who.weight)
   if value:dim() ~= 2 or value:size(2) ~= size or count and value:size(1) ~= count then
      wants.otherSize(who, ('%s of size %sx%d'):format(name, count or 'N', size), value)
   end
   return value
end

return step
