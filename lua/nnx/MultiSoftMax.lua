--- `nn.SoftMax` over the last dimension of a matrix or of a tensor of three dimensions.
--
-- Where `nn.SoftMax` takes three dimensions for the planes of a picture, these are rows: each sums up to 1.
--
-- @classmod nn.MultiSoftMax
local wants = require 'nn.wants'
local MultiSoftMax, Module = torch.class('nn.MultiSoftMax', 'nn.Module')

local function rows(tensor) return tensor:contiguous():view(-1, tensor:size(tensor:dim())) end

function MultiSoftMax:__init()
   Module.__init(self)
   self._softmax = nn.SoftMax()
   -- What the original keeps its matrices in.
   for _, name in ipairs {'_input', '_output', '_gradInput', '_gradOutput'} do self[name] = torch.Tensor() end
end

local function softmax(self)
   self._softmax = self._softmax or nn.SoftMax():type(torch.type(self.output))
   return self._softmax
end

function MultiSoftMax:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 2, 3), self.gradInput)
   self.output = softmax(self):updateOutput(rows(input)):viewAs(input)
   return self.output
end

function MultiSoftMax:updateGradInput(input, gradOutput)
   wants.same(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, input)
   self.gradInput = softmax(self):updateGradInput(rows(input), rows(gradOutput)):viewAs(input)
   return self.gradInput
end
