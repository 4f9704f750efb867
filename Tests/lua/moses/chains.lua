-- Chains of calls, against what the original gives.
local moses = require 'moses'
local test = {}

function test.valuesGoFromOneFunctionToTheNext(check)
   local result = moses.chain({3, 1, 2}):map(function(_, v) return v + 1 end):filter(function(_, v) return v > 2 end)
   check.equal(table.concat(result:value(), ' '), '4 3')
   check.equal(moses({1, 2, 3}):size():value(), 3)
   check.equal(moses.value(moses.chain 'x'), 'x')
   check.equal(moses.value('x'), 'x')
   check.equal(result.nosuch, nil)
end

return test
