-- How a line at the prompt may go on.
local complete = require 'trepl.complete'
require 'rnn'
local test = {}

local function names(line)
   local found, start = complete(line)
   return table.concat(found, ' ') .. ' ' .. start
end

function test.packagesAndGlobals(check)
   check.equal(names 'x = nn.SeqL', 'SeqLSTM SeqLSTMP 4')
   check.equal(names 'torch.manualS', 'manualSeed 7')
   check.equal(names "help 'nn.SeqLS", 'SeqLSTM SeqLSTMP 5')
   check.equal(names 'print(tor', 'torch torchx 3')
   check.equal(names 'nosuch.', ' 0')
   check.equal(names '1 + ', table.concat(complete '', ' ') .. ' 0')
end

function test.methodsOfObjects(check)
   _G.completed = {net = nn.Sequential():add(nn.Linear(2, 3)), text = 'abc', tensor = torch.Tensor(2)}
   check.equal(names 'completed.net:getP', 'getParameters 4')
   check.equal(names 'completed.net.mod', 'modules 3')
   check.equal(names 'completed.net:mod', ' 3')
   check.equal(names 'completed.tensor:narr', 'narrow 4')
   check.equal(names 'completed.text:gm', 'gmatch 2')
   check.equal(names 'nn.Linear.noB', 'noBias 3')
   check.equal(names 'completed.net:__ne', ' 4')
   check.equal(names 'f(x).ab', ' 2')
   _G.completed = nil
end

function test.whatRaisesErrorsHasNoNames(check)
   _G.completed = setmetatable({}, {__index = function() error('none') end, __pairs = function() error('none') end})
   check.equal(names 'completed.x.y', ' 1')
   check.equal(names 'completed.x', ' 1')
   _G.completed = nil
end

return test
