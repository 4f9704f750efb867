-- Layers that take or make tables: what they keep and refuse, beyond their numbers (goldens.lua).
require 'nn'
local test = {}

local function tensor(...) return torch.Tensor {...} end

function test.resultsAreTheSameObjects(check)
   for _, name in ipairs {'CAddTable', 'CSubTable', 'CMulTable', 'CDivTable', 'CMaxTable', 'CMinTable'} do
      local layer, x = nn[name](), {tensor(1, 2), tensor(3, 4)}
      local output = layer:forward(x)
      check.equal(rawequal(output, layer.output), true, name)
      check.equal(rawequal(layer:forward(x), output), true, name)
      local gradInput = layer:backward(x, tensor(1, 1))
      check.equal(rawequal(gradInput, layer.gradInput), true, name)
      local first = gradInput[1]
      check.equal(rawequal(layer:backward(x, tensor(1, 1))[1], first), true, name)
      -- Fewer tensors than before leave none behind.
      if name ~= 'CSubTable' and name ~= 'CDivTable' then
         layer:forward {tensor(1)}
         check.equal(#layer:backward({tensor(1)}, tensor(1)), 1, name)
      end
      layer:clearState()
      check.equal(layer.output:dim() + #layer.gradInput, 0, name)
   end
end

function test.elementsAreRefused(check)
   for _, name in ipairs {'CAddTable', 'CSubTable', 'CMulTable', 'CDivTable', 'CMaxTable', 'CMinTable'} do
      local layer = nn[name]()
      local function raises(message, ...) check.raises(('nn.%s: %s'):format(name, message), layer.forward, layer, ...) end
      raises('expected a table of', tensor(1))
      raises('expected a table of', nil)
      raises('expected a tensor as number 1 of the table, got nil', {})
      raises('expected a tensor as number 2 of the table, got 3', {tensor(1), 3})
      raises('expected number 2 of the table (DoubleTensor), got FloatTensor', {tensor(1), torch.FloatTensor {1}})
      raises('expected input (DoubleTensor), got FloatTensor', {torch.FloatTensor {1}, torch.FloatTensor {1}})
      check.raises(('nn.%s: size mismatch: expected input of as many elements as 2, got 3'):format(name),
         layer.forward, layer, {tensor(1, 2), tensor(1, 2, 3)})
      local x = {tensor(1, 2), tensor(3, 4)}
      layer:forward(x)
      check.raises(('nn.%s: size mismatch: expected gradOutput of as many elements as 2, got 1'):format(name),
         layer.backward, layer, x, tensor(1))
   end
end

function test.sumsInPlaceUseTheFirst(check)
   local layer, x = nn.CAddTable(true), {tensor(1, 2), tensor(3, 4), tensor(5, 6)}
   check.equal(layer:forward(x):storage(), x[1]:storage())
   check.equal(x[1][2], 12)
   local g = tensor(7, 8)
   for _, gradient in ipairs(layer:backward(x, g)) do check.equal(gradient:storage(), g:storage()) end
end

function test.productsKnowZero(check)
   local layer, x = nn.CMulTable(), {tensor(0, 2), tensor(3, 4), tensor(5, 6)}
   layer:forward(x)
   check.equal(layer:backward(x, tensor(1, 1))[1][1], 15)
   local efficient = layer:updateGradInput_efficient(x, tensor(1, 1))
   check.equal(efficient[1][2], 24)
   check.equal(efficient[1][1] ~= efficient[1][1], true)
end

function test.extremesSayWhereTheyAreFrom(check)
   local layer = nn.CMaxTable()
   layer:forward {tensor(1, 5, 2), tensor(1, 6, 0)}
   for i, from in ipairs {1, 2, 1} do check.equal(layer.maxIdx[i], from) end
   layer = nn.CMinTable()
   layer:forward {tensor(1, 5, 2), tensor(1, 6, 0)}
   for i, from in ipairs {1, 1, 2} do check.equal(layer.minIdx[i], from) end
end

-- A layer that has not been converted joins what has another type, as the original's does.
function test.otherTypesAreJoined(check)
   local layer, input = nn.JoinTable(1, 1), {torch.FloatTensor {{1, 2}}, torch.FloatTensor {{3}}}
   local output = layer:forward(input)
   check.equal(torch.type(output), 'torch.DoubleTensor')
   check.equal(table.concat(output:view(-1):totable(), ' '), '1 2 3')
   local gradients = layer:backward(input, torch.Tensor {{4, 5, 6}})
   check.equal(torch.type(gradients[1]), 'torch.FloatTensor')
   check.equal(gradients[1][1][2] == 5 and gradients[2][1][1] == 6, true)
   check.equal(layer:backward(input, torch.FloatTensor {{4, 5, 6}})[2][1][1], 6)
   check.raises('nn.JoinTable: expected gradOutput (FloatTensor), got LongTensor', layer.backward, layer, input,
      torch.LongTensor {{4, 5, 6}})
end

function test.joiningRefuses(check)
   local layer = nn.JoinTable(1)
   layer:forward {torch.Tensor(2, 3), torch.Tensor(1, 3)}
   check.equal(layer.size[1], 3)
   check.raises('nn.JoinTable: size mismatch: expected inputs of one size but for dimension 1, got 2x2',
      layer.forward, layer, {torch.Tensor(2, 3), torch.Tensor(2, 2)})
   check.raises('nn.JoinTable: expected a dimension from 1 to 1, got 2', function() nn.JoinTable(2):forward {tensor(1)} end)
   check.raises('nn.JoinTable: expected a dimension, counted from 1 or from -1 backwards, got nil', nn.JoinTable)
   check.raises('nn.JoinTable: expected a dimension, counted from 1 or from -1 backwards, got 0', nn.JoinTable, 0)
   check.raises('nn.JoinTable: size mismatch: expected gradOutput of size 3x3, got 3x2',
      layer.backward, layer, {torch.Tensor(2, 3), torch.Tensor(1, 3)}, torch.Tensor(3, 2))
   layer:backward({torch.Tensor(2, 3), torch.Tensor(1, 3)}, torch.Tensor(3, 3))
   check.equal(#layer:float().gradInput, 0)
end

function test.slicesShareElements(check)
   local layer, x = nn.SplitTable(1), torch.Tensor(2, 3):fill(1)
   local slices = layer:forward(x)
   slices[2][3] = 7
   check.equal(x[2][3], 7)
   -- A new table each time: a script may keep the last.
   check.equal(rawequal(layer:forward(x), slices), false)
   check.raises('nn.SplitTable: size mismatch: expected number 2 of the table of as many elements as 3, got 1',
      layer.backward, layer, x, {torch.Tensor(3), torch.Tensor(1)})
   -- Numbers, where a vector is split, have gradients as well.
   check.equal(layer:forward(tensor(4, 5))[2], 5)
   check.equal(layer:backward(tensor(4, 5), {2, 3})[2], 3)
end

function test.selectionIsByNumberOrName(check)
   local x = {a = tensor(1), b = {tensor(2)}}
   local layer = nn.SelectTable 'b'
   check.equal(rawequal(layer:forward(x), x.b), true)
   local gradInput = layer:backward(x, {tensor(5)})
   check.equal(gradInput.b[1][1], 5)
   check.equal(gradInput.a[1], 0)
   check.equal(layer:backward({b = x.b}, {tensor(5)}).a, nil)
   check.equal(tostring(layer), 'nn.SelectTable(b)')
   check.equal(tostring(nn.SelectTable(-1)), 'nn.SelectTable(-1)')
   check.raises('nn.SelectTable: expected an index that exists in the input table, got 3',
      function() nn.SelectTable(3):forward {tensor(1)} end)
   check.raises('nn.SelectTable: expected gradOutput like what it is for, table, got torch.DoubleTensor',
      layer.backward, layer, x, tensor(1))
   check.raises('nn.SelectTable: expected an index, a number or a name, got nil', nn.SelectTable)
   layer:clearState()
   check.equal(#x.b, 1)
end

function test.narrowingEndsWithTheTable(check)
   local layer = nn.NarrowTable(2, 2)
   local output = layer:forward {tensor(1), tensor(2), tensor(3)}
   check.equal(#output, 2)
   check.equal(rawequal(layer:forward {tensor(1), tensor(2)}, output), true)
   check.equal(#output, 1)
   check.equal(#layer:backward({tensor(1), tensor(2)}, {tensor(4)}), 2)
   check.equal(layer.gradInput[1][1], 0)
   check.raises('nn.NarrowTable: expected the number of the first entry, got 0', nn.NarrowTable, 0)
   layer:clearState()
   check.equal(#layer.output + #layer.gradInput, 0)
end

function test.flatteningKeepsItsMap(check)
   local layer, x = nn.FlattenTable(), {tensor(1), {tensor(2), {tensor(3)}}}
   local output, map = layer:forward(x), layer.input_map
   check.equal(map[2][2][1], 3)
   check.equal(rawequal(layer:forward(x), output) and rawequal(layer.input_map, map), true)
   local gradients = {tensor(4), tensor(5), tensor(6)}
   check.equal(rawequal(layer:backward(x, gradients)[2][2][1], gradients[3]), true)
   x[2][2][2] = tensor(7)
   check.equal(#layer:forward(x), 4)
   check.raises('nn.FlattenTable: expected 4 gradients, got 3', layer.backward, layer, x, gradients)
   x[2] = nil
   check.equal(#layer:forward(x), 1)
   check.raises('nn.FlattenTable: expected a table as input, got 3', layer.forward, layer, 3)
   check.equal(#layer:float().output, 0)
end

function test.mixturesRefuse(check)
   local layer = nn.MixtureTable()
   check.raises('nn.MixtureTable: size mismatch: expected a gater with a number for each of 3 experts, got 2',
      layer.forward, layer, {tensor(1, 2), {tensor(1), tensor(2), tensor(3)}})
   check.raises('nn.MixtureTable: size mismatch: expected experts of size 1, got 2',
      layer.forward, layer, {tensor(1, 2), {tensor(1), tensor(2, 3)}})
   check.raises('nn.MixtureTable: expected a dimension from 1 to 2, got 3',
      function() nn.MixtureTable(3):forward {tensor(1), torch.Tensor(1, 2)} end)
   check.raises('nn.MixtureTable: size mismatch: expected experts for a batch of 2, got 3x2',
      layer.forward, layer, {torch.Tensor(2, 1), {torch.Tensor(3, 2)}})
end

function test.pairsRefuse(check)
   for _, layer in ipairs {nn.PairwiseDistance(2), nn.DotProduct(), nn.CosineDistance()} do
      local name = torch.type(layer)
      check.raises(name .. ': expected a table of 2 tensors', layer.forward, layer, tensor(1))
      check.raises(name .. ': size mismatch: expected input of size 2, got 3',
         layer.forward, layer, {tensor(1, 2), tensor(1, 2, 3)})
      check.raises(name .. ': size mismatch: expected input of 1 to 2 dimensions, got 1x1x1',
         layer.forward, layer, {torch.Tensor(1, 1, 1), torch.Tensor(1, 1, 1)})
      layer:forward {tensor(1, 2), tensor(3, 4)}
      check.raises(name .. ': size mismatch: expected gradOutput of', layer.backward, layer,
         {tensor(1, 2), tensor(3, 4)}, tensor(1, 2))
      local x, y = torch.Tensor(4, 3):uniform(), torch.Tensor(4, 3):uniform()
      layer:forward {x, y}
      layer:clearState()
      check.equal(layer.output:dim(), 0)
      check.equal(layer:forward({x, y}):size(1), 4)
   end
   check.raises('nn.PairwiseDistance: expected an order p, got x', nn.PairwiseDistance, 'x')
end

-- Differences, through layers that make a table of one tensor.
function test.gradientsAgreeWithDifferences(check)
   torch.manualSeed(5)
   for name, layer in pairs {
      CAddTable = nn.CAddTable(), CSubTable = nn.CSubTable(), CMulTable = nn.CMulTable(), CMaxTable = nn.CMaxTable(),
      CMinTable = nn.CMinTable(), CosineDistance = nn.CosineDistance(), DotProduct = nn.DotProduct(),
      PairwiseDistance1 = nn.PairwiseDistance(1), PairwiseDistance2 = nn.PairwiseDistance(2),
      PairwiseDistance4 = nn.PairwiseDistance(4), JoinTable = nn.JoinTable(2),
   } do
      local net = nn.Sequential():add(nn.SplitTable(1)):add(layer)
      check.near(nn.Jacobian.testJacobian(net, torch.Tensor(2, 3, 4)), 0, 1e-5, name)
   end
   local divided = nn.Sequential():add(nn.SplitTable(1)):add(nn.CDivTable())
   check.near(nn.Jacobian.testJacobian(divided, torch.Tensor(2, 3, 4), .5, 2), 0, 1e-6, 'CDivTable')
end

return test
