--- Random numbers as NumPy's `numpy.random.seed(n)` gives them.
--
-- Torch's generator and that of NumPy's RandomState are the same Mersenne twister, seeded alike: after
-- torch.manualSeed(n) both draw the same numbers of 32 bits. Only how they make fractions of them differs.
--
--     local numpy = dofile 'scripts/numpy_random.lua'
--     torch.manualSeed(0)
--     print(numpy.random(2, 3))        -- as numpy.random.seed(0); print(numpy.random.random((2, 3)))
local numpy = {}

--- A DoubleTensor of numbers in [0, 1): each takes the upper 27 bits of one draw and the upper 26 bits of the next.
function numpy.random(...)
   local numbers = torch.DoubleTensor(...)
   local draws = torch.DoubleTensor(numbers:nElement(), 2):random()
   local high, low = draws:select(2, 1):div(2 ^ 5):floor(), draws:select(2, 2):div(2 ^ 6):floor()
   return numbers:copy(high:mul(2 ^ 26):add(low):div(2 ^ 53))
end

--- A whole number from 0 to 2^bits - 1, as numpy.random.randint(2 ** bits): the lower bits of one draw.
function numpy.randint(bits)
   return torch.random() % 2 ^ bits
end

return numpy
