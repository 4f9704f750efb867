-- Seeded training prints the original's numbers: parameters, data, order and steps are drawn and computed as there.
require 'nn'
local test = {}

local function near(check, got, expected, what) check.near(got, expected, 1e-8 * math.abs(expected), what) end

-- Recorded from the original.
function test.aSeededRunIsTheOriginals(check)
   torch.manualSeed(42)
   local net = nn.Sequential()
   net:add(nn.SpatialConvolution(3, 6, 5, 5)):add(nn.ReLU()):add(nn.SpatialMaxPooling(2, 2, 2, 2))
   net:add(nn.SpatialConvolution(6, 16, 5, 5)):add(nn.ReLU()):add(nn.SpatialMaxPooling(2, 2, 2, 2))
   net:add(nn.View(400)):add(nn.Linear(400, 120)):add(nn.ReLU()):add(nn.Linear(120, 84)):add(nn.ReLU())
   net:add(nn.Linear(84, 10)):add(nn.LogSoftMax())
   local data, label = torch.randn(50, 3, 32, 32), torch.Tensor(50):random(1, 10)
   local set = setmetatable({size = function() return 50 end}, {__index = function(_, i) return {data[i], label[i]} end})
   local trainer = nn.StochasticGradient(net, nn.ClassNLLCriterion())
   trainer.learningRate, trainer.maxIteration, trainer.verbose = 0.01, 3, false
   local errors = {}
   function trainer.hookIteration(_, iteration, err) errors[iteration] = err end
   local print_ = print
   print = function() end
   local ok, message = pcall(trainer.train, trainer, set)
   print = print_
   check.equal(ok, true, message)
   for i, err in ipairs {2.28336889261, 2.24050379235, 2.21623412711} do near(check, errors[i], err, 'error') end
   local parameters = net:getParameters()
   check.equal(parameters:nElement(), 62006)
   near(check, parameters:sum(), 13.3352869203, 'sum of parameters')
   near(check, parameters:norm(), 8.89198445073, 'norm of parameters')
   local output = net:forward(data[1])
   for i, value in ipairs {-2.20470233044, -2.75578017043, -1.51088699917, -1.97700724384, -2.56247276171,
      -2.52935333563, -2.70832810673, -2.72017258929, -2.66243824842, -2.22704839821} do
      near(check, output[i], value, 'output')
   end
end

-- In float and in batches the same net goes the same way, as far as float can tell.
function test.typesAndBatchesAgree(check)
   torch.manualSeed(5)
   local net = nn.Sequential():add(nn.Linear(6, 5)):add(nn.Tanh()):add(nn.Linear(5, 3)):add(nn.LogSoftMax())
   local x, t = torch.randn(4, 6), torch.LongTensor {1, 3, 2, 3}
   local function run(model, inputs, batch)
      local criterion = nn.ClassNLLCriterion():type(inputs:type())
      criterion.sizeAverage = false
      model:zeroGradParameters()
      local loss = 0
      local function step(input, target)
         loss = loss + criterion:forward(model:forward(input), target)
         model:backward(input, criterion:backward(model.output, target))
      end
      if batch then step(inputs, t) else for i = 1, 4 do step(inputs[i], t[i]) end end
      local _, gradients = model:parameters()
      return loss, gradients[1]:double()
   end
   local loss, gradient = run(net, x, true)
   local single, singleGradient = run(net, x, false)
   check.near(single, loss, 1e-13)
   check.near((gradient - singleGradient):abs():max(), 0, 1e-13)
   local float, floatGradient = run(net:clone():float(), x:float(), true)
   check.near(float, loss, 1e-5)
   check.near((gradient - floatGradient):abs():max(), 0, 1e-5)
end

function test.parametersMayBeExchanged(check)
   local layer, x = nn.Linear(2, 2), torch.Tensor {1, 2}
   layer.bias = nil
   layer.weight = torch.Tensor {{1, 2}, {3, 4}}
   check.equal(layer:forward(x)[2], 11)
   layer.weight = torch.Tensor {{1, 3}, {2, 4}}:t()
   check.equal(layer:forward(x)[1], 5)
   check.equal(layer:backward(x, torch.Tensor {1, 1})[2], 6)
end

-- A process of its own: in this one nn is there already.
function test.requireDrawsFourNumbersAsTheOriginalsDoes(check)
   local pipe = io.popen(([[%s -e "torch.manualSeed(1) require 'nn' io.write(torch.random())"]]):format(arg[-1]))
   check.equal(pipe:read('a'), '491263')
   pipe:close()
end

return test
