--- Pictures or volumes enlarged: by repeating elements, or by linear interpolation.
--
-- The input is N×C×H×W, or N×C×T×H×W; pictures may also be C×H×W.
--
-- @classmod nn.UpSampling
local expected = require 'nn.expected'
local interpolated = require 'nn.interpolated'
local repeated = require 'nn.repeated'
local wants = require 'nn.wants'
local UpSampling, Module = torch.class('nn.UpSampling', 'nn.Module')

--- Make a layer.
-- @tparam int|table params how many times as many rows and columns (and planes), or `{oheight = …, owidth = …}`
-- @tparam[opt='nearest'] string mode 'nearest' or 'linear'
function UpSampling:__init(params, mode)
   Module.__init(self)
   self.mode = mode or 'nearest'
   if self.mode ~= 'nearest' and self.mode ~= 'linear' then expected(self, "mode 'nearest' or 'linear'", mode) end
   if type(params) == 'table' and self.mode ~= 'linear' then
      expected(self, 'a whole number as scale of nearest', 'a table')
   end
   interpolated.enlargeTo(self, params)
   self.inputSize, self.outputSize = torch.LongStorage(5):fill(0), torch.LongStorage(5):fill(0)
end

--- Note the sizes of the input and of its output.
function UpSampling:setSize(input)
   wants.dims(self, 'input', input, 3, 5)
   local rank = input:dim() == 5 and 3 or 2
   local d = input:dim()
   for i = 1, d do self.inputSize[i], self.outputSize[i] = input:size(i), input:size(i) end
   for i = d - rank + 1, d do self.outputSize[i] = input:size(i) * (self.scale_factor or 1) end
   if self.oheight then self.outputSize[d - 1], self.outputSize[d] = self.oheight, self.owidth end
   return rank
end

function UpSampling:updateOutput(input)
   local rank, d = self:setSize(input), input:dim()
   if self.mode ~= 'nearest' then
      local sizes = {}
      for i = 1, rank do sizes[i] = self.outputSize[d - rank + i] end
      return interpolated.updateOutput(self, input, sizes)
   end
   return repeated.updateOutput(self, input, rank)
end

function UpSampling:updateGradInput(input, gradOutput)
   wants.dims(self, 'input', input, 3, 5)
   local rank = input:dim() == 5 and 3 or 2
   if self.mode ~= 'nearest' then return interpolated.updateGradInput(self, input, gradOutput, rank) end
   return repeated.updateGradInput(self, input, gradOutput, rank)
end

function UpSampling:__tostring__()
   if self.scale_factor then return ('%s(%dx, %s)'):format(torch.type(self), self.scale_factor, self.mode) end
   return ('%s(%d, %d, %s)'):format(torch.type(self), self.oheight, self.owidth, self.mode)
end
