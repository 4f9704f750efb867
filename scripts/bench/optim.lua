-- Steps of optimizers, a vector of a million numbers and one of a thousand. usage: optim.lua [nthreads]
require 'optim'
torch.setnumthreads(tonumber(arg and arg[1]) or 1); torch.manualSeed(1)

local cases = {
   {'sgd', {learningRate = 1e-3}},
   {'sgd_momentum', {learningRate = 1e-3, momentum = 0.9, weightDecay = 1e-4}},
   {'sgd_nesterov', {learningRate = 1e-3, momentum = 0.9, dampening = 0, nesterov = true}},
   {'nag', {learningRate = 1e-3, momentum = 0.9}},
   {'adam', {learningRate = 1e-3}},
   {'adamax', {learningRate = 1e-3}},
   {'adagrad', {learningRate = 1e-3}},
   {'adadelta', {}},
   {'rmsprop', {learningRate = 1e-3}},
   {'asgd', {eta0 = 1e-3, t0 = 0}},
   {'rprop', {stepsize = 1e-3}},
}
local sizes = {{'1e6', 1000000, 20}, {'1e3', 1000, 5000}}

for _, size in ipairs(sizes) do
   local name, n, repeats = size[1], size[2], size[3]
   for _, kind in ipairs{'Double', 'Float'} do
      local Tensor = torch[kind .. 'Tensor']
      for _, case in ipairs(cases) do
         local optimizer, config = optim[case[1]:match '^%a+'], {}
         for key, value in pairs(case[2]) do config[key] = value end
         local x, gradient, state = Tensor(n):uniform(), Tensor(n):uniform(-1, 1), {}
         local function loss() return 0, gradient end
         for _ = 1, 3 do optimizer(loss, x, config, state) end
         local timer = torch.Timer()
         for _ = 1, repeats do optimizer(loss, x, config, state) end
         print(('RES optim_%s_%s_%s_us %.3f'):format(case[1], kind:lower(), name, timer:time().real / repeats * 1e6))
      end
   end
end
