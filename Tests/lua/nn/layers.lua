-- What single layers accept, keep and refuse, beyond their numbers (goldens.lua).
require 'nn'
local test = {}

function test.viewsShareElements(check)
   local view, x = nn.View(2, 2), torch.Tensor(3, 4):fill(1)
   local output = view:forward(x)
   check.equal(output:storage(), x:storage())
   check.equal(rawequal(output, view:forward(x)), true)
   output[3][2][2] = 7
   check.equal(x[3][4], 7)
   check.equal(view:backward(x, torch.Tensor(3, 2, 2)):size(2), 4)
end

local function extent(t)
   local sizes = {}
   for d = 1, t:dim() do sizes[d] = ('%d'):format(t:size(d)) end
   return table.concat(sizes, 'x')
end

function test.viewsFindTheBatch(check)
   local function size(view, ...) return extent(view:forward(torch.Tensor(...))) end
   check.equal(size(nn.View(6), 2, 3), '6')
   check.equal(size(nn.View(6), 1, 2, 3), '6')
   check.equal(size(nn.View(6), 5, 2, 3), '5x6')
   check.equal(size(nn.View(6):setNumInputDims(2), 1, 2, 3), '1x6')
   check.equal(size(nn.View(-1), 2, 3), '6')
   check.equal(size(nn.View(-1):setNumInputDims(1), 2, 3), '2x3')
   check.equal(size(nn.View(3, -1):setNumInputDims(2), 2, 3, 4), '2x3x4')
   check.equal(size(nn.View(2, -1), 4, 3), '2x6')
   check.equal(size(nn.View(2), 2, 2, 2), '4x2')
   check.equal(tostring(nn.View(2, 3):resetSize(torch.LongStorage {6})), 'nn.View(6)')
end

function test.viewsRefuse(check)
   local view = nn.View(2, 2)
   check.raises('nn.View: size mismatch: expected input of whole 2x2, got 3x3', view.forward, view, torch.Tensor(3, 3))
   check.raises('nn.View: expected input with contiguous elements, got a view with gaps of size 4x4',
      view.forward, view, torch.Tensor(4, 4):t())
   check.raises('nn.View: size mismatch: expected gradOutput of as many elements as 3x4, got 3x5',
      view.backward, view, torch.Tensor(3, 4), torch.Tensor(3, 5))
   check.raises('nn.View: expected input (DoubleTensor), got FloatTensor', view.forward, view, torch.FloatTensor(4))
   check.raises('nn.View: expected sizes of 0 or more and one -1 at most, got -1', nn.View, -1, -1)
   check.raises('nn.View: expected sizes of 0 or more and one -1 at most, got -2', nn.View, -2)
   check.raises('nn.View: size mismatch: expected input of whole 2x0, got 2', function() nn.View(2, 0):forward(torch.Tensor(2)) end)
   check.raises('nn.View: size mismatch: expected input of whole 2, got no elements', function() nn.View(2):forward(torch.Tensor()) end)
end

function test.reshapeCopiesOnlyWhatHasGaps(check)
   local layer, x = nn.Reshape(4), torch.Tensor(2, 2):fill(1)
   check.equal(layer:forward(x):storage(), x:storage())
   check.equal(layer._input, nil)
   layer = nn.Reshape(2, 2)
   x = torch.Tensor {{1, 2}, {3, 4}, {5, 6}, {7, 8}}:t()
   check.equal(layer:forward(x)[1][2][1], 5)
   check.equal(layer._input:size(1), 2)
   check.equal(extent(layer:backward(x, torch.Tensor(2, 2, 4):narrow(3, 1, 2))), '2x4')
   check.equal(layer:clearState()._input:dim(), 0)
end

function test.reshapeFindsTheBatch(check)
   local function size(layer, ...) return extent(layer:forward(torch.Tensor(...))) end
   check.equal(size(nn.Reshape(2, 2), 3, 4), '3x2x2')
   check.equal(size(nn.Reshape(2, 2), 4), '2x2')
   check.equal(size(nn.Reshape(2, 2), 1, 4), '1x2x2')
   check.equal(size(nn.Reshape(2, 2, false), 1, 4), '2x2')
   check.equal(size(nn.Reshape(2, 2, true), 1, 4), '1x2x2')
   check.raises('nn.Reshape: size mismatch: expected input of size 3x2x2, got 3x3', size, nn.Reshape(2, 2), 3, 3)
   check.raises('nn.Reshape: expected a tensor, got nil', nn.Reshape(1).forward, nn.Reshape(1))
   check.raises('nn.Reshape: expected sizes, got a', nn.Reshape, 'a')
