-- Layers and criterions against what the original computed (Tests/goldens/nn/play.lua): both types, samples and batches,
-- elements one after another and with gaps, and on modules that the original saved.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local test = {}

local tolerance = {['torch.DoubleTensor'] = 1e-13, ['torch.FloatTensor'] = 1e-6}

-- A tensor's elements with others between them.
local function withGaps(t)
   local size = t:size():totable()
   size[#size + 1] = 2
   return t.new():resize(torch.LongStorage(size)):fill(1):select(#size, 2):copy(t)
end

-- Compares results with recorded ones, in order. A case may ask for less.
local function comparison(check, recorded, type)
   local at = 0
   return function(what, value, within)
      for i, got in ipairs(play.flat(value)) do
         at = at + 1
         check.equal(at <= #recorded, true, what .. ': too many numbers')
         local expected = recorded[at]
         local near = (within or tolerance[type]) * math.max(1, math.abs(expected))
         check.near(got, expected, near, ('%s, number %d'):format(what, i))
      end
   end, function(what) check.equal(at, #recorded, what .. ': numbers') end
end

local classes, names = play.classes()
for _, class in ipairs(names) do
   test[class] = function(check)
      local recorded = torch.load(play.path(class))
      for _, type in ipairs(play.types) do
         local compare, finish = comparison(check, recorded[type]:storage():totable(), type)
         local compareGaps, finishGaps = comparison(check, recorded[type]:storage():totable(), type)
         for _, case in ipairs(classes[class]) do
            play.play(case, type, function(what, value) compare(what, value, case.within) end)
            play.play(case, type, function(what, value) compareGaps(what .. ' with gaps', value, case.within) end,
               not case.gapless and withGaps or nil)
         end
         finish(class)
         finishGaps(class)
      end
      if recorded.module then
         local compare = comparison(check, recorded['torch.DoubleTensor']:storage():totable(), 'torch.DoubleTensor')
         play.play(classes[class][1], 'torch.DoubleTensor', function(what, value)
            compare(what .. ' of the saved module', value, classes[class][1].within)
         end, nil, recorded.module)
      end
   end
end

-- What no case can be made of, or prints.
local abstract = {Module = true, Container = true, Criterion = true, PrintSize = true, StochasticGradient = true}

function test.everyClassHasCases(check)
   local missing = {}
   for name in pairs(nn) do
      local isOurs = torch.getmetatable('nn.' .. name) and not name:find 'ForTheTest$'
      if isOurs and not classes[name] and not abstract[name] then missing[#missing + 1] = name end
   end
   table.sort(missing)
   check.equal(table.concat(missing, ' '), '')
end

return test
