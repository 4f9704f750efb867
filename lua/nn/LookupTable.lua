--- A table of vectors: numbers in, the rows of `weight` with these numbers out.
--
-- The input is a vector of N numbers or a matrix of N1×N2, the output N×K or N1×N2×K. The rows start normal.
--
--     nn.LookupTable(100, 5):forward(torch.LongTensor {7, 1})      -- 2×5
--
-- @classmod nn.LookupTable
local compute = require('sconce.nn').LookupTable
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local LookupTable, Module = torch.class('nn.LookupTable', 'nn.Module')

LookupTable.__version = 4

--- Make a layer.
-- @tparam int nIndex how many vectors there are
-- @tparam int nOutput K, numbers in a vector
-- @tparam[opt=0] int paddingValue the number whose vector gets no gradient
-- @tparam[opt] number maxNorm how long a vector may be: it is shortened when it is looked up
-- @tparam[opt=2] number normType the order of that norm
function LookupTable:__init(nIndex, nOutput, paddingValue, maxNorm, normType)
   Module.__init(self)
   wants.count(self, 'a number of vectors', nIndex)
   wants.count(self, 'a size of vectors', nOutput)
   self.weight, self.gradWeight = torch.Tensor(nIndex, nOutput), torch.Tensor(nIndex, nOutput):zero()
   self.paddingValue, self.maxNorm, self.normType = paddingValue or 0, maxNorm, normType
   self:reset()
end

-- Files of earlier versions lack what came later.
function LookupTable:backCompatibility()
   self._count = self._count or torch.IntTensor()
   self._input = self._input or torch.LongTensor()
   self.shouldScaleGradByFreq = self.shouldScaleGradByFreq or false
   self.paddingValue = self.paddingValue or 0
end

--- Work without `gradWeight`: only `accUpdateGradParameters` is left.
function LookupTable:accUpdateOnly()
   self.gradWeight = nil
   return self
end

--- The number whose vector gets no gradient.
function LookupTable:setPadding(paddingValue)
   self.paddingValue = paddingValue
   return self
end

--- How long a vector may be.
function LookupTable:setMaxNorm(maxNorm)
   self.maxNorm = maxNorm
   return self
end

--- The order of the norm that measures it.
function LookupTable:setNormType(normType)
   self.normType = normType
   return self
end

--- Divide the gradient of each vector by how often a batch has looked it up.
function LookupTable:scaleGradByFreq()
   self.shouldScaleGradByFreq = true
   return self
end

--- Draw the vectors anew.
-- @tparam[opt=1] number stdv the standard deviation
function LookupTable:reset(stdv)
   self.weight:normal(0, stdv and wants.number(self, 'a standard deviation', stdv) or 1)
   return self
end

--- The numbers as a LongTensor whose elements lie one after another: the input, or a copy in `_input`.
function LookupTable:makeInputContiguous(input)
   if not torch.isTensor(input) then expected(self, 'a tensor of indices', input) end
   self.copiedInput = torch.type(input) ~= 'torch.LongTensor' or not input:isContiguous()
   if not self.copiedInput then return input end
   return self._input:resize(input:size()):copy(input)
end

function LookupTable:updateOutput(input)
   self:backCompatibility()
   self:renorm(input)
   compute.updateOutput(self.output, self:makeInputContiguous(input), self.weight)
   return self.output
end

-- Numbers have no gradient: zeros, of their own type.
function LookupTable:updateGradInput(input, _)
   if not torch.isTensor(input) then expected(self, 'a tensor of indices', input) end
   if torch.type(self.gradInput) ~= torch.type(input) then self.gradInput = input.new() end
   if not self.gradInput:isSameSizeAs(input) then self.gradInput:resizeAs(input):zero() end
   return self.gradInput
end

function LookupTable:accGradParameters(input, gradOutput, scale)
   self:backCompatibility()
   compute.accGradParameters(self.gradWeight, self:makeInputContiguous(input), gradOutput, self.paddingValue or 0,
      self.shouldScaleGradByFreq, scale or 1)
end

--- Shorten the vectors that an input looks up, where there is a `maxNorm`.
function LookupTable:renorm(input)
   if not self.maxNorm then return end
   compute.renorm(self:makeInputContiguous(input), self.weight, self.maxNorm, self.normType or 2)
end

--- Convert the layer; the buffers of numbers keep their types.
function LookupTable:type(type, cache)
   if type == nil then return self._type end
   Module.type(self, type, cache)
   if self._input then
      self._count, self._input = torch.IntTensor(), torch.LongTensor()
   end
   return self
end

function LookupTable:clearState()
   utils.clear(self, '_count', '_input')
   return Module.clearState(self)
end

-- The gradient is sparse: the step is made in the weight itself, shared or not.
LookupTable.sharedAccUpdateGradParameters = Module.defaultAccUpdateGradParameters
