-- Modules that keep a history, and those of whole sequences, with wrong inputs and gradients: a result, or an error that
-- names a class of nn and says what it expected.
require 'rnn'
local play = dofile 'Tests/goldens/rnn/play.lua'
local classes, names = {}, {}
for _, recording in pairs(play.recordings) do
   for _, case in ipairs(recording.cases) do
      local name = ('%s, %s'):format(case[1], case[2])
      classes[name], names[#names + 1] = {{case[2]}}, name
   end
end
local test = dofile 'Tests/goldens/nn/refused.lua'(classes, names)

-- Gradients after a right input.
local wrong = {
   {}, 3, 'x', true, {torch.Tensor(2)}, {{}}, torch.Tensor(), torch.FloatTensor(4, 2), torch.LongTensor(2, 2),
   torch.Tensor(1, 2, 3, 4, 5), torch.Tensor(7, 7), {torch.Tensor(4, 2), 3, 'x', {}}, torch.Tensor(4, 9, 2),
   {torch.Tensor(9, 9), torch.Tensor(9, 9), torch.Tensor(9, 9), torch.Tensor(9, 9)}, {torch.Tensor(4, 2)},
}

function test.gradients(check)
   for _, case in ipairs(play.recordings.rnn.cases) do
      for i = 1, #wrong do
         local module = load('return ' .. case[2])()
         local x = play.inputs(case)
         local ok, message = pcall(module.forward, module, case.whole and x or x[1])
         ok, message = pcall(module.backward, module, case.whole and x or x[1], wrong[i])
         if not ok then
            local says = type(message) == 'string' and message:match 'nn%.%u%w+: (.*)' or ''
            check.equal(says:find 'expected' ~= nil or says:find 'not defined for' ~= nil, true,
               ('%s, gradient %d: %s'):format(case[1], i, message))
         end
      end
   end
end

return test
