--- Convolution over pictures whose kernels are 1 and −1, without a bias.
--
-- Each output plane is multiplied by the mean magnitude of its kernel. The magnitudes are kept while the weights are
-- binary: in training from a forward to the `accGradParameters` after it. (Rastegari et al.: XNOR-Net, 2016,
-- arXiv:1603.05279.)
--
-- @classmod nn.SpatialBinaryConvolution
local expected = require 'nn.expected'
local SpatialBinaryConvolution, Convolution = torch.class('nn.SpatialBinaryConvolution', 'nn.SpatialConvolution')

--- Make a layer. The arguments are those of `nn.SpatialConvolution`.
function SpatialBinaryConvolution:__init(...)
   Convolution.__init(self, ...)
   self:noBias()
   self.iwh = self.nInputPlane * self.kW * self.kH
   self.owh = self.nOutputPlane * self.kW * self.kH
   self.train = true
end

function SpatialBinaryConvolution:training() self.train = true end
function SpatialBinaryConvolution:evaluate() self.train = false end

-- The sum of magnitudes in each row, divided by a number.
local function magnitudes(result, weight, count)
   local rows = weight:size(1)
   return result:resize(rows):copy(torch.abs(weight:contiguous():view(rows, -1)):sum(2)):div(count)
end

--- Keep the weights in `tempWeight`, note the mean magnitudes by output plane (`alphas`) and by input plane
-- (`gradInputAlphas`), and make the weights 1 or −1.
function SpatialBinaryConvolution:binarizeWeight()
   local weight = self.weight
   for _, name in ipairs {'tempWeight', 'alphas', 'gradInputAlphas'} do self[name] = self[name] or weight.new() end
   self.tempWeight:resizeAs(weight):copy(weight)
   magnitudes(self.alphas, weight, self.iwh)
   magnitudes(self.gradInputAlphas, weight:transpose(1, 2), self.owh)
   self.wmask = self.wmask or torch.ByteTensor()
   self.wmask:ge(weight, 0)
   weight:fill(-1):maskedFill(self.wmask, 1)
end

-- Put the magnitudes back.
local function restore(self)
   if self.tempWeight then self.weight:copy(self.tempWeight) end
end

-- Multiply each plane by a number.
local function scale(planes, factors)
   local size = torch.LongStorage(planes:dim()):fill(1)
   size[planes:dim() - 2] = factors:size(1)
   return planes:cmul(factors:view(size):expandAs(planes))
end

function SpatialBinaryConvolution:updateOutput(input)
   self:binarizeWeight()
   local ok, output = pcall(Convolution.updateOutput, self, input)
   if not ok then
      restore(self)
      error(output, 0)
   end
   scale(output, self.alphas)
   if not self.train then restore(self) end
   return output
end

function SpatialBinaryConvolution:updateGradInput(input, gradOutput)
   if not self.gradInputAlphas then expected(self, 'updateOutput before backward', 'none') end
   local gradInput = Convolution.updateGradInput(self, input, gradOutput)
   return gradInput and scale(gradInput, self.gradInputAlphas)
end

function SpatialBinaryConvolution:accGradParameters(input, gradOutput, factor)
   Convolution.accGradParameters(self, input, gradOutput, factor)
   restore(self)
end

function SpatialBinaryConvolution:type(type, cache)
   if type then self.tempWeight, self.alphas, self.gradInputAlphas, self.wmask = nil, nil, nil, nil end
   return Convolution.type(self, type, cache)
end

function SpatialBinaryConvolution:__tostring__() return 'Binary Convolution: ' .. Convolution.__tostring__(self) end