end

function test.thresholdInPlaceOverwrites(check)
   local layer, x, g = nn.ReLU(true), torch.Tensor {-1, 0, 2}, torch.Tensor {1, 1, 1}
   check.equal(layer:forward(x):storage(), x:storage())
   check.equal(x[1] + x[3], 2)
   check.equal(layer:backward(x, g):storage(), g:storage())
   check.equal(g:sum(), 1)
   check.raises('nn.Threshold: expected a value up to the threshold for working in place, got 2', nn.Threshold, 1, 2, true)
   check.raises('nn.Threshold: expected inplace to be true or false, got 3', nn.Threshold, 1, 2, 3)
   check.raises('nn.Threshold: expected a number as threshold, got a', nn.Threshold, 'a')
   check.raises('nn.Threshold: size mismatch: expected gradOutput of size 3, got 2', layer.backward, layer, x, torch.Tensor(2))
end

function test.nanIsNotAboveAThreshold(check)
   check.equal(nn.ReLU():forward(torch.Tensor {0 / 0})[1], 0)
end

function test.nanStaysInPlaceAtAThreshold(check)
   for _, kind in ipairs {'Float', 'Double'} do
      local layer, x = nn.Threshold(.5, -2, true):type(('torch.%sTensor'):format(kind)), torch[kind .. 'Tensor'](40):fill(0 / 0)
      x:narrow(1, 1, 19):fill(1)
      x[20] = .5
      local output = layer:forward(x)
      check.equal(output[19], 1)
      check.equal(output[20], -2)
      check.equal(output[21] ~= output[21] and output[40] ~= output[40], true, 'nan stays')
      local gradient = layer:backward(x, x:clone():fill(3))
      check.equal(gradient[1], 3)
      check.equal(gradient[20], 0)
      check.equal(gradient[40], 3)
   end
end

function test.dropoutDrawsAsTheOriginal(check)
   torch.manualSeed(1)
   local layer, x = nn.Dropout(.5), torch.Tensor(6):fill(1)
   local output = layer:forward(x)
   for i, value in ipairs {2, 0, 0, 0, 2, 2} do check.equal(output[i], value) end
   check.equal(layer:backward(x, x)[5], 2)
   layer:evaluate()
   check.equal(layer:forward(x)[2], 1)
   check.equal(layer:backward(x, x)[2], 1)
   layer = nn.Dropout(.5, false, true)
   check.equal(layer:forward(x):storage(), x:storage())
   layer = nn.Dropout(.5, true)
   layer:evaluate()
   check.equal(layer:forward(torch.Tensor {1})[1], .5)
   torch.manualSeed(1)
   layer = nn.Dropout(.5, false, false, true)
   layer:evaluate()
   check.equal(layer:forward(torch.Tensor {1, 1})[2], 0)
   for _, p in ipairs {1, -1, 0 / 0, 'a'} do
      check.raises('nn.Dropout: expected a probability from 0 to below 1', nn.Dropout, p)
      check.raises('nn.Dropout: expected a probability from 0 to below 1', layer.setp, layer, p)
   end
   check.raises('nn.Dropout: expected a tensor, got nil', layer.forward, layer)
end

