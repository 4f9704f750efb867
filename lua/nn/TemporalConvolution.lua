--- Convolution over a sequence of frames.
--
-- The input is T×C, frames of C numbers, or a batch N×T×C; the output has `(T − kW) / dW + 1` frames of O, rounded
-- down. `weight` is O×(kW·C), `bias` O.
--
--     nn.TemporalConvolution(10, 4, 3):forward(torch.Tensor(20, 10))      -- 18×4
--
-- @classmod nn.TemporalConvolution
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local TemporalConvolution, Module = torch.class('nn.TemporalConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int inputFrameSize C
-- @tparam int outputFrameSize O
-- @tparam int kW frames of the kernel
-- @tparam[opt=1] int dW frames that it moves on by
function TemporalConvolution:__init(inputFrameSize, outputFrameSize, kW, dW)
   Module.__init(self)
   parameters.counts(self, {inputFrameSize = inputFrameSize or false, outputFrameSize = outputFrameSize or false,
      kW = kW or false, dW = dW or 1})
   parameters.make(self, {outputFrameSize, inputFrameSize * kW}, {outputFrameSize})
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kW)] number stdv the standard deviation
function TemporalConvolution:reset(stdv) parameters.draw(self, stdv, self.kW * self.inputFrameSize) end

-- The input, contiguous, and the frames of its output.
local function settled(self, input)
   wants.type(self, 'input', input, self.weight)
   wants.dims(self, 'input', input, 2, 3)
   local d, C = input:dim(), self.inputFrameSize
   if input:size(d) ~= C or input:size(d - 1) < self.kW then
      wants.otherSize(self, ('input of size Tx%d or NxTx%d, T of %d or more'):format(C, C, self.kW), input)
   end
   return input:contiguous(), math.floor((input:size(d - 1) - self.kW) / self.dW) + 1
end

-- Frames side by side under the kernel as rows of a matrix: a view, since frames follow one another.
local function rows(sequence, first, count, step, length)
   local C = sequence:size(sequence:dim())
   return sequence.new():set(
      sequence:storage(), sequence:storageOffset() + (first - 1) * C, count, step * C, length * C, 1)
end

local function each(self, sequence, other, body)
   if sequence:dim() == 2 then return body(sequence, other) end
   for n = 1, sequence:size(1) do body(sequence[n], other[n]) end
end

function TemporalConvolution:updateOutput(input)
   local x, frames = settled(self, input)
   if x:dim() == 2 then
      self.output:resize(frames, self.outputFrameSize)
   else
      self.output:resize(x:size(1), frames, self.outputFrameSize)
   end
   local bias, weight = self.bias:view(1, -1):expand(frames, self.outputFrameSize), self.weight:t()
   each(self, x, self.output, function(sequence, y)
      y:addmm(bias, rows(sequence, 1, frames, self.dW, self.kW), weight)
   end)
   return self.output
end

local function checkGradient(self, gradOutput, x, frames)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   if not gradOutput:isSameSizeAs(self.output) or gradOutput:size(x:dim() - 1) ~= frames then
      wants.otherSize(self, 'gradOutput of the output\'s size', gradOutput)
   end
end

function TemporalConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local x, frames = settled(self, input)
   checkGradient(self, gradOutput, x, frames)
   self.gradInput:resizeAs(x):zero()
   local C = self.inputFrameSize
   each(self, self.gradInput, gradOutput, function(dx, dy)
      -- Windows overlap, but not one and the same frame of each.
      for k = 1, self.kW do
         rows(dx, k, frames, self.dW, 1):addmm(dy, self.weight:narrow(2, (k - 1) * C + 1, C))
      end
   end)
   return self.gradInput
end

function TemporalConvolution:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   local x, frames = settled(self, input)
   checkGradient(self, gradOutput, x, frames)
   each(self, x, gradOutput, function(sequence, dy)
      self.gradWeight:addmm(scale, dy:t(), rows(sequence, 1, frames, self.dW, self.kW))
      self.gradBias:add(scale, dy:sum(1):view(-1))
   end)
end

-- Layers that share weights can be stepped straight.
TemporalConvolution.sharedAccUpdateGradParameters = Module.defaultAccUpdateGradParameters
