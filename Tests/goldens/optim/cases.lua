-- What is asked of the optimizers: name, then how it is called. `single`: config is the state too. `unset`: fields that
-- hold memory which was never written to. The functions are those of play.lua.
local function tensor(...) return torch.Tensor {...} end
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
return cases
