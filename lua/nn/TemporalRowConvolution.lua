--- Convolution over a sequence of frames, each of their C numbers by itself, with a kernel of its own.
--
-- The input is T×C or a batch N×T×C, or with `featFirst` C×T and N×C×T; the output has as many numbers and
-- `(T + 2·padW − kW) / dW + 1` frames, rounded down. `weight` is C×1×kW, `bias` C.
--
-- Source: Amodei et al., 2015, arXiv:1512.02595, section 3.7.
--
-- @classmod nn.TemporalRowConvolution
local compute = require('sconce.nn').Columns
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local TemporalRowConvolution, Module = torch.class('nn.TemporalRowConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int inputFrameSize C
-- @tparam int kW frames of the kernel
-- @tparam[opt=1] int dW frames that it moves on by
-- @tparam[opt=false] boolean featFirst whether frames are the last dimension
function TemporalRowConvolution:__init(inputFrameSize, kW, dW, featFirst)
   Module.__init(self)
   self.inputFrameSize, self.kW, self.dW = inputFrameSize, kW, dW or 1
   wants.counts(self, 'inputFrameSize', 'kW', 'dW')
   self.featFirst = featFirst or false
   parameters.make(self, {inputFrameSize, 1, kW}, {inputFrameSize})
   self:reset()
end

TemporalRowConvolution.noBias = parameters.noBias
TemporalRowConvolution.clearState = parameters.clearState
TemporalRowConvolution.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kW)] number stdv the standard deviation
function TemporalRowConvolution:reset(stdv) parameters.draw(self, stdv, self.kW * self.inputFrameSize) end

-- Whatever the order of dimensions, as N×C×T: a view.
local function featuresFirst(self, tensor)
   if tensor:dim() == 2 then tensor = tensor:view(1, tensor:size(1), tensor:size(2)) end
   return self.featFirst and tensor or tensor:transpose(2, 3)
end

-- The input as N×C×T and the frames of its output.
local function settled(self, input)
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
   wants.type(self, 'input', input, self.weight)
   wants.dims(self, 'input', input, 2, 3)
   local x = featuresFirst(self, input:contiguous())
   local pad = self.padW or 0
   if x:size(2) ~= self.inputFrameSize or x:size(3) + 2 * pad < self.kW then
      local what = self.featFirst and 'input of size %dxT or Nx%dxT, T of %d or more'
         or 'input of size Tx%d or NxTx%d, T of %d or more'
      wants.otherSize(self, what:format(self.inputFrameSize, self.inputFrameSize, self.kW - 2 * pad), input)
   end
   return x, math.floor((x:size(3) + 2 * pad - self.kW) / self.dW) + 1
end

local function geometry(self) return 1, 1, self.kW, 1, 1, self.dW, 0, 0, self.padW or 0, 1, 1, 1 end

-- Each feature's window as columns: C×kW×frames.
local function unfolded(self, sample, frames)
   compute.unfold(self.finput, sample:contiguous():view(self.inputFrameSize, 1, -1), geometry(self))
   return self.finput:view(self.inputFrameSize, self.kW, frames)
end

local function sized(self, tensor, model, length)
   local C, N = self.inputFrameSize, model:size(1)
   if model:dim() == 2 then return self.featFirst and tensor:resize(C, length) or tensor:resize(length, C) end
   return self.featFirst and tensor:resize(N, C, length) or tensor:resize(N, length, C)
end

function TemporalRowConvolution:updateOutput(input)
   local x, frames = settled(self, input)
   local y = featuresFirst(self, sized(self, self.output, input, frames))
   local result = self.weight.new(self.inputFrameSize, 1, frames)
   for n = 1, x:size(1) do
      result:bmm(self.weight, unfolded(self, x[n], frames))
      if self.bias then result:add(self.bias:view(-1, 1, 1):expandAs(result)) end
      y[n]:copy(result)
   end
   return self.output
end

local function gradients(self, gradOutput, x, frames)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   wants.dims(self, 'gradOutput', gradOutput, 2, 3)
   local g = featuresFirst(self, gradOutput:contiguous())
   if g:size(1) ~= x:size(1) or g:size(2) ~= x:size(2) or g:size(3) ~= frames then
      wants.otherSize(self, "gradOutput of the output's size", gradOutput)
   end
   return g
end

function TemporalRowConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local x, frames = settled(self, input)
   local g = gradients(self, gradOutput, x, frames)
   self.gradInput:resizeAs(input)
   local dx, image = featuresFirst(self, self.gradInput), self.weight.new(self.inputFrameSize, 1, x:size(3))
   for n = 1, x:size(1) do
      self.fgradInput:resize(self.inputFrameSize, self.kW, frames)
      self.fgradInput:bmm(self.weight:transpose(2, 3), g[n]:contiguous():view(self.inputFrameSize, 1, frames))
      compute.fold(image, self.fgradInput:view(-1, frames), geometry(self))
      dx[n]:copy(image)
   end
   return self.gradInput
end

function TemporalRowConvolution:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   local x, frames = settled(self, input)
   local g = gradients(self, gradOutput, x, frames)
   for n = 1, x:size(1) do
      local dy = g[n]:contiguous():view(self.inputFrameSize, 1, frames)
      self.gradWeight:baddbmm(scale, dy, unfolded(self, x[n], frames):transpose(2, 3))
      if self.gradBias then self.gradBias:add(scale, dy:sum(3):view(-1)) end
   end
end

function TemporalRowConvolution:__tostring__()
   local text = ('%s(%d, %d'):format(torch.type(self), self.inputFrameSize, self.kW)
   if self.dW ~= 1 then text = text .. (', %d'):format(self.dW) end
   if self.padW and self.padW ~= 0 then text = text .. (', %d'):format(self.padW) end
   return text .. (self.bias and ')' or ') without bias')
end
