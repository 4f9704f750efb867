-- Reports of torch.Tester, a test each. A report is printed without what tells of the tester's own files: calls above the
-- test, and an assertion's own line in a warning.
local function report(declare, configure)
   local tester, tests, text = torch.Tester(), torch.TestSuite(), {}
   if configure then configure(tester) end
   declare(tests, tester)
   if not tester.tests.the_test then tester:add(tests) end
   local write = io.write
   io.write = function(...) for _, part in ipairs {...} do text[#text + 1] = part end end
   local ok, message = pcall(tester.run, tester)
   io.write = write
   text = table.concat(text):gsub("\n\t%[C%]: in function 'xpcall'.-\n\n", '\n\n')
   text = text:gsub("\t[^\n]*Tester%.lua:%d+: in function 'assert[^\n]*\n(\tTests)", 'stack traceback:\n%1')
   io.write(text, ok and 'fine' or message:match('An error.*'), '\n')
end

report(function(tests, tester)
   function tests.the_test() tester:assert(true, 'label') tester:eq(1, 1) end
end)
report(function(tests, tester)
   function tests.the_test() tester:assert(false, 'what was meant') end
end)
report(function(tests, tester)
   function tests.the_test()
      tester:eq(1, 2)
      tester:eq(1, 1.5, 0.25, 'numbers')
      tester:eq('a', 'b', 'texts')
      tester:eq({a = {1, 2}}, {a = {1, 3}}, 'tables')
      tester:eq({a = {1, 2}}, {a = {1}})
      tester:eq(torch.Tensor {1, 2}, torch.Tensor {1, 4}, 'tensors', 1)
      tester:eq(torch.Tensor {1, 2}, torch.FloatTensor {1, 2})
      tester:ne(torch.LongStorage {1}, torch.LongStorage {1})
      tester:assertlt(2, 1)
      tester:assertalmosteq(1, 1.125)
      tester:assertTensorEq(torch.zeros(2), torch.zeros(3))
      tester:assertError(function() end, 'nothing raised')
      tester:assertErrorPattern(function() error('boom', 0) end, 'bang')
   end
end)
report(function(tests, tester)
   local function helper(x) tester:eq(x, 0, 'in a helper') end
   local object = {}
   function object:method() tester:eq(self.x, 0, 'in a method') end
   function tests.the_test()
      helper(1)
      object:method()
      pcall(helper, 2)
      coroutine.wrap(function() helper(3) end)()
      for _ in function(_, i) if not i then tester:eq(4, 0, 'in an iterator') return 1 end end do tester:assert(true) end
   end
end)
report(function(tests)
   local function inner() error('boom') end
   function tests.the_test()
      inner()
   end
end)
report(function(tests, tester)
   function tests.the_test()
      tester:assert(false, 'first')
      assert(nil, 'then an error')
   end
end)
report(function(tests, tester)
   function tests.the_test() tester:assert(false) end
   tester:add(tests)
   tester:disable('the_test')
end)
report(function(tests, tester)
   function tests.the_test()
      tester:assert('no boolean')
      tester:assertTensorEq(torch.Tensor {{1, 2}}, torch.Tensor {1, 2})
      tester:assertne({}, {})
   end
end)
report(function(_, tester)
   tester:add {the_test = function() tester:assertgt(1, 2, 'a plain table') end}
end)
report(function(tests, tester)
   function tests.the_test() tester:assert(false) tester:assert(1) end
end, function(tester) tester:setSummaryOnly(true) end)
report(function(tests, tester)
   function tests.the_test() tester:assertle(2, 1) tester:assertge(1, 2) end
end, function(tester) tester:setEarlyAbort(true) end)
report(function(tests, tester)
   function tests._setUp(name) io.write('before ', name) tester:assert(false, 'while it is set up') end
   function tests._tearDown(name) io.write('after ', name) end
   function tests.the_test() end
end)
