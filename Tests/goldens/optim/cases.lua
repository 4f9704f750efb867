-- What is asked of the optimizers: name, then how it is called. `single`: config is the state too. `unset`: fields that
-- hold memory which was never written to. `double`: in that type alone, since the way is long, and Float's sums of
-- products are not rounded alike. `float`: a tolerance for Float. The functions are those of play.lua.
local function tensor(...) return torch.Tensor {...} end
local function lineSearch() return require('optim').lswolfe end
local perNumber = {0.5, 1, 2, 0, 0.25}

local cases = {}
local function add(optimizer, list)
   for i, case in ipairs(list) do
      case.optimizer, case.name = optimizer, optimizer .. ' ' .. i
      cases[#cases + 1] = case
   end
end

add('sgd', {
   {},
   {config = {learningRate = 1e-4, momentum = 0.9, weightDecay = 0.1}, single = true},
   {config = {learningRate = 1e-4, momentum = 0.9, dampening = 0.25, learningRateDecay = 0.5}},
   {config = {learningRate = 1e-4, momentum = 0.9, dampening = 0, nesterov = true, weightDecay = 0.01}},
   {config = {learningRates = tensor(unpack(perNumber)), momentum = 0.5, weightDecay = 0.1}, f = 'bowl'},
   {config = {weightDecays = tensor(unpack(perNumber)), momentum = 0.5}, f = 'bowl'},
   {config = {weightDecays = tensor(unpack(perNumber)), weightDecay = 0.25}, f = 'bowl'},
})
add('nag', {
   {config = {learningRate = 1e-4}},
   {config = {learningRate = 1e-4, momentum = 0.5, weightDecay = 0.1, learningRateDecay = 0.5}, single = true},
   {config = {learningRate = 1e-3, dampening = 0.5, learningRates = tensor(unpack(perNumber))}, f = 'bowl'},
})
add('adam', {
   {calls = 20},
   {config = {learningRate = 0.1, learningRateDecay = 0.5, weightDecay = 0.1}, single = true},
   {config = {beta1 = 0.5, beta2 = 0.75, epsilon = 0.1}},
})
add('adamax', {
   {calls = 20},
   {config = {learningRate = 0.1, beta1 = 0.5, beta2 = 0.5, epsilon = 0.1, weightDecay = 0.1}, single = true},
})
add('adagrad', {
   {calls = 20},
   {config = {learningRate = 0.1, learningRateDecay = 0.5, weightDecay = 0.1}, single = true},
})
add('adadelta', {
   {calls = 20},
   {config = {rho = 0.5, eps = 1e-3, weightDecay = 0.1}, single = true},
})
add('rmsprop', {
   {calls = 20},
   {config = {learningRate = 0.1, alpha = 0.5, epsilon = 0.1, weightDecay = 0.1, initialMean = 2}, single = true},
})
add('rprop', {
   {calls = 20},
   {config = {stepsize = 0.5, etaplus = 2, etaminus = 0.25, stepsizemax = 0.75, stepsizemin = 0.2, niter = 6}, f = 'bowl'},
   {config = {niter = 3}, single = true},
})
add('asgd', {
   {unset = 'tmp'},
   {config = {eta0 = 0.01, lambda = 0.5, alpha = 0.5, t0 = 1}, f = 'bowl', calls = 8, single = true},
})
add('cg', {
   {calls = 2, double = true, unset = 'df3'},
   {config = {maxIter = 8}, single = true, n = 2, double = true, unset = 'df3'},
   {config = {maxEval = 20, rho = 0.02, sig = 0.25, int = 0.2, ext = 2, ratio = 50}, n = 3, double = true, unset = 'df3'},
   {f = 'bowl', calls = 3, double = true, unset = 'df3'},
   {f = 'bowl', config = {maxEval = 6}, calls = 1, unset = 'df3', float = 2e-5},
})
local lbfgsUnset = 'tmp1 dir_bufs stp_bufs'
add('lbfgs', {
   {calls = 2, n = 2, unset = lbfgsUnset, double = true},
   {config = {maxIter = 5, learningRate = 0.5}, f = 'bowl', calls = 2, single = true, unset = lbfgsUnset},
   {config = {maxIter = 6, nCorrection = 3, learningRate = 0.1}, f = 'bowl', calls = 3, unset = lbfgsUnset, double = true},
   {config = {maxIter = 15, lineSearch = lineSearch}, n = 3, calls = 2, unset = lbfgsUnset, double = true},
   {config = {tolFun = 1, tolX = 1e-3, maxEval = 12, lineSearch = lineSearch}, f = 'bowl', unset = lbfgsUnset},
})
return cases
