-- Records what the original's nngraph and graph compute: th Tests/goldens/make/nngraph.lua, with the original's th, in the
-- project's folder.
local play = dofile 'Tests/goldens/nngraph/play.lua'

local recorded = {orders = play.orders()}
for _, case in ipairs(play.networks()) do
   local built = play.text(case.net)
   case.numbers = torch.DoubleTensor(play.numbers(case.net, case.input, case.gradOutput))
   recorded[case.name] = {numbers = case.numbers, built = built, called = play.text(case.net)}
   torch.save('Tests/goldens/nngraph/' .. case.name .. '.t7', case)
end
torch.save('Tests/goldens/nngraph/recorded.t7', recorded)
