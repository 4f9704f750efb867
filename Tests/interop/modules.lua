-- Modules saved by one program and played by another: ONE Tests/interop/modules.lua write FILE SUITE, then
-- OTHER Tests/interop/modules.lua check FILE SUITE, in the project's folder. A suite is one of Tests/interop/suites.lua: what
-- a package is recorded by, so that every class that can be saved is there.
--
-- A module is played once, saved, and played again; the other program plays what was saved and must get the same numbers.
local what, path, name = arg[1], arg[2], arg[3]
local suite = dofile('Tests/interop/suites.lua')[name]()

local function write()
   local list = {}
   for i, case in ipairs(suite) do
      local module = case.play(function() end)
      local bytes, numbers = torch.serialize(module), {}
      case.play(function(number) numbers[#numbers + 1] = number end, module)
      list[i] = {case.name, bytes, torch.DoubleTensor(numbers)}
   end
   torch.save(path, list)
   return #list
end

-- Plays a module and compares.
local function compare(case, saved)
   local numbers, at = saved[3], 0
   case.play(function(number)
      at = at + 1
      local expected = numbers[at]
      if not (math.abs(number - expected) <= (case.within or 1e-12) * math.max(1, math.abs(expected))) then
         error(('number %d is %g, not %g'):format(at, number, expected))
      end
   end, torch.deserialize(saved[2]))
   if at ~= numbers:nElement() then error(('%d numbers, not %d'):format(at, numbers:nElement())) end
end

local function check()
   local list, count = torch.load(path), 0
   if #list ~= #suite then error(('%d modules, not %d'):format(#list, #suite)) end
   for i, case in ipairs(suite) do
      local ok, message = pcall(compare, case, list[i])
      if ok then count = count + 1 else print(case.name .. ': ' .. tostring(message)) end
   end
   return count
end

local count = what == 'write' and write() or check()
print(('%s: %d of %d modules %s'):format(name, count, #suite, what == 'write' and 'written' or 'compute the same'))
os.exit(count == #suite and 0 or 1)
