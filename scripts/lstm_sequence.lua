--- An LSTM learns to answer four inputs, which are random, with four given numbers.
--
--     th scripts/lstm_sequence.lua [seed] [iterations]
--
-- At iterations 0, 1, 10, 50, 99 and the last (of 100) it prints the loss and the four predictions. What it shows: the
-- article's LSTM from first principles (scripts/lstm.lua), with the numbers of the same program in NumPy.
require 'paths'
local lstm = paths.dofile 'lstm.lua'
local numpy = paths.dofile 'numpy_random.lua'

local seed, iterations = tonumber(arg[1] or 0), tonumber(arg[2] or 100)
if not seed or not iterations then
   io.stderr:write('usage: th lstm_sequence.lua [seed] [iterations]\n')
   os.exit(1)
end

local cells, inputs, rate = 100, 50, 0.1
local param = lstm.LstmParam(cells, inputs, seed)
local ys = {-0.5, 0.2, 0.1, -0.5}
local xs = {}
for t = 1, #ys do xs[t] = numpy.random(inputs) end

local net = lstm.LstmNetwork(param, #ys)
local shown = {[0] = true, [1] = true, [10] = true, [50] = true, [99] = true, [iterations - 1] = true}
for iteration = 0, iterations - 1 do
   for t = 1, #ys do net:xListAdd(xs[t]) end
   local loss = net:yListIs(ys, lstm.ToyLossLayer)
   if shown[iteration] then
      io.write(('%d %.17g [%s]\n'):format(iteration, loss, net:predictions('%.9g')))
   end
   param:applyDiff(rate)
   net:xListClear()
end
