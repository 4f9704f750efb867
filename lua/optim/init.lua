--- Optimizers, a confusion matrix and a log.
--
-- An optimizer is called as `optim.adam(opfunc, x, config, state)`. `opfunc(x)` returns f(x) and its gradient, a tensor
-- of x's type with as many elements; x is changed in place and returned, and after it a table of the values of f.
-- `config` holds settings, by name; each has a default. `state` keeps what the next call needs; without it `config`
-- does, and without that every call is the first one. A state is plain numbers and tensors: saved, and loaded
-- again, it goes on where it was.
--
--     local x = torch.Tensor {3, -2}
--     local function square(at) return at:dot(at), at * 2 end
--     for _ = 1, 100 do optim.sgd(square, x, {learningRate = 0.1}) end
--
-- @module optim
require 'torch'

local files = {FistaLS = 'fista'}
for name in ([[adadelta adagrad adam adamax asgd cg checkgrad cmaes de lbfgs lswolfe nag polyinterp rmsprop rprop
   sgd]]):gmatch '%a+' do
   files[name] = name
end

optim = require 'torch.late'({}, 'optim', files)

return optim
