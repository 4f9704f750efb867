-- Every optimizer goes where the original's went, leaves the same fields in the state, and goes on from a saved state as
-- if nothing had happened.
require 'optim'
local play = dofile 'Tests/goldens/optim/play.lua'
local test = {}

-- What was recorded for an optimizer: title → lines.
local function recorded(optimizer)
   local cases, title = {}, nil
   for line in io.lines(play.path(optimizer)) do
      title = line:match '^== (.*)' or title
      cases[title] = cases[title] or {}
      if line:sub(1, 3) ~= '== ' then table.insert(cases[title], line) end
   end
   return cases
end

-- Two lines word by word: numbers within the tolerance (a share of large ones), the rest exactly.
local function same(got, expected, tolerance)
   local left, right = got:gmatch '%S+', expected:gmatch '%S+'
   while true do
      local a, b = left(), right()
      if a == nil and b == nil then return true end
      local p, q = tonumber(a), tonumber(b)
      local near = p and q and math.abs(p - q) <= tolerance * math.max(1, math.abs(q))
      if a ~= b and not near then return false end
   end
end

local function saved(state)
   local file = os.tmpname()
   torch.save(file, state)
   local again = torch.load(file)
   os.remove(file)
   return again
end

for _, case in ipairs(play.cases()) do
   for _, type in ipairs(play.typesOf(case)) do
      for _, resumed in ipairs {false, true} do
         local title = play.title(case.name, type)
         test[title .. (resumed and ', the state saved after each call' or '')] = function(check)
            local expected, got = recorded(case.optimizer)[title], {}
            play.play(case, type, function(what, text) got[#got + 1] = what .. ': ' .. text end, resumed and saved)
            local tolerance = type == 'torch.DoubleTensor' and 1e-13 or case.float or 1e-6
            for i, line in ipairs(expected) do
               if not same(tostring(got[i]), line, tolerance) then check.equal(got[i], line, 'line ' .. i) end
            end
            check.equal(#got, #expected, 'lines')
         end
      end
   end
end

return test
