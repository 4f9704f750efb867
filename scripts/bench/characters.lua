-- A model of the characters of a text and how it is trained: an LSTM of some layers made with nngraph, a copy for each
-- character of a stretch, with shared parameters, and steps of RMSprop. Plain Torch Lua, for both hosts.
require 'nngraph'
require 'optim'
local play = dofile 'Tests/goldens/nngraph/play.lua'
local characters = {}

--- Start training.
-- @tparam table opt `vocabulary`, `units`, `layers`, `steps` (the length of a stretch), `batch`, `rate`
-- @tparam[opt] table saved what an earlier training returned as its state
function characters.training(opt, saved)
   local training = saved or {net = play.lstm(opt.vocabulary, opt.units, opt.layers), optimizer = {}, memory = {}}
   local parameters, gradients = training.net:getParameters()
   if not saved then
      parameters:uniform(-0.08, 0.08)
      for n = 1, 2 * opt.layers do training.memory[n] = torch.zeros(opt.batch, opt.units) end
   end
   local nets, criteria = {}, {}
   for t = 1, opt.steps do
      nets[t] = training.net:clone('weight', 'bias', 'gradWeight', 'gradBias')
      criteria[t] = nn.ClassNLLCriterion()
   end
   local oneHot = torch.eye(opt.vocabulary)
   local config = {learningRate = opt.rate, alpha = 0.95}

   local function forward(x, y)
      local inputs, outputs, loss = {}, {}, 0
      local memory = training.memory
      for t = 1, opt.steps do
         inputs[t] = {oneHot:index(1, x[t])}
         for n = 1, #memory do inputs[t][n + 1] = memory[n] end
         outputs[t] = nets[t]:forward(inputs[t])
         memory = {}
         for n = 1, 2 * opt.layers do memory[n] = outputs[t][n] end
         loss = loss + criteria[t]:forward(outputs[t][2 * opt.layers + 1], y[t])
      end
      for n = 1, #memory do training.memory[n] = memory[n]:clone() end
      return inputs, outputs, loss / opt.steps
   end
   local function backward(inputs, outputs, y)
      local later = {}
      for n = 1, 2 * opt.layers do later[n] = torch.zeros(opt.batch, opt.units) end
      for t = opt.steps, 1, -1 do
         later[2 * opt.layers + 1] = criteria[t]:backward(outputs[t][2 * opt.layers + 1], y[t])
         local given = nets[t]:backward(inputs[t], later)
         later = {}
         for n = 1, 2 * opt.layers do later[n] = given[n + 1] end
      end
      gradients:div(opt.steps):clamp(-5, 5)
   end

   --- One step on characters x, of which y are the next, each steps x batch of whole numbers from 1.
   function training.step(x, y)
      local _, losses = optim.rmsprop(function()
         gradients:zero()
         local inputs, outputs, loss = forward(x, y)
         backward(inputs, outputs, y)
         return loss, gradients
      end, parameters, config, training.optimizer)
      return losses[1]
   end
   --- What torch.save takes, to go on from later.
   function training.state()
      return {net = training.net, optimizer = training.optimizer, memory = training.memory}
   end
   return training
end

--- The numbers of a text's characters in batches: `x, y = batch(i)`, steps x batch; after the last comes the first.
function characters.batches(numbers, opt)
   local stretch = math.floor((numbers:nElement() - 1) / opt.batch)
   local x = numbers:narrow(1, 1, stretch * opt.batch):view(opt.batch, stretch):t():contiguous()
   local y = numbers:narrow(1, 2, stretch * opt.batch):view(opt.batch, stretch):t():contiguous()
   local count = math.floor(stretch / opt.steps)
   return function(i)
      local from = (i - 1) % count * opt.steps + 1
      return x:narrow(1, from, opt.steps), y:narrow(1, from, opt.steps)
   end
end

return characters
