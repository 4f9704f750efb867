--- The k largest elements of a sequence, in the order in which they come, feature by feature.
--
-- The input is T×F or a batch N×T×F, the output k×F or N×k×F for `k = max(minK, ⌈factor·T⌉)`. `indices` says when
-- each came.
--
--     nn.TemporalDynamicKMaxPooling(2):forward(torch.Tensor {{3}, {1}, {2}})      -- 3, 2
--
-- @classmod nn.TemporalDynamicKMaxPooling
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local TemporalDynamicKMaxPooling, Module = torch.class('nn.TemporalDynamicKMaxPooling', 'nn.Module')

--- Make a layer.
-- @tparam int minK how many are taken at least
-- @tparam[opt=0] number factor how many are taken for each element of a sequence
function TemporalDynamicKMaxPooling:__init(minK, factor)
   Module.__init(self)
   wants.count(self, 'minK of 1 or more', minK)
   if factor ~= nil and (type(factor) ~= 'number' or not (math.abs(factor) < math.huge)) then
      expected(self, 'a factor', factor)
   end
   self.minK, self.factor = minK, factor or 0
end

function TemporalDynamicKMaxPooling:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local time = input:dim() - 1
   if time ~= 1 and time ~= 2 then wants.otherSize(self, 'input of size TxF or NxTxF', input) end
   local k = math.max(self.minK, math.ceil(self.factor * input:size(time)))
   if k > input:size(time) then
      wants.otherSize(self, ('input of %d or more in dimension %d'):format(k, time), input)
   end
   local _, indices = input:topk(k, time, true)
   self.indices = indices:sort(time)
   self.output:resize(self.indices:size()):copy(input:gather(time, self.indices))
   return self.output
end

function TemporalDynamicKMaxPooling:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   if not self.indices then expected(self, 'updateOutput before backward', nil) end
   self.gradInput:resizeAs(input):zero():scatter(input:dim() - 1, self.indices, gradOutput)
   return self.gradInput
end

function TemporalDynamicKMaxPooling:clearState()
   utils.clear(self, 'indices')
   return Module.clearState(self)
end
