--- A recurrence over a table of vectors: `h[t] = transfer(merge {T[x[t]], W·h[t−1] + b})`.
--
-- The input is an index for each sample; 0 is none, and its vector 0.
--
-- @classmod nn.LookupRNN
local wants = require 'nn.wants'
local LookupRNN, Recurrence = torch.class('nn.LookupRNN', 'nn.Recurrence')

--- Make one.
-- @tparam int nindex how many vectors there are
-- @tparam int outputsize numbers in a vector, and in an output
-- @tparam[opt=nn.Sigmoid] nn.Module transfer
-- @tparam[opt=nn.CAddTable] nn.Module merge how the two become one
function LookupRNN:__init(nindex, outputsize, transfer, merge)
   for _, count in ipairs {nindex or -1, outputsize or -1} do
      wants.count(self, 'a number of vectors and outputs', count)
   end
   local both = nn.ParallelTable()
      :add(nn.LookupTableMaskZero(nindex, outputsize))
      :add(nn.Linear(outputsize, outputsize))
   local step = nn.Sequential():add(both):add(merge or nn.CAddTable()):add(transfer or nn.Sigmoid())
   Recurrence.__init(self, step, outputsize, 0)
   self.nindex, self.outputsize = nindex, outputsize
end

function LookupRNN:__tostring__()
   return ('%s(%d -> %d)'):format(torch.type(self), self.nindex, self.outputsize)
end
