-- Calls modules and criterions, as the cases of Tests/goldens/nn/cases make them, with wrong inputs, gradients and targets:
-- a result, or an error that names a class of nn and says what it expected.
local play = dofile 'Tests/goldens/nn/play.lua'

local values = {
   n = 20, nil, {}, 3, 'x', true, print, {torch.Tensor(2)}, {{}}, {3, 4}, torch.LongStorage {2}, torch.Tensor(), torch.FloatTensor(3),
   torch.LongTensor(2, 2), torch.IntTensor(2, 3, 4), torch.Tensor(1), torch.Tensor(7, 7), torch.Tensor(1, 1, 1),
   torch.Tensor(3, 3, 3, 3), torch.Tensor(2, 2, 2, 2, 2), torch.Tensor(1, 1, 1, 1, 1, 1),
}

local function attempt(check, case, first, second)
   local module = play.make(case, 'torch.DoubleTensor')
   for _, method in ipairs {'forward', 'backward', 'accGradParameters'} do
      local ok, message = true
      if module[method] then ok, message = pcall(module[method], module, first, second, .5) end
      if not ok then
         local says = type(message) == 'string' and message:match 'nn%.%u%w+: (.*)' or ''
         check.equal(says:find 'expected' ~= nil or says:find '^not defined for' ~= nil, true,
            ('%s, %s: %s'):format(case[1], method, message))
      end
   end
end

--- A test for each of these classes.
-- @tparam table classes their cases
-- @tparam {string,...} names
-- @treturn table
return function(classes, names)
   local tests = {}
   for _, class in ipairs(names) do
      tests[class] = function(check)
         for _, case in ipairs(classes[class]) do
            for i = 1, values.n do
               for j = 1 + i % 3, values.n, 3 do attempt(check, case, values[i], values[j]) end
            end
         end
      end
   end
   return tests
end
