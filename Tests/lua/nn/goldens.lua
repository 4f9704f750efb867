-- Layers and criterions against what the original computed.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local classes, names = play.classes()
local test = dofile 'Tests/goldens/nn/compared.lua'(classes, names)

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
