--- Trains a small convolutional network to recognise images, tests it, and saves it as pattern_recognition.t7.
--
--     th scripts/pattern_recognition.lua [--seed N] [--epochs N] [--in-order]
--
-- With cifar10-train.t7 and cifar10-test.t7 in the current folder (see scripts/cifar10.lua) it learns the ten classes
-- of CIFAR-10; otherwise the ten digits of data/digits.t7, a part of which it keeps for the test.
require 'nn'
require 'paths'

local cmd = torch.CmdLine()
cmd:text('Trains a small convolutional network on images and tests it.')
cmd:option('-seed', 1, 'of all random numbers')
cmd:option('-epochs', 20, 'passes over the training images')
cmd:option('-rate', 0.001, 'learning rate')
cmd:option('-digits', paths.concat(paths.dirname(arg[0]), '..', 'data', 'digits.t7'), 'the digits')
cmd:option('-save', 'pattern_recognition.t7', 'where the trained network goes')
cmd:option('-inorder', false, 'digits: take the file as it is, without shuffling it first')
local opt = cmd:parse(arg)
torch.manualSeed(opt.seed)

--- Images as the network takes them, 3x32x32, from 8x8: each pixel repeated 4x4, and copied into three channels.
local function enlarge(images)
   local n = images:size(1)
   local large = torch.DoubleTensor(n, 3, 8, 4, 8, 4)
   large:copy(images:double():view(n, 1, 8, 1, 8, 1):expand(n, 3, 8, 4, 8, 4))
   return large:view(n, 3, 32, 32)
end

--- The digits in two parts: 1,437 to train and 360 to test.
local function digits()
   local all = torch.load(opt.digits)
   local n, training = all.label:size(1), 1437
   local order = opt.inorder and torch.range(1, n) or torch.randperm(n)
   order = order:long()
   local function part(first, last)
      local rows = order:narrow(1, first, last - first + 1)
      return {data = enlarge(all.data:index(1, rows)), label = all.label:index(1, rows)}
   end
   return part(1, training), part(training + 1, n), {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}
end

local function cifar10()
   local function part(name)
      local images = torch.load(name)
      return {data = images.data:double(), label = images.label}
   end
   return part('cifar10-train.t7'), part('cifar10-test.t7'),
      {'airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'}
end

--- Bring every channel of all parts to mean 0 and deviation 1, as measured on the training part alone.
local function normalize(training, ...)
   for channel = 1, training.data:size(2) do
      local plane = training.data:select(2, channel)
      local mean, deviation = plane:mean(), plane:std()
      print(('channel %d: mean %.4f, standard deviation %.4f'):format(channel, mean, deviation))
      for _, part in ipairs{training, ...} do
         part.data:select(2, channel):add(-mean):div(deviation)
      end
   end
end

local function network(classes)
   local net = nn.Sequential()
   net:add(nn.SpatialConvolution(3, 6, 5, 5)):add(nn.ReLU()):add(nn.SpatialMaxPooling(2, 2, 2, 2))
   net:add(nn.SpatialConvolution(6, 16, 5, 5)):add(nn.ReLU()):add(nn.SpatialMaxPooling(2, 2, 2, 2))
   net:add(nn.View(16 * 5 * 5))
   net:add(nn.Linear(16 * 5 * 5, 120)):add(nn.ReLU())
   net:add(nn.Linear(120, 84)):add(nn.ReLU())
   net:add(nn.Linear(84, classes)):add(nn.LogSoftMax())
   return net
end

--- Right answers, in all and by class.
local function test(net, part, classes)
   local right, of = torch.zeros(#classes), torch.zeros(#classes)
   for i = 1, part.label:size(1) do
      local label = part.label[i]
      local _, best = net:forward(part.data[i]):max(1)
      of[label] = of[label] + 1
      if best[1] == label then right[label] = right[label] + 1 end
   end
   for class, name in ipairs(classes) do
      print(('%-12s %5.1f %%  (%d of %d)'):format(name, 100 * right[class] / of[class], right[class], of[class]))
   end
   return right:sum() / of:sum(), right:sum(), of:sum()
end

local isCifar = paths.filep('cifar10-train.t7') and paths.filep('cifar10-test.t7')
local training, testing, classes = (isCifar and cifar10 or digits)()
print(('%s: %d images to train, %d to test'):format(
   isCifar and 'CIFAR-10' or 'handwritten digits', training.label:size(1), testing.label:size(1)))
normalize(training, testing)

function training:size() return self.label:size(1) end
setmetatable(training, {__index = function(set, i) return {set.data[i], set.label[i]} end})

local net = network(#classes)
print(net)
local trainer = nn.StochasticGradient(net, nn.ClassNLLCriterion())
trainer.learningRate, trainer.maxIteration, trainer.verbose = opt.rate, opt.epochs, false
local timer = torch.Timer()
function trainer.hookIteration(_, epoch, loss)
   print(('epoch %2d of %d: loss %.4f, %.1f s'):format(epoch, opt.epochs, loss, timer:time().real))
end
trainer:train(training)

net:evaluate()
local accuracy, right, of = test(net, testing, classes)
torch.save(opt.save, net:clearState())
print(('saved: %s'):format(opt.save))
print(('accuracy: %.1f %% (%d of %d)'):format(100 * accuracy, right, of))
