-- Layers that take a sequence whole, against the same formulas step by step, with tensors: sizes below, at and above the
-- widths of registers, panels and blocks; masks, states before the first step, memory, sequences of other lengths.
require 'rnn'
local test = {}

local function sigmoid(t) return torch.sigmoid(t) end
local function outer(a) return torch.add(-torch.cmul(a, a), 1) end       -- 1 − a²
local function slope(a) return torch.cmul(a, torch.add(-a, 1)) end       -- a·(1 − a)
local function masked(t, kept) return kept and torch.cmul(t, kept:view(-1, 1):expandAs(t)) or t end

-- Everything that nn.SeqLSTM or nn.SeqLSTMP computes for `{c0, h0, x}`, as in its formulas.
local function lstm(m, c0, h0, x, gradOutput, kept)
   local T, D, H, R = x:size(1), m.inputsize, m.hiddensize, m.outputsize
   local Wx, Wh = m.weight:narrow(1, 1, D), m.weight:narrow(1, D + 1, R)
   local h, c, steps = h0, c0, {}
   local result = {output = gradOutput.new(T, x:size(2), R)}
   local function columns(a, gate) return a:narrow(2, (gate - 1) * H + 1, H) end
   for t = 1, T do
      local a = x[t] * Wx + h * Wh
      a:add(m.bias:view(1, -1):expandAs(a))
      local s = {h = h, c = c, kept = kept and kept[t], x = x[t]}
      s.i, s.f, s.o, s.g = sigmoid(columns(a, 1)), sigmoid(columns(a, 2)), sigmoid(columns(a, 3)), torch.tanh(columns(a, 4))
      c = masked(torch.cmul(s.f, c) + torch.cmul(s.i, s.g), s.kept)
      s.s = torch.tanh(c)
      s.hidden = masked(torch.cmul(s.o, s.s), s.kept)
      h = m.weightO and s.hidden * m.weightO or s.hidden
      result.output[t]:copy(h)
      steps[t] = s
   end
   local dh, dc = torch.zero(h:clone()), torch.zero(c:clone())
   local weight, bias = torch.zero(m.weight:clone()), torch.zero(m.bias:clone())
   local projection = m.weightO and torch.zero(m.weightO:clone())
   local dx = torch.zero(x:clone())
   for t = T, 1, -1 do
      local s = steps[t]
      local dr = masked(dh + gradOutput[t], s.kept)
      if projection then projection:addmm(s.hidden:t(), dr) end
      local dhidden = m.weightO and dr * m.weightO:t() or dr
      local dcell = masked(dc, s.kept) + torch.cmul(torch.cmul(dhidden, s.o), outer(s.s))
      local a = torch.cat({torch.cmul(torch.cmul(dcell, s.g), slope(s.i)), torch.cmul(torch.cmul(dcell, s.c), slope(s.f)),
         torch.cmul(torch.cmul(dhidden, s.s), slope(s.o)), torch.cmul(torch.cmul(dcell, s.i), outer(s.g))}, 2)
      a = masked(a, s.kept)
      dh, dc = a * Wh:t(), masked(torch.cmul(dcell, s.f), s.kept)
      dx[t]:copy(a * Wx:t())
      weight:narrow(1, 1, D):addmm(s.x:t(), a)
      weight:narrow(1, D + 1, R):addmm(s.h:t(), a)
      bias:add(a:sum(1):view(-1))
   end
   result.gradInput = {dc, dh, dx}
   result.gradients = {weight, bias, projection}
   return result
end

