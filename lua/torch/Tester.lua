--- Tests with progress, a summary, and comparisons of everything that torch knows.
--
--     local tests, tester = torch.TestSuite(), torch.Tester()
--     function tests.adds() tester:eq(torch.ones(2) + 1, torch.Tensor {2, 2}) end
--     tester:add(tests):run()
--
-- What compares takes a tolerance and a message after what is compared, in either order.
--
-- @classmod torch.Tester
local compare = require 'torch.compare'
local Tester = torch.class('torch.Tester')

local colours = {WAIT = '0;36', PASS = '0;32', FAIL = '0;31', ERROR = '0;35', SKIP = '0;33'}
local function coloured(code, text) return ('\27[%sm%s\27[0m'):format(code, text) end
local function counted(n, what) return ('%d %s%s'):format(n, what, n == 1 and '' or 's') end

--- Make a tester without tests.
function Tester:__init()
   self.tests, self.disabledTests = {}, {}
   self.errors, self.countasserts = {}, 0
   self.earlyAbort, self.rethrowErrors, self.summaryOnly = false, false, false
end

--- Stop at the first test that fails.
function Tester:setEarlyAbort(on) self.earlyAbort = on end
--- Let errors of tests pass instead of counting them.
function Tester:setRethrowErrors(on) self.rethrowErrors = on end
--- Print the summary without what failed.
function Tester:setSummaryOnly(on) self.summaryOnly = on end

--- Add a test, or a table of tests by name. A test named `_setUp` or `_tearDown` is called before or after each other
-- one, with its name.
-- @tparam function|table f
-- @tparam[opt='unknown'] string name of a function
-- @return the tester
function Tester:add(f, name)
   if type(f) == 'table' then
      if name ~= nil then error('torch.Tester: expected no name for a table of tests', 2) end
      for key, test in pairs(f.__isTestSuite and f.__tests or f) do self:add(test, key) end
      return self
   end
   if type(f) ~= 'function' then
      error('torch.Tester: expected a test or a table of tests, got ' .. type(f), 2)
   end
   name = name or 'unknown'
   if self.tests[name] then error(('torch.Tester: the test %s is there already'):format(tostring(name)), 2) end
   self.tests[name] = f
   return self
end

--- Skip tests.
-- @tparam string|table names
-- @return the tester
function Tester:disable(names)
   for _, name in ipairs(type(names) == 'table' and names or {names}) do self.disabledTests[name] = true end
   return self
end

-- The lines of the test's own code on the way here.
local function trace()
   local lines, level = {'stack traceback:'}, 2
   while true do
      local info = debug.getinfo(level, 'Sln')
      if not info then break end
      if info.what ~= 'C' and not info.source:find('^@sconce/') then
         if info.what == 'main' then break end
         lines[#lines + 1] = ('\t%s:%d: in function <%s:%d>'):format(info.short_src, info.currentline, info.short_src,
            info.linedefined)
      end
      level = level + 1
   end
   return table.concat(lines, '\n')
end

-- Counts an assertion; what is wrong is told together with the message.
local function judge(self, passed, violation, message)
   self.countasserts = self.countasserts + 1
   if passed then return true end
   local text = (message and tostring(message) .. '\n' or '') .. violation .. '\n' .. trace()
   table.insert(self.errors, {self.running, text, 'FAIL'})
   if self.earlyAbort then error('torch.Tester: aborted at the first failure', 0) end
   return false
end

-- A tolerance and a message may come in either order.
local function sort(a, b, default)
   if type(a) == 'string' or type(b) == 'number' then a, b = b, a end
   if a ~= nil and type(a) ~= 'number' or b ~= nil and type(b) ~= 'string' then
      error(('torch.Tester: expected a tolerance and a message, got %s and %s'):format(torch.type(a), torch.type(b)), 3)
   end
   return a or default, b
end

--- Checks that a condition is true.
function Tester:assert(condition, message, ...)
   if select('#', ...) > 0 then error('torch.Tester: expected a condition and a message', 2) end
   return judge(self, condition, 'BOOL violation condition=' .. tostring(condition), message)
