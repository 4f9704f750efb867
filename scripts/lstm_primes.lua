--- An LSTM learns the next prime number, as a hundredth, from fifty: ten sequences, one after the other.
--
--     th scripts/lstm_primes.lua [seed] [iterations]
--
-- Every thousandth of 10,000 iterations it prints the loss and the ten predictions. What it shows: the article's LSTM
-- from first principles (scripts/lstm.lua), with the numbers of the same program in NumPy.
require 'paths'
local lstm = paths.dofile 'lstm.lua'

local seed, iterations = tonumber(arg[1] or 0), tonumber(arg[2] or 10000)
if not seed or not iterations then
   io.stderr:write('usage: th lstm_primes.lua [seed] [iterations]\n')
   os.exit(1)
end

local cells, inputs, sequences, rate = 100, 50, 10, 0.01

local primes = {}
for n = 2, 99 do
   local isPrime = true
   for divisor = 2, n - 1 do isPrime = isPrime and n % divisor ~= 0 end
   if isPrime then primes[#primes + 1] = n end
end

-- Sequence i starts with the i-th prime; after the last comes the first.
local xs, ys = {}, {}
local function prime(i) return primes[(i - 1) % #primes + 1] / 100 end
for i = 1, sequences do
   xs[i] = torch.DoubleTensor(inputs)
   for k = 1, inputs do xs[i][k] = prime(i + k - 1) end
   ys[i] = prime(i + inputs)
end

local param = lstm.LstmParam(cells, inputs, seed)
local net = lstm.LstmNetwork(param, sequences)
for iteration = 0, iterations - 1 do
   for i = 1, sequences do net:xListAdd(xs[i]) end
   local loss = net:yListIs(ys, lstm.ToyLossLayer)
   if iteration % 1000 == 0 or iteration == iterations - 1 then
      io.write(('%d %.17g [%s]\n'):format(iteration, loss, net:predictions('%.6g')))
   end
   param:applyDiff(rate)
   net:xListClear()
end
