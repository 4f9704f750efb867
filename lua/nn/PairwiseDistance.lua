--- The distance of two vectors, or of the rows of two matrices: `‖x − y‖`, the p-norm.
--
--     nn.PairwiseDistance(1):forward {torch.Tensor {1, 2}, torch.Tensor {4, 6}}      -- 7
--
-- @classmod nn.PairwiseDistance
local randomSign = require 'nn.randomSign'
local slots = require 'nn.slots'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local PairwiseDistance, Module = torch.class('nn.PairwiseDistance', 'nn.Module')

--- Make a layer.
-- @tparam[opt=2] number p the order of the norm
function PairwiseDistance:__init(p)
   Module.__init(self)
   self.norm = wants.number(self, 'an order p', p or 2)
   self.gradInput, self.diff = {}, torch.Tensor()
end

-- The difference as a matrix, in `diff`.
local function subtract(self, input)
   wants.tensors(self, input, 2)
   local x, y = wants.dims(self, 'input', input[1], 1, 2), input[2]
   wants.type(self, 'input', x, self.output)
   wants.same(self, 'input', y, x)
   self.diff = torch.isTensor(self.diff) and self.diff or x.new()
   self.diff:add(x, -1, y)
   return x:dim() == 1 and self.diff:view(1, -1) or self.diff
end

function PairwiseDistance:updateOutput(input)
   local diff = subtract(self, input)
   self.output:norm(diff, self.norm, 2):resize(diff:size(1))
   return self.output
end

-- Keeps the gradient finite where the distance is 0.
local epsilon = 1e-6

function PairwiseDistance:updateGradInput(input, gradOutput)
   local diff, p = subtract(self, input), self.norm
   local rows, columns = diff:size(1), diff:size(2)
   wants.elements(self, 'gradOutput', gradOutput, self.output)
   wants.dims(self, 'gradOutput', gradOutput, 1, 2)
   wants.rows(self, diff, self.output:nElement())
   local factors = gradOutput:contiguous():view(rows, 1)
   if p == 1 then
      if diff:ne(0):all() then diff:sign() else diff:apply(randomSign) end
   else
      if p ~= 2 then diff:cmul(torch.abs(diff):pow(p - 2)) end
      factors = torch.cdiv(factors, torch.add(self.output, epsilon):pow(p - 1):view(rows, 1))
   end
   self.gradInput = slots(self.gradInput, {input[1], input[2]})
   local first, second = self.gradInput[1], self.gradInput[2]
   first:cmul(diff, factors:expand(rows, columns)):resizeAs(input[1])
   second:mul(first, -1)
   return self.gradInput
end

function PairwiseDistance:clearState()
   utils.clear(self, 'diff')
   return Module.clearState(self)
end