end

local function order(name, holds, sign)
   return function(self, a, b, message)
      return judge(self, holds(a, b), ('%s failed: %s %s %s'):format(name, tostring(a), sign, tostring(b)), message)
   end
end
--- Checks that `a < b`.
Tester.assertlt = order('LT', function(a, b) return a < b end, '>=')
--- Checks that `a > b`.
Tester.assertgt = order('GT', function(a, b) return a > b end, '<=')
--- Checks that `a <= b`.
Tester.assertle = order('LE', function(a, b) return a <= b end, '>')
--- Checks that `a >= b`.
Tester.assertge = order('GE', function(a, b) return a >= b end, '<')
--- Checks that `a == b`, as Lua sees it.
Tester.asserteq = order('EQ', function(a, b) return a == b end, '~=')
--- Checks that `a ~= b`, as Lua sees it.
Tester.assertne = order('NE', function(a, b) return a ~= b end, '==')

--- Checks that two numbers differ by at most the tolerance, which is 1e-16 if not given.
function Tester:assertalmosteq(a, b, tolerance, message)
   tolerance, message = sort(tolerance, message, 1e-16)
   local equal, why = compare.numbers(a, b, tolerance)
   return judge(self, equal, why, message)
end

local function same(f)
   return function(self, a, b, tolerance, message)
      tolerance, message = sort(tolerance, message, 0)
      local equal, why = f(a, b, tolerance)
      return judge(self, equal, why, message)
   end
end
local function different(f)
   return function(self, a, b, tolerance, message)
      tolerance, message = sort(tolerance, message, 0)
      local equal, _, why = f(a, b, tolerance)
      return judge(self, not equal, why, message)
   end
end
--- Checks that both hold the same, tables and tensors element by element.
Tester.eq = same(compare.values)
Tester.assertGeneralEq = Tester.eq
--- Checks that both do not hold the same.
Tester.ne = different(compare.values)
Tester.assertGeneralNe = Tester.ne
--- Checks that two tensors have the same type, size and elements.
Tester.assertTensorEq = same(compare.tensors)
--- Checks that two tensors differ.
Tester.assertTensorNe = different(compare.tensors)
--- Checks that two tables hold the same.
Tester.assertTableEq = same(compare.tables)
--- Checks that two tables differ.
Tester.assertTableNe = different(compare.tables)

-- What a function raises is checked by `accepts`; `caught` says whether it must raise.
local function raising(accepts)
   return function(self, f, ...)
      local ok, problem = pcall(f)
      local passed, message = accepts(ok, problem, ...)
      return judge(self, passed, 'ERROR violation: err=' .. tostring(problem), message)
   end
end
--- Checks that a function raises an error.
Tester.assertError = raising(function(ok, _, message) return not ok, message end)
--- Checks that a function raises no error.
Tester.assertNoError = raising(function(ok, _, message) return ok, message end)
--- Checks that a function raises this error.
Tester.assertErrorMsg = raising(function(ok, problem, expected, message)
   return not ok and problem == expected, message
end)
--- Checks that a function raises an error that a pattern matches.
Tester.assertErrorPattern = raising(function(ok, problem, pattern, message)
   return not ok and tostring(problem):find(pattern) ~= nil, message
end)
--- Checks that a function raises an error that another function says yes to.
Tester.assertErrorObj = raising(function(ok, problem, accepts, message) return not ok and accepts(problem), message end)