function test.identityHandsOnTheSameObjects(check)
   local layer, x = nn.Identity(), {torch.Tensor {1}}
   check.equal(rawequal(layer:forward(x), x), true)
   check.equal(rawequal(layer:backward(x, x), x), true)
   layer:clearState()
   check.equal(#x, 1)
   check.equal(#layer.output, 0)
end

function test.softMaxRefuses(check)
   for _, name in ipairs {'SoftMax', 'LogSoftMax'} do
      local layer = nn[name]()
      check.raises(('nn.%s: size mismatch: expected input of 1 to 4 dimensions, got 1x1x1x1x1'):format(name),
         layer.forward, layer, torch.Tensor(1, 1, 1, 1, 1))
      check.raises(('nn.%s: size mismatch: expected input of 1 to 4 dimensions, got no elements'):format(name),
         layer.forward, layer, torch.Tensor())
      layer:forward(torch.Tensor(4))
      check.raises(('nn.%s: size mismatch: expected gradOutput of size 4, got 3'):format(name),
         layer.backward, layer, torch.Tensor(4), torch.Tensor(3))
   end
   check.equal(nn.SoftMax():forward(torch.Tensor {1000, -1000})[1], 1)
   check.equal(nn.LogSoftMax():forward(torch.Tensor {1000, -1000})[2], -2000)
end

function test.everyLayerRefusesWhatIsNoTensor(check)
   for name, layer in pairs {
      Linear = nn.Linear(2, 2), View = nn.View(2), Reshape = nn.Reshape(2), ReLU = nn.ReLU(), Tanh = nn.Tanh(),
      Sigmoid = nn.Sigmoid(), SoftMax = nn.SoftMax(), LogSoftMax = nn.LogSoftMax(), Dropout = nn.Dropout(),
      LookupTable = nn.LookupTable(2, 2),
   } do
      for _, wrong in ipairs {3, 'x', {}, true, print, torch.IntTensor and torch.IntTensor(2) or false} do
         if not (name == 'LookupTable' and torch.isTensor(wrong)) and not (name == 'Dropout' and torch.isTensor(wrong))
            and not (name == 'Reshape' and torch.isTensor(wrong)) then
            check.raises('nn.', layer.forward, layer, wrong)
         end
      end
      check.raises('nn.', layer.forward, layer)
   end
end

function test.lookupTablesRefuse(check)
   local table_ = nn.LookupTable(4, 2)
   local function raises(message, ...) check.raises('nn.LookupTable: ' .. message, table_.forward, table_, ...) end
   raises('index out of range: expected indices from 1 to 4, got 5', torch.LongTensor {1, 5})
   raises('index out of range: expected indices from 1 to 4, got 0', torch.LongTensor {0})
   raises('size mismatch: expected input of size N or N1xN2, got 1x1x1', torch.LongTensor(1, 1, 1):fill(1))
   raises('expected a tensor of indices, got nil')
   local x = torch.LongTensor {1, 2, 2}
   table_:forward(x)
   check.raises('nn.LookupTable: size mismatch: expected gradOutput of size 3x2, got 2x2', table_.backward, table_, x, torch.Tensor(2, 2))
   check.raises('nn.LookupTable: expected a number of vectors, got 0', nn.LookupTable, 0, 1)
   table_:setMaxNorm(1):setNormType(-1)
   raises('expected a norm of order above 0, got -1', x)
end

function test.lookupTablesTakeAnyNumbers(check)
   local table_ = nn.LookupTable(4, 2)
   check.equal(table_:forward(torch.Tensor {1.5, 2})[1][1], table_.weight[1][1])
   check.equal(table_._input[1], 1)
   check.equal(table_.copiedInput, true)
   table_:float()
   check.equal(torch.type(table_._input), 'torch.LongTensor')
   check.equal(torch.type(table_._count), 'torch.IntTensor')
end

-- Recorded from the original.
function test.lookupTablesAreDrawnAsTheOriginals(check)
   torch.manualSeed(1)
   local table_ = nn.LookupTable(4, 2)
   check.near(table_.weight[1][1], -2.9718290309304063, 1e-13)
   check.near(table_.weight[2][2], -2.2820224170301482, 1e-13)
end

function test.lookupTablesStep(check)
   local table_, x = nn.LookupTable(3, 2), torch.LongTensor {1, 1}
   table_.weight:fill(1)
   table_:forward(x)
   table_:accUpdateGradParameters(x, torch.Tensor(2, 2):fill(1), .5)
   check.equal(table_.weight[1][2], 0)
   check.equal(table_.weight[2][2], 1)
   check.equal(table_:accUpdateOnly().gradWeight, nil)
   table_:accUpdateGradParameters(torch.LongTensor {2}, torch.Tensor(1, 2):fill(1), .5)
   check.equal(table_.weight[2][1], .5)
end

return test
