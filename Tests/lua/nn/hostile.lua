-- Whatever a script hands to a layer, in whatever state, the answer is a result or an error with a message.
require 'nn'
local test = {}

local types = {'DoubleTensor', 'DoubleTensor', 'DoubleTensor', 'FloatTensor', 'LongTensor', 'ByteTensor'}

local function any(list) return list[torch.random(#list)] end

-- A tensor of some size, and now and then one with gaps, transposed, or of another type.
local function anyTensor(dims)
   local sizes = {}
   for d = 1, dims or torch.random(0, 5) do sizes[d] = torch.random(0, 4) end
   local tensor = torch[any(types)]()
   if #sizes > 0 then tensor:resize(table.unpack(sizes)) end
   if tensor:nElement() > 0 then tensor:fill(torch.random(0, 3)) end
   if tensor:dim() == 2 and torch.random(3) == 1 then tensor = tensor:t() end
   if tensor:dim() > 0 and tensor:size(1) > 1 and torch.random(3) == 1 then tensor = tensor:narrow(1, 2, 1) end
   return tensor
end

local others = {function() return nil end, function() return {} end, function() return 'x' end, function() return 0 / 0 end,
   function() return -1 end, function() return 1e300 end, function() return true end, function() return print end,
   function() return {anyTensor(), anyTensor()} end, function() return torch.LongStorage {2, 2} end}
local function anyValue() return torch.random(4) == 1 and any(others)() or anyTensor() end

local makers = {
   function() return nn.Linear(torch.random(4), torch.random(4)) end, function() return nn.View(2, 2) end,
   function() return nn.View(-1, 3) end, function() return nn.View(2):setNumInputDims(torch.random(0, 3)) end,
   function() return nn.Reshape(2, 2) end, function() return nn.Reshape(3, true) end,
   function() return nn.ReLU() end, function() return nn.ReLU(true) end, nn.Threshold, nn.Tanh, nn.Sigmoid, nn.SoftMax, nn.LogSoftMax,
   nn.Identity, function() return nn.Dropout(.5) end, function() return nn.Dropout(.5, false, true) end,
   function() return nn.LookupTable(3, 2) end, function() return nn.LookupTable(3, 2, 1, 1) end,
   function() return nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh()) end,
   function() return nn.Concat(torch.random(3)):add(nn.Tanh()):add(nn.Linear(2, 2)) end,
   function() return nn.ConcatTable():add(nn.Tanh()):add(nn.Identity()) end,
   function() return nn.ParallelTable():add(nn.Tanh()):add(nn.SoftMax()) end,
}
local methods = {'forward', 'forward', 'updateGradInput', 'backward', 'accGradParameters', 'accUpdateGradParameters', 'clearState'}
local fields = {'output', 'gradInput', 'weight', 'gradWeight', 'bias', 'gradBias', 'noise', 'size', '_input', 'paddingValue', 'val'}

local function check_(check, ok, message)
   if ok then return 0 end
   check.equal(type(message), 'string')
   -- What is none of the layer's business may come from further down, but says where and what.
   check.equal(#message > 10, true, message)
   return 1
end

function test.layersSurvive(check)
   torch.manualSeed(11)
   local refused = 0
   for round = 1, 1500 do
      local layer = any(makers)()
      if torch.random(4) == 1 then
         local name = any(fields)
         if layer[name] ~= nil then layer[name] = anyValue() end
      end
      for _ = 1, 6 do
         local method = any(methods)
         refused = refused + check_(check, pcall(layer[method], layer, anyValue(), anyValue(), any {1, .5, 2}))
         if layer.output ~= nil and torch.random(8) == 1 then
            -- A result that shares its elements with what comes in, or with the weight.
            local output = layer.weight or layer.output
            refused = refused + check_(check, pcall(layer.forward, layer, output))
            layer.output = torch.isTensor(output) and output or layer.output
         end
      end
   end
   check.equal(refused > 1000, true, 'calls that were refused')
end

function test.criterionsSurvive(check)
   torch.manualSeed(12)
   local refused = 0
   for round = 1, 1500 do
      local criterion = any {nn.MSECriterion, nn.ClassNLLCriterion, function() return nn.MSECriterion(false) end,
         function() return nn.ClassNLLCriterion(torch.Tensor {1, 2}) end}()
      if torch.random(4) == 1 then
         criterion[any {'weights', 'target', 'output_tensor', 'total_weight_tensor', 'gradInput', 'ignoreIndex'}] = anyValue()
      end
      for _ = 1, 6 do
         local method = any {'forward', 'backward'}
         refused = refused + check_(check, pcall(criterion[method], criterion, anyValue(), anyValue()))
      end
   end
   check.equal(refused > 1000, true, 'calls that were refused')
end

function test.constructorsSurvive(check)
   torch.manualSeed(13)
   local classes = {'Linear', 'View', 'Reshape', 'Threshold', 'ReLU', 'Dropout', 'LookupTable', 'Concat', 'ClassNLLCriterion',
      'MSECriterion', 'StochasticGradient'}
   for round = 1, 1500 do
      local class = any(classes)
      check_(check, pcall(nn[class], anyValue(), any {1, 3, -2, 0, 1e300, 0 / 0, 1e15, 'x', false}, anyValue(), anyValue()))
   end
end

return test
