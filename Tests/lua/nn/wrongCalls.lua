-- Methods that every module has, with what they cannot take.
require 'nn'
local test = {}

function test.cachesAreTables(check)
   local net = nn.Sequential():add(nn.Linear(2, 2))
   check.raises('nn.utils.recursiveType: expected a table as the cache, got number', net.float, net, 3)
   check.raises("nn.Module.type: expected the name of a tensor type, such as 'torch.FloatTensor', got nil",
      nn.utils.recursiveType, torch.Tensor(2))
   check.raises("nn.Module.type: expected the name of a tensor type, such as 'torch.FloatTensor', got text",
      nn.utils.recursiveType, torch.Tensor(2), 'text', {})
end

function test.callbacks(check)
   local net = nn.Sequential():add(nn.Tanh())
   local what = 'nn.Sequential: expected a function to call with each module, got '
   check.raises(what .. 'nil', net.apply, net)
   check.raises(what .. 'table', net.apply, net, {})
   check.raises(what .. 'x', net.applyToModules, net, 'x')
   check.raises('nn.Sequential: expected a function that says what takes the place of each module, got 3', net.replace,
      net, 3)
   -- What can be called is one.
   local seen = 0
   net:apply(setmetatable({}, {__call = function() seen = seen + 1 end}))
   check.equal(seen, 2)
end

function test.onlyModulesTakeThePlaceOfModules(check)
   local net = nn.Sequential():add(nn.Tanh())
   check.raises('nn.Tanh: expected a module, got nil', net.replace, net,
      function(module) return torch.type(module) == 'nn.Sequential' and module or nil end)
   check.equal(torch.type(net:get(1)), 'nn.Tanh', 'what was there')
end

function test.whatComputesNothingIsNoLayer(check)
   for _, wrong in ipairs {{}, nn.MSECriterion(), torch.Tensor(1)} do
      local name = torch.isTensor(wrong) and '1' or torch.type(wrong)
      check.raises('nn.Sequential: expected a module, got ' .. name, function() nn.Sequential():add(wrong) end)
   end
   -- A table with a method is enough.
   local own = {updateOutput = function(_, x) return x end}
   check.equal(nn.Sequential():add(own):forward(3), 3)
end

function test.sharing(check)
   local layer, other = nn.Linear(2, 2), nn.Linear(2, 2)
   check.raises('nn.Linear: expected a module to share with, got nil', layer.share, layer, nil, 'weight')
   check.raises('nn.Linear: expected a tensor as weight, got nil', layer.share, layer, nn.Tanh(), 'weight')
   check.raises('nn.Linear: expected weight (DoubleTensor), got FloatTensor', layer.share, layer, other:float(), 'weight')
   local net = nn.Sequential():add(layer)
   check.raises('nn.Sequential: expected a container to share with, got nn.Linear', net.share, net, layer, 'weight')
end

function test.numbers(check)
   local layer = nn.Linear(2, 2)
   layer:forward(torch.ones(2))
   check.raises('nn.Linear: expected a standard deviation, got x', layer.reset, layer, 'x')
   check.raises('nn.Linear: expected a learning rate, got nil', layer.accUpdateGradParameters, layer, torch.ones(2),
      torch.ones(2))
   check.raises('nn.SpatialConvolution: expected a number as dW, got table', nn.SpatialConvolution, 1, 1, 1, 1, {})
   check.raises('nn.LookupTable: expected a standard deviation, got nan', function() nn.LookupTable(2, 2):reset(0 / 0) end)
end

function test.functionsOfTensors(check)
   check.raises('nn.utils.contiguousView: expected a tensor, got nil', nn.utils.contiguousView)
   check.raises('nn.utils.contiguousView: expected a tensor for the result, got number', nn.utils.contiguousView, 3,
      torch.Tensor(2), 2)
   check.raises('nn.utils.clear: expected a module, got string', nn.utils.clear, 'output')
   check.raises('nn.utils.renew: expected a module, got nil', nn.utils.renew)
   check.raises('nn.utils.clear: expected names of fields, got number', nn.utils.clear, {}, 0 / 0)
   check.raises('nn.Module.flatten: expected a table of tensors, got nil', nn.Module.flatten)
   check.raises('nn.Module.flatten: expected a table of tensors, got nn.Sequential', nn.Module.flatten,
      nn.Sequential():add(nn.Tanh()))
end

return test
