--- A table of tests that refuses a second test of one name.
--
--     local tests = torch.TestSuite()
--     function tests.addition() tester:eq(1 + 1, 2) end
--
-- @classmod torch.TestSuite

--- Make one.
-- @function torch.TestSuite
function torch.TestSuite()
   local tests = {}
   return setmetatable({__isTestSuite = true}, {
      __index = tests,
      __newindex = function(_, name, test)
         if tests[name] ~= nil then error(('Test %s is already defined.'):format(tostring(name)), 2) end
         tests[name] = test
      end,
      __pairs = function() return next, tests, nil end,
   })
end

return torch.TestSuite
