--- Parametric rectified linear unit: `y = x` above 0, `w·x` elsewhere, where the slope w is learned.
--
-- One slope for all, or one for each of the planes of an input of C or N×C×…. `weight` starts at 0.25.
--
-- Source: He, Zhang, Ren and Sun, 2015, arXiv:1502.01852.
--
-- @classmod nn.PReLU
local compute = require('sconce.nn').PReLU
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local PReLU, Module = torch.class('nn.PReLU', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0] int nOutputPlane C, the number of slopes; 0 for one that all share
function PReLU:__init(nOutputPlane)
   Module.__init(self)
   self.nOutputPlane = nOutputPlane or 0
   if self.nOutputPlane ~= 0 and not isCount(self.nOutputPlane) then
      expected(self, 'a number of planes', self.nOutputPlane)
   end
   self.weight = torch.Tensor(math.max(1, self.nOutputPlane)):fill(0.25)
   self.gradWeight = torch.Tensor(math.max(1, self.nOutputPlane))
end

function PReLU:updateOutput(input)
   compute.updateOutput(self.output, input, self.weight, self.nOutputPlane)
   return self.output
end

function PReLU:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.weight, self.nOutputPlane)
   return self.gradInput
end

function PReLU:accGradParameters(input, gradOutput, scale)
   wants.type(self, 'input', input, self.weight)
   wants.elements(self, 'gradOutput', gradOutput, input)
   self.gradWeightBuf = self.gradWeightBuf or input.new()
   self.gradWeightBuf2 = self.gradWeightBuf2 or input.new()
   -- What lies below 0, times its gradient.
   local below = self.gradWeightBuf:resizeAs(input):copy(input):clamp(-math.huge, 0):cmul(gradOutput)
   if self.nOutputPlane == 0 then
      self.gradWeight[1] = self.gradWeight[1] + (scale or 1) * below:sum()
   else
      local samples = input:dim() > 1 and input:size(1) or 1
      if input:nElement() == 0 or input:nElement() % (samples * self.nOutputPlane) ~= 0 then
         wants.otherSize(self, ('input of %d planes'):format(self.nOutputPlane), input)
      end
      local sums = below:view(samples, self.nOutputPlane, -1):sum(3):select(3, 1)
      self.gradWeight:add(scale or 1, self.gradWeightBuf2:sum(sums, 1):view(-1))
   end
end

function PReLU:clearState()
   utils.clear(self, 'gradWeightBuf', 'gradWeightBuf2')
   return Module.clearState(self)
end
