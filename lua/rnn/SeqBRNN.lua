--- A bidirectional network of two `nn.SeqLSTM`: one from the first step on, one from the last; outputs are merged.
--
-- The input is T×N×D, or N×T×D if the batch comes first.
--
-- @classmod nn.SeqBRNN
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SeqBRNN, Container = torch.class('nn.SeqBRNN', 'nn.Container')

--- Make one.
-- @tparam int inputDim D
-- @tparam int hiddenDim H
-- @tparam[opt=false] boolean batchFirst
-- @tparam[opt=nn.CAddTable] nn.Module merge how the two outputs become one
function SeqBRNN:__init(inputDim, hiddenDim, batchFirst, merge)
   Container.__init(self)
   for _, count in ipairs {inputDim or -1, hiddenDim or -1} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   self.merge = wants.module(self, merge or nn.CAddTable())
   self.forwardModule = nn.SeqLSTM(inputDim, hiddenDim)
   self.backwardModule = nn.SeqLSTM(inputDim, hiddenDim)
   self.dim = 1
   local backward = nn.Sequential()
      :add(nn.SeqReverseSequence(self.dim))
      :add(self.backwardModule)
      :add(nn.SeqReverseSequence(self.dim))
   local both = nn.ConcatTable():add(self.forwardModule):add(backward)
   local net = nn.Sequential():add(both):add(self.merge)
   if batchFirst then
      net:insert(nn.Transpose {1, 2}, 1)
      net:add(nn.Transpose {1, 2})
   end
   self.module = net
   self.modules[1] = net
   self.output, self.gradInput = torch.Tensor(), torch.Tensor()
end

require 'nn.handedOn'(SeqBRNN, function(self) return self.module end)

function SeqBRNN:__tostring__() return ('%s @ %s'):format(torch.type(self), self.module) end

restored.fields(SeqBRNN, {module = restored.needed})