-- The same for nn.SeqGRU and `{h0, x}`.
local function gru(m, h0, x, gradOutput, kept)
   local T, D, H = x:size(1), m.inputSize, m.outputSize
   local Wx, Wh = m.weight:narrow(1, 1, D), m.weight:narrow(1, D + 1, H)
   local Ugates, Ug = Wh:narrow(2, 1, 2 * H), Wh:narrow(2, 2 * H + 1, H)
   local h, steps, result = h0, {}, {output = gradOutput.new(T, x:size(2), H)}
   for t = 1, T do
      local a = x[t] * Wx
      a:add(m.bias:view(1, -1):expandAs(a))
      local both = sigmoid(a:narrow(2, 1, 2 * H) + h * Ugates)
      local s = {h = h, r = both:narrow(2, 1, H):clone(), u = both:narrow(2, H + 1, H):clone(), kept = kept and kept[t]}
      s.product = torch.cmul(s.r, h)
      s.g = torch.tanh(a:narrow(2, 2 * H + 1, H) + s.product * Ug)
      h = masked(torch.cmul(torch.add(-s.u, 1), s.g) + torch.cmul(s.u, h), s.kept)
      result.output[t]:copy(h)
      steps[t] = s
   end
   local dh, dx = torch.zero(h:clone()), torch.zero(x:clone())
   local weight, bias = torch.zero(m.weight:clone()), torch.zero(m.bias:clone())
   for t = T, 1, -1 do
      local s = steps[t]
      dh = masked(dh + gradOutput[t], s.kept)
      local dg = torch.cmul(torch.cmul(dh, torch.add(-s.u, 1)), outer(s.g))
      local du = torch.cmul(torch.cmul(dh, s.h - s.g), slope(s.u))
      local p = dg * Ug:t()
      local dr = torch.cmul(torch.cmul(p, s.h), slope(s.r))
      local a = torch.cat({dr, du, dg}, 2)
      dh = torch.cmul(dh, s.u) + torch.cmul(p, s.r) + a:narrow(2, 1, 2 * H) * Ugates:t()
      dx[t]:copy(a * Wx:t())
      weight:narrow(1, 1, D):addmm(x[t]:t(), a)
      weight:narrow(1, D + 1, H):narrow(2, 1, 2 * H):addmm(s.h:t(), a:narrow(2, 1, 2 * H))
      weight:narrow(1, D + 1, H):narrow(2, 2 * H + 1, H):addmm(s.product:t(), dg)
      bias:add(a:sum(1):view(-1))
   end
   result.gradInput, result.gradients = {dh, dx}, {weight, bias}
   return result
end

local function near(check, got, expected, tolerance, what)
   check.equal(table.concat(got:size():totable(), 'x'), table.concat(expected:size():totable(), 'x'), what)
   check.near((got - expected):abs():max(), 0, tolerance * math.max(1, expected:clone():abs():max()), what)
end

-- Forward and backward twice, so that gradients add up; the second time scaled.
local function compare(check, module, expected, input, gradOutput, tolerance, what)
   local scale = 0
   module:zeroGradParameters()
   for _, s in ipairs {1, .5} do
      near(check, module:forward(input), expected.output, tolerance, what .. ': output')
      local gradInput = module:backward(input, gradOutput, s)
      scale = scale + s
      for i, g in ipairs(expected.gradInput) do near(check, gradInput[i], g, tolerance, what .. ': gradInput ' .. i) end
   end
   local _, gradients = module:parameters()
   for i, g in ipairs(expected.gradients) do near(check, gradients[i], g * scale, tolerance, what .. ': gradient ' .. i) end
end

-- Steps, samples, inputs, units.
local sizes = {{1, 1, 1, 1}, {3, 1, 2, 5}, {4, 3, 5, 16}, {2, 7, 3, 17}, {3, 2, 20, 48}, {2, 10, 4, 50}, {3, 65, 3, 9},
   {1, 4, 3, 20}, {2, 130, 2, 33}}
local types = {['torch.DoubleTensor'] = 1e-12, ['torch.FloatTensor'] = 1e-5}

local function mask(T, N, D)
   local kept = torch.ones(T, N)
   for t = 1, T do kept[t][(t * 3) % N + 1] = 0 end
   return kept, kept:view(T, N, 1):expand(T, N, D)
end

