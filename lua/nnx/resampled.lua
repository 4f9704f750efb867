--- Linear interpolation in two directions, with weights counted in floats, whatever the type of the pictures.
--
-- `nn.interpolated` computes the same direction by direction, to the last digits of its type.
--
-- @module nnx.resampled
local resampled = {}

-- For each place along one dimension of an output: the elements around it, and how much of each there is.
local function places(extent, count)
   local step = count > 1 and (extent - 1) / (count - 1) or 0
   local at = torch.range(0, count - 1):float():mul(step)
   local before = torch.floor(at):clamp(0, extent - 1)
   local part = at - before
   return {
      index = {before:long():add(1), torch.floor(before):add(1):clamp(0, extent - 1):long():add(1)},
      weight = {torch.mul(part, -1):add(1), part},
   }
end

-- Call a function with each of the four neighbours: numbers of rows, numbers of columns, and weights all over a tensor.
local function neighbours(input, like, visit)
   local d = like:dim()
   local rows, columns = places(input:size(d - 1), like:size(d - 1)), places(input:size(d), like:size(d))
   local size = torch.LongStorage(d):fill(1)
   size[d - 1], size[d] = like:size(d - 1), like:size(d)
   for i = 1, 2 do
      for j = 1, 2 do
         local weight = torch.ger(rows.weight[i], columns.weight[j]):type(like:type())
         visit(rows.index[i], columns.index[j], weight:view(size):expandAs(like))
      end
   end
end

--- The picture with this many rows and columns.
function resampled.output(output, input, rows, columns)
   local d, size = input:dim(), input:size()
   size[d - 1], size[d] = rows, columns
   output:resize(size):zero()
   neighbours(input, output, function(row, column, weight)
      output:addcmul(input:index(d - 1, row):index(d, column), weight)
   end)
   return output
end

--- The gradient of the picture that was enlarged or made smaller.
function resampled.gradient(gradInput, input, gradOutput)
   local d, size = input:dim(), gradOutput:size()
   gradInput:resizeAs(input):zero()
   size[d] = input:size(d)
   neighbours(input, gradOutput, function(row, column, weight)
      local wide = input.new(size):zero():indexAdd(d, column, torch.cmul(gradOutput, weight))
      gradInput:indexAdd(d - 1, row, wide)
   end)
   return gradInput
end

return resampled
