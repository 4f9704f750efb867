--- Runs tests and tells what fails.
--
--     local tester, tests = torch.Tester(), torch.TestSuite()
--     function tests.addition() tester:eq(1 + 1, 2, 'sum') end
--     tester:add(tests):run()
--
-- An assertion returns whether it holds; one that does not is counted and reported, and its test goes on. Tests run in
-- the order of their names. What a tester finds can be read: `countasserts`, and by name of test `assertionPass`,
-- `assertionFail` and `testError`.
--
-- @classmod torch.Tester
local place, stack = require 'torch.place', require 'torch.stack'
local Tester = torch.class('torch.Tester')
require 'torch.assertions'(Tester)

-- Nothing has been counted.
local function begin(self)
   self.countasserts = 0
   self.assertionPass, self.assertionFail, self.testError = {}, {}, {}
end

function Tester:__init()
   self.tests, self.disabledTests = {}, {}
   self.errors, self.warnings, self._warningCount = {}, {}, {}
   self._currentTestName = ''
   self._assertTensorEqIgnoresDims = true
   begin(self)
end

--- Report nothing but the closing line.
function Tester:setSummaryOnly(summaryOnly) self.summaryOnly = summaryOnly end
--- Stop at the first test that fails.
function Tester:setEarlyAbort(earlyAbort) self.earlyAbort = earlyAbort end
--- Let a failure or an error go on to whoever runs the tests.
function Tester:setRethrowErrors(rethrow) self.rethrow = rethrow end

local function increase(counts, name) counts[name] = (counts[name] or 0) + 1 end

--- That an assertion holds. Testers of other kinds may answer otherwise.
function Tester:_success()
   increase(self.assertionPass, self._currentTestName)
   return true
end

