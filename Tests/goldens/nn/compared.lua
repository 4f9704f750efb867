-- Compares layers and criterions with what the original computed (Tests/goldens/nn/play.lua): both types, samples and
-- batches, elements one after another and with gaps, and on modules that the original saved.
local play = dofile 'Tests/goldens/nn/play.lua'

local tolerance = {['torch.DoubleTensor'] = 1e-13, ['torch.FloatTensor'] = 1e-6}

-- A tensor's elements with others between them.
local function withGaps(t)
   local size = t:size():totable()
   size[#size + 1] = 2
   return t.new():resize(torch.LongStorage(size)):fill(1):select(#size, 2):copy(t)
end

-- What a case asks for, if it asks for less.
local function less(case, type) return type == 'torch.FloatTensor' and case.floats or case.within end

-- Compares results with recorded ones, in order.
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

--- A test for each of these classes.
-- @tparam table classes their cases
-- @tparam {string,...} names
-- @treturn table
return function(classes, names)
   local tests = {}
   for _, class in ipairs(names) do
      tests[class] = function(check)
         local recorded = torch.load(play.path(class))
         for _, type in ipairs(play.types) do
            local compare, finish = comparison(check, recorded[type]:storage():totable(), type)
            local compareGaps, finishGaps = comparison(check, recorded[type]:storage():totable(), type)
            for _, case in ipairs(classes[class]) do
               play.play(case, type, function(what, value) compare(what, value, less(case, type)) end)
               play.play(case, type, function(what, value) compareGaps(what .. ' with gaps', value, less(case, type)) end,
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
   return tests
end
