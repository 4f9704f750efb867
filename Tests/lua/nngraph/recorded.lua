-- What networks compute, as the original computed it; the original's own files.
local play = dofile 'Tests/goldens/nngraph/play.lua'
local recorded = torch.load 'Tests/goldens/nngraph/recorded.t7'
local test = {}

local function near(check, numbers, expected, what)
   check.equal(#numbers, expected:nElement(), what .. ': how many numbers')
   for i, number in ipairs(numbers) do check.near(number, expected[i], 1e-12, ('%s: number %d'):format(what, i)) end
end

local function saved(name) return torch.load(('Tests/goldens/nngraph/%s.t7'):format(name)) end
local names = {'lstm', 'tables', 'nested'}

-- The numbers drawn for parameters are the same too.
function test.networksComputeTheSame(check)
   for _, case in ipairs(play.networks()) do
      near(check, play.numbers(case.net, case.input, case.gradOutput), recorded[case.name].numbers, case.name)
   end
end

function test.picturesSayTheSame(check)
   for _, case in ipairs(play.networks()) do
      check.equal(play.text(case.net), recorded[case.name].built, case.name)
      play.numbers(case.net, case.input, case.gradOutput)
      check.equal(play.text(case.net), recorded[case.name].called, case.name)
   end
end

function test.clonesComputeTheSame(check)
   for _, case in ipairs(play.networks()) do
      local expected = recorded[case.name].numbers
      local clone = case.net:clone()
      near(check, play.numbers(clone, case.input, case.gradOutput), expected, case.name)
      near(check, play.numbers(clone:clone(), case.input, case.gradOutput), expected, case.name .. ' after calls')
      check.equal(rawequal(clone.modules[1], case.net.modules[1]), false)
      check.equal(rawequal(clone.forwardnodes[2].data.module, clone.modules[1]), clone.forwardnodes[2].data.module ~= nil)
   end
end

function test.originalFilesLoad(check)
   for _, name in ipairs(names) do
      local case = saved(name)
      check.equal(torch.type(case.net), 'nn.gModule')
      near(check, play.numbers(case.net, case.input, case.gradOutput), recorded[name].numbers, name)
      check.equal(play.text(case.net), recorded[name].called, name)
      near(check, play.numbers(case.net:clone(), case.input, case.gradOutput), recorded[name].numbers, name)
   end
end

function test.filesComeBack(check)
   for _, case in ipairs(play.networks()) do
      for _, mode in ipairs {'binary', 'ascii'} do
         local text = torch.serialize(case.net, mode)
         local again = torch.deserialize(text, mode)
         near(check, play.numbers(again, case.input, case.gradOutput), recorded[case.name].numbers, case.name)
         check.equal(play.text(again), recorded[case.name].called)
      end
   end
end

-- Clones of a step share what they are told to, as programs unroll a network over a sequence.
function test.clonesShareParameters(check)
   local case = play.networks()[1]
   local clone = case.net:clone('weight', 'bias', 'gradWeight', 'gradBias')
   local a, b = case.net:parameters(), clone:parameters()
   check.equal(#a, #b)
   for i = 1, #a do check.equal(a[i]:storage(), b[i]:storage()) end
   case.net:updateParameters(0.1)
   local once = play.numbers(clone, case.input, case.gradOutput)
   near(check, play.numbers(case.net, case.input, case.gradOutput), torch.DoubleTensor(once), 'shared')
   local flat, gradients = case.net:getParameters()
   check.equal(flat:nElement(), gradients:nElement())
end

function test.floatsComputeNearly(check)
   for _, case in ipairs(play.networks()) do
      local function float(value)
         if torch.isTensor(value) then return value:float() end
         local list = {}
         for i, part in ipairs(value) do list[i] = float(part) end
         return list
      end
      play.numbers(case.net, case.input, case.gradOutput)
      check.equal(case.net:float(), case.net)
      check.equal(case.net:type(), 'torch.FloatTensor')
      local expected = recorded[case.name].numbers
      local numbers = play.numbers(case.net, float(case.input), float(case.gradOutput))
      for i, number in ipairs(numbers) do check.near(number, expected[i], 1e-4, case.name) end
   end
end

function test.ordersAreTheSame(check)
   local expected = recorded.orders:gmatch '[^\n]+'
   for line in play.orders():gmatch '[^\n]+' do check.equal(line, expected()) end
end

return test
