--- A recurrence with one linear layer: `h[t] = transfer(W·[x[t], h[t−1]] + b)`.
--
-- A step takes K numbers or a batch of N×K and gives M or N×M. (Elman: Finding structure in time, 1990.)
--
-- @classmod nn.LinearRNN
local wants = require 'nn.wants'
local LinearRNN, Recurrence = torch.class('nn.LinearRNN', 'nn.Recurrence')

--- Make one.
-- @tparam int inputsize numbers in a sample
-- @tparam int outputsize numbers in its output
-- @tparam[opt=nn.Sigmoid] nn.Module transfer
function LinearRNN:__init(inputsize, outputsize, transfer)
   for _, count in ipairs {inputsize or -1, outputsize or -1} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   local step = nn.Sequential()
      :add(nn.JoinTable(1, 1))
      :add(nn.Linear(inputsize + outputsize, outputsize))
      :add(transfer or nn.Sigmoid())
   Recurrence.__init(self, step, outputsize, 1)
   self.inputsize, self.outputsize = inputsize, outputsize
end

function LinearRNN:__tostring__()
   return ('%s(%d -> %d)'):format(torch.type(self), self.inputsize, self.outputsize)
end
