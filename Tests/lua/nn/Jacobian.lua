-- nn.Jacobian, nn.SparseJacobian, nn.hessian: they find what is wrong, and pass what is right.
require 'nn'
local test, Jacobian, SparseJacobian = {}, nn.Jacobian, nn.SparseJacobian

-- A linear layer whose gradients are wrong by a factor.
local function wrong(field, factor)
   local layer = nn.Linear(3, 2)
   function layer:updateGradInput(...)
      nn.Linear.updateGradInput(self, ...)
      return field == 'input' and self.gradInput:mul(factor) or self.gradInput
   end
   function layer:accGradParameters(input, gradOutput, scale)
      nn.Linear.accGradParameters(self, input, gradOutput, (scale or 1) * (field == 'weight' and factor or 1))
   end
   return layer
end

function test.matricesHaveARowForEachInput(check)
   local layer = nn.Linear(3, 2)
   local x = torch.Tensor {1, 2, 3}
   local forward, backward = Jacobian.forward(layer, x), Jacobian.backward(layer, x)
   check.equal(forward:size(1) * 10 + forward:size(2), 32)
   check.near(forward:dist(backward), 0, 1e-8)
   check.near(backward:dist(layer.weight:t()), 0, 1e-15)
   check.equal(x[2], 2)
   check.equal(Jacobian.forward(layer, x, layer.weight):size(1), 6)
   check.raises("nn.Jacobian.backward: expected the parameter's gradient, got nil", Jacobian.backward, layer, x, layer.weight)
   check.raises('nn.Jacobian.forward: expected contiguous elements, got 3x2', Jacobian.forward, layer, torch.Tensor(2, 3):t())
end

function test.rightOnesPass(check)
   torch.manualSeed(2)
   local layer, x = nn.Linear(3, 2), torch.Tensor(4, 3)
   check.near(Jacobian.testJacobian(layer, x), 0, 1e-6)
   check.near(Jacobian.testJacobianParameters(layer, x, layer.weight, layer.gradWeight), 0, 1e-6)
   check.near(Jacobian.testJacobianUpdateParameters(layer, x, layer.weight), 0, 1e-6)
   local forward, backward = Jacobian.testIO(layer, x)
   check.equal(forward + backward, 0)
   for way, err in pairs(Jacobian.testAllUpdate(layer, x, 'weight', 'gradWeight')) do check.near(err, 0, 1e-12, way) end
   Jacobian.testJacobian(layer, x, 5, 6)
   check.equal(x:min() >= 5 and x:max() < 6, true)
end

function test.wrongOnesAreFound(check)
   torch.manualSeed(2)
   local x = torch.Tensor(4, 3)
   check.equal(Jacobian.testJacobian(wrong('input', 1.1), x) > 1e-3, true)
   local layer = wrong('weight', 1.1)
   check.equal(Jacobian.testJacobianParameters(layer, x, layer.weight, layer.gradWeight) > 1e-3, true)
   check.equal(Jacobian.testJacobianUpdateParameters(layer, x, layer.weight) > 1e-3, true)
   -- A layer that forgets what it is when it is saved.
   local mul = nn.MulConstant(2)
   function nn.MulConstant:read(file) nn.Module.read(self, file); self.constant_scalar = 3 end
   local forward, backward = Jacobian.testIO(mul, x)
   nn.MulConstant.read = nil
   check.equal(forward > .1 and backward > .1, true)
end

function test.valuesOfPairsVary(check)
   torch.manualSeed(2)
   local layer, x = nn.PartialLinear(2, 3), torch.Tensor {{1, 5}, {2, 6}}
   check.equal(SparseJacobian.forward(layer, x):size(1), 2)
   check.near(SparseJacobian.testJacobian(layer, x), 0, 1e-6)
   check.equal(x[2][1], 2)
   local weight = layer:parameters()[1]
   local _, gradients = layer:parameters()
   check.near(SparseJacobian.testJacobianParameters(layer, x, weight, gradients[1]), 0, 1e-6)
   check.near(SparseJacobian.testJacobianUpdateParameters(layer, x, weight), 0, 1e-6)
   check.equal(SparseJacobian.testIO(layer, x), 0)
   check.raises('nn.SparseJacobian: expected an input of pairs, Nx2, got 3', SparseJacobian.testJacobian, layer, torch.Tensor(3))
end

-- In a state of its own: it changes the classes for good.
function test.secondDerivatives(check)
   local file = os.tmpname()
   local out = io.open(file, 'w')
   out:write [[
      require 'nn'
      assert(select('#', nn.Linear(1, 1):parameters()) == 2)
      nn.hessian.enable()
      nn.hessian.enable()
      local layer, x = nn.Linear(2, 2), torch.Tensor {5, 6}
      layer.weight:copy(torch.Tensor {1, 2, 3, 4})
      layer:initDiagHessianParameters()
      layer:forward(x)
      local h = layer:updateDiagHessianInput(x, torch.Tensor {1, 10})
      assert(h[1] == 91 and h[2] == 164)
      layer:accDiagHessianParameters(x, torch.Tensor {1, 10})
      assert(layer.diagHessianWeight[2][2] == 360 and layer.diagHessianBias[2] == 10)
      assert(layer.weight[2][2] == 4 and layer.gradWeight:norm() == 0)
      local _, _, second = layer:getParameters()
      assert(second:nElement() == 6 and second[4] == 360)
      local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Tanh()):add(nn.Linear(2, 1))
      net:initDiagHessianParameters()
      net:forward(x)
      local first = net:updateDiagHessianInput(x, torch.Tensor {1})
      assert(first == net.modules[1].diagHessianInput)
      net:accDiagHessianParameters(x, torch.Tensor {1})
      assert(#select(3, net:parameters()) == 4)
      assert(nn.Jacobian.testDiagHessianInput(nn.Linear(3, 2), torch.Tensor(4, 3)) < 1e-10)
      assert(nn.Jacobian.testDiagHessianWeight(nn.Linear(3, 2), torch.Tensor(4, 3)) < 1e-10)
      assert(nn.Jacobian.testDiagHessianBias(nn.Linear(3, 2), torch.Tensor(4, 3)) < 1e-10)
      local conv = nn.SpatialConvolution(2, 3, 2, 2)
      assert(nn.Jacobian.testDiagHessianInput(conv, torch.Tensor(2, 3, 3)) < 1e-10)
      assert(nn.Jacobian.testDiagHessianWeight(conv, torch.Tensor(2, 3, 3)) < 1e-10)
      local t = nn.Tanh()
      t:forward(torch.Tensor {.5})
      assert(math.abs(t:updateDiagHessianInput(torch.Tensor {.5}, torch.Tensor {1})[1] - 0.61850003668725) < 1e-12)
      assert(nn.MSECriterion():updateDiagHessianInput(torch.Tensor {1, 2})[1] == 1)
      local ok, message = pcall(function() nn.ReLU():updateDiagHessianInput(x, x) end)
      assert(message:find('nn.ReLU: expected updateDiagHessianInput to be defined', 1, true))
      print 'well'
   ]]
   out:close()
   local pipe = io.popen(('%s %s 2>&1'):format(arg[-1], file))
   local text = pipe:read '*a'
   pipe:close()
   os.remove(file)
   check.equal((text:gsub('%s', '')), 'well')
end

return test
