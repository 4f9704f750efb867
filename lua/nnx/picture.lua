--- Tensors seen as pictures, wherever their rows and columns lie: all that is before, rows, columns, all that is after.
-- @module nnx.picture
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local picture = {}

--- The dimensions of rows and columns, next to each other, as fields `yDim` and `xDim`.
-- @tparam nn.Module who
-- @tparam[opt=2] int yDim
-- @tparam[opt=3] int xDim
function picture.dimensions(who, yDim, xDim)
   who.yDim, who.xDim = wants.axis(who, yDim or 2), wants.axis(who, xDim or 3)
   if who.yDim < 1 or who.xDim ~= who.yDim + 1 then
      expected(who, 'yDim, and xDim = yDim + 1', ('%s and %s'):format(yDim, xDim))
   end
   -- The original's files have these.
   who.inputSize, who.outputSize = torch.LongStorage(4), torch.LongStorage(4)
end

--- A tensor with four dimensions.
-- @tparam nn.Module who with `yDim`
-- @tparam torch.Tensor tensor
-- @treturn torch.Tensor
function picture.fold(who, tensor)
   local size = torch.LongStorage {1, tensor:size(who.yDim), tensor:size(who.yDim + 1), 1}
   for d = 1, tensor:dim() do
      local to = d < who.yDim and 1 or d > who.yDim + 1 and 4
      if to then size[to] = size[to] * tensor:size(d) end
   end
   return tensor:contiguous():view(size)
end

--- The size of an input with other rows and columns.
-- @treturn torch.LongStorage
function picture.size(who, input, rows, columns)
   local size = input:size()
   size[who.yDim], size[who.yDim + 1] = rows, columns
   return size
end

--- An input, and a gradient of a size if there is one.
function picture.check(who, input, gradOutput, size)
   wants.type(who, 'input', wants.dims(who, 'input', input, who.yDim + 1, math.huge), who.gradInput)
   if size then wants.sized(who, 'gradOutput', gradOutput, input, size) end
   return input
end

--- For each of so many places the one of an input that it repeats, or that stands for it.
-- @tparam int count
-- @tparam function where from a place to another, both from 0 on
-- @treturn torch.LongTensor
function picture.places(count, where)
   local list = {}
   for i = 1, count do list[i] = math.floor(where(i - 1)) + 1 end
   return torch.LongTensor(list)
end

--- Elements of a folded tensor, at rows and columns.
function picture.pick(output, folded, rows, columns)
   return output:copy(folded:index(2, rows):index(3, columns))
end

--- The gradient of `pick`.
function picture.spread(gradInput, folded, rows, columns)
   local wide = folded.new(folded:size(1), folded:size(2), gradInput:size(3), folded:size(4)):zero()
   return gradInput:zero():indexAdd(2, rows, wide:indexAdd(3, columns, folded))
end

-- A folded tensor cut into blocks: before, rows, rows of a block, columns, columns of a block, after.
local function blocks(folded, dH, dW)
   local h, w = math.floor(folded:size(2) / dH), math.floor(folded:size(3) / dW)
   local whole = folded:narrow(2, 1, h * dH):narrow(3, 1, w * dW)
   return whole, h, w
end

--- The means of blocks of dH×dW.
function picture.mean(output, folded, dH, dW)
   local whole, h, w = blocks(folded, dH, dW)
   local cut = whole:contiguous():view(folded:size(1), h, dH, w, dW, folded:size(4))
   return output:copy(cut:sum(5):sum(3)):div(dH * dW)
end

--- The gradient of `mean`.
function picture.spreadMean(gradInput, folded, dH, dW)
   local whole, h, w = blocks(gradInput:zero(), dH, dW)
   local cut = torch.LongStorage {folded:size(1), h, dH, w, dW, folded:size(4)}
   local each = folded:contiguous():view(folded:size(1), h, 1, w, 1, folded:size(4)):expand(cut)
   whole:copy(each:contiguous():view(whole:size())):div(dH * dW)
   return gradInput
end

return picture
