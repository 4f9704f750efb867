--- The cosine of the angle between two vectors, or between the rows of two matrices: `x·y / (‖x‖ ‖y‖)`.
--
--     nn.CosineDistance():forward {torch.Tensor {1, 0}, torch.Tensor {1, 1}}      -- 0.7071
--
-- @classmod nn.CosineDistance
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local CosineDistance, Module = torch.class('nn.CosineDistance', 'nn.Module')

function CosineDistance:__init()
   Module.__init(self)
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

local function check(self, input)
   wants.tensors(self, input, 2)
   wants.dims(self, 'input', input[1], 1, 2)
   wants.same(self, 'input', input[2], input[1])
   local x, y = input[1], input[2]
   if x:dim() == 2 then return x, y end
   return x:contiguous():view(1, -1), y:contiguous():view(1, -1)
end

-- Added to squares, which may be 0.
local epsilon = 1e-12

-- A column: the products of two matrices, row by row.
local function products(self, name, x, y)
   self._products = torch.isTensor(self._products) and self._products or x.new()
   self[name] = torch.isTensor(self[name]) and self[name] or x.new()
   return self[name]:sum(self._products:cmul(x, y), 2)
end

-- `w1` = x·y, `w22` = 1/‖x‖², `w32` = 1/‖y‖², `w` = 1/(‖x‖ ‖y‖).
function CosineDistance:updateOutput(input)
   local x, y = check(self, input)
   wants.type(self, 'input', x, self.output)
   local xy = products(self, 'w1', x, y)
   local xx = products(self, 'w22', x, x):add(epsilon):pow(-1)
   local yy = products(self, 'w32', y, y):add(epsilon):pow(-1)
   self.w = torch.isTensor(self.w) and self.w or x.new()
   self.w:cmul(xx, yy):sqrt()
   return self.output:cmul(xy, self.w):resize(x:size(1))
end

function CosineDistance:updateGradInput(input, gradOutput)
   local x, y = check(self, input)
   local rows, columns = x:size(1), x:size(2)
   wants.elements(self, 'gradOutput', gradOutput, self.output)
   wants.rows(self, x, self.output:nElement())
   if #self.gradInput ~= 2 then self.gradInput = {x.new(), x.new()} end
   local output, w = self.output:view(rows, 1), self.w:view(rows, 1):expand(rows, columns)
   local g = gradOutput:contiguous():view(rows, 1):expand(rows, columns)
   -- ∂/∂x = y/(‖x‖ ‖y‖) − x·cos/‖x‖²
   local function gradient(to, this, other, square)
      local along = torch.cmul(output, square:view(rows, 1)):expand(rows, columns)
      to:cmul(w, other):addcmul(-1, along, this):cmul(g)
   end
   gradient(self.gradInput[1], x, y, self.w22)
   gradient(self.gradInput[2], y, x, self.w32)
   for i = 1, 2 do self.gradInput[i]:resize(input[i]:size()) end
   return self.gradInput
end

function CosineDistance:clearState()
   utils.clear(self, '_products', 'w1', 'w22', 'w32', 'w')
   return Module.clearState(self)
end
