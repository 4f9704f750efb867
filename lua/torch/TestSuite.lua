--- A table of tests that refuses a second test of one name.
--
--     local tests = torch.TestSuite()
--     function tests.addition() tester:eq(1 + 1, 2) end
--
-- @classmod torch.TestSuite

local suite = {}

function suite:__index(name) return rawget(self, '__tests')[name] end

function suite:__newindex(name, test)
   if self.__tests[name] ~= nil then error(('Test %s is already defined.'):format(tostring(name)), 2) end
   if type(test) ~= 'function' then
      local message = 'Only functions are supported as members of a TestSuite, got %s for %s'
      error(message:format(type(test), tostring(name)), 2)
   end
   self.__tests[name] = test
end

--- Make one.
-- @function torch.TestSuite
function torch.TestSuite() return setmetatable({__isTestSuite = true, __tests = {}}, suite) end

return torch.TestSuite
