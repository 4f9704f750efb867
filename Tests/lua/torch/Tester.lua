-- torch.Tester and torch.TestSuite, against what was seen on the original.
local test = {}

-- What runs of a tester print, without colours and progress, and whether they raised.
local function run(tests, prepare)
   local text, write = {}, io.write
   local tester = torch.Tester()
   local suite = torch.TestSuite()
   for name, f in pairs(tests) do suite[name] = function() f(tester) end end
   tester:add(suite)
   if prepare then prepare(tester) end
   io.write = function(...) text[#text + 1] = table.concat {...} end
   local ok, problem = pcall(tester.run, tester)
   io.write = write
   return table.concat(text):gsub('\27%[[%d;]*m', ''):gsub('[^\n]*\r', ''), ok, problem
end

function test.summary(check)
   local text, ok, result = run {one = function(t) t:assert(true) end, two = function(t) t:eq(1, 1) end}
   check.equal(ok, true)
   check.equal(result, 0)
   check.equal(text, 'Running 2 tests\n1/2 one ' .. ('.'):rep(65) .. ' [PASS]\n2/2 two ' .. ('.'):rep(65)
      .. ' [PASS]\nCompleted 2 asserts in 2 tests with 0 failures and 0 errors\n')
end

function test.violations(check)
   local cases = {
      {function(t) t:assert(false, 'is false') end, 'is false\nBOOL violation condition=false\n'},
      {function(t) t:assertlt(2, 1, 'less') end, 'less\nLT failed: 2 >= 1\n'},
      {function(t) t:assertge(1, 2) end, 'one\nGE failed: 1 < 2\n'},
      {function(t) t:asserteq('a', 'b') end, 'one\nEQ failed: a ~= b\n'},
      {function(t) t:assertne(1, 1) end, 'one\nNE failed: 1 == 1\n'},
      {function(t) t:eq({1, torch.Tensor {1, 2}}, {1, torch.Tensor {1, 3}}, 'tables') end,
         'tables\nAt table location 2: TensorEQ(==) violation: max diff=1, tolerance=0\n'},
      {function(t) t:eq(torch.Tensor {1}, torch.Tensor {1, 2}) end, 'The tensors have different sizes\n'},
      {function(t) t:eq(torch.FloatTensor {1}, torch.Tensor {1}) end, 'The tensors have different types\n'},
      {function(t) t:assertTensorEq(torch.Tensor {1, 2}, torch.Tensor {1, 2.5}, .1, 'm') end,
         'm\nTensorEQ(==) violation: max diff=0.5, tolerance=0.1\n'},
      {function(t) t:assertTensorNe(torch.Tensor {1}, torch.Tensor {1}) end,
         'TensorNE(==) violation: max diff=0, tolerance=0\n'},
      {function(t) t:assertalmosteq(1, 1.1, .01, 'alm') end, 'alm\nALMOST_EQ failed: 1 ~= 1.1 with tolerance=0.01\n'},
      {function(t) t:assertError(function() end, 'noerr') end, 'noerr\nERROR violation: err=nil\n'},
      {function(t) t:assertNoError(function() error('x', 0) end) end, 'ERROR violation: err=x\n'},
      {function(t) t:assertErrorMsg(function() error('x', 0) end, 'y', 'msg') end, 'msg\nERROR violation: err=x\n'},
      {function(t) t:assertErrorPattern(function() error('xy', 0) end, 'z') end, 'ERROR violation: err=xy\n'},
      {function(t) t:eq('a', 1) end, 'EQ failed: values have different types (first: string, second: number)\n'},
      {function(t) t:eq(0 / 0, 0 / 0) end, 'EQ failed: nan ~= nan\n'},
      {function(t) t:eq({a = 1}, {b = 1}) end, 'Entry a missing in second table (is 1 in first)\n'},
      {function(t) t:ne({1}, {1}) end, 'The tables are equal\n'},
      {function(t) t:eq(torch.LongStorage {1}, torch.LongStorage {2}) end,
         'StorageEQ(==) violation: max diff=1, tolerance=0\n'},
   }
   for i, case in ipairs(cases) do
      local text, ok, problem = run {one = case[1]}
      check.equal(ok, false, i)
      check.equal(tostring(problem):find('An error was found while running tests!', 1, true) ~= nil, true)
      check.equal(text:find(case[2], 1, true) ~= nil, true, case[2] .. text)
      check.equal(text:find('with 1 failure and 0 errors', 1, true) ~= nil, true)
   end
end

function test.whatPasses(check)
   local _, ok = run {one = function(t)
      t:eq(1, 1.5, 1)
      t:eq(1, 1.5, 'the message first', 1)
      t:eq({1, {'a', torch.ones(2)}}, {1, {'a', torch.ones(2)}})
      t:assertErrorPattern(function() error 'some text' end, 'so.e')
      t:assertErrorObj(function() error {5} end, function(e) return e[1] == 5 end)
      t:assertTensorEq(torch.Tensor(), torch.Tensor(), 0)
   end}
   check.equal(ok, true)
end

function test.errorsSkippedTestsAndHooks(check)
   local text = run({bad = function() error('broken') end, skipped = function() error('not run') end},
      function(t) t:disable 'skipped' end)
   check.equal(text:find('with 0 failures and 1 error and 1 disabled', 1, true) ~= nil, true, text)
   check.equal(text:find('bad\n Function call failed\n', 1, true) ~= nil, true)
   local order = {}
   run({one = function() order[#order + 1] = 'test' end}, function(t)
      t:add(function(name) order[#order + 1] = 'up ' .. name end, '_setUp')
      t:add(function(name) order[#order + 1] = 'down ' .. name end, '_tearDown')
   end)
   check.equal(table.concat(order, ', '), 'up one, test, down one')
end

function test.refusals(check)
   local suite = torch.TestSuite()
   suite.one = function() end
   check.raises('Test one is already defined.', function() suite.one = function() end end)
   check.raises('Nested tables of tests are not supported', function() suite.two = {} end)
   check.raises('Only functions are supported as members of a TestSuite', function() suite.two = 1 end)
   local tester = torch.Tester()
   check.raises('torch.Tester: expected a test or a table of tests, got number', tester.add, tester, 1)
   check.raises("torch.Tester: there is no test 'nothere'", tester.run, tester, 'nothere')
   check.raises('torch.Tester: expected a tolerance and a message, got string and string', tester.eq, tester, 1, 1, 'a', 'b')
end

return test
