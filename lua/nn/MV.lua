--- The product of a matrix and a vector, or of a batch of both, one by one.
--
--     nn.MV():forward {torch.Tensor(2, 3), torch.Tensor(3)}      -- 2 numbers
--
-- @classmod nn.MV
local wants = require 'nn.wants'
local MV, Module = torch.class('nn.MV', 'nn.Module')

--- Make a layer.
-- @tparam[opt=false] boolean trans whether the matrices are transposed
function MV:__init(trans)
   Module.__init(self)
   self.trans = trans or false
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

-- Matrices and vectors as batches, the matrices as they are multiplied.
local function factors(self, input)
   wants.tensors(self, input, 2)
   local matrix, vector = wants.dims(self, 'input', input[1], 2, 3), input[2]
   wants.type(self, 'input', matrix, self.output)
   wants.dims(self, 'second input', vector, matrix:dim() - 1)
   if matrix:dim() == 2 then
      matrix, vector = matrix:contiguous():view(1, matrix:size(1), -1), vector:contiguous():view(1, -1)
   end
   if self.trans then matrix = matrix:transpose(2, 3) end
   if matrix:size(3) ~= vector:size(2) or matrix:size(1) ~= vector:size(1) then
      wants.otherSize(self, ('vectors of size %dx%d'):format(matrix:size(1), matrix:size(3)), vector)
   end
   return matrix, vector:contiguous():view(vector:size(1), -1, 1)
end

function MV:updateOutput(input)
   local matrix, vector = factors(self, input)
   local output = self.output:resize(matrix:size(1), matrix:size(2), 1):bmm(matrix, vector)
   if input[1]:dim() == 2 then return output:resize(matrix:size(2)) end
   return output:resize(matrix:size(1), matrix:size(2))
end

function MV:updateGradInput(input, gradOutput)
   local matrix, vector = factors(self, input)
   local n, rows, columns = matrix:size(1), matrix:size(2), matrix:size(3)
   wants.type(self, 'gradOutput', gradOutput, matrix)
   if gradOutput:nElement() ~= n * rows then
      wants.otherSize(self, ('gradOutput of size %dx%d'):format(n, rows), gradOutput)
   end
   if #self.gradInput ~= 2 then self.gradInput = {matrix.new(), vector.new()} end
   local g, gradMatrix, gradVector = gradOutput:contiguous():view(n, rows, 1), self.gradInput[1], self.gradInput[2]
   if self.trans then
      gradMatrix:resize(n, columns, rows):bmm(vector, g:transpose(2, 3))
   else
      gradMatrix:resize(n, rows, columns):bmm(g, vector:transpose(2, 3))
   end
   gradMatrix:resizeAs(input[1])
   gradVector:resize(n, columns, 1):bmm(matrix:transpose(2, 3), g):resizeAs(input[2])
   return self.gradInput
end
