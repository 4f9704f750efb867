--- The cosine of the angle to each of M centers: `y_j = x·w_j / (‖x‖ ‖w_j‖)`.
--
--     nn.Cosine(3, 2):forward(torch.Tensor(4, 3))      -- 4×2
--
-- @classmod nn.Cosine
local parameters = require 'nn.parameters'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Cosine, Module = torch.class('nn.Cosine', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize K, numbers in a sample
-- @tparam int outputSize M, how many centers there are
function Cosine:__init(inputSize, outputSize)
   Module.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   self.weight, self.gradWeight = torch.Tensor(outputSize, inputSize), torch.Tensor(outputSize, inputSize):zero()
   self:reset()
end

--- Draw the centers anew, uniform in ±√3·stdv, or in ±1/√M.
function Cosine:reset(deviation)
   parameters.draw(self, deviation, self.weight:size(1))
end

-- Added to lengths, which may be 0.
local epsilon = 1e-12

-- Samples as rows.
local function rows(self, name, tensor, count)
   wants.type(self, name, tensor, self.weight)
   wants.dims(self, name, tensor, 1, 2)
   if tensor:size(tensor:dim()) ~= count then
      wants.otherSize(self, ('%s of size %d or Nx%d'):format(name, count, count), tensor)
   end
   return tensor:dim() == 2 and tensor or tensor:contiguous():view(1, -1)
end

-- Lengths of rows, as a column.
local function lengths(self, name, matrix)
   self[name] = torch.isTensor(self[name]) and self[name] or matrix.new()
   return self[name]:norm(matrix, 2, 2):add(epsilon)
end

function Cosine:updateOutput(input)
   local x, w = rows(self, 'input', input, self.weight:size(2)), self.weight
   local xLength, wLength = lengths(self, '_inputNorm', x), lengths(self, '_weightNorm', w)
   local output = self.output:resize(x:size(1), w:size(1)):mm(x, w:t())
   output:cdiv(xLength:expandAs(output)):cdiv(wLength:t():expandAs(output))
   return input:dim() == 2 and output or output:resize(w:size(1))
end

-- ∂y_j/∂x = w_j / (‖x‖ ‖w_j‖) − y_j x / ‖x‖², and the same with both exchanged: `this` is what varies.
local function gradient(to, scale, share, other, along, this, thisLength)
   to:addmm(scale, share, other)
   local factors = torch.cdiv(along, torch.cmul(thisLength, thisLength))
   return to:addcmul(-scale, factors:expandAs(this), this)
end

-- Input, gradient and output as rows; the gradient over both lengths.
local function parts(self, input, gradOutput)
   local x = rows(self, 'input', input, self.weight:size(2))
   local g = rows(self, 'gradOutput', gradOutput, self.weight:size(1))
   if g:size(1) ~= x:size(1) then wants.otherSize(self, ('gradOutput of %d rows'):format(x:size(1)), g) end
   local xLength, wLength = lengths(self, '_inputNorm', x), lengths(self, '_weightNorm', self.weight)
   local share = torch.cdiv(g, xLength:expandAs(g)):cdiv(wLength:t():expandAs(g))
   local along = torch.cmul(g, wants.elements(self, 'gradOutput', self.output, g):view(g:size(1), -1))
   return x, share, along, xLength, wLength
end

function Cosine:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local x, share, along, xLength = parts(self, input, gradOutput)
   gradient(self.gradInput:resizeAs(x):zero(), 1, share, self.weight, along:sum(2), x, xLength)
   return self.gradInput:resizeAs(input)
end

function Cosine:accGradParameters(input, gradOutput, scale)
   local x, share, along, _, wLength = parts(self, input, gradOutput)
   gradient(self.gradWeight, scale or 1, share:t(), x, along:sum(1):t(), self.weight, wLength)
end

--- Convert the layer; what calls have left is dropped.
function Cosine:type(type, cache)
   if type then self._inputNorm, self._weightNorm = nil, nil end
   return Module.type(self, type, cache)
end

function Cosine:clearState()
   utils.clear(self, '_inputNorm', '_weightNorm')
   return Module.clearState(self)
end
