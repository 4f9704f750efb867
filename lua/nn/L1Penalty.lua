--- Hands on what comes, and adds to the gradient that of its 1-norm: inputs are pulled towards 0.
--
-- The penalty of the last input, `l1weight · ‖x‖₁`, is in `loss`.
--
-- @classmod nn.L1Penalty
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local L1Penalty, Module = torch.class('nn.L1Penalty', 'nn.Module')

--- Make a layer.
-- @tparam number l1weight how strong the penalty is
-- @tparam[opt=false] boolean sizeAverage whether it is divided by the number of elements
-- @tparam[opt=true] boolean provideOutput whether the gradient that comes counts; else the penalty's alone
function L1Penalty:__init(l1weight, sizeAverage, provideOutput)
   Module.__init(self)
   self.l1weight = wants.number(self, 'a weight of the penalty', l1weight)
   self.sizeAverage = sizeAverage or false
   if provideOutput ~= nil and type(provideOutput) ~= 'boolean' then
      expected(self, 'provideOutput to be true or false', provideOutput)
   end
   self.provideOutput = provideOutput ~= false
end

local function weight(self, input)
   return self.sizeAverage and self.l1weight / input:nElement() or self.l1weight
end

function L1Penalty:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 1, math.huge), self.gradInput)
   self.loss = weight(self, input) * input:norm(1)
   self.output = input
   return input
end

function L1Penalty:updateGradInput(input, gradOutput)
   wants.dims(self, 'input', input, 1, math.huge)
   wants.type(self, 'input', input, self.gradInput)
   self.gradInput:sign(input):mul(weight(self, input))
   if self.provideOutput then self.gradInput:add(wants.elements(self, 'gradOutput', gradOutput, input)) end
   return self.gradInput
end

--- Let go of the input, which is another layer's.
function L1Penalty:clearState() return utils.renew(self, 'output', 'gradInput') end