--- That it does not, and why.
function Tester:_failure(message)
   if self.rethrow then error(message, place.level()) end
   increase(self.assertionFail, self._currentTestName)
   self.errors[#self.errors + 1] = self:_addDebugInfo(message)
   return false
end

--- Count an assertion of one's own.
-- @param condition whether it holds
-- @tparam string message what is wrong if it does not
function Tester:_assert_sub(condition, message)
   self.countasserts = self.countasserts + 1
   if condition then return self:_success() end
   return self:_failure(message)
end

function Tester:_warning(message)
   increase(self._warningCount, self._currentTestName)
   self.warnings[#self.warnings + 1] = self:_addDebugInfo(message)
end

-- A message with the name of the test, and where it came from: the two calls nearest to the test.
function Tester:_addDebugInfo(message)
   local lines, inTest = stack.lines(2)
   table.insert(lines, 1, 'stack traceback:')
   local from = inTest and #lines >= 2 and table.concat(lines, '\n', #lines - 1) or ''
   local name = self._currentTestName
   return ('%s%s\n%s'):format(name == '' and '' or name .. '\n', message, from)
end

-- One test, or what is to be called before or after each.
local function addOne(self, name, test)
   if name == '_setUp' then
      if self._setUp then error('Only one set-up function allowed', place.level()) end
      self._setUp = test
   elseif name == '_tearDown' then
      if self._tearDown then error('Only one tear-down function allowed', place.level()) end
      self._tearDown = test
   else
      if self.tests[name] then error(('Test with name %s already exists!'):format(name), place.level()) end
      self.tests[name] = test
   end
end

local unsupported = 'Only tables of functions and functions supported, got %s'

--- Add a table of tests, or one test and its name. `_setUp` and `_tearDown` are called before and after each, with its
-- name.
-- @tparam torch.TestSuite|table|function tests what to add
-- @tparam[opt='unknown'] string name that of a single test
-- @treturn torch.Tester itself
function Tester:add(tests, name)
   if type(tests) == 'function' then
      addOne(self, tostring(name or 'unknown'), tests)
      return self
   end
   if type(tests) ~= 'table' then error(unsupported:format(type(tests)), 2) end
   if name then error('Name parameter is forbidden for a table of tests, since its use is ambiguous', 2) end
   if rawget(tests, '__isTestSuite') then
      tests = tests.__tests
   else
      self:_warning('Should use TestSuite rather than plain lua table')
   end
   for key, test in pairs(tests) do
      if type(test) == 'table' then error('Nested sets of tests are not supported', 2) end
      if type(test) ~= 'function' then error(unsupported:format(type(test)), 2) end
      addOne(self, tostring(key), test)
   end
   return self
end

--- Leave out tests.
-- @tparam string|table names which
-- @treturn torch.Tester itself
function Tester:disable(names)
   if type(names) == 'string' then names = {names} end
   if type(names) ~= 'table' then error('Expecting name or list for disable, got ' .. type(names), 2) end
   for _, name in ipairs(names) do
      if not self.tests[name] then error(("Unrecognized test '%s'"):format(tostring(name)), 2) end
      self.disabledTests[name] = true
   end
   return self
end

local function matches(name, pattern)
   local ok, found = pcall(string.find, name, tostring(pattern))
   if not ok then error(found, place.level()) end
   return found
end

-- The names of the tests that match one of some patterns, sorted.
local function matching(self, patterns)
   if type(patterns) == 'string' then patterns = {patterns} end
   if patterns ~= nil and type(patterns) ~= 'table' then
      error('Only accept a name or table of test names (or nil for all tests), got ' .. type(patterns), 3)
   end
   local chosen, names = {}, {}
   for _, pattern in ipairs(patterns or {''}) do
      local found = patterns == nil
      for name in pairs(self.tests) do
         if matches(name, pattern) then chosen[name], found = true, true end
      end
      if not found then error(("Couldn't find test '%s'"):format(tostring(pattern)), 3) end
   end
   for name in pairs(chosen) do names[#names + 1] = name end
   table.sort(names)
   return names
end

local states = {PASS = '0;32', FAIL = '0;31', ERROR = '0;35', SKIP = '0;33', WAIT = '0;36'}
local function colored(color, text) return ('\27[%sm%s\27[0m'):format(color, text) end
local function plural(count, word) return ('%d %s%s'):format(count, word, count == 1 and '' or 's') end

-- Calls a test; whether it came to its end.
function Tester:_pcall(test)
   if self.rethrow then
      test()
      return true
   end
   local name = self._currentTestName
   return (xpcall(test, function(message)
      increase(self.testError, name)
      local text = {tostring(message), 'stack traceback:', table.unpack((stack.lines(2)))}
      self.errors[#self.errors + 1] = ('%s\n Function call failed\n%s\n'):format(name, table.concat(text, '\n'))
   end))
end

-- One test and what is around it: how it ended.
local function runOne(self, name)
   if self.disabledTests[name] then return 'SKIP' end
   if self._setUp then self._setUp(name) end
   local before = self.assertionFail[name]
   local ended = self:_pcall(self.tests[name])
   local failed = self.assertionFail[name] ~= before
   if self._tearDown then self._tearDown(name) end
   return not ended and 'ERROR' or failed and 'FAIL' or 'PASS'
end

-- Runs tests, and shows how they fare.
local function runAll(self, names)
   io.write(('Running %s\n'):format(plural(#names, 'test')))
   local number = ('%%%dd/%d '):format(#tostring(#names), #names)
   for i, name in ipairs(names) do
      self._currentTestName = name
      local at = number:format(i)
      local head = ('%s%s %s ['):format(colored(states.WAIT, at), name, ('.'):rep(80 - #at - #name - 8))
      io.write(head .. colored(states.WAIT, 'WAIT') .. ']')
      io.flush()
      local state = runOne(self, name)
      io.write(('\r%s%s]\n'):format(head, colored(states[state], state)))
      if state == 'PASS' and self._warningCount[name] then
         io.write(('%s[%s]\n'):format((' '):rep(70), colored(states.SKIP, '+warning')))
      end
      io.flush()
      if self.earlyAbort and i < #names and (state == 'FAIL' or state == 'ERROR') then
         io.write('Aborting on first error, not all tests have been executed\n')
         break
      end
   end
end

local function keys(counts)
   local count = 0
   for _ in pairs(counts) do count = count + 1 end
   return count
end

-- The closing line, and what went wrong; whether anything did.
local function report(self, total, disabled)
   local failures, errors = keys(self.assertionFail), keys(self.testError)
   -- Those outside of tests count one by one.
   local outside = self._warningCount[''] or 0
   local warnings = keys(self._warningCount) + outside - (outside > 0 and 1 or 0)
   local line = {
      ('Completed %s in %s with '):format(plural(self.countasserts, 'assert'), plural(total, 'test')),
      colored(failures > 0 and states.FAIL or states.PASS, plural(failures, 'failure')), ' and ',
      colored(errors > 0 and states.ERROR or states.PASS, plural(errors, 'error')),
   }
   if warnings > 0 then line[#line + 1] = ' and ' .. colored(states.SKIP, plural(warnings, 'warning')) end
   if disabled > 0 then line[#line + 1] = ' and ' .. colored(states.SKIP, disabled .. ' disabled') end
   io.write(table.concat(line) .. '\n')
   if not self.summaryOnly and #self.errors + #self.warnings > 0 then
      local ruler = ('-'):rep(80) .. '\n'
      io.write(ruler)
      for _, list in ipairs {self.errors, self.warnings} do
         for _, entry in ipairs(list) do io.write(entry .. '\n' .. ruler) end
      end
   end
   return failures + errors > 0
end

--- Run the tests, and raise an error if one fails.
-- @tparam[opt] string|table names which: those in whose names one of these patterns is found
-- @treturn int 0
function Tester:run(names)
   local order, disabled = matching(self, names), 0
   for _, name in ipairs(order) do disabled = disabled + (self.disabledTests[name] and 1 or 0) end
   begin(self)
   runAll(self, order)
   if report(self, #order, disabled) then error('An error was found while running tests!', 2) end
   return 0
end

return Tester
