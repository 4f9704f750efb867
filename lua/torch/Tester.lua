--- Runs tests and tells what fails.
--
--     local tester, tests = torch.Tester(), torch.TestSuite()
--     function tests.addition() tester:eq(1 + 1, 2, 'sum') end
--     tester:add(tests):run()
--
-- The assertions return whether they hold; one that does not is counted and reported, and its test goes on.
--
-- @classmod torch.Tester
local comparison = require 'torch.comparison'
local Tester = torch.class('torch.Tester')

function Tester:__init()
   self.tests, self.order, self.disabled, self.warnings = {}, {}, {}, {}
   self.errors, self.count = {}, 0
   self.summaryOnly, self.earlyAbort, self.rethrowErrors = false, false, false
end

--- Report nothing but the closing line.
function Tester:setSummaryOnly(yes) self.summaryOnly = yes ~= false end
--- Stop at the first test that fails.
function Tester:setEarlyAbort(yes) self.earlyAbort = yes ~= false end
--- Let a test's error go on to whoever runs it.
function Tester:setRethrowErrors(yes) self.rethrowErrors = yes ~= false end

--- Add a table of tests, or one test and its name.
-- @treturn torch.Tester itself
function Tester:add(tests, name)
   if type(tests) == 'function' then
      self:addTest(name or 'unknown', tests)
      return self
   end
   if type(tests) ~= 'table' or name then
      error('torch.Tester: expected a table of tests, or a test and its name', 2)
   end
   if not rawget(tests, '__isTestSuite') then
      self:_warning('Should use TestSuite rather than plain lua table')
   end
   local names = {}
   for key, test in pairs(tests) do
      if type(test) ~= 'function' then error('Only tables of functions and functions supported', 2) end
      if key ~= '_setUp' and key ~= '_tearDown' then names[#names + 1] = key end
   end
   table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
   for _, key in ipairs(names) do self:addTest(key, tests[key], tests._setUp, tests._tearDown) end
   return self
end

-- One test with what is called before and after it.
function Tester:addTest(name, test, before, after)
   if self.tests[name] then error(('Test with name %s already exists!'):format(name), 3) end
   self.tests[name] = {test = test, before = before, after = after}
   self.order[#self.order + 1] = name
end

--- Leave out tests, by name or list of names.
function Tester:disable(names)
   for _, name in ipairs(type(names) == 'table' and names or {names}) do
      if not self.tests[name] then error(("Unrecognized test '%s'"):format(tostring(name)), 2) end
      self.disabled[name] = true
   end
   return self
end

-- The lines of the test that asked, down to where this file has called it.
local function trace()
   local lines = {'stack traceback:'}
   for level = 3, math.huge do
      local at = debug.getinfo(level, 'Sl')
      local isOurs = at and at.source:sub(1, 8) == '@sconce/'
      if not at or isOurs and #lines > 1 then break end
      if at.what ~= 'C' and not isOurs then
         local file = at.short_src
         lines[#lines + 1] = ('\t%s:%d: in function <%s:%d>'):format(file, at.currentline, file, at.linedefined)
      end
   end
   return table.concat(lines, '\n')
end

-- Counts an assertion; what is wrong goes into the report.
local function judge(self, holds, message, label)
   self.count = self.count + 1
   if not holds then
      self.failed = true
      local text = ('%s%s\n%s'):format(label and label .. '\n' or '', message, trace())
      self.errors[#self.errors + 1] = {self.current or '', text}
   end
   return holds
end

function Tester:_warning(text) self.warnings[#self.warnings + 1] = {self.current, text} end

--- That a condition is true.
function Tester:assert(condition, label)
   if type(condition) ~= 'boolean' then
      self:_warning(' :assert should only be used for boolean conditions. To check for non-nil variables, do this '
         .. 'explicitly: Tester:assert(var ~= nil).')
   end
   return judge(self, condition and true or false, 'BOOL violation condition=' .. tostring(condition), label)
end

for name, relation in pairs {
   lt = {'LT', '>=', function(a, b) return a < b end}, gt = {'GT', '<=', function(a, b) return a > b end},
   le = {'LE', '>', function(a, b) return a <= b end}, ge = {'GE', '<', function(a, b) return a >= b end},
   eq = {'EQ', '~=', function(a, b) return a == b end}, ne = {'NE', '==', function(a, b) return a ~= b end},
} do
   Tester['assert' .. name] = function(self, a, b, label)
      local message = ('%s failed: %s %s %s'):format(relation[1], tostring(a), relation[2], tostring(b))
      return judge(self, relation[3](a, b), message, label)
   end
end

--- That two numbers differ by no more than a tolerance (1e-16).
function Tester:assertalmosteq(a, b, tolerance, label)
   if not tonumber(a) or not tonumber(b) then error('Tester:assertalmosteq: expected two numbers', 2) end
   if type(tolerance) == 'string' then tolerance, label = nil, tolerance end
   tolerance = tolerance or 1e-16
   local message = 'ALMOST_EQ failed: %s ~= %s with tolerance=%s'
   message = message:format(tostring(a), tostring(b), tostring(tolerance))
   return judge(self, math.abs(a - b) <= tolerance, message, label)
end

-- A tolerance and a label come in either order.
local function sorted(x, y)
   local tolerance, label = 0, nil
   for _, value in pairs {x, y} do
      if type(value) == 'number' then tolerance = value else label = value end
   end
   return tolerance, label
end
local function general(wanted)
   return function(self, a, b, x, y)
      local tolerance, label = sorted(x, y)
      local holds, message = comparison.holds(a, b, tolerance, wanted)
      return judge(self, holds, message, label)
   end
end
--- That two values are equal: numbers and elements up to a tolerance (0), tables all through.
-- @function Tester:eq
-- @param a one
-- @param b the other
-- @tparam[opt] string label what the report calls it
-- @tparam[opt=0] number tolerance
Tester.eq, Tester.ne = general(true), general(false)
Tester.assertGeneralEq, Tester.assertGeneralNe = Tester.eq, Tester.ne
Tester.assertTableEq, Tester.assertTableNe = Tester.eq, Tester.ne

local function ofTensors(wanted)
   local compare = general(wanted)
   return function(self, a, b, x, y)
      if not torch.isTensor(a) then error('First argument should be a Tensor', 2) end
      if not torch.isTensor(b) then error('Second argument should be a Tensor', 2) end
      return compare(self, a, b, x, y)
   end
end
--- That two tensors are equal up to a tolerance (0).
-- @function Tester:assertTensorEq
Tester.assertTensorEq, Tester.assertTensorNe = ofTensors(true), ofTensors(false)

-- Calls a function; whether what it raises is as wanted.
local function raising(wanted)
   return function(self, f, condition, label)
      local ok, message = pcall(f)
      local holds = wanted(ok, message, condition) and true or false
      return judge(self, holds, 'ERROR violation: err=' .. tostring(message), label)
   end
end
local error_ = raising(function(ok) return not ok end)
local noError = raising(function(ok) return ok end)
--- That a function raises an error.
function Tester:assertError(f, label) return error_(self, f, nil, label) end
--- That a function raises none.
function Tester:assertNoError(f, label) return noError(self, f, nil, label) end
--- That a function raises this very message.
Tester.assertErrorMsg = raising(function(ok, message, text) return not ok and message == text end)
--- That a function raises a message with this pattern in it.
Tester.assertErrorPattern = raising(function(ok, message, pattern)
   return not ok and tostring(message):find(pattern)
end)
--- That a function raises an object of which a function says yes.
Tester.assertErrorObj = raising(function(ok, object, condition) return not ok and condition(object) end)

-- The tests to run, in order.
local function chosen(self, names)
   if names == nil then return self.order end
   if type(names) == 'string' then names = {names} end
   for _, name in ipairs(names) do
      if not self.tests[name] then error(("Couldn't find test '%s'"):format(tostring(name)), 3) end
   end
   return names
end

local colors = {PASS = '\27[0;32m', FAIL = '\27[0;31m', ERROR = '\27[0;35m', SKIP = '\27[0;33m', WAIT = '\27[0;36m'}
local function colored(color, text) return color .. text .. '\27[0m' end

-- One test: PASS, FAIL, ERROR or SKIP; whether one that broke off had failed before.
local function runOne(self, name)
   if self.disabled[name] then return 'SKIP' end
   local test = self.tests[name]
   self.current, self.failed = name, false
   if test.before then test.before(name) end
   local ok = true
   if self.rethrowErrors then test.test()
   else
      ok = xpcall(test.test, function(message)
         local text = debug.traceback(tostring(message), 2)
         self.errors[#self.errors + 1] = {name, (' Function call failed\n%s\n'):format(text)}
      end)
   end
   if test.after then test.after(name) end
   self.current = nil
   if not ok then return 'ERROR', self.failed end
   return self.failed and 'FAIL' or 'PASS'
end

local function plural(count, word) return ('%d %s%s'):format(count, word, count == 1 and '' or 's') end

local function report(self, total, counts)
   local line = ('Completed %s in %s with '):format(plural(self.count, 'assert'), plural(total, 'test'))
   local function part(count, word, color)
      return count > 0 and colored(color, plural(count, word)) or plural(count, word)
   end
   line = line .. part(counts.FAIL, 'failure', colors.FAIL) .. ' and ' .. part(counts.ERROR, 'error', colors.ERROR)
   if #self.warnings > 0 then line = line .. ' and ' .. colored('\27[0;33m', plural(#self.warnings, 'warning')) end
   if counts.SKIP > 0 then line = ('%s and %s'):format(line, colored(colors.SKIP, counts.SKIP .. ' disabled')) end
   io.write(line, '\n')
   if self.summaryOnly or #self.errors + #self.warnings == 0 then return end
   local ruler = ('-'):rep(80) .. '\n'
   for _, list in ipairs {self.errors, self.warnings} do
      for _, entry in ipairs(list) do io.write(ruler, entry[1] and entry[1] .. '\n' or '', entry[2], '\n') end
   end
   io.write(ruler)
end

--- Run the tests, all or those named, and raise an error if one fails.
-- @tparam[opt] string|table names which
-- @treturn int 0
function Tester:run(names)
   local order, counts = chosen(self, names), {PASS = 0, FAIL = 0, ERROR = 0, SKIP = 0}
   self.errors, self.count = {}, 0
   io.write(('Running %s\n'):format(plural(#order, 'test')))
   local number = ('%%%dd/%d '):format(#tostring(#order), #order)
   for i, name in ipairs(order) do
      local at = number:format(i)
      local head = colored(colors.WAIT, at) .. name .. ' ' .. ('.'):rep(80 - #at - #name - 8)
      local function show(state, close)
         if self.summaryOnly then return end
         io.write(head, ' [', colored(colors[state], state), ']', close)
         io.flush()
      end
      show('WAIT', '\r')
      local state, failed = runOne(self, name)
      counts[state] = counts[state] + 1
      if failed then counts.FAIL = counts.FAIL + 1 end
      show(state, '\n')
      if self.earlyAbort and (state == 'FAIL' or state == 'ERROR') then
         io.write('Aborting on first error, not all tests have been executed\n')
         break
      end
   end
   report(self, #order, counts)
   if counts.FAIL + counts.ERROR > 0 then error('An error was found while running tests!', 2) end
   return 0
end

return Tester
