--- What comes in from scripts: anything else is refused in the function's name.
-- @module gnuplot.wants
local expected = require 'nn.expected'
local place = require 'torch.place'
local wants = {}

--- Refuse a call, blaming the script's line.
function wants.refuse(who, text) error(('gnuplot.%s: %s'):format(who, text), place.level()) end

--- Say what was expected, and what came.
function wants.other(who, what, got) expected('gnuplot.' .. who, what, got) end

--- A text or a number, as a text. The program reads no zero bytes.
function wants.text(who, what, value)
   if type(value) ~= 'string' and type(value) ~= 'number' then wants.other(who, what, value) end
   value = tostring(value)
   if value:find('\0', 1, true) then wants.refuse(who, ('expected %s without zero bytes'):format(what)) end
   return value
end

--- A text that is part of a command.
function wants.line(who, what, value)
   if wants.text(who, what, value):find '[\n\r]' then wants.refuse(who, ('expected %s of one line'):format(what)) end
   return value
end

--- The number of a figure, or a name.
function wants.figure(who, value)
   if type(value) == 'string' and value ~= '' then return wants.line(who, 'the name of a figure', value) end
   if type(value) ~= 'number' or value ~= math.floor(value) or value < 0 or value > 2 ^ 31 - 1 then
      wants.other(who, 'the number of a figure', value)
   end
   return math.tointeger(value)
end

--- What a curve or a surface is made of: tensors, with texts before and behind them.
-- @tparam string who
-- @tparam string forms what can be, in words
-- @tparam table patterns the same for `string.match`: `s` for a text, `t` for a tensor, a capture for each part
-- @tparam table list what came, `n` values, nil where nothing did
-- @treturn ... a table of values for each part
function wants.arguments(who, forms, patterns, list)
   local kinds, given = '', {}
   for i = 1, list.n do
      local value = list[i]
      if value ~= nil then
         given[#given + 1] = value
         kinds = kinds .. (torch.isTensor(value) and 't' or type(value) == 'string' and 's' or '?')
      end
   end
   local parts = {}
   for _, pattern in ipairs(patterns) do
      if #parts == 0 then parts = {kinds:match(pattern)} end
   end
   if #parts == 0 then
      local names = {}
      for i, value in ipairs(given) do names[i] = type(value) == 'string' and value or torch.type(value) end
      wants.other(who, forms, #names > 0 and table.concat(names, ', ') or 'nothing')
   end
   local first = 0
   for i, part in ipairs(parts) do
      parts[i] = table.move(given, first + 1, first + #part, 1, {})
      first = first + #part
   end
   return table.unpack(parts)
end

--- The lists of arguments of a call, one for each curve: `f(x, y)`, `f({x, y}, {u, v})` or `f {{x, y}, {u, v}}`.
-- @treturn table lists, each with its length as `n`
function wants.lists(who, ...)
   local lists, first = table.pack(...), ...
   if type(first) ~= 'table' then return {lists} end
   if type(first[1]) == 'table' then lists = table.pack(table.unpack(first)) end
   for i = 1, lists.n do
      if type(lists[i]) ~= 'table' then wants.other(who, ('a table for curve %d'):format(i), lists[i]) end
      lists[i] = table.pack(table.unpack(lists[i]))
   end
   return lists
end

return wants
