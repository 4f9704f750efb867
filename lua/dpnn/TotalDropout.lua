--- In training everything is dropped with probability p, or nothing.
--
-- The input is a tensor of any size; what is kept is not scaled, and in evaluation everything is.
--
-- @classmod nn.TotalDropout
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local TotalDropout, Module = torch.class('nn.TotalDropout', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0.5] number p
function TotalDropout:__init(p)
   Module.__init(self)
   self.p = p or .5
   if type(self.p) ~= 'number' or not (self.p >= 0 and self.p < 1) then
      expected(self, 'a probability from 0 to below 1', p)
   end
   self.train = true
end

function TotalDropout:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.output:resizeAs(input):copy(input)
   if self.train then
      self.noise = torch.bernoulli(1 - self.p)
      self.output:mul(self.noise)
   end
   return self.output
end

function TotalDropout:updateGradInput(input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, input)
   self.gradInput:resizeAs(gradOutput):copy(gradOutput)
   if self.train and self.noise then self.gradInput:mul(self.noise) end
   return self.gradInput
end

function TotalDropout:__tostring__() return ('%s(%f)'):format(torch.type(self), self.p) end

restored.fields(TotalDropout, {['output gradInput'] = restored.tensor, p = restored.needed})
