--- The product of two matrices, or of two batches of matrices one by one.
--
--     nn.MM(false, true):forward {torch.Tensor(7, 2, 3), torch.Tensor(7, 4, 3)}      -- 7×2×4
--
-- @classmod nn.MM
local wants = require 'nn.wants'
local MM, Module = torch.class('nn.MM', 'nn.Module')

--- Make a layer.
-- @tparam[opt=false] boolean transA whether the first matrices are transposed
-- @tparam[opt=false] boolean transB whether the second ones are
function MM:__init(transA, transB)
   Module.__init(self)
   self.transA, self.transB = transA or false, transB or false
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

-- The factors as they are multiplied, and the method that does it.
local function factors(self, input)
   wants.tensors(self, input, 2)
   local a, b = wants.dims(self, 'input', input[1], 2, 3), wants.dims(self, 'input', input[2], 2, 3)
   wants.type(self, 'input', a, self.output)
   wants.dims(self, 'second input', b, a:dim())
   local rows = a:dim() - 1
   if self.transA then a = a:transpose(rows, rows + 1) end
   if self.transB then b = b:transpose(rows, rows + 1) end
   if a:size(rows + 1) ~= b:size(rows) or rows == 2 and a:size(1) ~= b:size(1) then
      local batch = rows == 2 and ('a batch of %d with '):format(a:size(1)) or ''
      wants.otherSize(self, ('a second factor of %s%d rows'):format(batch, a:size(rows + 1)), b)
   end
   return a, b, rows == 2 and 'bmm' or 'mm'
end

local function size(a, b)
   local result = a:size()
   result[a:dim()] = b:size(b:dim())
   return result
end

function MM:updateOutput(input)
   local a, b, multiply = factors(self, input)
   local output = self.output:resize(size(a, b))
   return output[multiply](output, a, b)
end

function MM:updateGradInput(input, gradOutput)
   local a, b, multiply = factors(self, input)
   wants.sized(self, 'gradOutput', gradOutput, a, size(a, b))
   if #self.gradInput ~= 2 then self.gradInput = {a.new(), b.new()} end
   local gradA, gradB = self.gradInput[1]:resizeAs(input[1]), self.gradInput[2]:resizeAs(input[2])
   local rows = a:dim() - 1
   local function turned(t) return t:transpose(rows, rows + 1) end
   -- What came transposed gets its gradient transposed.
   if self.transA then
      gradA[multiply](gradA, b, turned(gradOutput))
   else
      gradA[multiply](gradA, gradOutput, self.transB and input[2] or turned(b))
   end
   if self.transB then
      gradB[multiply](gradB, turned(gradOutput), a)
   else
      gradB[multiply](gradB, self.transA and input[1] or turned(a), gradOutput)
   end
   return self.gradInput
end
