--- How functions with rules are called, as text.
-- @module argcheck.usage
local env = require 'argcheck.env'
local usage = {}

local function default(rule)
   local value = rule.default
   if type(value) == 'table' or type(value) == 'userdata' or type(value) == 'function' then
      return ' [has default value]'
   elseif value ~= nil then
      return (' [default=%s]'):format(tostring(value))
   elseif rule.defaultf then
      return ' [has default]'
   end
   return rule.defaulta and (' [defaulta=%s]'):format(rule.defaulta) or ''
end

-- The arguments, one a line, in columns.
local function listed(rules)
   local names, types, nameWidth, typeWidth = {}, {}, 0, 0
   for i, rule in ipairs(rules) do
      local isOptional = rule.opt or default(rule) ~= ''
      names[i] = (isOptional and '[' or ' ') .. rule.name
      types[i] = (rule.type or 'any') .. (isOptional and ']' or '')
      nameWidth, typeWidth = math.max(nameWidth, #names[i]), math.max(typeWidth, #types[i])
   end
   local open, close = '({', '})'
   if rules.nonamed then open, close = '(', ')' elseif rules.noordered then open, close = '{', '}' end
   local lines = {'```', open}
   for i, rule in ipairs(rules) do
      lines[#lines + 1] = ('  %s%s = %s%s  -- %s%s%s'):format(names[i], (' '):rep(nameWidth - #names[i]), types[i],
         (' '):rep(typeWidth - #types[i]), rule.help or '', rule.doc or '', default(rule))
   end
   lines[#lines + 1], lines[#lines + 2] = close, '```'
   return table.concat(lines, '\n')
end

-- The arguments in one line: `x[, y]`.
local function inLine(rules)
   local pieces = {}
   for i, rule in ipairs(rules) do
      local text = (i > 1 and ', ' or '') .. rule.name
      pieces[i] = (rule.opt or rule.default ~= nil or rule.defaultf) and '[' .. text .. ']' or text
   end
   return table.concat(pieces)
end

--- The help of some rules, or a list of their arguments. In a help `@ARGP` and `@ARGT` stand for the arguments, in one
-- line and in a line each.
function usage.usage(rules)
   local help = rules.help or rules.doc
   if not help then return '\n*Arguments:*\n' .. listed(rules) end
   return (help:gsub('@ARG([PT])', function(kind) return kind == 'P' and inLine(rules) or listed(rules) end))
end

-- The names and types in a table of named arguments.
local function named(values)
   local pieces, others = {}, 0
   for key, value in pairs(values) do
      if type(key) == 'string' then
         pieces[#pieces + 1] = ('**%s=%s**'):format(key, env.type(value))
      else
         others = others + 1
      end
   end
   table.sort(pieces)
   for _ = 1, others do table.insert(pieces, 1, '**[number]**=?') end
   return ('**table**={ %s }'):format(table.concat(pieces, ', '))
end

--- What a call came with.
-- @tparam table given its arguments, `n` of them
-- @tparam boolean byName whether the last may hold arguments by name
function usage.got(given, byName)
   local pieces = {}
   for i = 1, given.n do
      pieces[i] = byName and i == given.n and env.type(given[i]) == 'table' and named(given[i])
         or ('**%s**'):format(env.type(given[i]))
   end
   return '\n*Got:* ' .. table.concat(pieces, ', ') .. '\n'
end

--- A text as it is shown.
function usage.render(text) return text end

return usage
