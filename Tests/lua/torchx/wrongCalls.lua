-- Functions of torchx and moses with what they cannot take.
require 'torchx'
local moses = require 'moses'
local test = {}

function test.callbacksOfMoses(check)
   for _, name in ipairs {'each', 'eachi', 'map', 'select', 'reject', 'all', 'any', 'groupBy', 'reduce'} do
      check.raises(('moses.%s: expected a function, got '):format(name), moses[name], {1, 2})
      check.raises(('moses.%s: expected a function, got 3'):format(name), moses[name], {1, 2}, 3)
   end
   check.raises('moses.max: expected a function, got x', moses.max, {1, 2}, 'x')
   check.raises('moses.sort: expected a function, got table', moses.sort, {1, 2}, {})
   check.raises('moses.times: expected a function, got nothing', moses.times, 3)
end

function test.numbersOfMoses(check)
   check.raises('moses.first: expected a number, got x', moses.first, {1}, 'x')
   check.raises('moses.range: expected a number, got table', moses.range, {})
   check.raises('moses.range: expected a step that leads to the end, got 1', moses.range, 1, 1e15)
   check.raises('moses.range: expected a step that leads to the end, got 0', moses.range, 1, 2, 0)
   check.raises('moses.concat: expected a text between the elements, got 3', moses.concat, {1}, 3)
   check.equal(#moses.slice({1, 2, 3}, -1e300, 1e300), 3)
   check.equal(#moses.rest({1, 2, 3}, 1e300), 0)
   check.equal(moses.last({1, 2, 3}, 2)[1], 2)
   check.equal(#moses.last {1, 2, 3}, 2)
   check.equal(#moses.initial({1, 2, 3}, 5), 0)
end

function test.json(check)
   check.raises('torch.json.quotestring: expected a string, got nil', torch.json.quotestring)
   check.raises('torch.json.addnewline: expected a state of encode, got nil', torch.json.addnewline)
   check.raises('torch.json.encode: expected a table as the state, got 3', torch.json.encode, {}, 3)
   check.raises('torch.json.decode: expected a number as the place, got table', torch.json.decode, '1', {})
end

function test.others(check)
   check.raises('torchx.extend: expected a table as types, got nil', function() torchx.extend(nil, {}) end)
   check.raises('torch.remap: expected a tensor that others are made like, got 3', torch.remap, torch.Tensor(1), nil,
      function() end, 3)
end

return test
