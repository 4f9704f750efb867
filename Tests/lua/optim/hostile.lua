-- What every optimizer says of arguments, settings and states that cannot be.
require 'optim'
local test = {}

local names = {'sgd', 'nag', 'adam', 'adamax', 'adagrad', 'adadelta', 'rmsprop', 'rprop', 'asgd', 'cg', 'lbfgs'}
local function square(x) return x:dot(x), x * 2 end

function test.argumentsThatCannotBeAreRefused(check)
   for _, name in ipairs {'cmaes', 'de', table.unpack(names)} do
      local step, who = optim[name], 'optim.' .. name .. ': expected '
      check.raises(who .. 'a function as opfunc, got nil', step, nil, torch.ones(2), {})
      check.raises(who .. 'a function as opfunc, got table', step, {}, torch.ones(2), {})
      check.raises(who .. 'a tensor as x, got nil', step, square, nil, {})
      check.raises(who .. 'a tensor with elements as x, got no elements', step, square, torch.Tensor(), {})
      check.raises(who .. 'a table as config, got 1', step, square, torch.ones(2), 1)
      check.raises(who .. 'a table as state, got 1', step, square, torch.ones(2), {}, 1)
   end
end

function test.gradientsMustGoWithX(check)
   for _, name in ipairs(names) do
      local who = 'optim.' .. name .. ': expected a DoubleTensor of 2 elements as the gradient that opfunc returns, got '
      local function returning(gradient)
         return function() optim[name](function() return 1, gradient end, torch.ones(2), {}) end
      end
      check.raises(who .. 'nil', returning(nil))
      check.raises(who .. '3', returning(torch.ones(3)))
      check.raises(who .. 'FloatTensor', returning(torch.FloatTensor(2)))
   end
end

function test.typesWithoutRootsAreRefused(check)
   for _, name in ipairs {'adam', 'adamax', 'adagrad', 'adadelta', 'rmsprop', 'lbfgs'} do
      check.raises(('optim.%s: expected x of floats or doubles, got torch.LongTensor'):format(name), optim[name],
         function(x) return 1, x:clone() end, torch.LongTensor {1, 2}, {})
   end
   check.raises('optim.sgd: expected a tensor of a type that is computed with as x, got torch.HalfTensor', optim.sgd,
      function(x) return 1, x end, torch.HalfTensor(2), {})
end

function test.theLineOfTheScriptIsBlamed(check)
   check.raises('hostile.lua:43: optim.adam: expected a number as learningRate, got fast', function()
      optim.adam(square, torch.ones(2), {learningRate = 'fast'})
   end)
end

function test.statesMustGoWithX(check)
   local fields = {sgd = 'dfdx', nag = 'dfdx', adam = 'm v denom', adamax = 'm u', adagrad = 'paramVariance paramStd',
      adadelta = 'paramVariance paramStd delta accDelta', rmsprop = 'm tmp', rprop = 'delta sign stepsize', asgd = 'ax tmp',
      cg = 'df0 df1 df2 df3 s x0', lbfgs = 'tmp1 d g_old'}
   for name, list in pairs(fields) do
      for field in list:gmatch '%S+' do
         for _, wrong in ipairs {torch.ones(3), torch.FloatTensor(2), 'text'} do
            local state, config = {}, {momentum = 0.5, maxIter = 2}
            optim[name](square, torch.ones(2), config, state)
            state[field] = wrong
            check.raises(('optim.%s: expected a DoubleTensor of 2 elements as state.%s, got '):format(name, field),
               optim[name], square, torch.ones(2), config, state)
         end
      end
   end
end

function test.countersMustBeNumbers(check)
   for name, field in pairs {sgd = 'evalCounter', nag = 'evalCounter', adam = 't', adamax = 't', adagrad = 'evalCounter',
      adadelta = 'evalCounter', asgd = 'mu_t', lbfgs = 'nIter'} do
      check.raises(('optim.%s: expected a number as %s, got table'):format(name, field),
         optim[name], square, torch.ones(2), {}, {[field] = {}})
   end
   check.raises('optim.adamax: expected a DoubleTensor of two rows of 2 elements as state.max',
      optim.adamax, square, torch.ones(2), {}, {max = torch.ones(2)})
   check.raises('optim.rprop: expected a ByteTensor of 2 elements as state.psign',
      optim.rprop, square, torch.ones(2), {}, {psign = torch.ones(2)})
end

function test.settingsThatContradictAreRefused(check)
   local nesterov = 'optim.sgd: Nesterov momentum requires a momentum and zero dampening'
   check.raises(nesterov, optim.sgd, square, torch.ones(2), {nesterov = true})
   check.raises(nesterov, optim.sgd, square, torch.ones(2), {nesterov = true, momentum = 0.5})
   check.raises('optim.nag: Momentum must be positive', optim.nag, square, torch.ones(2), {momentum = 0})
   check.raises('optim.sgd: expected a DoubleTensor of 2 elements as learningRates, got 3',
      optim.sgd, square, torch.ones(2), {learningRates = torch.ones(3)})
end

-- Values that are no numbers, or fall for ever, end in the evaluations that were allowed.
function test.searchesEndWhateverTheFunctionDoes(check)
   local functions = {
      function(x) return -x:sum(), x:clone():fill(-1) end,
      function(x) return 0 / 0, x:clone():fill(0 / 0) end,
      function(x) return 1 / 0, x:clone():fill(1 / 0) end,
      function(x) return 1, x:clone():zero() end,
   }
   for _, f in ipairs(functions) do
      local _, _, count = optim.cg(f, torch.ones(2), {maxIter = 20})
      check.equal(count <= 1000, true)
      for _, search in ipairs {false, optim.lswolfe} do
         local _, values = optim.lbfgs(f, torch.ones(2), {maxIter = 20, lineSearch = search})
         check.equal(#values <= 21, true)
      end
   end
end

function test.parametersMayHaveAnyShape(check)
   for _, name in ipairs(names) do
      local flat, shaped, config = torch.Tensor {1, -2, 3, -4}, torch.Tensor {{1, -2}, {3, -4}}, {}
      local other = {}
      for _ = 1, 3 do
         optim[name](square, flat, config)
         optim[name](square, shaped, other)
      end
      check.equal(table.concat(flat:totable(), ' '), table.concat(shaped:view(-1):totable(), ' '), name)
   end
end

function test.thePackageHasTheOriginalsNames(check)
   local found = {}
   for name in pairs(optim) do found[#found + 1] = name end
   table.sort(found)
   check.equal(table.concat(found, ' '), 'ConfusionMatrix FistaLS Logger adadelta adagrad adam adamax asgd cg checkgrad cmaes de '
      .. 'lbfgs lswolfe nag polyinterp rmsprop rprop sgd')
end

return test
