-- Records what the original's layers and criterions compute: th Tests/goldens/make/nn.lua [CLASS …], with the original's
-- th, in the project's folder. Each class gets a file in Tests/goldens/nn, a Lua table that Tests/lua/nn/goldens.lua reads.
require 'nn'

-- What to make, and the sizes of inputs: a vector is one sample, a further dimension a batch.
local layers = {
   Identity = {{'nn.Identity()', {3}}},
   Linear = {{'nn.Linear(5, 3)', {5}, {4, 5}, {1, 5}}, {'nn.Linear(3, 2, false)', {3}, {2, 3}}, {'nn.Linear(13, 9)', {7, 13}}},
   View = {{'nn.View(2, 3)', {6}, {4, 6}, {2, 3, 2}}, {'nn.View(-1, 2)', {4}, {3, 4}}, {'nn.View(6):setNumInputDims(2)', {1, 2, 3}, {2, 3}}},
   Reshape = {{'nn.Reshape(2, 3)', {6}, {4, 6}, {1, 6}}, {'nn.Reshape(6, false)', {2, 3}}, {'nn.Reshape(3, true)', {1, 3}}},
   Threshold = {{'nn.Threshold(0.3, -0.5)', {4}, {2, 3}}, {'nn.Threshold()', {3}}},
   ReLU = {{'nn.ReLU()', {5}, {2, 3, 2}}},
   Tanh = {{'nn.Tanh()', {5}, {2, 3, 2}}},
   Sigmoid = {{'nn.Sigmoid()', {5}, {2, 3, 2}}},
   SoftMax = {{'nn.SoftMax()', {4}, {3, 4}, {2, 3, 2}, {2, 2, 3, 2}}, {'nn.SoftMax()', {2, 19}}},
   LogSoftMax = {{'nn.LogSoftMax()', {4}, {3, 4}, {2, 3, 2}, {2, 2, 3, 2}}, {'nn.LogSoftMax()', {2, 19}}},
   Dropout = {{'nn.Dropout(0.3)', {6}, {2, 3}}, {'nn.Dropout(0.6, true)', {6}}},
   LookupTable = {{'nn.LookupTable(5, 3)', {4}, {2, 3}, index = 5}, {'nn.LookupTable(4, 2, 2, 1.2, 1)', {6}, index = 4},
      {'nn.LookupTable(4, 2):scaleGradByFreq()', {6}, index = 4}},
}
-- What to make, the size of an input, and the target: a size like the input's, or classes.
local criterions = {
   MSECriterion = {{'nn.MSECriterion()', {4}, {4}}, {'nn.MSECriterion()', {2, 3}, {2, 3}}, {'nn.MSECriterion(false)', {3, 2}, {3, 2}}},
   ClassNLLCriterion = {{'nn.ClassNLLCriterion()', {4}, classes = {3}}, {'nn.ClassNLLCriterion()', {3, 4}, classes = {1, 4, 2}},
      {'nn.ClassNLLCriterion(torch.Tensor {0.5, 1, 2})', {2, 3}, classes = {3, 1}},
      {'nn.ClassNLLCriterion(torch.Tensor {0.5, 1, 2}, false)', {2, 3}, classes = {2, 3}},
      {'nn.ClassNLLCriterion(nil, true, 2)', {3, 3}, classes = {2, 1, 3}}},
}

local function tensor(t)
   local format = torch.type(t) == 'torch.DoubleTensor' and '%.17g' or '%.9g'
   local values, sizes, flat = {}, {}, t:contiguous():view(-1)
   for i = 1, flat:size(1) do values[i] = format:format(flat[i]) end
   for d = 1, t:dim() do sizes[d] = ('%d'):format(t:size(d)) end
   return ('{size = {%s}, %s}'):format(table.concat(sizes, ', '), table.concat(values, ', '))
end

local function tensors(list)
   local texts = {}
   for i, t in ipairs(list or {}) do texts[i] = tensor(t) end
   return '{' .. table.concat(texts, ', ') .. '}'
end

local function copies(list)
   local result = {}
   for i, t in ipairs(list or {}) do result[i] = t:clone() end
   return result
end

local function make(construct, type) return assert(loadstring('return ' .. construct))():type(type) end

-- Forward, backward with half the gradient, the parameters before and their gradients after.
local function layerCase(construct, size, type, index)
   local layer = make(construct, type)
   local input = torch.Tensor(torch.LongStorage(size))
   input = index and input:random(1, index):long() or input:normal():type(type)
   local parameters = tensors((layer:parameters()))
   torch.manualSeed(7)
   local output = layer:forward(input):clone()
   local gradOutput = torch.Tensor(output:size()):normal():type(type)
   layer:zeroGradParameters()
   local gradInput = layer:backward(input, gradOutput, 0.5):clone()
   local _, gradients = layer:parameters()
   return ('{make = %q, type = %q, parameters = %s,\n input = %s,\n output = %s,\n gradOutput = %s,\n gradInput = %s,\n gradients = %s}')
      :format(construct, type, parameters, tensor(input), tensor(output), tensor(gradOutput), tensor(gradInput), tensors(copies(gradients)))
end

local function criterionCase(construct, size, type, case)
   local criterion = make(construct, type)
   local input = torch.Tensor(torch.LongStorage(size)):normal():type(type)
   local target = case.classes and torch.LongTensor(case.classes) or torch.Tensor(torch.LongStorage(case[3])):normal():type(type)
   local loss = criterion:forward(input, target)
   return ('{make = %q, type = %q,\n input = %s,\n target = %s,\n loss = %.17g,\n gradInput = %s}')
      :format(construct, type, tensor(input), tensor(target), loss, tensor(criterion:backward(input, target)))
end

local function write(class, cases)
   local file = assert(io.open('Tests/goldens/nn/' .. class .. '.lua', 'w'))
   file:write('-- Recorded by Tests/goldens/make/nn.lua. Do not edit.\nreturn {\n', table.concat(cases, ',\n'), '\n}\n')
   file:close()
end

local wanted = {}
for _, class in ipairs(arg) do wanted[class] = true end
local types = {'torch.DoubleTensor', 'torch.FloatTensor'}
for class, list in pairs(layers) do
   if not next(wanted) or wanted[class] then
      torch.manualSeed(1)
      local cases = {}
      for _, case in ipairs(list) do
         for s = 2, #case do
            for _, type in ipairs(types) do cases[#cases + 1] = layerCase(case[1], case[s], type, case.index) end
         end
      end
      write(class, cases)
   end
end
for class, list in pairs(criterions) do
   if not next(wanted) or wanted[class] then
      torch.manualSeed(1)
      local cases = {}
      for _, case in ipairs(list) do
         for _, type in ipairs(types) do cases[#cases + 1] = criterionCase(case[1], case[2], type, case) end
      end
      write(class, cases)
   end
end
