--- Channels as pixels: C·r²×H×W becomes C×H·r×W·r, each r² channels a square.
--
--     nn.PixelShuffle(3):forward(torch.Tensor(9, 64, 64))      -- 1×192×192
--
-- @classmod nn.PixelShuffle
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local PixelShuffle, Module = torch.class('nn.PixelShuffle', 'nn.Module')

--- Make a layer.
-- @tparam int upscaleFactor r, how many pixels a side of the square has
function PixelShuffle:__init(upscaleFactor)
   Module.__init(self)
   wants.count(self, 'a factor', upscaleFactor)
   self.upscaleFactor, self.upscaleFactorSquared = upscaleFactor, upscaleFactor * upscaleFactor
end

-- Batch, channels, rows and columns of an output.
local function sizes(self, input)
   wants.dims(self, 'input', input, 3, 4)
   local d = input:dim()
   local channels = input:size(d - 2) / self.upscaleFactorSquared
   if channels ~= math.floor(channels) then
      wants.otherSize(self, ('a multiple of %d channels'):format(self.upscaleFactorSquared), input)
   end
   return d == 4 and input:size(1) or 1, channels, input:size(d - 1), input:size(d)
end

function PixelShuffle:updateOutput(input)
   local n, c, h, w = sizes(self, input)
   local r = self.upscaleFactor
   wants.type(self, 'input', input, self.output)
   local squares = input:contiguous():view(n, c, r, r, h, w):permute(1, 2, 5, 3, 6, 4)
   self.output:resize(n, c, h, r, w, r):copy(squares)
   if input:dim() == 3 then return self.output:resize(c, h * r, w * r) end
   return self.output:resize(n, c, h * r, w * r)
end

function PixelShuffle:updateGradInput(input, gradOutput)
   local n, c, h, w = sizes(self, input)
   local r = self.upscaleFactor
   wants.type(self, 'gradOutput', gradOutput, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   wants.elements(self, 'input', input, gradOutput)
   local channels = gradOutput:contiguous():view(n, c, h, r, w, r):permute(1, 2, 4, 6, 3, 5)
   return self.gradInput:resize(n, c, r, r, h, w):copy(channels):resize(input:size())
end

function PixelShuffle:clearState()
   utils.clear(self, '_intermediateShape', '_outShape', '_shuffleIn', '_shuffleOut')
   return Module.clearState(self)
end
