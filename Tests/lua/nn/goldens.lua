-- Layers and criterions against what the original computed (Tests/goldens/nn; how: Tests/goldens/make/nn.lua): both types,
-- samples and batches, elements one after another and with gaps.
require 'nn'
local test = {}

local layers = {'Identity', 'Linear', 'View', 'Reshape', 'Threshold', 'ReLU', 'Tanh', 'Sigmoid', 'SoftMax', 'LogSoftMax',
   'Dropout', 'LookupTable'}
local criterions = {'MSECriterion', 'ClassNLLCriterion'}
-- Views want elements one after another.
local gapless = {View = true}

local tolerance = {['torch.DoubleTensor'] = 1e-14, ['torch.FloatTensor'] = 1e-6}

-- A recorded tensor; `gaps` puts every element beside one that is not its neighbour.
local function tensor(type, recorded, gaps)
   local make, size = torch[type:sub(7)], {table.unpack(recorded.size)}
   local flat = make(recorded)
   if not gaps then return flat:resize(table.unpack(size)) end
   size[#size + 1] = 2
   return make():resize(table.unpack(size)):fill(77):select(#size, 2):copy(flat)
end

local function near(check, got, recorded, type, what)
   check.equal(got:dim(), #recorded.size, what .. ': dimensions')
   for d, n in ipairs(recorded.size) do check.equal(got:size(d), n, what .. ': size') end
   local values = got.new():resize(got:size()):copy(got):storage()
   check.equal(#values, #recorded, what .. ': elements')
   for i = 1, #recorded do
      check.near(values[i], recorded[i], tolerance[type] * math.max(1, math.abs(recorded[i])), what)
   end
end

local function layerCase(check, case, gaps)
   local layer = load('return ' .. case.make)():type(case.type)
   local parameters, gradients = layer:parameters()
   for i, recorded in ipairs(case.parameters) do parameters[i]:copy(tensor(case.type, recorded)) end
   local numbers = case.make:find 'LookupTable' and 'torch.LongTensor' or case.type
   local input = tensor(numbers, case.input, gaps)
   local what = case.make .. (gaps and ' with gaps' or '')
   torch.manualSeed(7)
   near(check, layer:forward(input), case.output, case.type, what .. ': output')
   layer:zeroGradParameters()
   local gradInput = layer:backward(input, tensor(case.type, case.gradOutput, gaps), 0.5)
   near(check, gradInput, case.gradInput, case.type, what .. ': gradInput')
   for i, recorded in ipairs(case.gradients) do near(check, gradients[i], recorded, case.type, what .. ': gradient') end
end

local function criterionCase(check, case, gaps)
   local criterion = load('return ' .. case.make)():type(case.type)
   local input = tensor(case.type, case.input, gaps)
   local numbers = case.make:find 'NLL' and 'torch.LongTensor' or case.type
   local target = tensor(numbers, case.target, gaps)
   local what = case.make .. (gaps and ' with gaps' or '')
   check.near(criterion:forward(input, target), case.loss, tolerance[case.type] * 10, what .. ': loss')
   near(check, criterion:backward(input, target), case.gradInput, case.type, what .. ': gradInput')
end

for _, list in ipairs {layers, criterions} do
   for _, class in ipairs(list) do
      test[class] = function(check)
         for _, case in ipairs(dofile('Tests/goldens/nn/' .. class .. '.lua')) do
            local run = case.loss and criterionCase or layerCase
            run(check, case)
            if not gapless[class] then run(check, case, true) end
         end
      end
   end
end

return test
