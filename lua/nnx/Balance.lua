--- Makes categories alike in number: the chances of each sample, N×K, are divided by the categories' mean chances over
-- the last batches, and made to add up to 1 again. In evaluation they pass.
-- @classmod nn.Balance
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local Balance, Module = torch.class('nn.Balance', 'nn.Module')

--- Make a layer.
-- @tparam[opt=10] int nBatch how many batches count
function Balance:__init(nBatch)
   Module.__init(self)
   self.nBatch = nBatch or 10
   wants.count(self, 'a number of batches', self.nBatch)
   self.inputCache, self.prob, self.sum = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self.batchSize, self.startIdx = 0, 1
   self.train = true
end

-- Keep a batch in the place of the oldest one.
local function keep(self, input)
   local count, classes = input:size(1), input:size(2)
   if self.batchSize ~= count or self.inputCache:size(2) ~= classes then
      self.inputCache:resize(count * self.nBatch, classes):zero()
      self.batchSize, self.startIdx = count, 1
   end
   self.inputCache:narrow(1, self.startIdx, count):copy(input)
   self.startIdx = self.startIdx + count
   if self.startIdx > self.inputCache:size(1) then self.startIdx = 1 end
end

function Balance:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 2), self.output)
   self.output:resizeAs(input):copy(input)
   if not self.train then return self.output end
   keep(self, input)
   self.prob:sum(self.inputCache, 1)
   self.prob:div(self.prob:sum())
   self.output:cdiv(self.prob:expandAs(input))
   self.sum:sum(self.output, 2)
   return self.output:cdiv(self.sum:expandAs(input))
end

-- The divisors count as constants.
function Balance:updateGradInput(input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, wants.type(self, 'input', input, self.gradInput))
   if self.sum:nElement() ~= input:size(1) or self.prob:nElement() ~= input:size(2) then
      expected(self, 'training, and the input of the forward before', input)
   end
   self.gradInput:resizeAs(gradOutput):copy(gradOutput)
   return self.gradInput:cdiv(self.sum:expandAs(input)):cdiv(self.prob:expandAs(input))
end

restored.fields(Balance, {['output gradInput inputCache prob sum'] = restored.tensor, nBatch = restored.needed})
