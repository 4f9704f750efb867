-- Modules as older versions saved them, without a field: what the original can do without, we can, with its numbers; without
-- anything else there is a result, or an error that says what is missing (Tests/goldens/make/lacking.lua).

local play = dofile 'Tests/goldens/nn/play.lua'
local without = {}

-- Compares the numbers of a module with recorded ones, one after another.
local function compare(check, what, numbers, expected, within)
   for i, number in ipairs(numbers) do
      check.near(number, expected[i], within * math.max(1, math.abs(expected[i])), ('%s, number %d'):format(what, i))
   end
end

--- Tries a module without each field in turn.
-- @tparam table check
-- @tparam string name what the module is called
-- @tparam table lacking what the original can do without, and cannot
-- @tparam table recorded the numbers of the whole module
-- @tparam function ask called with a field: the numbers of the module without it, and how near they are to be
-- @tparam[opt] function isKept called with name, field, and true for what the original cannot do without: whether the field
-- is needed, whatever is said then
function without.try(check, name, lacking, recorded, ask, isKept)
   local function try(field, expected)
      if isKept and isKept(name, field) then return end
      local what = name .. ' without ' .. field
      local ok, numbers, within = pcall(ask, field)
      if not ok then error(what .. ': ' .. tostring(numbers), 0) end
      compare(check, what, numbers, expected, within)
      return #numbers, what
   end
   for _, field in ipairs(lacking.same) do try(field, recorded) end
   for field, numbers in pairs(lacking.other) do
      local count, what = try(field, numbers:totable())
      if count then check.equal(count, numbers:nElement(), what) end
   end
   for _, field in ipairs(lacking.never) do
      local ok, message = pcall(ask, field)
      if not ok and not (isKept and isKept(name, field, true)) then
         check.equal(tostring(message):find 'expected' ~= nil, true, ('%s without %s: %s'):format(name, field, message))
      end
   end
end

--- Tests of classes, each by its first case played on the module that the original saved.
-- @tparam string path what make/lacking.lua has written
-- @tparam table classes their cases
-- @tparam[opt] function isKept as in try
-- @treturn table
function without.classes(path, classes, isKept)
   local tests, type = {}, play.types[1]
   for class, lacking in pairs(torch.load(path)) do
      local case = classes[class][1]
      tests[class] = function(check)
         local recorded = torch.load(play.path(class))
         local bytes = torch.serialize(recorded.module)
         without.try(check, class, lacking, recorded[type]:storage():totable(), function(field)
            local module, numbers = torch.deserialize(bytes), {}
            module[field] = nil
            play.play(case, type, function(_, value) play.flat(value, numbers) end, nil,
               torch.deserialize(torch.serialize(module)))
            return numbers, case.within or 1e-13
         end, isKept)
      end
   end
   return tests
end

return without
