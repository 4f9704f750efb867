--- Tensors, and tables of them nested to any depth.
-- @module nngraph.nesting
local expected = require 'nn.expected'
local nesting = {}

local function refuse(name, what, got)
   expected('nngraph.nesting.' .. name, what, got)
end

local function isTable(value) return type(value) == 'table' and not torch.typename(value) end

-- One of the functions, for a table or a tensor.
local function check(name, value)
   if not isTable(value) and not torch.isTensor(value) then
      refuse(name, 'a tensor or a table of tensors', value)
   end
   return isTable(value)
end

--- A copy that shares nothing.
-- @param value a tensor or a table
function nesting.cloneNested(value)
   if not check('cloneNested', value) then return value:clone() end
   local result = {}
   for key, part in pairs(value) do result[key] = nesting.cloneNested(part) end
   return result
end

--- Set every element.
-- @param value a tensor or a table
-- @tparam number number
-- @return the same tensor or table
function nesting.fillNested(value, number)
   if not check('fillNested', value) then return value:fill(number) end
   for _, part in pairs(value) do nesting.fillNested(part, number) end
   return value
end

--- Give a tensor or table the shape of another. What is missing is made, and what is too much taken away.
-- @param output what is to change; nil if there is nothing yet
-- @param input what it is to be like
-- @return `output`, or what is to take its place, if that was of another kind
function nesting.resizeNestedAs(output, input)
   if not check('resizeNestedAs', input) then
      if not torch.isTensor(output) then output = input.new() end
      return output:resize(input:size())
   end
   if not isTable(output) then output = {} end
   for key in pairs(output) do
      if input[key] == nil then output[key] = nil end
   end
   for key, part in pairs(input) do output[key] = nesting.resizeNestedAs(output[key], part) end
   return output
end

-- Walk through two tables together. Both have the same keys.
local function both(name, output, input)
   if check(name, input) ~= check(name, output) then refuse(name, 'tensors in the same places of both', input) end
   if not isTable(input) then return false end
   for key in pairs(input) do
      if output[key] == nil then refuse(name, ('output with a key %s, as input has'):format(tostring(key)), nil) end
   end
   for key in pairs(output) do
      if input[key] == nil then refuse(name, ('input with a key %s, as output has'):format(tostring(key)), nil) end
   end
   return true
end

--- Copy elements into a tensor or table of the same shape.
-- @param output
-- @param input
-- @return `output`
function nesting.copyNested(output, input)
   if not both('copyNested', output, input) then return output:copy(input) end
   for key, part in pairs(input) do nesting.copyNested(output[key], part) end
   return output
end

--- Add elements to those of a tensor or table of the same shape.
-- @param output
-- @param input
-- @return `output`
function nesting.addNestedTo(output, input)
   if not both('addNestedTo', output, input) then return output:add(input) end
   for key, part in pairs(input) do nesting.addNestedTo(output[key], part) end
   return output
end

return nesting
