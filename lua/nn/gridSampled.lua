--- Pictures seen at places between their elements, by linear interpolation in both directions; nothing is outside.
--
-- The input is N×C×H×W, the grid N×H'×W'×2: for each element of the output, N×C×H'×W', its column and row in the
-- input, from -1 for the first to 1 for the last.
--
-- Source: Jaderberg et al., 2015, arXiv:1506.02025, section 3.3.
--
-- @module nn.gridSampled
local wants = require 'nn.wants'
local gridSampled = {}

local function check(who, input, grid, gradOutput)
   wants.dims(who, 'input', input, 4)
   wants.floating(who, 'input', input)
   wants.type(who, 'grid', grid, input)
   wants.dims(who, 'grid', grid, 4)
   if grid:size(1) ~= input:size(1) or grid:size(4) ~= 2 then
      wants.otherSize(who, ("grid of size %dxH'xW'x2"):format(input:size(1)), grid)
   end
   local size = torch.LongStorage {input:size(1), input:size(2), grid:size(2), grid:size(3)}
   if gradOutput then wants.sized(who, 'gradOutput', gradOutput, input, size) end
   return size
end

-- The four neighbours of a sample's places: which element each is, where it is inside, its parts by column and row, and
-- the signs with which those grow.
local function neighbours(input, grid)
   local H, W = input:size(2), input:size(3)
   local function places(coordinate, count)
      local at = grid:select(3, coordinate):contiguous():view(-1):clone():add(1):div(2):mul(count - 1)
      local before = torch.floor(at)
      return before, at:add(-1, before)
   end
   local x, fx = places(1, W)
   local y, fy = places(2, H)
   local list = {}
   for b = 0, 1 do
      for a = 0, 1 do
         local column, row = x + a, y + b
         -- Of nan nothing is inside.
         local inside = column:ge(0):cmul(column:lt(W)):cmul(row:ge(0)):cmul(row:lt(H))
         local outside = inside:eq(0)
         column:maskedFill(outside, 0)
         row:maskedFill(outside, 0)
         list[#list + 1] = {
            elements = row:long():mul(W):add(column:long()):add(1), inside = inside:type(input:type()),
            byColumn = a == 1 and fx or -fx + 1, byRow = b == 1 and fy or -fy + 1,
            columnSign = a == 1 and 1 or -1, rowSign = b == 1 and 1 or -1,
         }
      end
   end
   return list
end

-- A sample's channels as rows.
local function rows(picture) return picture:contiguous():view(picture:size(1), -1) end

function gridSampled.updateOutput(who, input, grid, output)
   wants.type(who, 'output', output, input)
   output:resize(check(who, input, grid))
   for n = 1, input:size(1) do
      local x, sum = rows(input[n]), nil
      for _, it in ipairs(neighbours(input[n], grid[n])) do
         local seen = x:index(2, it.elements)
         seen:cmul(it.inside:view(1, -1):expandAs(seen))
         seen:cmul(torch.cmul(it.byColumn, it.byRow):view(1, -1):expandAs(seen))
         sum = sum and sum:add(seen) or seen
      end
      output[n]:copy(sum)
   end
   return output
end

--- Gradients of the input and of the grid; both are resized.
function gridSampled.updateGradInput(who, input, gradInput, grid, gradGrid, gradOutput)
   check(who, input, grid, wants.tensor(who, 'gradOutput', gradOutput))
   wants.type(who, 'gradInput', gradInput, input)
   wants.type(who, 'gradGrid', gradGrid, input)
   local H, W = input:size(3), input:size(4)
   gradInput:resizeAs(input):zero()
   gradGrid:resizeAs(grid)
   for n = 1, input:size(1) do
      local x, g = rows(input[n]), rows(gradOutput[n])
      local dx = x.new(x:size()):zero()
      local byColumn, byRow = x.new(g:size(2)):zero(), x.new(g:size(2)):zero()
      for _, it in ipairs(neighbours(input[n], grid[n])) do
         local part = torch.cmul(it.byColumn, it.byRow):cmul(it.inside)
         dx:indexAdd(2, it.elements, torch.cmul(g, part:view(1, -1):expandAs(g)))
         local seen = x:index(2, it.elements):cmul(g):sum(1):view(-1):cmul(it.inside)
         byColumn:add(it.columnSign, torch.cmul(seen, it.byRow))
         byRow:add(it.rowSign, seen:cmul(it.byColumn))
      end
      gradInput[n]:copy(dx)
      gradGrid[n]:select(3, 1):copy(byColumn:mul((W - 1) / 2))
      gradGrid[n]:select(3, 2):copy(byRow:mul((H - 1) / 2))
   end
end

return gridSampled
