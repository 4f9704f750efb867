-- What modules say to wrong calls, word for word, against a text beside the test: `SCONCE_RECORD=1 th Tests/lua/run.lua FILE`
-- writes it, after a change that is meant; read what changed.
--
-- An error names a class of nn and says what was expected, and afterwards the module computes as if nothing had been.
--
-- A case has an expression that makes a module, what `run` gives it, and the parts of a test: functions that are called with
-- the case and with `tell(what, where, f, restore, changes)`, which calls `f(module)`. An error has the words of `where`;
-- `restore(module)` undoes what f did beside calls, and if f `changes` the module, another one is made after it.
local told = {}

local function t(...) return torch.Tensor(...):fill(.5) end
told.tensor = t

-- What is wrong in nearly any place.
told.wrong = {
   {'nothing', nil}, {'a number', 3}, {'text', 'x'}, {'true', true}, {'a file', io.stdout}, {'a storage', torch.DoubleStorage(3)},
   {'an empty table', {}}, {'a table of nothing but text', {'x', 'y'}}, {'a table with text behind', {t(4, 3), 'x'}},
   {'an empty tensor', torch.Tensor()}, {'a batch of 5', t(5, 3)}, {'other numbers', t(4, 7)}, {'one sample', t(3)},
   {'too many dimensions', t(4, 3, 2)}, {'longs', t(4, 3):long()}, {'floats', t(4, 3):float()}, {'1x1', t(1, 1)},
}
-- Some of it, where much is tried.
told.few = {}
for i, k in ipairs {1, 3, 5, 10, 11, 12, 15} do told.few[i] = told.wrong[k] end
-- Steps that do not exist.
told.numbers = {{'nothing', nil}, {'-1', -1}, {'1e18', 1e18}, {'2.5', 2.5}, {'nan', 0 / 0}, {'text', 'x'}}
-- What is no mask for 5 steps of a batch of 4; anew for each module, which may keep it.
function told.masks()
   return {{'no tensor', 3}, {'floats', t(5, 4)}, {'one dimension', torch.ByteTensor(3):zero()},
      {'another batch', torch.ByteTensor(5, 3):zero()}, {'too few steps', torch.ByteTensor(2, 4):zero()},
      {'no numbers', torch.ByteTensor()}, {'three dimensions', torch.ByteTensor(5, 4, 1):zero()}}
end

-- A message on one line, without places in files and in memory.
local function said(ok, message)
   if ok then return nil end
   message = tostring(message):gsub('stack traceback:.*', ''):gsub('0x%x%x%x%x+', '0x…'):gsub('In %d module of [^\n]*\n', '… ')
   message = message:gsub('[%w/_.%[%]" ]+:%d+: ', ''):gsub('^%s+', ''):gsub('%s+$', ''):gsub('\n+', ' ')
   return (message:gsub('… [… ]*', '… '))
end

--- A copy of a result.
function told.result(value)
   if torch.isTensor(value) then return value:clone() end
   if type(value) ~= 'table' then return value end
   local copy = {}
   for k, part in pairs(value) do copy[k] = told.result(part) end
   return copy
end

-- Whether two results are alike to the last digit.
local function isSame(a, b)
   if torch.isTensor(a) then
      return torch.isTensor(b) and a:isSameSizeAs(b) and (a:nElement() == 0 or (a - b):abs():max() == 0)
   end
   if type(a) ~= 'table' then return a == b end
   for k in pairs(a) do
      if not isSame(a[k], b[k]) then return false end
   end
   return true
end

--- A gradient of ones, in the size of an output.
function told.ones(output)
   if torch.isTensor(output) then return output:clone():fill(1) end
   local gradients = {}
   for i, part in ipairs(output) do gradients[i] = told.ones(part) end
   return gradients
end

-- The messages of a module, with what was wrong; of those that expect the same, one.
local function messages(case, check)
   local lines, seen = {}, {}
   local function make()
      torch.manualSeed(2)
      return load('return ' .. case.made)()
   end
   torch.manualSeed(3)
   local module = make()
   local right = case.run(module, case)
   if module.forget then module:forget() end
   local function tell(what, where, f, restore, changes)
      local message = said(pcall(f, module))
      if message then
         local fits = message:find('nn%.[%w.]+: .*expected') or message:find('nn%.[%w.]+: .*not defined for')
         local isPlaced = message:find(where, 1, true) ~= nil
         if check then check.equal(fits ~= nil and isPlaced, true, ('%s, %s: %s'):format(case.made, what, message)) end
         local kind = message:gsub(', got.*', ''):gsub('%d+', '')
         if not seen[kind] then
            seen[kind] = true
            lines[#lines + 1] = ('%s: %s'):format(what, message)
         end
      end
      if changes then
         module = make()
         return
      end
      if restore then restore(module) end
      if module.forget then module:forget() end
      if not message then return end
      torch.manualSeed(3)
      local ok, again = pcall(case.run, module, case)
      if module.forget then module:forget() end
      if not check then return end
      check.equal(ok and (case.isRandom or isSame(right, again)), true, ('%s, after %s: %s'):format(case.made, what, again))
   end
   local names = {}
   for name in pairs(case.parts) do names[#names + 1] = name end
   table.sort(names)
   for _, name in ipairs(names) do case.parts[name](case, tell) end
   return table.concat(lines, '\n')
end

--- The tests of cases, against the text in a file.
-- @tparam string path
-- @tparam table cases with `made`, an expression; `input`, a function for what `run(module, case)` gives it; `parts`; and
-- `isRandom`, if no two runs are alike
-- @treturn table tests by the names of the cases
function told.tests(path, cases)
   for _, case in ipairs(cases) do case.name = case.made .. (torch.isTensor(case.input()) and '' or ', a table') end
   if os.getenv 'SCONCE_RECORD' then
      local file = assert(io.open(path, 'w'))
      for i, case in ipairs(cases) do
         file:write(i > 1 and '\n' or '', ('# %s\n%s\n'):format(case.name, messages(case)))
      end
      file:close()
   end
   local recorded, tests = {}, {}
   for name, text in (assert(io.open(path)):read 'a' .. '\n'):gmatch '# ([^\n]+)\n(.-)\n\n' do recorded[name] = text end
   for _, case in ipairs(cases) do
      tests[case.name] = function(check) check.equal(messages(case, check), recorded[case.name]) end
   end
   return tests
end

return told
