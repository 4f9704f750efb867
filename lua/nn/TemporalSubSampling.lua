--- The sum of each number over windows of frames, times a weight of its own, plus a bias.
--
-- The input is T×C, frames of C numbers; the output has `(T − kW) / dW + 1` frames, rounded down. `weight` and `bias`
-- are C.
--
-- @classmod nn.TemporalSubSampling
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local TemporalSubSampling, Module = torch.class('nn.TemporalSubSampling', 'nn.Module')

--- Make a layer.
-- @tparam int inputFrameSize C
-- @tparam int kW frames of a window
-- @tparam[opt=1] int dW frames that it moves on by
function TemporalSubSampling:__init(inputFrameSize, kW, dW)
   Module.__init(self)
   self.inputFrameSize, self.kW, self.dW = inputFrameSize, kW, dW or 1
   wants.counts(self, 'inputFrameSize', 'kW', 'dW')
   parameters.make(self, {inputFrameSize}, {inputFrameSize})
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·kW)] number stdv the standard deviation
function TemporalSubSampling:reset(stdv) parameters.draw(self, stdv, self.kW) end

-- The windows as T'×C×kW: a view.
local function windows(self, input)
   wants.type(self, 'input', input, self.weight)
   wants.dims(self, 'input', input, 2)
   if input:size(2) ~= self.inputFrameSize or input:size(1) < self.kW then
      wants.otherSize(self, ('input of size Tx%d, T of %d or more'):format(self.inputFrameSize, self.kW), input)
   end
   return input:unfold(1, self.kW, self.dW)
end

local function rows(numbers, tensor) return numbers:view(1, -1):expandAs(tensor) end

function TemporalSubSampling:updateOutput(input)
   local seen = windows(self, input)
   self.output:sum(seen, 3)
   self.output:resize(seen:size(1), seen:size(2))
   return self.output:cmul(rows(self.weight, self.output)):add(rows(self.bias, self.output))
end

function TemporalSubSampling:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   windows(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   self.gradInput:resizeAs(input):zero()
   local weighted, seen = torch.cmul(gradOutput, rows(self.weight, gradOutput)), windows(self, self.gradInput)
   -- Windows overlap, but not one and the same frame of each.
   for k = 1, self.kW do seen:select(3, k):add(weighted) end
   return self.gradInput
end

function TemporalSubSampling:accGradParameters(input, gradOutput, scale)
   windows(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   self.gradWeight:add(scale or 1, windows(self, input):sum(3):select(3, 1):cmul(gradOutput):sum(1):view(-1))
   self.gradBias:add(scale or 1, gradOutput:sum(1):view(-1))
end
