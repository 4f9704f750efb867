--- What recurrent modules need of `nn.Dropout`: one mask until the next backward (`lazy`), and one for all samples of
-- a batch (`mono`). (Moon et al.: RnnDrop, 2015; Gal, Ghahramani, 2015, arXiv:1512.05287.)
-- @module rnn.dropout
local wants = require 'nn.wants'
local Dropout = nn.Dropout
local init, updateOutput, updateGradInput = Dropout.__init, Dropout.updateOutput, Dropout.updateGradInput
local clearState = Dropout.clearState

--- Make a layer.
-- @tparam[opt=0.5] number p the probability with which an element is dropped
-- @tparam[opt=false] boolean v1 whether evaluation scales instead of training
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten
-- @tparam[opt=false] boolean lazy whether the mask stays until a gradient has gone back through it
-- @tparam[opt=false] boolean mono whether all samples of a batch have one mask
function Dropout:__init(p, v1, inplace, lazy, mono)
   init(self, p, v1, inplace)
   self.stochastic_inference = nil
   self.flag = true  -- whether the next call draws a mask
   self.lazy, self.mono = lazy or false, mono or false
end

-- The first sample's mask for all of them.
local function spread(noise)
   local count = noise:size(1)
   if count == 1 then return end
   local row = noise:narrow(1, 1, 1)
   local size = noise:size()
   size[1] = count - 1
   noise:narrow(1, 2, count - 1):copy(row:expand(size))
end

local function draw(self, input)
   local noise, keep = self.noise, 1 - self.p
   noise:resizeAs(input)
   local mono = self.mono and input:dim() > 1
   local drawn = mono and noise:select(1, 1) or noise
   drawn:bernoulli(keep)
   if self.v2 then drawn:div(keep) end
   if mono then spread(noise) end
   self.flag = false
end

-- The mask that is kept: if all samples have one, for any number of them. One that no longer fits, of a sequence
-- without a backward, is drawn anew.
local function kept(self, input)
   local noise = self.noise
   if self.mono and input:dim() > 1 and noise:dim() == input:dim() and input:size(1) ~= noise:size(1) then
      local row = noise:select(1, 1):clone()
      noise:resizeAs(input):select(1, 1):copy(row)
      spread(noise)
   end
   if not input:isSameSizeAs(noise) then draw(self, input) end
end

function Dropout:updateOutput(input)
   if not self.lazy and not self.mono or not self.train or self.p == 0 then
      return updateOutput(self, input)
   end
   wants.type(self, 'input', input, self.noise)
   if self.flag or not self.lazy then draw(self, input) else kept(self, input) end
   if self.inplace then self.output:set(input) else self.output:resizeAs(input):copy(input) end
   return self.output:cmul(self.noise)
end

function Dropout:updateGradInput(input, gradOutput)
   self.flag = true
   return updateGradInput(self, input, gradOutput)
end

function Dropout:clearState()
   self.flag = true
   return clearState(self)
end

function Dropout:__tostring__()
   return ('%s(%.1f, %s)'):format(torch.type(self), self.p, self.lazy and 'lazy' or 'busy')
end
