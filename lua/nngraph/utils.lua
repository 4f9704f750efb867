--- What the files of nngraph ask of values.
-- @module nngraph.utils
local utils = {}

--- Whether a value is a table without a class.
function utils.istable(value) return type(value) == 'table' and not torch.typename(value) end

--- The class of an object made in Lua; false for anything else.
function utils.istorchclass(value) return type(value) == 'table' and torch.typename(value) or false end

--- The largest index of a table, past any that are missing; 0 if there is none.
function utils.tableMaxN(values)
   local largest = 0
   for key in pairs(values) do
      if type(key) == 'number' and key > largest then largest = key end
   end
   return largest
end

--- Why a value is no node.
-- @param value what came
-- @tparam string array what the table is called that it came in
-- @tparam int index where it was in the table
-- @treturn string
function utils.expectingNodeErrorMessage(value, array, index)
   local name = ('%s[%d]'):format(array, index)
   if value == nil then return name .. ' is nil (typo / bad index?)' end
   if torch.isTypeOf(value, 'nn.Module') then
      return ('%s is an nn.Module, specifically a %s, but the only valid thing to pass is an instance of nngraph.Node. '
         .. 'Did you forget a second set of parens, which convert a nn.Module to a nngraph.Node?')
         :format(name, torch.typename(value))
   end
   return ('%s should be an nngraph.Node but is of type %s'):format(name, torch.type(value))
end

return utils
