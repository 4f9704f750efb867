-- usage: models.lua [nthreads [net]] or models.lua memory [nthreads]
--
-- Whole networks, float, batches of 1 and of 32: `forward` as in use (evaluate), `step` as in training: gradients of
-- parameters to zero, forward, backward to the input. models.py does the same in PyTorch. `memory` prints the most that
-- was resident while the VGG stack made three steps of 32 images.
require 'torch'
require 'nn'
torch.setdefaulttensortype('torch.FloatTensor')
torch.manualSeed(1)

local function add(net, ...)
   for _, layer in ipairs {...} do net:add(layer) end
   return net
end
local function sequence(...) return add(nn.Sequential(), ...) end
local function convolution(from, to, k, stride, pad)
   return nn.SpatialConvolution(from, to, k, k, stride or 1, stride or 1, pad or 0, pad or 0)
end
local function relu() return nn.ReLU(true) end
local function pooling(k, stride) return nn.SpatialMaxPooling(k, k, stride, stride) end

--- The network of scripts/pattern_recognition.lua.
local function lenet()
   return sequence(
      convolution(3, 6, 5), nn.ReLU(), pooling(2, 2), convolution(6, 16, 5), nn.ReLU(), pooling(2, 2), nn.View(400),
      nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10), nn.LogSoftMax())
end

--- AlexNet in one column, its first stride and its linear layers cut to pictures of 64x64.
local function alexnet()
   return sequence(
      convolution(3, 64, 7, 2, 3), relu(), pooling(3, 2), convolution(64, 192, 5, 1, 2), relu(), pooling(3, 2),
      convolution(192, 384, 3, 1, 1), relu(), convolution(384, 256, 3, 1, 1), relu(),
      convolution(256, 256, 3, 1, 1), relu(), pooling(3, 2), nn.View(2304),
      nn.Dropout(0.5), nn.Linear(2304, 1024), relu(), nn.Dropout(0.5), nn.Linear(1024, 1024), relu(),
      nn.Linear(1024, 200), nn.LogSoftMax())
end

--- Blocks of two 3x3 convolutions, each block with twice the channels on half the rows and columns.
local function vgg()
   local net, from = nn.Sequential(), 3
   for _, to in ipairs {64, 128, 256, 512} do
      add(net, convolution(from, to, 3, 1, 1), relu(), convolution(to, to, 3, 1, 1), relu(), pooling(2, 2))
      from = to
   end
   return add(net, nn.View(2048), nn.Linear(2048, 10), nn.LogSoftMax())
end

--- ResNet-20 for 32x32; where the size changes, the way past takes every other pixel and adds channels of zeros.
local function resnet()
   local function block(from, to, stride)
      local body = sequence(
         convolution(from, to, 3, stride, 1), nn.SpatialBatchNormalization(to), relu(),
         convolution(to, to, 3, 1, 1), nn.SpatialBatchNormalization(to))
      local past = nn.Identity()
      if from ~= to then
         past = sequence(nn.SpatialAveragePooling(1, 1, stride, stride),
            add(nn.Concat(2), nn.Identity(), nn.MulConstant(0)))
      end
      return sequence(add(nn.ConcatTable(), body, past), nn.CAddTable(true), relu())
   end
   local net = sequence(convolution(3, 16, 3, 1, 1), nn.SpatialBatchNormalization(16), relu())
   local from = 16
   for _, to in ipairs {16, 32, 64} do
      for i = 1, 3 do
         net:add(block(from, to, i == 1 and to > 16 and 2 or 1))
         from = to
      end
   end
   return add(net, nn.SpatialAveragePooling(8, 8), nn.View(64), nn.Linear(64, 10), nn.LogSoftMax())
end

--- A class for each pixel: down twice, up twice by transposed convolutions, with one way past.
local function fcn()
   local function normal(from, to, stride)
      return sequence(convolution(from, to, 3, stride, 1), nn.SpatialBatchNormalization(to), relu())
   end
   local deep = sequence(
      normal(32, 64, 2), normal(64, 64), normal(64, 128, 2), normal(128, 128),
      nn.SpatialFullConvolution(128, 64, 4, 4, 2, 2, 1, 1), relu(),
      nn.SpatialFullConvolution(64, 32, 4, 4, 2, 2, 1, 1), relu())
   return sequence(
      normal(3, 32), add(nn.ConcatTable(), nn.Identity(), deep), nn.JoinTable(2), convolution(64, 21, 1),
      nn.SpatialLogSoftMax())
end

--- Sentences of 50 words, 300 numbers a word: windows of 3, 4 and 5 words, the most over all places.
local function text()
   local windows = nn.Concat(2)
   for words = 3, 5 do
      windows:add(sequence(nn.TemporalConvolution(300, 100, words), relu(), nn.Max(2)))
   end
   return sequence(windows, nn.Dropout(0.5), nn.Linear(300, 2), nn.LogSoftMax())
end

local models = {
   {'lenet', lenet, {3, 32, 32}}, {'alexnet', alexnet, {3, 64, 64}}, {'vgg', vgg, {3, 32, 32}},
   {'resnet20', resnet, {3, 32, 32}}, {'fcn', fcn, {3, 64, 64}}, {'text', text, {50, 300}},
}

local function input(batch, size) return torch.randn(torch.LongStorage {batch, size[1], size[2], size[3]}) end

--- What training does with a network, less the change of the parameters.
local function step(net, x)
   net:training()
   local gradOutput = torch.randn(net:forward(x):size())
   return function()
      net:zeroGradParameters()
      net:forward(x)
      net:backward(x, gradOutput)
   end
end

--- Milliseconds for a call: the best of three lots of at least a tenth of a second.
local function time(f)
   f()
   local calls, best, timer = 0, math.huge, torch.Timer()
   repeat
      f()
      calls = calls + 1
   until timer:time().real > 0.1
   for _ = 1, 3 do
      timer:reset()
      for _ = 1, calls do f() end
      best = math.min(best, timer:time().real / calls)
   end
   return best * 1e3
end

if arg[1] == 'memory' then
   torch.setnumthreads(tonumber(arg[2]) or 1)
   local run = step(vgg(), input(32, {3, 32, 32}))
   for _ = 1, 3 do run() end
   for line in io.lines('/proc/self/status') do
      local kilobytes = line:match('^VmHWM:%s+(%d+)')
      if kilobytes then print(('RES vgg_step_32_resident_MB %.1f'):format(kilobytes / 1024)) end
   end
   os.exit(0)
end

torch.setnumthreads(tonumber(arg[1]) or 1)
for _, model in ipairs(models) do
   local name, make, size = model[1], model[2], model[3]
   if not arg[2] or arg[2] == name then
      local net = make()
      for _, batch in ipairs {1, 32} do
         local x = input(batch, size)
         net:evaluate()
         print(('RES %s_forward_%d_ms %.4f'):format(name, batch, time(function() net:forward(x) end)))
         print(('RES %s_step_%d_ms %.4f'):format(name, batch, time(step(net, x))))
      end
   end
end
