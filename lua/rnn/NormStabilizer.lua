--- Keeps the norms of successive hidden states near each other: the output is the input, and the gradient that of
-- `β/T · Σ (‖h[t]‖ − ‖h[t−1]‖)²` too, without the division by T. (Krueger, Memisevic, 2015, arXiv:1511.08400.)
-- @classmod nn.NormStabilizer
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local NormStabilizer, AbstractRecurrent = torch.class('nn.NormStabilizer', 'nn.AbstractRecurrent')

--- Make one.
-- @tparam[opt=1] number beta how much it counts
function NormStabilizer:__init(beta)
   AbstractRecurrent.__init(self, 99999)
   self.beta = wants.number(self, 'a number for beta', beta or 1)
   self:setRecurrentModule(nn.CopyGrad())
end

function NormStabilizer:updateOutput(input)
   wants.dims(self, ('input of step %d'):format(self.step), input, 2)
   local module = self:currentModule()
   local output = sequence.step(self, self.step, input, nil, nil, module.updateOutput, module, input)
   self.outputs[self.step], self.output = output, output
   self:stepped()
   return output
end

-- The norm of each sample, as N×1.
local function norms(h) return h.new():norm(h, 2, 2) end

function NormStabilizer:_updateGradInput(input, gradOutput)
   local step = self.updateGradInputStep - 1
   wants.same(self, ('gradOutput of step %d'):format(step), gradOutput, self.outputs[step])
   local gradInput = self:getStepModule(step):updateGradInput(input, gradOutput)
   local h = self.outputs[step]
   local own = norms(h)
   -- Twice the differences from the step before and from the one behind, along h/‖h‖.
   local along = own.new(own:size()):zero()
   for _, other in ipairs {step - 1, step + 1} do
      local there = other >= 1 and other < self.step and self.outputs[other]
      if there then along:add(own):add(-1, norms(there)) end
   end
   along:cdiv(own):mul(2 * self.beta / h:size(1))
   self._gradInput = self._gradInput or h.new()
   self._gradInput:cmul(h, along:expandAs(h))
   return gradInput:add(self._gradInput)
end

function NormStabilizer:_accGradParameters() end

--- What the steps so far cost, in `loss`.
-- @treturn number
function NormStabilizer:updateLoss()
   local sum, steps = 0, self.step - 1
   for step = 2, steps do
      local before, here = self.outputs[step - 1], self.outputs[step]
      if before and here then sum = sum + norms(here):add(-1, norms(before)):pow(2):mean() end
   end
   self.loss = steps > 0 and self.beta * sum / steps or 0
   return self.loss
end

function NormStabilizer:type(type, cache)
   if type then self._gradInput = nil end
   return AbstractRecurrent.type(self, type, cache)
end

function NormStabilizer:__tostring__() return torch.type(self) end
