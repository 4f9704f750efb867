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

-- The binary digits of every number, the lowest first, as they are read.
local binary = {}
for number = 0, 2 ^ digits - 1 do
   binary[number] = torch.DoubleTensor(digits)
   for i = 1, digits do binary[number][i] = math.floor(number / 2 ^ (i - 1)) % 2 end
end

local function weights(rows, columns) return numpy.random(rows, columns):mul(2):add(-1) end
local fromInput, toOutput, fromHidden = weights(inputs, hidden), weights(hidden, 1), weights(hidden, hidden)

-- What an iteration computes, a row for each digit. The hidden layer has a row of zeros before the first. All tensors
-- are made once: new ones in every iteration would be garbage to collect.
local x, layer2 = torch.DoubleTensor(digits, inputs), torch.DoubleTensor(digits, 1)
local xOfA, xOfB, outputs = x:select(2, 1), x:select(2, 2), layer2:select(2, 1)
local layer1 = torch.zeros(digits + 1, hidden)
local now, before = layer1:narrow(1, 2, digits), layer1:narrow(1, 1, digits)
local errors, delta1 = torch.DoubleTensor(digits), torch.DoubleTensor(digits, hidden)
local delta2, slope1 = torch.DoubleTensor(digits, 1), torch.DoubleTensor(digits, hidden)
local rows = {}
for t = 1, digits do
   rows[t] = {now = now[t], before = before[t], delta = delta1[t], slope = slope1[t]}
end
local backToHidden, backToInput = before:t(), x:t()
local nowT, toOutputT, fromHiddenT = now:t(), toOutput:t(), fromHidden:t()

--- The network's answers to the digits x, in layer2.
local function forward()
   now:mm(x, fromInput)
   for t = 1, digits do
      rows[t].now:addmv(fromHiddenT, rows[t].before):sigmoid()
   end
   layer2:mm(now, toOutput):sigmoid()
end

--- The slope of the sigmoid where its value is y.
local function slope(result, y) return result:cmul(y, y):neg():add(y) end

--- Follow the errors at the output back through time, and change the weights.
local function backward()
   slope(delta2, layer2):cmul(errors)
   slope(slope1, now)
   delta1:mm(delta2, toOutputT)
   for t = digits, 1, -1 do
      if t < digits then rows[t].delta:addmv(fromHidden, rows[t + 1].delta) end
      rows[t].delta:cmul(rows[t].slope)
   end
   toOutput:addmm(rate, nowT, delta2)
   fromHidden:addmm(rate, backToHidden, delta1)
   fromInput:addmm(rate, backToInput, delta1)
end

--- Digits, the highest first.
local function show(bits)
   local text = {}
   for i = 1, digits do text[i] = bits[digits + 1 - i] end
   return '[' .. table.concat(text, ' ') .. ']'
end

for iteration = 0, iterations - 1 do
   local a = numpy.randint(digits - 1)
   local b = numpy.randint(digits - 1)
   xOfA:copy(binary[a])
   xOfB:copy(binary[b])
   forward()
   errors:add(binary[a + b], -1, outputs)
   if iteration % 1000 == 0 then
      local answer, value = outputs:gt(0.5), 0
      for i = 1, digits do value = value + answer[i] * 2 ^ (i - 1) end
      io.write(('%d Error: %.17g Pred: %s True: %s %d + %d = %d\n'):format(
         iteration, torch.abs(errors):sum(), show(answer), show(binary[a + b]), a, b, value))
   end
   backward()
end
