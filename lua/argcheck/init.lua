--- Functions that check their arguments by rules, take them in order or by name, and have several forms.
--
--     local argcheck = require 'argcheck'
--     local area = argcheck{
--        {name = 'width', type = 'number', help = 'in metres'},
--        {name = 'height', type = 'number', defaulta = 'width'},
--        call = function(width, height) return width * height end
--     }
--     print(area(2), area(2, 3), area{height = 3, width = 2})     -- 4 6 6
--
-- A rule has a `name`, and may have `type`, `help`, `check` (a function of the value), and one of `opt`, `default`,
-- `defaultf` (a function that makes it) and `defaulta` (the name of another argument). The list of rules may have
-- `help` or `doc`, `call` (what is called with the values, which are returned otherwise), `overload` (an older form
-- that stays), `force` (whether this form goes before older ones that match the same calls), `pack` (values in one
-- table), `quiet` (true and values, or false and the usage), `nonamed` and `noordered`.
--
-- @module argcheck
local env = require 'argcheck.env'
local match = require 'argcheck.match'
local usage = require 'argcheck.usage'
local doc = require 'argcheck.doc'

-- The forms of each function that was made here, those first that are tried first.
local forms = setmetatable({}, {__mode = 'k'})

local function identity(...) return ... end

local function refuse(message, ...) error(('argcheck ' .. message):format(...), 4) end

-- A copy of the rules, since a script may change its tables, with the place of each name.
local function checked(given)
   if type(given) ~= 'table' then refuse('expects a table of rules, got %s', type(given)) end
   if given.help and given.doc then refuse('rules have doc or help, not both') end
   for _, name in ipairs {'call', 'overload', 'chain'} do
      local kind = type(given[name])
      if kind ~= 'nil' and kind ~= 'function' then refuse('rules: %s must be a function, got %s', name, kind) end
   end
   local rules = {place = {}, istype = env.istype}
   for key, value in pairs(given) do
      if type(key) ~= 'number' then rules[key] = value end
   end
   for i, rule in ipairs(given) do
      if type(rule) ~= 'table' then refuse('rule %d must be a table, got %s', i, type(rule)) end
      if type(rule.name) ~= 'string' then refuse('rule %d must have a name field', i) end
      for _, name in ipairs {'check', 'defaultf'} do
         if rule[name] ~= nil and type(rule[name]) ~= 'function' then
            refuse('rule %s: %s must be a function, got %s', rule.name, name, type(rule[name]))
         end
      end
      rules[i], rules.place[rule.name] = rule, i
   end
   for _, rule in ipairs(rules) do
      local other = rule.defaulta
      if other and not rules.place[other] then refuse('rule %s: invalid defaulta name <%s>', rule.name, other) end
   end
   return rules
end

-- The forms of an older function and the new one.
local function joined(rules, older)
   if not older then return {rules} end
   if not forms[older] then refuse('rules: trying to overload a non-argcheck function') end
   local list = table.move(forms[older], 1, #forms[older], 1, {})
   for _, form in ipairs(list) do
      if not rules.force and match.overlap(form, rules) then refuse('rules led to ambiguous situations') end
   end
   table.insert(list, rules.force and 1 or #list + 1, rules)
   return list
end

-- What a form that matches does with its values.
local function answer(rules, ...)
   if rules.pack then
      local packed = {}
      for i, rule in ipairs(rules) do packed[rule.name] = (select(i, ...)) end
      if rules.quiet then return rules.call or true, packed end
      return (rules.call or identity)(packed)
   end
   if rules.quiet then return rules.call or true, ... end
   if rules.call then return rules.call(...) end
   return ...
end

local function refusal(list, given)
   local texts, byName = {}, false
   for i, rules in ipairs(list) do
      texts[i] = usage.usage(rules)
      byName = byName or not rules.nonamed and given.n == (rules[1] and rules[1].name == 'self' and 2 or 1)
   end
   return table.concat(texts, '\n\nor\n\n') .. usage.got(given, byName)
end

--- Make a function of rules.
-- @tparam table given the rules
-- @treturn function
function env.argcheck(given)
   local rules = checked(given)
   local list = joined(rules, given.overload or given.chain)
   if (rules.help or rules.doc) and not rules.undocumented then doc.doc(usage.usage(rules)) end
   local isQuiet = true
   for _, form in ipairs(list) do isQuiet = isQuiet and form.quiet end

   local function f(...)
      local count, arguments = select('#', ...), nil
      for _, form in ipairs(list) do
         if match.whole(form, count, ...) then return answer(form, ...) end
         arguments = arguments or table.pack(...)
         local values = match.ordered(form, arguments)
         if values then return answer(form, table.unpack(values, 1, #form)) end
      end
      arguments = arguments or table.pack(...)
      for _, form in ipairs(list) do
         local values = match.named(form, arguments)
         if values then return answer(form, table.unpack(values, 1, #form)) end
      end
      local text = refusal(list, arguments)
      if isQuiet then return false, text end
      error(text .. '\ninvalid arguments!', 2)
   end
   forms[f] = list
   return f
end

return env.argcheck
