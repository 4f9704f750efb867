--- A recurrent network learns to add two binary numbers of eight digits, digit by digit, from the lowest: what it has
-- to remember from one digit to the next is the carry.
--
--     th scripts/binary_adder.lua [seed] [iterations]
--
-- Every thousandth of 10,000 iterations it prints the error, the answer, and the true sum. What it shows: a network
-- without any library of layers, on tensors alone, that prints what the same program in NumPy prints.
require 'paths'
local numpy = paths.dofile('numpy_random.lua')

local seed, iterations = tonumber(arg[1] or 0), tonumber(arg[2] or 10000)
if not seed or not iterations then
   io.stderr:write('usage: th binary_adder.lua [seed] [iterations]\n')
   os.exit(1)
end
torch.manualSeed(seed)

local digits, rate, inputs, hidden = 8, 0.1, 2, 16

--- A number's binary digits, the highest first.
local function binary(number)
   local bits = torch.DoubleTensor(digits)
   for i = digits, 1, -1 do
      bits[i] = number % 2
      number = math.floor(number / 2)
   end
   return bits
end

local function weights(rows, columns) return numpy.random(rows, columns):mul(2):add(-1) end
local fromInput, toOutput, fromHidden = weights(inputs, hidden), weights(hidden, 1), weights(hidden, hidden)

-- What an iteration computes, a row for each digit, in the order in which they are read. The hidden layer has a row of
-- zeros before the first.
local layer1 = torch.zeros(digits + 1, hidden)
local now, before = layer1:narrow(1, 2, digits), layer1:narrow(1, 1, digits)
local layer2 = torch.DoubleTensor(digits, 1)
local delta1 = torch.DoubleTensor(digits, hidden)
local rows = {}
for t = 1, digits do rows[t] = {now = now[t], before = before[t], delta = delta1[t]} end

--- The network's answers to the digits x (8x2), in layer2.
local function forward(x)
   now:mm(x, fromInput)
   for t = 1, digits do
      rows[t].now:addmv(fromHidden:t(), rows[t].before):sigmoid()
   end
   layer2:mm(now, toOutput):sigmoid()
end

--- The slope of the sigmoid where its value is y.
local function slope(y) return torch.cmul(y, 1 - y) end

--- Follow the errors at the output (8x1) back through time, and change the weights.
local function backward(x, errors)
   local delta2, slope1 = slope(layer2):cmul(errors), slope(now)
   delta1:mm(delta2, toOutput:t())
   for t = digits, 1, -1 do
      if t < digits then rows[t].delta:addmv(fromHidden, rows[t + 1].delta) end
      rows[t].delta:cmul(slope1[t])
   end
   toOutput:addmm(rate, now:t(), delta2)
   fromHidden:addmm(rate, before:t(), delta1)
   fromInput:addmm(rate, x:t(), delta1)
end

local function show(bits)
   return '[' .. table.concat(bits:totable(), ' ') .. ']'
end

for iteration = 0, iterations - 1 do
   local a = numpy.randint(digits - 1)
   local b = numpy.randint(digits - 1)
   local sum = binary(a + b)
   local lowestFirst = torch.range(digits, 1, -1):long()
   local x = torch.cat(binary(a), binary(b), 2):index(1, lowestFirst)
   local y = sum:index(1, lowestFirst):view(digits, 1)
   forward(x)
   local errors = y - layer2
   if iteration % 1000 == 0 then
      local answer, value = layer2:gt(0.5):double():view(digits):index(1, lowestFirst), 0
      for i = 1, digits do value = 2 * value + answer[i] end
      io.write(('%d Error: %.17g Pred: %s True: %s %d + %d = %d\n'):format(
         iteration, torch.abs(errors):sum(), show(answer), show(sum), a, b, value))
   end
   backward(x, errors)
end