-- The names to run, in order: those that match one of the patterns.
local function choose(self, patterns)
   local names = {}
   for name in pairs(self.tests) do
      local chosen = patterns == nil
      for _, pattern in ipairs(patterns or {}) do chosen = chosen or tostring(name):match(pattern) == name end
      if chosen and name ~= '_setUp' and name ~= '_tearDown' then names[#names + 1] = name end
   end
   table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
   for _, pattern in ipairs(patterns or {}) do
      local found = false
      for _, name in ipairs(names) do found = found or tostring(name):match(pattern) == name end
      if not found then error(("torch.Tester: there is no test '%s'"):format(pattern), 3) end
   end
   return names
end

-- One line of progress: `1/3 name …… [PASS]`, written over when the test is done.
local function progress(i, count, name, state)
   local width = #tostring(count)
   local label = ('%' .. width .. 'd/%d '):format(i, count)
   local dots = ('.'):rep(math.max(0, 72 - #label - #name))
   io.write(state == 'WAIT' and '' or '\r', coloured('0;36', label), name, ' ', dots,
      ' [', coloured(colours[state], state), ']', state == 'WAIT' and '' or '\n')
   io.flush()
end

-- Runs one test; answers how it went.
local function runOne(self, name)
   self.running = name
   local before = #self.errors
   local function steps()
      if self.tests._setUp then self.tests._setUp(name) end
      self.tests[name]()
      if self.tests._tearDown then self.tests._tearDown(name) end
   end
   if self.rethrowErrors then
      steps()
   else
      local ok, problem = xpcall(steps, function(problem)
         return type(problem) == 'string' and debug.traceback(problem, 2) or tostring(problem)
      end)
      if not ok and not (self.earlyAbort and #self.errors > before) then
         table.insert(self.errors, {name, ' Function call failed\n' .. problem, 'ERROR'})
      end
   end
   local state = 'PASS'
   for i = before + 1, #self.errors do
      if state ~= 'ERROR' then state = self.errors[i][3] end
   end
   return state
end

local function report(self, names, states)
   local counts = {PASS = 0, FAIL = 0, ERROR = 0, SKIP = 0}
   for _, name in ipairs(names) do counts[states[name] or 'SKIP'] = counts[states[name] or 'SKIP'] + 1 end
   io.write('Completed ', counted(self.countasserts, 'assert'), ' in ', counted(#names, 'test'), ' with ',
      coloured(colours[counts.FAIL > 0 and 'FAIL' or 'PASS'], counted(counts.FAIL, 'failure')), ' and ',
      coloured(colours[counts.ERROR > 0 and 'ERROR' or 'PASS'], counted(counts.ERROR, 'error')))
   if counts.SKIP > 0 then io.write(' and ', coloured(colours.SKIP, counts.SKIP .. ' disabled')) end
   io.write('\n')
   if not self.summaryOnly and #self.errors > 0 then
      local rule = ('-'):rep(80) .. '\n'
      for _, entry in ipairs(self.errors) do io.write(rule, tostring(entry[1]), '\n', entry[2], '\n') end
      io.write(rule)
   end
   io.flush()
   return counts
end

--- Run the tests, with progress, a summary and what failed.
-- @tparam[opt] string|table names patterns for whole names; all if absent
-- @treturn int 0, since a failure is raised as an error at the end
function Tester:run(names)
   if names ~= nil and type(names) ~= 'table' then names = {names} end
   names = choose(self, names)
   self.errors, self.countasserts = {}, 0
   io.write('Running ', counted(#names, 'test'), '\n')
   local states = {}
   for i, name in ipairs(names) do
      progress(i, #names, tostring(name), 'WAIT')
      states[name] = self.disabledTests[name] and 'SKIP' or runOne(self, name)
      progress(i, #names, tostring(name), states[name])
      if self.earlyAbort and states[name] ~= 'PASS' and states[name] ~= 'SKIP' then break end
   end
   local counts = report(self, names, states)
   assert(counts.FAIL == 0 and counts.ERROR == 0, 'An error was found while running tests!')
   return 0
end

--- A table of tests that takes functions only, and each name once.
-- @function torch.TestSuite
function torch.TestSuite()
   return setmetatable({__tests = {}, __isTestSuite = true}, {
      __index = function(suite, name) return rawget(suite, '__tests')[name] end,
      __newindex = function(suite, name, test)
         if suite.__tests[name] ~= nil then error(('Test %s is already defined.'):format(tostring(name)), 2) end
         if type(test) ~= 'function' then
            error(type(test) == 'table' and 'Nested tables of tests are not supported'
               or 'Only functions are supported as members of a TestSuite', 2)
         end
         suite.__tests[name] = test
      end,
   })
end
