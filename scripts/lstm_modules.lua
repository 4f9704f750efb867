--- The two tasks of lstm_sequence.lua and lstm_primes.lua as one would write them today: a layer of LSTM cells from the
-- package rnn, a linear layer that reads a number from them, and an optimizer.
--
--     th scripts/lstm_modules.lua [seed] [iterations]
--
-- The tasks take 100 and 500 iterations, or as many as is said. It prints the loss, the mean square of the errors, as
-- it falls, and what is predicted in the end.
require 'rnn'
require 'optim'

local seed, iterations = tonumber(arg[1] or 0), tonumber(arg[2])
if not seed or arg[2] and not iterations then
   io.stderr:write('usage: th lstm_modules.lua [seed] [iterations]\n')
   os.exit(1)
end
torch.manualSeed(seed)

--- Learn the numbers ys (T) from the rows of xs (T x inputs), which come one after the other.
local function learn(name, xs, ys, count)
   local steps, inputs, cells = xs:size(1), xs:size(2), 100
   local net = nn.Sequential():add(nn.SeqLSTM(inputs, cells)):add(nn.View(-1, cells)):add(nn.Linear(cells, 1))
   local criterion = nn.MSECriterion()
   local parameters, gradient = net:getParameters()
   xs, ys = xs:contiguous():view(steps, 1, inputs), ys:view(steps, 1)

   local function loss()
      gradient:zero()
      local value = criterion:forward(net:forward(xs), ys)
      net:backward(xs, criterion:backward(net.output, ys))
      return value, gradient
   end
   local config = {learningRate = 0.005}
   for iteration = 1, count do
      local _, values = optim.adam(loss, parameters, config)
      if iteration == 1 or iteration % (count / 5) == 0 then
         print(('%s, iteration %d: loss %.6g'):format(name, iteration, values[1]))
      end
   end
   for t, y in ipairs(ys:view(-1):totable()) do
      print(('   expected %5.2f, predicted %6.3f'):format(y, net:forward(xs)[t][1]))
   end
end

learn('sequence', torch.rand(4, 50), torch.Tensor{-0.5, 0.2, 0.1, -0.5}, iterations or 100)

local primes = {}
for n = 2, 99 do
   local isPrime = true
   for divisor = 2, n - 1 do isPrime = isPrime and n % divisor ~= 0 end
   if isPrime then primes[#primes + 1] = n / 100 end
end
local ring = torch.Tensor(primes):repeatTensor(3)      -- after the last comes the first
learn('primes', ring:narrow(1, 1, 59):unfold(1, 50, 1), ring:narrow(1, 51, 10), iterations or 500)
