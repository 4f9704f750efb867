-- The article's recurrent programs against NumPy: recorded figures, and live where NumPy is installed (PYTHON names the
-- interpreter, python3 if it is not set).
local test = {}
local th, root = arg[-1], arg[0]:gsub('Tests/lua/run.lua$', '')
local python = os.getenv 'PYTHON' or 'python3'

local function lines(command)
   local pipe, all = io.popen(command .. ' 2>&1'), {}
   for line in pipe:lines() do all[#all + 1] = line end
   pipe:close()
   return all
end
local function script(name, ...)
   return lines(table.concat({th, root .. 'scripts/' .. name .. '.lua', ...}, ' '))
end

--- Lines in which all but the numbers are equal, and the numbers are near.
local function compare(check, got, expected, tolerance, what)
   check.equal(#got, #expected, what .. ': number of lines')
   local number = '%-?%d+%.?%d*e?[-+]?%d*'
   for i, line in ipairs(expected) do
      check.equal(got[i]:gsub(number, '#'), (line:gsub(number, '#')), what)
      local numbers = got[i]:gmatch(number)
      for text in line:gmatch(number) do
         local value, mine = tonumber(text), tonumber(numbers())
         check.near(mine, value, tolerance * math.max(math.abs(value), 1e-6), ('%s: %s'):format(what, line))
      end
   end
end

local function recorded(name)
   local bySeed, current = {}
   for line in io.lines(root .. 'Tests/goldens/scripts/' .. name .. '.txt') do
      local seed = tonumber(line:match '^seed (%d+)$')
      if seed then current = {}; bySeed[seed] = current else current[#current + 1] = line end
   end
   return bySeed
end

local hasNumPy = lines(python .. ' -c "import numpy; print(1)"')[1] == '1'
local programs = {
   binary_adder = {tolerance = 1e-9, iterations = 2001},
   lstm_sequence = {tolerance = 1e-6, iterations = 60},
   lstm_primes = {tolerance = 1e-6, iterations = 1002},
}
for name, program in pairs(programs) do
   test[name] = function(check)
      local seeds = recorded(name)
      for _, seed in ipairs{0, 1, 7} do
         compare(check, script(name, seed), seeds[seed], program.tolerance, ('%s with seed %d'):format(name, seed))
      end
   end
   if hasNumPy then
      test[name .. 'Live'] = function(check)
         local command = ('%s %sTests/goldens/make/article.py %s 5 %d'):format(python, root, name, program.iterations)
         compare(check, script(name, 5, program.iterations), lines(command), program.tolerance, name .. ' with NumPy')
      end
   end
   test[name .. 'Usage'] = function(check)
      check.equal(script(name, 'one')[1], ('usage: th %s.lua [seed] [iterations]'):format(name))
   end
end

-- Resident memory in kB after so many iterations.
local function memory(name, iterations)
   local code = ('arg = {[0] = arg[0], 0, %d} dofile "%sscripts/%s.lua" for line in io.lines "/proc/self/status" do print(line) end')
      :format(iterations, root, name)
   return tonumber(table.concat(lines(("%s -e '%s'"):format(th, code)), ' '):match 'VmRSS:%s*(%d+)')
end
function test.memoryStaysFlat(check)
   for name in pairs(programs) do
      local early, late = memory(name, 1000), memory(name, 10000)
      check.equal(late <= 1.05 * early, true, ('%s: %d kB after 1,000 iterations, %d after 10,000'):format(name, early, late))
   end
end

-- The first table of docs/seed.md: the numbers in its second column are printed by the command in the first.
function test.page(check)
   local rows = 0
   for line in io.lines(root .. 'docs/seed.md') do
      local command, here = line:match '^| `th scripts/(%S+)%.lua` | (.-) |'
      if command then
         rows = rows + 1
         local printed = table.concat(script(command), ' ')
         for number in here:gmatch '%d%.%d+[-e%d]*' do
            local digits, isPrinted = #number:match '^[%d.]+':gsub('^[0.]+', ''):gsub('%.', ''), false
            for other in printed:gmatch '%d%.%d+[-e%d]*' do
               isPrinted = isPrinted or ('%.' .. digits .. 'g'):format(other) == ('%.' .. digits .. 'g'):format(number)
            end
            check.equal(isPrinted, true, command .. ' prints ' .. number)
         end
      end
   end
   check.equal(rows, 4)
end

function test.modules(check)
   local all = script 'lstm_modules'
   local losses, predictions = 0, 0
   for _, line in ipairs(all) do
      local loss = line:match 'iteration %d+00: loss (%S+)'
      if loss then losses = losses + 1; check.equal(tonumber(loss) < 1e-3, true, line) end
      local expected, predicted = line:match 'expected +(%S+), predicted +(%S+)'
      if expected then
         predictions = predictions + 1
         check.near(tonumber(predicted), tonumber(expected), 0.01, line)
      end
   end
   check.equal(losses, 6)
   check.equal(predictions, 14)
end

return test
