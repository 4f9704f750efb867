--- Differential evolution.
-- @module optim.de
local expected = require 'nn.expected'
local wants = require 'optim.wants'

local function settings(config)
   local function number(key, default) return wants.number('optim.de', config, key, default) end
   local c = {scaleFactor = number 'scaleFactor', crossoverRate = number 'crossoverRate'}
   c.popsize, c.maxFEs = number 'popsize', number 'maxFEs'
   c.minRegion, c.maxRegion = number('minRegion', -30), number('maxRegion', 30)
   for key, least in pairs {popsize = 3, maxFEs = c.popsize} do
      if not (c[key] >= least and c[key] < 2 ^ 31 and c[key] % 1 == 0) then
         expected('optim.de', ('a whole number from %d on as %s'):format(least, key), c[key])
      end
   end
   return c
end

-- Two members that are neither `i` nor the same.
local function others(generator, n, i)
   local a, b
   repeat a = torch.random(generator, 1, n) until a ~= i
   repeat b = torch.random(generator, 1, n) until b ~= i and b ~= a
   return a, b
end

-- A child of member i: where it is crossed, the best plus a multiple of how two others differ.
local function child(generator, c, members, i, best)
   local a, b = others(generator, c.popsize, i)
   local numbers, whole = {}, torch.random(generator, 1, #best) == i
   for j = 1, #best do
      local crossed = torch.uniform(generator, 0, 1) < c.crossoverRate or whole
      numbers[j] = crossed and best[j] + c.scaleFactor * (members[a][j] - members[b][j]) or members[i][j]
   end
   return numbers
end

--- Minimize by differential evolution (R. Storn, K. Price: Differential Evolution – A Simple and Efficient Heuristic
-- for Global Optimization over Continuous Spaces, 1997).
--
-- Members begin uniform in a region. In each generation every member has a child: some of its own numbers, the others
-- those of the best member plus `scaleFactor` times the difference of two further members. The child takes its place if
-- it is no worse. As in the original the first generation goes by the worst member, and a child has numbers of its own
-- only by `crossoverRate`. Draws come from a generator with seed 1, so that every run is the same.
--
-- @function optim.de
-- @tparam function opfunc x → f(x); a gradient is not needed
-- @tparam torch.Tensor x of the size and type of the result; it stays as it is
-- @tparam table config `popsize`, members; `scaleFactor`; `crossoverRate`; `maxFEs`, evaluations; `minRegion` (-30),
--   `maxRegion` (30)
-- @tparam[opt=config] table state nothing is kept in it
-- @treturn torch.Tensor the best x that a child was
-- @treturn torch.Tensor each value of f
function optim.de(opfunc, x, config, state)
   config = wants.arguments('optim.de', opfunc, x, config, state)
   local c, generator = settings(config), torch.Generator()
   torch.manualSeed(generator, 1)
   local values, count, at = torch.DoubleTensor(c.maxFEs), 0, x:clone()
   local flat = torch.Tensor(x:nElement())
   local function evaluate(numbers)
      for j = 1, #numbers do flat[j] = numbers[j] end
      at:copy(flat)
      count = count + 1
      values[count] = wants.value('optim.de', (opfunc(at)))
      return values[count]
   end
   local members, fitness = torch.DoubleTensor(c.popsize, x:nElement()), {}
   members = members:uniform(generator, c.minRegion, c.maxRegion):totable()
   local best, bestValue = members[1], -math.huge
   for i = 1, c.popsize do
      fitness[i] = evaluate(members[i])
      if fitness[i] > bestValue then best, bestValue = members[i], fitness[i] end
   end
   while count < c.maxFEs do
      local children, childFitness = {}, {}
      for i = 1, math.min(c.popsize, c.maxFEs - count) do
         children[i] = child(generator, c, members, i, best)
         childFitness[i] = evaluate(children[i])
      end
      for i = 1, #children do
         if childFitness[i] <= fitness[i] then
            members[i], fitness[i] = children[i], childFitness[i]
            if fitness[i] < bestValue then best, bestValue = members[i], fitness[i] end
         end
      end
   end
   for j = 1, #best do flat[j] = best[j] end
   return at:copy(flat), values
end
