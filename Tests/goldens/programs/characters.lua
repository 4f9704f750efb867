-- A network that predicts the next character: an LSTM of two layers as a graph, cloned for each step, trained with RMSprop
-- on a few lines; then text is drawn from it.
require 'nngraph'
require 'optim'

local cmd = torch.CmdLine()
cmd:option('-seed', 123, 'seed of the random numbers')
cmd:option('-size', 12, 'numbers in a state')
cmd:option('-length', 8, 'steps that gradients go back')
cmd:option('-iterations', 40, 'steps of training')
local opt = cmd:parse(arg)
torch.manualSeed(opt.seed)

local text = ('the cat sat on the mat. the dog sat on the cat. the mat lay on the dog. '):rep(4)
local index, letters = {}, {}
for letter in text:gmatch '.' do
   if not index[letter] then
      letters[#letters + 1] = letter
      index[letter] = #letters
   end
end
local data = torch.Tensor(#text)
for i = 1, #text do data[i] = index[text:sub(i, i)] end

local function lstm(x, h, c, inputs)
   local sums = nn.CAddTable() {nn.Linear(inputs, 4 * opt.size)(x), nn.Linear(opt.size, 4 * opt.size)(h)}
   local i, f, o, g = nn.SplitTable(2)(nn.Reshape(4, opt.size)(sums)):split(4)
   c = nn.CAddTable() {nn.CMulTable() {nn.Sigmoid()(f), c}, nn.CMulTable() {nn.Sigmoid()(i), nn.Tanh()(g)}}
   return nn.CMulTable() {nn.Sigmoid()(o), nn.Tanh()(c)}, c
end

local function network()
   local inputs, outputs = {nn.Identity()()}, {}
   local x = nn.LookupTable(#letters, opt.size)(inputs[1])
   for layer = 1, 2 do
      local h, c = nn.Identity()(), nn.Identity()()
      inputs[2 * layer], inputs[2 * layer + 1] = h, c
      h, c = lstm(x, h, c, opt.size)
      outputs[2 * layer - 1], outputs[2 * layer] = h, c
      x = nn.Dropout(0.1)(h)
   end
   outputs[5] = nn.LogSoftMax()(nn.Linear(opt.size, #letters)(x))
   return nn.gModule(inputs, outputs)
end

local net = network()
local parameters, gradients = net:getParameters()
parameters:uniform(-0.3, 0.3)
print(('%d letters, %d parameters'):format(#letters, parameters:nElement()))

-- Clones that share the parameters.
local nets, criterions = {}, {}
for t = 1, opt.length do
   local file = torch.MemoryFile()
   file:writeObject(net)
   file:seek(1)
   nets[t] = file:readObject()
   local shared, sharedGradients = nets[t]:parameters()
   local own, ownGradients = net:parameters()
   for i, tensor in ipairs(own) do
      shared[i]:set(tensor)
      sharedGradients[i]:set(ownGradients[i])
   end
   criterions[t] = nn.ClassNLLCriterion()
end

local function zeros()
   local state = {}
   for i = 1, 4 do state[i] = torch.zeros(2, opt.size) end
   return state
end

local at, last = {1, 100}, zeros()
local function evaluate(x)
   if x ~= parameters then parameters:copy(x) end
   gradients:zero()
   local states, inputs, loss = {[0] = last}, {}, 0
   for t = 1, opt.length do
      inputs[t] = torch.Tensor {data[at[1]], data[at[2]]}
      for i = 1, 2 do at[i] = at[i] % (data:size(1) - 1) + 1 end
      nets[t]:training()
      local outputs = nets[t]:forward {inputs[t], unpack(states[t - 1])}
      states[t] = {unpack(outputs, 1, 4)}
      loss = loss + criterions[t]:forward(outputs[5], torch.Tensor {data[at[1]], data[at[2]]})
   end
   local back = zeros()
   local ahead = {unpack(at)}
   for t = opt.length, 1, -1 do
      local targets = torch.Tensor {data[ahead[1]], data[ahead[2]]}
      for i = 1, 2 do ahead[i] = (ahead[i] - 2) % (data:size(1) - 1) + 1 end
      back[5] = criterions[t]:backward(nets[t].output[5], targets)
      local all = nets[t]:backward({inputs[t], unpack(states[t - 1])}, back)
      back = {unpack(all, 2)}
   end
   last = states[opt.length]
   gradients:clamp(-5, 5)
   return loss / opt.length, gradients
end

local state = {learningRate = 0.01, alpha = 0.95}
for i = 1, opt.iterations do
   local _, loss = optim.rmsprop(evaluate, parameters, state)
   if i % 4 == 0 then print(('%3d: loss %.6f, norm of the gradient %.5f'):format(i, loss[1], gradients:norm())) end
end

net:evaluate()
local states, letter, drawn = zeros(), torch.ones(2), {}
for i = 1, 60 do
   local outputs = net:forward {letter, unpack(states)}
   states = {unpack(outputs, 1, 4)}
   for k = 1, 4 do states[k] = states[k]:clone() end
   letter:fill(torch.multinomial(torch.exp(outputs[5][1]), 1)[1])
   drawn[i] = letters[letter[1]]
end
print(table.concat(drawn))
