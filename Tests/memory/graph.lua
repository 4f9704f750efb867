-- Trains an LSTM of nngraph that is copied along the steps, its state carried over in tables: graph.lua SEED STEPS
require 'nngraph'
require 'optim'
torch.manualSeed(tonumber(arg[1]))
local steps, batch, size = 4, 3, 6

local function cell()
   local x, c, h = nn.Identity()(), nn.Identity()(), nn.Identity()()
   local sums = nn.CAddTable()({nn.Linear(size, 4 * size)(x), nn.Linear(size, 4 * size)(h)})
   local i, f, o, g = nn.SplitTable(2)(nn.Reshape(4, size)(sums)):split(4)
   local next = nn.CAddTable()({
      nn.CMulTable()({nn.Sigmoid()(f), c}), nn.CMulTable()({nn.Sigmoid()(i), nn.Tanh()(g)}),
   })
   return nn.gModule({x, c, h}, {next, nn.CMulTable()({nn.Sigmoid()(o), nn.Tanh()(next)})})
end
local first = cell()
local parameters, gradient = first:getParameters()
local cells = {first}
for t = 2, steps do cells[t] = first:clone('weight', 'bias', 'gradWeight', 'gradBias') end
local criterion, config = nn.MSECriterion(), {learningRate = 0.01}
local state = {torch.zeros(batch, size), torch.zeros(batch, size)}

for _ = 1, tonumber(arg[2]) do
   local inputs = torch.randn(steps, batch, size)
   optim.rmsprop(function()
      gradient:zero()
      local states, loss = {[0] = state}, 0
      for t = 1, steps do states[t] = cells[t]:forward{inputs[t], table.unpack(states[t - 1])} end
      local back = {torch.zeros(batch, size), torch.zeros(batch, size)}
      for t = steps, 1, -1 do
         loss = loss + criterion:forward(states[t][2], inputs[t])
         back[2] = back[2] + criterion:backward(states[t][2], inputs[t])
         local _, c, h = table.unpack(cells[t]:backward({inputs[t], table.unpack(states[t - 1])}, back))
         back = {c, h}
      end
      state = {states[steps][1]:clone(), states[steps][2]:clone()}
      return loss, gradient
   end, parameters, config)
end
