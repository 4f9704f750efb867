--- Numbers as text.
-- @module gnuplot.rows
local rows = {}

-- So many numbers become text at once: one by one they take twice as long.
local AT_ONCE = 128

local function put(write, pattern, numbers) write(pattern:format(table.unpack(numbers:totable()))) end

--- Write a matrix: six digits a number, a line for each row.
-- @tparam function write takes a piece of the text
-- @tparam torch.DoubleTensor matrix contiguous
function rows.write(write, matrix)
   local count, width = matrix:size(1), matrix:size(2)
   local numbers = matrix:view(-1)
   if width <= AT_ONCE then
      local line = ('%g '):rep(width - 1) .. '%g\n'
      local step = AT_ONCE // width
      local pattern = line:rep(step)
      for i = 0, count - step, step do put(write, pattern, numbers:narrow(1, i * width + 1, step * width)) end
      local rest = count % step
      if rest > 0 then put(write, line:rep(rest), numbers:narrow(1, (count - rest) * width + 1, rest * width)) end
      return
   end
   for i = 0, count - 1 do
      for j = 0, width - 1, AT_ONCE do
         local step = math.min(AT_ONCE, width - j)
         put(write, ('%g '):rep(step), numbers:narrow(1, i * width + j + 1, step))
      end
      write '\n'
   end
end

--- A matrix of columns.
-- @tparam table columns vectors of one length
-- @treturn torch.DoubleTensor
function rows.matrix(columns)
   local matrix = torch.DoubleTensor(columns[1]:size(1), #columns)
   for j, column in ipairs(columns) do matrix:select(2, j):copy(column) end
   return matrix
end

return rows
