-- torch.Tester and torch.TestSuite, as the original judged and reported.
local test = {}

-- What a tester writes when it runs, without colours, and whether it raised.
local function run(tester, ...)
   local name = os.tmpname()
   local file = io.open(name, 'w')
   io.output(file)
   local ok, message = pcall(tester.run, tester, ...)
   io.output(io.stdout)
   file:close()
   local text = io.open(name):read('a')
   os.remove(name)
   return text:gsub('\27%[[%d;]*m', ''):gsub('[^\n]*%[WAIT%]\r', ''), ok, message
end

function test.assertions(check)
   local t = torch.Tester()
   local one, other = torch.Tensor {1, 2}, torch.Tensor {1, 3}
   for _, case in ipairs {
      {t:assert(true)}, {t:eq(1, 1)}, {t:eq(1, 1.05, 0.1)}, {t:eq({1}, {1.05}, 'label', 0.1)}, {t:eq('a', 'a')}, {t:ne(1, 2)},
      {t:eq({a = {1}}, {a = {1}})}, {t:eq(torch.Tensor(), torch.Tensor())}, {t:eq(one, one + 0.01, 0.1)}, {t:assertTensorNe(one, other)},
      {t:assertlt(1, 2)}, {t:assertgt(2, 1)}, {t:assertle(1, 1)}, {t:assertge(1, 1)}, {t:asserteq('a', 'a')}, {t:assertne(1, 2)},
      {t:assertalmosteq(1, 1.1, 0.2)}, {t:assertError(function() error() end)}, {t:assertNoError(function() end)},
      {t:assertErrorMsg(function() error('m', 0) end, 'm')}, {t:assertErrorPattern(function() error('abc') end, 'b')},
      {t:assertErrorObj(function() error({7}) end, function(e) return e[1] == 7 end)}, {t:eq(torch.LongStorage {1}, torch.LongStorage {1})},
   } do
      check.equal(case[1], true)
   end
   check.equal(#t.errors, 0)
   check.raises('First argument should be a Tensor', t.assertTensorEq, t, 1, 2)
end

function test.messages(check)
   local t = torch.Tester()
   local function message(holds)
      check.equal(holds, false)
      return (table.remove(t.errors):match('^(.*)\n$'))
   end
   check.equal(message(t:assert(false, 'label')), 'label\nBOOL violation condition=false')
   check.equal(message(t:eq(1, 2)), 'EQ failed: 1 ~= 2')
   check.equal(message(t:eq(1, 2, 0.5)), 'EQ failed: 1 ~= 2 with tolerance=0.5')
   check.equal(message(t:ne(1, 1)), 'NE failed: 1 == 1')
   check.equal(message(t:eq('%s', 'b')), 'EQ failed: %s (string) ~= b (string)')
   check.equal(message(t:eq(nil, 1)), 'EQ failed: values have different types (first: nil, second: number)')
   check.equal(message(t:eq({1, {2, {3}}}, {1, {2, {4}}})), 'At table location 2.2.1: EQ failed: 3 ~= 4')
   check.equal(message(t:eq({a = {b = torch.ones(1)}}, {a = {b = torch.zeros(1)}}, 0.5)),
      'At table location a.b: TensorEQ(==) violation: max diff=1, tolerance=0.5')
   check.equal(message(t:eq({a = {1, 2}}, {a = {1}}, 'label')), 'label\nEntry a.2 missing in second table (is 2 in first)')
   check.equal(message(t:eq({1, 2}, {1})), 'Entry 2 missing in second table (is 2 in first)')
   check.equal(message(t:eq({1}, {1, 2})), 'Entry 2 missing in first table (is 2 in second)')
   check.equal(message(t:ne({1}, {1})), 'The tables are equal')
   check.equal(message(t:eq(torch.Tensor {1, 2}, torch.Tensor {1, 3}, 0.5)), 'TensorEQ(==) violation: max diff=1, tolerance=0.5')
   check.equal(message(t:eq(torch.Tensor {0 / 0}, torch.Tensor {0 / 0})), 'TensorEQ(==) violation: max diff=nan, tolerance=0')
   check.equal(message(t:ne(torch.ones(1), torch.ones(1))), 'TensorNE(==) violation: max diff=0, tolerance=0')
   check.equal(message(t:eq(torch.Tensor {1}, torch.FloatTensor {1})), 'The tensors have different types')
   check.equal(message(t:eq(torch.Tensor(1, 2), torch.Tensor(2))), 'The tensors have different dimensions')
   check.equal(message(t:eq(torch.Tensor(1), torch.Tensor(2))), 'The tensors have different sizes')
   check.equal(message(t:eq(torch.LongStorage {1}, torch.LongStorage {3})), 'StorageEQ(==) violation: max diff=2, tolerance=0')
   check.equal(message(t:assertgt(1, 2)), 'GT failed: 1 <= 2')
   check.equal(message(t:assertalmosteq(1, 1.1, 0.01)), 'ALMOST_EQ failed: 1 ~= 1.1 with tolerance=0.01')
   check.equal(message(t:assertError(function() end)), 'ERROR violation: err=nil')
   check.equal(message(t:ne(torch.Tensor(), torch.Tensor())), 'Both tensors are empty')
   check.equal(message(t:eq(1 / 0, 1 / 0)), 'EQ failed: inf ~= inf')
   check.equal(message(t:eq(torch.ByteTensor {0}, torch.ByteTensor {255})), 'TensorEQ(==) violation: max diff=255, tolerance=0')
   check.equal(message(t:eq(torch.FloatTensor {1e38}, torch.FloatTensor {-3e38})), 'TensorEQ(==) violation: max diff=inf, tolerance=0')
   check.equal(message(t:assertTableNe({1}, {1}, 'label')), 'label\nThe tables are equal')
   check.equal(message(t:assertErrorObj(function() error('e', 0) end, function() return nil end)), 'ERROR violation: err=e')
end

function test.wrongUse(check)
   local t = torch.Tester()
   check.raises('Unexpected arguments passed to test function', t.assert, t, true, 'label', 'more')
   check.raises('message parameter must be a string, got number', t.assertlt, t, 1, 2, 3)
   check.raises('Unexpected number argument; already have tolerance', t.eq, t, 1, 2, 1, 2)
   check.raises('Unexpected string argument; already have message', t.eq, t, 1, 2, 'a', 'b')
   check.raises('expected a tolerance or a message, got table', t.eq, t, 1, 2, {})
   check.raises('assertlt: cannot compare string with number', t.assertlt, t, 'a', 1)
   check.raises('assertalmosteq: expected two numbers, got string and number', t.assertalmosteq, t, 'a', 1)
   check.raises('Second argument should be a Table, got number', t.assertTableEq, t, {}, 1)
   check.raises('assertErrorPattern: expected a pattern, got nil', t.assertErrorPattern, t, error)
   check.raises('Name parameter is forbidden for a table of tests', t.add, t, {}, 'name')
   check.raises('Nested sets of tests are not supported', t.add, t, {{function() end}})
   check.raises('Only one set-up function allowed', t.add, t:add(print, '_setUp'), print, '_setUp')
   check.raises('Only one tear-down function allowed', t.add, t:add(print, '_tearDown'), print, '_tearDown')
   check.raises('Expecting name or list for disable, got number', t.disable, t, 3)
   check.raises('Only accept a name or table of test names (or nil for all tests), got number', t.run, t, 3)
   check.raises('malformed pattern', t.run, t:add(print, 'a test'), '[')
   check.raises('malformed pattern', t.assertErrorPattern, t, error, '[')
   local suite = torch.TestSuite()
   check.raises('Only functions are supported as members of a TestSuite, got number for one', function() suite.one = 1 end)
end

function test.otherDimensions(check)
   local t = torch.Tester()
   local row, column = torch.Tensor {{1, 2}}, torch.Tensor {1, 2}
   check.equal(t:assertTensorEq(row, column), true)
   check.equal(t.warnings[1]:find('Tensors have the same content but different dimensions', 1, true), 1)
   check.equal(t:eq(row, column), false)
   t._assertTensorEqIgnoresDims = false
   check.equal(t:assertTensorEq(row, column), false)
   check.equal(#t.warnings, 1)
end

-- Labels go into what a tester of another kind answers, and assertions of one's own count.
function test.otherKinds(check)
   local t = torch.Tester()
   function t._success() return true, 'fine' end
   function t:_failure(message) return false, message end
   check.equal(select(2, t:assert(true, 'label')), 'fine')
   check.equal(select(2, t:assertlt(2, 1, 'label')), 'label\nLT failed: 2 >= 1')
   check.equal(select(2, t:_assert_sub(false, 'my own')), 'my own')
   check.equal(t.countasserts, 3)
end

function test.namesByPattern(check)
   local t, ran = torch.Tester(), {}
   for _, name in ipairs {'add', 'addmm', 'sub'} do t:add(function() ran[#ran + 1] = name end, name) end
   run(t, 'dm')
   run(t, {'^add', 's'})
   check.equal(table.concat(ran, ' '), 'addmm add addmm sub')
end

function test.run(check)
   local t, tests = torch.Tester(), torch.TestSuite()
   local function here() return debug.getinfo(2, 'l').currentline end
   local line, again
   function tests.good() t:assert(true) end
   function tests.bad() line = here() t:eq(1, 2, 'label') end
   function tests.broken() again = here() error('boom') end
   check.raises('Test good is already defined.', function() tests.good = function() end end)
   local text, ok, message = run(t:add(tests))
   check.equal(ok, false)
   check.equal(message:match('An error was found while running tests!$') ~= nil, true)
   local source = debug.getinfo(1, 'S').short_src
   check.equal(text:gsub('in function <.->', 'in it'):match('^(.-)\n%-%-%-%-.*broken\n Function'), table.concat({
      'Running 3 tests',
      '1/3 bad ................................................................. [FAIL]',
      '2/3 broken .............................................................. [ERROR]',
      '3/3 good ................................................................ [PASS]',
      'Completed 2 asserts in 3 tests with 1 failure and 1 error',
   }, '\n'))
   local report = ('bad\nlabel\nEQ failed: 1 ~= 2\nstack traceback:\n\t%s:%d: in function'):format(source, line)
   check.equal(text:find(report, 1, true) ~= nil, true)
   report = ('broken\n Function call failed\n%s:%d: boom\nstack traceback:'):format(source, again)
   check.equal(text:find(report, 1, true) ~= nil, true)
   check.raises("Couldn't find test 'none'", t.run, t, 'none')
   check.equal(select(2, run(t, 'good')), true)
end

function test.aroundTests(check)
   local t, calls = torch.Tester(), {}
   t:add {
      _setUp = function(name) calls[#calls + 1] = 'before ' .. name end, a = function() calls[#calls + 1] = 'a' end,
      _tearDown = function(name) calls[#calls + 1] = 'after ' .. name end, b = function() calls[#calls + 1] = 'b' end,
   }
   t:disable('b')
   local text = run(t)
   check.equal(table.concat(calls, ', '), 'before a, a, after a')
   check.equal(text:find('with 0 failures and 0 errors and 1 warning and 1 disabled\n', 1, true) ~= nil, true)
   check.raises("Unrecognized test 'c'", t.disable, t, 'c')
   check.raises('Test with name a already exists!', t.add, t, {a = function() end})
   check.raises('Only tables of functions and functions supported', t.add, t, {x = 1})
   local u = torch.Tester()
   u:setRethrowErrors(true)
   u:add(function() error('rethrown') end, 'one')
   check.equal(select(3, run(u)):match('rethrown$'), 'rethrown')
   local v = torch.Tester()
   v:setEarlyAbort(true)
   v:add(function() v:assert(false) end, 'first'):add(function() error('not run') end, 'second')
   check.equal(run(v):find('Aborting on first error, not all tests have been executed\nCompleted 1 assert', 1, true) ~= nil, true)
end

return test
