-- Every class of nn, made from every pair of odd values: an object, or a refusal in the script's line and the class's name.
require 'nn'
local test = {}

local values = {n = 10, nil, true, -1, 0, 1.5, 0 / 0, 1 / 0, 'x', {}, print}

function test.everyConstructorAcceptsOrRefusesByName(check)
   local names = {}
   for name in pairs(nn) do if torch.getmetatable('nn.' .. name) then names[#names + 1] = name end end
   table.sort(names)
   check.equal(#names >= 25, true, 'classes')
   for _, name in ipairs(names) do
      for a = 1, values.n do
         for b = 1, values.n do
            local ok, message = pcall(function() local _ = nn[name](values[a], values[b]) end)
            if not ok then
               check.equal(message:match('^[^:]*constructors.lua:%d+: (nn%.%w+): .*expected'), 'nn.' .. name, message)
            end
         end
      end
   end
end

-- What is always of one kind: another type, a layer, or a tensor that says more than its being there.
local oneKind = {Copy = 2, SpatialConvolutionMap = 1, SpatialFullConvolutionMap = 1, SpatialMaxUnpooling = 1,
   VolumetricMaxUnpooling = 1, WeightedMSECriterion = 1}

-- The cases that are compared with the original make each class in three ways, with two values of each argument.
function test.everyArgumentVariesInTheCases(check)
   local play = dofile 'Tests/goldens/nn/play.lua'
   local classes, names = play.classes()
   for _, class in ipairs(names) do
      local metatable = torch.getmetatable('nn.' .. class)
      local init = rawget(metatable, '__init')
      local count = init and debug.getinfo(init, 'u').nparams - 1 or 0
      if count > 0 then
         local seen, ways = {}, {}
         for i = 1, count do seen[i] = {} end
         metatable.__init = function(self, ...)
            for i = 1, torch.type(self) == 'nn.' .. class and count or 0 do
               local value = select(i, ...)
               seen[i][torch.isTensor(value) and 'tensor' or tostring(value)] = true
            end
            return init(self, ...)
         end
         for _, case in ipairs(classes[class]) do
            ways[case[1]] = true
            play.make(case, 'torch.DoubleTensor')
         end
         metatable.__init = init
         local function number(set)
            local n = 0
            for _ in pairs(set) do n = n + 1 end
            return n
         end
         check.equal(number(ways) >= 3, true, class .. ': ways')
         for i = 1, count do
            check.equal(number(seen[i]) >= (oneKind[class] == i and 1 or 2), true, ('%s: argument %d'):format(class, i))
         end
      end
   end
end

return test
