--- The mean of each window of a volume, channel by channel.
--
-- The input is C×T×H×W or a batch N×C×T×H×W; the output has `(T − kT) / dT + 1` planes, rounded down, rows and columns
-- by the same rule.
--
-- @classmod nn.VolumetricAveragePooling
local compute = require('sconce.nn').VolumetricAveragePooling
local wants = require 'nn.wants'
local VolumetricAveragePooling, Module = torch.class('nn.VolumetricAveragePooling', 'nn.Module')

--- Make a layer.
-- @tparam int kT planes of a window
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kT] int dT planes that it moves on by
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
function VolumetricAveragePooling:__init(kT, kW, kH, dT, dW, dH)
   Module.__init(self)
   self.kT, self.kW, self.kH = kT, kW, kH
   self.dT, self.dW, self.dH = dT or kT, dW or kW, dH or kH
   wants.counts(self, 'kT', 'kW', 'kH', 'dT', 'dW', 'dH')
end

function VolumetricAveragePooling:updateOutput(input)
   compute.updateOutput(self.output, input, self.kT, self.kW, self.kH, self.dT, self.dW, self.dH, 0, 0, 0, false, true)
   return self.output
end

function VolumetricAveragePooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(
      self.gradInput, input, gradOutput, self.kT, self.kW, self.kH, self.dT, self.dW, self.dH, 0, 0, 0, false, true)
   return self.gradInput
end

--- Give up what can be computed again.
function VolumetricAveragePooling:empty() return Module.clearState(self) end

function VolumetricAveragePooling:__tostring__()
   return ('%s(%dx%dx%d, %d,%d,%d)'):format(
      torch.type(self), self.kT, self.kW, self.kH, self.dT, self.dW, self.dH)
end
