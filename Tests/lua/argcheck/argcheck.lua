-- require 'argcheck', with what the original answered.
local argcheck = require 'argcheck'
local env = require 'argcheck.env'
local test = {}

-- What a call gives, as one text.
local function called(f, ...)
   local results = table.pack(pcall(f, ...))
   for i = 1, results.n do results[i] = tostring(results[i]) end
   return table.concat(results, ' ')
end
local function results(check, f, cases)
   for _, case in ipairs(cases) do
      check.equal(called(f, unpack(case, 2, case.n or #case)), case[1])
   end
end
local number, text = {name = 'x', type = 'number'}, {name = 'm', type = 'string'}
local function with(rule, more)
   local copy = {}
   for _, t in ipairs {rule, more} do for key, value in pairs(t) do copy[key] = value end end
   return copy
end

function test.inOrderAndByName(check)
   local f = argcheck {with(number, {default = 0}), text, call = function(x, m) return x .. m end}
   results(check, f, {{'true 4hi', 4, 'hi'}, {'true 0hi', 'hi'}, {'true 0hi', {m = 'hi'}}, {'true 4hi', {m = 'hi', x = 4}}})
   for _, wrong in ipairs {{}, {4}, {'hi', 4}, {{x = 4}}, {{m = 'hi', y = 3}}, {4, 'hi', 5}, {{m = 'hi'}, 3}} do
      check.raises('invalid arguments!', f, unpack(wrong))
   end
end

function test.defaults(check)
   local n = 0
   local function count() n = n + 1; return n end
   local f = argcheck {{name = 'x', type = 'number', defaulta = 'y'}, {name = 'y', type = 'number', defaultf = count}, call = function(x, y)
      return x .. ' ' .. y
   end}
   results(check, f, {{'true 1 1'}, {'true 5 2', 5}, {'true 7 3', {x = 7}}, {'true 7 7', {y = 7}}})
   check.equal(argcheck {{name = 'b', type = 'boolean', default = false}}(), false)
   check.equal(argcheck {{name = 'b', type = 'boolean', default = 's'}}(), 's')
   local t = {}
   check.equal(argcheck {{name = 't', type = 'table', default = t}}(), t)
end

function test.optional(check)
   local all = {with(number, {opt = true}), {name = 'y', type = 'string', opt = true}, {name = 'z', type = 'string', default = 'Z'}}
   all.call = function(...) return table.concat({tostring((...)), tostring((select(2, ...))), (select(3, ...))}, ' ') end
   results(check, argcheck(all), {
      {'true nil nil Z'}, {'true nil q Z', 'q'}, {'true 1 nil Z', 1}, {'true nil a b', nil, 'a', 'b', n = 4},
      {'true 1 nil a', 1, nil, 'a', n = 4}, {'true nil nil Z', nil, nil, nil, n = 4}, {'true 2 nil Z', {x = 2}},
   })
   check.equal(select('#', argcheck {with(number, {opt = true}), with(text, {opt = true})}()), 2)
   -- Of two that both could be it, the first is.
   check.equal(called(argcheck {with(number, {opt = true}), {name = 'y', type = 'number', opt = true}}, 3), 'true 3 nil')
   check.equal(called(argcheck {with(number, {default = 1}), {name = 'y', type = 'number'}}, 3), 'true 1 3')
end

function test.aTypeIsNotNeeded(check)
   local f = argcheck {{name = 'x'}}
   check.equal(f('q'), 'q')
   check.raises('invalid arguments!', f)
   check.raises('invalid arguments!', f, nil)
   check.equal(argcheck {{name = 'x', opt = true}}(nil), nil)
end

function test.checks(check)
   local f = argcheck {with(number, {check = function(x) return x >= 1 and x <= 10 end})}
   check.equal(f(3), 3)
   check.raises('invalid arguments!', f, 11)
   check.raises('invalid arguments!', f, {x = 11})
   check.equal(argcheck {with(number, {default = 50, check = function(x) return x < 10 end})}(), 50)
   local g = argcheck {with(number, {opt = true, check = function(x) return x > 5 end}), {name = 'y', type = 'number'}}
   check.equal(called(g, 3), 'true nil 3')
end

function test.methods(check)
   local object = {sum = 1}
   object.f = argcheck {
      {name = 'self', type = 'table'}, with(number, {opt = true}), with(text, {default = 'D'}), call = function(self, x, m)
      return self.sum .. tostring(x) .. m
   end}
   check.equal(object:f(5, 'a') .. object:f {x = 5} .. object:f {} .. object:f(), '15a15D1nilD1nilD')
   check.raises('*Got:* **table**, **table**={ **q=number** }', object.f, object, {q = 3})
   object.g = argcheck {noordered = true, {name = 'self', type = 'table'}, number, call = function(self, x)
      return self.sum + x
   end}
   check.equal(object:g {x = 2}, 3)
   check.raises('*Got:* **table**, **number**', object.g, object, 2)
end

function test.onlyOneWay(check)
   local f, g = argcheck {nonamed = true, number}, argcheck {noordered = true, number}
   check.equal(f(3) + g {x = 3}, 6)
   check.raises('(\n   x = number  -- \n)\n```\n*Got:* **table**\n', f, {x = 3})
   check.raises('```\n{\n   x = number  -- \n}\n```\n*Got:* **number**\n', g, 3)
end

function test.packed(check)
   local t = argcheck {pack = true, with(number, {default = 0}), text}('hi')
   check.equal(t.x .. t.m, '0hi')
   check.equal(argcheck {pack = true, number, call = function(p) return p.x end}(4), 4)
   local ok, u = argcheck {pack = true, quiet = true, number}(4)
   check.equal(ok and u.x, 4)
end

function test.quiet(check)
   local f = argcheck {quiet = true, number}
   check.equal(called(f, 3), 'true true 3')
   check.equal(called(f, 'a'), 'true false \n*Arguments:*\n```\n({\n   x = number  -- \n})\n```\n*Got:* **string**\n')
   local function call() end
   check.equal(argcheck {quiet = true, number, call = call}(3), call)
end

function test.overloading(check)
   local one = argcheck {number, call = function() return 'one' end}
   local two = argcheck {overload = one, help = 'Two.', text, call = function() return 'two' end}
   check.equal(two(1) .. two('a') .. two {x = 1} .. two {m = 'a'}, 'onetwoonetwo')
   local usage = '\n*Arguments:*\n```\n({\n   x = number  -- \n})\n```\n\nor\n\nTwo.\n*Got:* **table**={  }\n\ninvalid arguments!'
   check.raises(usage, two, {})
   check.raises('invalid arguments!', one, 'a')
   check.equal(argcheck {chain = one, text, call = function() return 'two' end}('a'), 'two')
   -- Calls by order go before calls by name.
   local three = argcheck {overload = one, {name = 't', type = 'table'}, call = function() return 'three' end}
   check.equal(three {x = 3} .. three(1), 'threeone')
   -- The older form goes first.
   local any = argcheck {{name = 'x', type = 'torch.*Tensor'}, call = function() return 'any' end}
   local double = argcheck {overload = any, {name = 'x', type = 'torch.DoubleTensor'}, call = function() return 'double' end}
   check.equal(double(torch.DoubleTensor()), 'any')
end

function test.ambiguity(check)
   local one = argcheck {number, call = function() return 'one' end}
   local rules = {overload = one, number, with(text, {default = 'd'}), call = function(_, m) return m end}
   check.raises('argcheck rules led to ambiguous situations', argcheck, rules)
   rules.force = true
   local f = argcheck(rules)
   check.equal(f(5) .. f(5, 'x') .. f {x = 5}, 'dxd')
   check.equal(one(5), 'one')
end

function test.usage(check)
   local function usage(rules) return (select(2, argcheck(rules)(print)):gsub('\n%*Got:.*', '')) end
   local r = {with(number, {help = 'the x'}), {name = 'long', type = 'string', opt = true, doc = 'D'},
      {name = 'z', type = 'table', default = {}},
      {name = 'f', type = 'function', defaultf = function() end}, {name = 'a', type = 'number', defaulta = 'x'},
      {name = 'q', type = 'string', default = ''}, quiet = true}
   local list = [[
```
({
   x    = number     -- the x
  [long = string]    -- D
  [z    = table]     --  [has default value]
  [f    = function]  --  [has default]
  [a    = number]    --  [defaulta=x]
  [q    = string]    --  [default=]
})
```]]
   check.equal(usage(r), '\n*Arguments:*\n' .. list)
   r.help = '<@ARGP>\n@ARGT [[@FOO@]]'
   check.equal(usage(r), '<x[, long][, z][, f], a[, q]>\n' .. list .. ' [[@FOO@]]')
   check.equal(usage {quiet = true, doc = '@ARGP', with(number, {opt = true}), text}, '[x], m')
end

function test.got(check)
   local f = argcheck {number}
   check.raises('*Got:* **nil**, **torch.DoubleTensor**, **function**, **userdata**, **thread**, **boolean**, **table**\n', f, nil,
      torch.Tensor(), print, io.stdout, coroutine.create(print), true, {1, x = 3})
   check.raises('*Got:* **table**={ **[number]**=?, **t=torch.DoubleTensor**, **x=string** }\n', f, {5, x = 'q', t = torch.Tensor()})
   check.raises('*Got:* \n', f)
end

function test.env(check)
   check.equal(env.type(torch.Tensor()) .. env.type(3), 'torch.DoubleTensornumber')
   check.equal(env.argcheck, argcheck)
   local t = torch.LongTensor()
   for name, expected in pairs {
      ['torch.LongTensor'] = true, ['torch.*Tensor'] = true, ['.*Long'] = true, ['torch.IntTensor'] = false,
      ['torch.Long'] = false, userdata = false,
   } do
      check.equal(env.istype(t, name), expected, name)
   end
   local old = env.istype
   env.istype = function(value, name) return name == 'even' and type(value) == 'number' and value % 2 == 0 or old(value, name) end
   local f = argcheck {{name = 'x', type = 'even'}}
   env.istype = old
   check.equal(f(2) + f {x = 4}, 6)
   check.raises('invalid arguments!', f, 3)
end

function test.objectsOfClass(check)
   local class = require 'class'
   local A = class('argcheck.A')
   local B = class('argcheck.B', 'argcheck.A')
   check.equal(env.istype(B(), 'argcheck.A'), true)
   check.equal(env.istype(B(), 'table'), false)
   check.equal(env.istype({}, 'table'), true)
   check.equal(env.istype(A(), 'argcheck.B'), false)
end

function test.documentation(check)
   local doc = require 'argcheck.doc'
   doc 'before'
   doc.record()
   doc 'first '
   doc.doc 'second '
   argcheck {help = 'third @ARGP', number}
   argcheck {help = 'hidden', undocumented = true, number}
   argcheck {number}
   check.equal(doc.stop(), 'first second third x')
   check.raises('argcheck.doc: stop without record', doc.stop)
end

function test.wrongRules(check)
   for message, rules in pairs {
      ['argcheck expects a table of rules, got number'] = 3,
      ['argcheck rule 1 must have a name field'] = {{type = 'number'}},
      ['argcheck rule 1 must be a table, got number'] = {3},
      ['argcheck rules have doc or help, not both'] = {help = 'a', doc = 'b'},
      ['argcheck rules: overload must be a function, got number'] = {overload = 3},
      ['argcheck rules: trying to overload a non-argcheck function'] = {overload = print},
      ['argcheck rule x: defaultf must be a function, got number'] = {{name = 'x', defaultf = 3}},
      ['argcheck rule x: invalid defaulta name <q>'] = {{name = 'x', defaulta = 'q'}},
   } do
      check.raises(message, argcheck, rules)
   end
end

-- However many optional arguments there are, a wrong call is refused at once.
function test.manyOptionalArguments(check)
   local rules, values = {}, {}
   for i = 1, 40 do rules[i] = {name = 'x' .. i, type = 'number', opt = true} end
   for i = 1, 20 do values[i] = i end
   values[21] = 'wrong'
   check.raises('invalid arguments!', argcheck(rules), unpack(values))
end

return test