for name, make in pairs {
   SeqLSTM = function(D, H) return nn.SeqLSTM(D, H), H end,
   SeqLSTMP = function(D, H) return nn.SeqLSTMP(D, H, (H + 2) // 2), (H + 2) // 2 end,
   SeqGRU = function(D, H) return nn.SeqGRU(D, H), H end,
} do
   test[name .. ' is its formulas'] = function(check)
      torch.manualSeed(3)
      for kind, tolerance in pairs(types) do
         for _, size in ipairs(sizes) do
            local T, N, D, H = table.unpack(size)
            for _, maskzero in ipairs {false, true} do
               local module, R = make(D, H)
               module.bias:uniform(-1, 1)
               module:type(kind)
               local x, gradOutput = torch.randn(T, N, D):type(kind), torch.randn(T, N, R):type(kind)
               local h0, c0, kept = torch.randn(N, R):type(kind), torch.randn(N, H):type(kind), nil
               if maskzero then
                  module:maskZero()
                  local all
                  kept, all = mask(T, N, D)
                  kept = kept:type(kind)
                  x:cmul(all:type(kind))
               end
               local what = ('%s %s %s%s'):format(name, kind, table.concat(size, ' '), maskzero and ', masked' or '')
               if name == 'SeqGRU' then
                  compare(check, module, gru(module, h0, x, gradOutput, kept), {h0, x}, gradOutput, tolerance, what)
               else
                  compare(check, module, lstm(module, c0, h0, x, gradOutput, kept), {c0, h0, x}, gradOutput, tolerance, what)
               end
            end
         end
      end
   end

   test[name .. ' gives the same on one thread and on two'] = function(check)
      torch.manualSeed(4)
      local module, R = make(90, 130)
      local x, gradOutput = torch.randn(4, 70, 90), torch.randn(4, 70, R)
      local threads, results = torch.getnumthreads(), {}
      for i = 1, 2 do
         torch.setnumthreads(i)
         module:zeroGradParameters()
         results[i] = {module:forward(x):clone(), module:backward(x, gradOutput):clone(), module.gradWeight:clone()}
      end
      torch.setnumthreads(threads)
      for i = 1, 3 do check.equal((results[1][i] - results[2][i]):abs():max(), 0, 'result ' .. i) end
   end

   test[name .. ' goes on where it stopped, in sequences of any length'] = function(check)
      local module, R = make(3, 4)
      local x = torch.randn(9, 2, 3)
      local whole = module:forward(x):clone()
      module:remember 'both'
      module:forget()
      for _, part in ipairs {{1, 2}, {3, 1}, {4, 6}} do
         local output = module:forward(x:narrow(1, part[1], part[2]))
         near(check, output, whole:narrow(1, part[1], part[2]), 1e-14, 'steps from ' .. part[1])
         module:backward(x:narrow(1, part[1], part[2]), torch.randn(part[2], 2, R))
      end
      check.raises('nn.' .. name .. ': size mismatch: expected a state of size 3x', function() module:forget()
         module:forward {torch.randn(4, R), torch.randn(2, 3, 3)}
      end)
   end

   test[name .. ' refuses what does not fit'] = function(check)
      local module, R = make(3, 4)
      local x = torch.randn(5, 2, 3)
      module:forward(x)
      check.raises(('nn.%s: size mismatch: expected gradOutput of size 5x2x%d, got 4x2x%d'):format(name, R, R),
         module.backward, module, x, torch.randn(4, 2, R))
      check.raises(('nn.%s: expected a forward of the input before each backward, got 4x2x3'):format(name),
         module.backward, module, x:narrow(1, 1, 4), torch.randn(5, 2, R))
      check.raises(('nn.%s: size mismatch: expected a sequence of stepsxbatchx3, got 5x2x4'):format(name),
         module.forward, module, torch.randn(5, 2, 4))
      module.gradPrevOutput = torch.randn(3, R)
      check.raises(('nn.%s: size mismatch: expected a gradient of size 2x%d behind the last step, got 3x%d'):format(name, R, R),
         module.backward, module, x, torch.randn(5, 2, R))
   end
end

-- What one layer sends back, the layer before it takes: the gradient is that of the whole sequence.
function test.gradientsOfTheStateGoOnToAnotherLayer(check)
   for _, name in ipairs {'SeqLSTM', 'SeqGRU'} do
      local whole = nn[name](3, 4)
      local first, second = whole:clone(), whole:clone()
      local x, gradOutput = torch.randn(7, 2, 3), torch.randn(7, 2, 4)
      local output = whole:forward(x):clone()
      local gradInput = whole:backward(x, gradOutput)
      first:forward(x:narrow(1, 1, 4))
      second.userPrevOutput, second.userPrevCell = first.output[4], name == 'SeqLSTM' and first.cell[4] or nil
      near(check, second:forward(x:narrow(1, 5, 3)), output:narrow(1, 5, 3), 1e-14, name)
      check.equal(second.userPrevOutput, nil, name .. ': the state is used once')
      local after = second:backward(x:narrow(1, 5, 3), gradOutput:narrow(1, 5, 3))
      first.gradPrevOutput, first.userNextGradCell = second.userGradPrevOutput, second.userGradPrevCell
      near(check, after, gradInput:narrow(1, 5, 3), 1e-14, name)
      near(check, first:backward(x:narrow(1, 1, 4), gradOutput:narrow(1, 1, 4)), gradInput:narrow(1, 1, 4), 1e-14, name)
      check.equal(first.gradPrevOutput, nil, name .. ': the gradient is used once')
   end
end

return test
