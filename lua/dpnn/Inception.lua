--- Columns of convolutions next to each other over the same images, their outputs as planes of one.
--
-- Each of the first columns reduces the planes by a 1×1 convolution, and convolves by a larger kernel; the next one
-- pools and reduces; the last one only reduces. A transfer function follows every convolution. The input is C×H×W or a
-- batch N×C×H×W; outputs of unequal height or width are set into the middle of the largest. (Szegedy et al., 2014,
-- arXiv:1409.4842.)
--
--     nn.Inception {inputSize = 3, outputSize = {8, 6}, reduceSize = {4, 4, 2, 2}}
--
-- @classmod nn.Inception
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local Inception, Decorator = torch.class('nn.Inception', 'nn.Decorator')

-- Each of these is a table of as many sizes as there are columns, or more.
local function sizes(self, config, name, count)
   local list = config[name]
   if torch.type(list) ~= 'table' or #list < count then
      expected(self, ('%s as a table of %d sizes or more'):format(name, count), list)
   end
   return list
end

-- A convolution, and what follows it.
local function convolve(self, column, convolution)
   column:add(convolution)
   if self.batchNorm then column:add(nn.SpatialBatchNormalization(convolution.nOutputPlane)) end
   return column:add(self.transfer:clone())
end

-- The zeros around the input of a large convolution.
local function padding(self, i) return self.padding and math.floor(self.kernelSize[i] / 2) or 0 end

-- A column with its reduction appended, if it has one.
local function reduced(self, i, column)
   local planes, stride = self.reduceSize[i], self.reduceStride[i] or 1
   if not planes then return column end
   return convolve(self, column, nn.SpatialConvolution(self.inputSize, planes, 1, 1, stride, stride))
end

-- A column that reduces and convolves.
local function convolved(self, i)
   local kernel, stride = self.kernelSize[i], self.kernelStride[i]
   return convolve(self, reduced(self, i, nn.Sequential()), nn.SpatialConvolution(
      self.reduceSize[i], self.outputSize[i], kernel, kernel, stride, stride, padding(self, i)))
end

-- Say if columns give outputs of unequal sizes.
local function warnOfSizes(self, columns)
   local function size(kernel, stride, pad)
      local function along(extent) return math.floor((extent + 2 * pad - kernel) / stride + 1) end
      return ('%dx%d'):format(along(200), along(100))
   end
   local first = columns > 0 and size(self.kernelSize[1], self.kernelStride[1], padding(self, 1))
   local function compare(other, where)
      if first and other ~= first then print('dpnn.Inception: Warning: Inconsistent output sizes' .. where .. '.') end
   end
   for i = 2, columns do compare(size(self.kernelSize[i], self.kernelStride[i], padding(self, i)), '') end
   local pool = self.pool
   if pool.kW and pool.dW and pool.padW then compare(size(pool.kW, pool.dW, pool.padW), ' in pooling') end
   if self.reduceSize[columns + 2] then compare(size(1, self.reduceStride[columns + 2] or 1, 0), ' in 1x1 conv') end
end

--- Make one.
-- @tparam table config `inputSize`: planes of the input. `outputSize`: planes of each large convolution. `reduceSize`:
-- planes after each reduction, two more than of those; without its number the column that pools has no reduction, and
-- the last one is left out. If need be: `reduceStride` (1 each), `transfer` (`nn.ReLU()`), `batchNorm` (false),
-- `padding` (true: as much as keeps the size), `kernelSize` (`{5, 3}`), `kernelStride` (`{1, 1}`), `poolSize` (3),
-- `poolStride` (1), `pool` (the layer that pools)
function Inception:__init(config)
   if torch.type(config) ~= 'table' then expected(self, 'a table of sizes', config) end
   self.kernelSize = config.kernelSize or {5, 3}
   self.kernelStride = config.kernelStride or {1, 1}
   self.inputSize = config.inputSize
   local columns = #sizes(self, self, 'kernelSize', 0)
   sizes(self, self, 'kernelStride', columns)
   self.outputSize = sizes(self, config, 'outputSize', columns)
   self.reduceSize = sizes(self, config, 'reduceSize', columns)
   self.reduceStride = config.reduceStride or {}
   self.transfer = config.transfer or nn.ReLU()
   self.batchNorm = config.batchNorm
   self.padding = config.padding ~= false
   self.poolSize, self.poolStride = config.poolSize or 3, config.poolStride or 1
   self.pool = config.pool or nn.SpatialMaxPooling(self.poolSize, self.poolSize, self.poolStride, self.poolStride)
   for _, name in ipairs {'transfer', 'pool'} do
      if not torch.isTypeOf(self[name], 'nn.Module') then expected(self, 'a layer as ' .. name, self[name]) end
   end
   local concat = nn.DepthConcat(2)
   Decorator.__init(self, concat)
   for i = 1, columns do concat:add(convolved(self, i)) end
   concat:add(reduced(self, columns + 1, nn.Sequential():add(self.pool)))
   if self.reduceSize[columns + 2] then concat:add(reduced(self, columns + 2, nn.Sequential())) end
   warnOfSizes(self, columns)
end

function Inception:updateOutput(input)
   local output = self.modules[1]:updateOutput(self:toBatch(input, 3))
   self.output = self:fromBatch(output)
   return self.output
end

-- Both as batches.
local function batches(self, input, gradOutput)
   return self:toBatch(input, 3), self:toBatch(gradOutput, 3)
end

function Inception:updateGradInput(input, gradOutput)
   local gradInput = self.modules[1]:updateGradInput(batches(self, input, gradOutput))
   self.gradInput = self:fromBatch(gradInput)
   return self.gradInput
end

function Inception:accGradParameters(input, gradOutput, scale)
   local inputs, gradients = batches(self, input, gradOutput)
   self.modules[1]:accGradParameters(inputs, gradients, scale)
end

function Inception:accUpdateGradParameters(input, gradOutput, lr)
   local inputs, gradients = batches(self, input, gradOutput)
   self.modules[1]:accUpdateGradParameters(inputs, gradients, lr)
end

restored.fields(Inception, {modules = restored.needed})
