-- Steps in one call against the networks that they stand for: a module with a method of its own, which does nothing
-- else, lets its network run as it is.
require 'rnn'
local networks = require 'rnn.networks'
local test = {}

local function unfused(module)
   local network = module.recurrentModule
   network.updateOutput = nn.Sequential.updateOutput
   return module
end

local function near(check, got, expected, tolerance, what)
   check.equal(table.concat(got:size():totable(), 'x'), table.concat(expected:size():totable(), 'x'), what)
   check.near((got - expected):abs():max(), 0, tolerance, what)
end

local makers = {
   FastLSTM = function() return nn.FastLSTM(3, 5) end,
   GRU = function() return nn.GRU(3, 5) end,
   LSTM = function() return nn.LSTM(3, 5) end,
   ['LSTM without peepholes'] = function() return nn.LSTM(3, 5, nil, false) end,
}
local types = {['torch.DoubleTensor'] = 1e-12, ['torch.FloatTensor'] = 2e-6}

-- Two sequences of steps, forward and back, with all that scripts look at.
local function compare(check, one, other, size, kind, tolerance, what)
   local width = table.remove(size)
   local lead = size
   local function random(n)
      local all = {table.unpack(lead)}
      all[#all + 1] = n
      return torch.randn(torch.LongStorage(all)):type(kind)
   end
   one:zeroGradParameters()
   other:zeroGradParameters()
   for sequence, steps in ipairs {4, 3} do
      one:forget()
      other:forget()
      local inputs, gradients = {}, {}
      for step = 1, steps do
         inputs[step], gradients[step] = random(width), random(5)
         near(check, one:forward(inputs[step]), other:forward(inputs[step]), tolerance, what .. ': output')
         if one.cells[step] then near(check, one.cells[step], other.cells[step], tolerance, what .. ': cell') end
      end
      for step = 1, steps do
         near(check, one.outputs[step], other.outputs[step], tolerance, what .. ': outputs')
      end
      for step = steps, 1, -1 do
         local scale = sequence == 1 and 1 or .5
         near(check, one:backward(inputs[step], gradients[step], scale), other:backward(inputs[step], gradients[step], scale),
            tolerance * 10, what .. ': gradInput')
         near(check, one.gradOutputs[step - 1], other.gradOutputs[step - 1], tolerance * 10, what .. ': gradient of the state')
      end
   end
   local _, ones = one:parameters()
   local _, others = other:parameters()
   for i, g in ipairs(ones) do near(check, g, others[i], tolerance * 50, what .. ': gradient ' .. i) end
end

for name, make in pairs(makers) do
   test[name .. ' is its network'] = function(check)
      for kind, tolerance in pairs(types) do
         for _, size in ipairs {{3}, {1, 3}, {4, 3}, {70, 3}} do
            local one = make():type(kind)
            local other = unfused(one:clone())
            check.equal(networks.recognize(one.recurrentModule) ~= nil, true, name .. ' is known')
            check.equal(networks.recognize(other.recurrentModule), nil, name .. ' with a method of its own')
            compare(check, one, other, size, kind, tolerance, name .. ' ' .. kind)
         end
      end
   end

   test[name .. ' in evaluation overwrites its output'] = function(check)
      local one = make()
      local other = unfused(one:clone())
      one:evaluate()
      other:evaluate()
      local first
      for step = 1, 4 do
         local x = torch.randn(2, 3)
         local output = one:forward(x)
         near(check, output, other:forward(x), 1e-13, 'step ' .. step)
         first = first or output
         check.equal(output, first, 'the same tensor')
      end
   end

   test[name .. ' with other parts runs as it is'] = function(check)
      local module = make()
      local linear, state = module.i2g, module.o2g
      if not linear then
         local parts = select(2, networks.recognize(module.recurrentModule))
         linear, state = parts.ix, parts.ih
      end
      -- Frozen, as scripts do it.
      linear.accGradParameters = function() end
      local x = torch.randn(2, 3)
      module:zeroGradParameters()
      module:forward(x)
      module:backward(x, torch.randn(2, 5))
      check.equal(linear.gradWeight:clone():abs():max(), 0, 'frozen')
      check.equal(state.gradWeight:clone():abs():max() >= 0, true)
      for _, change in ipairs {
         function(network) network:add(nn.Identity()) end,
         function(network) network:get(1).modules[2] = nn.Identity() end,
         function() linear.bias, linear.weight = nil, torch.randn(7, 3) end,
      } do
         local other = make()
         local _, parts = networks.recognize(other.recurrentModule)
         linear = parts.i2g or parts.ix
         change(other.recurrentModule)
         check.equal(networks.recognize(other.recurrentModule), nil)
      end
   end

   test[name .. ' says what it takes'] = function(check)
      local module = make()
      module:forward(torch.randn(2, 3))
      check.raises('size mismatch: expected input of step 1 of size 3 or Nx3, got 2x4', function()
         make():forward(torch.randn(2, 4))
      end)
      check.raises('expected a batch of 2 at step 2, as in the state before it, got 5x3', module.forward, module,
         torch.randn(5, 3))
      local ok = pcall(module.backward, module, torch.randn(2, 3), torch.randn(2, 4))
      check.equal(ok, false)
   end

   test[name .. ' may be copied between forward and backward'] = function(check)
      local x, gradOutput = torch.randn(2, 3), torch.randn(2, 5)
      for _, method in ipairs {'updateGradInput', 'accGradParameters'} do
         local module = make()
         module:zeroGradParameters()
         module:forward(x)
         if method == 'accGradParameters' then module:updateGradInput(x, gradOutput) end
         for _, copy in ipairs {module:clone(), torch.deserialize(torch.serialize(module))} do
            local expected = module:clone()
            if method == 'updateGradInput' then
               near(check, copy:updateGradInput(x, gradOutput), expected:updateGradInput(x, gradOutput), 1e-12, method)
            end
            copy:accGradParameters(x, gradOutput)
            local whole = make()
            for i, p in ipairs((module:parameters())) do whole:parameters()[i]:copy(p) end
            whole:zeroGradParameters()
            whole:forward(x)
            whole:backward(x, gradOutput)
            local _, gradients = copy:parameters()
            local _, wholes = whole:parameters()
            for i, g in ipairs(gradients) do near(check, g, wholes[i], 1e-12, method .. ': gradient ' .. i) end
         end
      end
   end

   test[name .. ' changes its type between sequences'] = function(check)
      local module = make()
      local x, gradOutput = torch.randn(2, 3), torch.randn(2, 5)
      local before = module:forward(x):clone()
      module:backward(x, gradOutput)
      module:float()
      module:forget()
      check.equal(torch.type(module:forward(x:float())), 'torch.FloatTensor')
      near(check, module.output:double(), before, 1e-6, 'in floats')
      check.equal(torch.type(module:backward(x:float(), gradOutput:float())), 'torch.FloatTensor')
      module:double()
      module:forget()
      near(check, module:forward(x), before, 1e-6, 'in doubles again')
   end
end

-- Memory stays as it is, however long one trains.
function test.aThousandSequencesNeedNoMemory(check)
   local net = nn.Sequencer(nn.FastLSTM(8, 8))
   local x, gradOutput = torch.randn(5, 2, 8), torch.randn(5, 2, 8)
   local function train(count)
      for _ = 1, count do
         net:forward(x)
         net:backward(x, gradOutput)
      end
      collectgarbage()
      collectgarbage()
      return collectgarbage 'count'
   end
   local before = train(20)
   check.equal(train(1000) < before * 1.02 + 8, true, 'memory')
end

return test
