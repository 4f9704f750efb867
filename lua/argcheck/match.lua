--- Which argument belongs to which rule.
-- @module argcheck.match
local match = {}
local standard = require('argcheck.env').istype

local function isOptional(rule)
   return rule.opt or rule.default ~= nil or rule.defaultf ~= nil or rule.defaulta ~= nil
end

-- Types of Lua's that no class shares.
local simple = {number = true, string = true, boolean = true, ['function'] = true}

local function accepts(rules, rule, value)
   if value == nil then return false end
   local name = rule.type
   if name ~= nil and not (rules.istype == standard and simple[name] and type(value) == name) then
      if not rules.istype(value, name) then return false end
   end
   return not rule.check or rule.check(value) and true or false
end

--- Whether a call gives every argument of the rules, in order.
function match.whole(rules, count, ...)
   if count ~= #rules or rules.noordered then return false end
   for i = 1, count do
      if not accepts(rules, rules[i], (select(i, ...))) then return false end
   end
   return true
end

-- What was not given: the default, or what a function makes, or what another argument is.
local function complete(rules, values)
   for i, rule in ipairs(rules) do
      if values[i] == nil then
         if rule.default ~= nil then values[i] = rule.default elseif rule.defaultf then values[i] = rule.defaultf() end
      end
   end
   for i, rule in ipairs(rules) do
      if values[i] == nil and rule.defaulta then values[i] = values[rules.place[rule.defaulta]] end
   end
   return values
end

--- The values of the rules for a call in order: an argument goes to the first rule that takes it such that the others
-- find theirs. An optional argument may be left out, or be nil.
-- @treturn table the values in the order of the rules; nil if they do not match
function match.ordered(rules, given)
   local count = given.n
   if rules.noordered or count > #rules then return nil end
   local values, hopeless = {}, {}
   local function place(i, j)
      local rule = rules[i]
      if not rule then return j > count end
      local state = i * (count + 2) + j
      if hopeless[state] then return false end
      local value = given[j]
      if j <= count and accepts(rules, rule, value) and place(i + 1, j + 1) then
         values[i] = value
         return true
      end
      if isOptional(rule) then
         if j <= count and value == nil and place(i + 1, j + 1) or place(i + 1, j) then return true end
      end
      hopeless[state] = true
      return false
   end
   return place(1, 1) and complete(rules, values) or nil
end

--- The same for a call by names, `f{x = 1}` or `object:f{x = 1}`.
function match.named(rules, given)
   local isMethod = rules[1] and rules[1].name == 'self'
   local first = isMethod and 2 or 1
   if rules.nonamed or given.n ~= first or not rules.istype(given[first], 'table') then return nil end
   local values, used = {}, 0
   if isMethod then
      if not accepts(rules, rules[1], given[1]) then return nil end
      values[1] = given[1]
   end
   for i = first, #rules do
      local rule = rules[i]
      local value = given[first][rule.name]
      if value == nil then
         if not isOptional(rule) then return nil end
      else
         if not accepts(rules, rule, value) then return nil end
         values[i], used = value, used + 1
      end
   end
   for _ in pairs(given[first]) do used = used - 1 end
   return used == 0 and complete(rules, values) or nil
end

--- Whether some call in order would match either of two lists of rules.
function match.overlap(a, b)
   if a.noordered or b.noordered then return false end
   local seen = {}
   local function common(i, j)
      local x, y = a[i], b[j]
      if not x and not y then return true end
      local state = i * (#b + 2) + j
      if seen[state] then return false end
      seen[state] = true
      return x and y and x.type == y.type and x.check == y.check and common(i + 1, j + 1)
         or x and isOptional(x) and common(i + 1, j)
         or y and isOptional(y) and common(i, j + 1) or false
   end
   return common(1, 1)
end

return match
