-- Tensors and storages as text, recorded from the original.
-- luacheck: ignore 613
local test = {}

local cases = {
   {torch.Tensor {1, 2}, [[
 1
 2
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor(), [[
[torch.DoubleTensor with no dimension]
]]},
   {torch.LongStorage {1, 2}, [[
 1
 2
[torch.LongStorage of size 2]
]]},
   {torch.LongStorage(), [[
[torch.LongStorage of size 0]
]]},
   {torch.DoubleStorage {0 / 0, 3}, [[
nan
3.000000
[torch.DoubleStorage of size 2]
]]},
   {torch.DoubleStorage {1234567.5, 3000000}, [[
1e+06 *
 1.2346
 3.0000
[torch.DoubleStorage of size 2]
]]},
   {torch.Tensor {{1234567.5, 3000000}, {4e6, 5e6}}, [[
1e+06 *
  1.2346  3.0000
  4.0000  5.0000
[torch.DoubleTensor of size 2x2]
]]},
   {torch.Tensor {1e-5, 2e-5}, [[
1e-05 *
 1.0000
 2.0000
[torch.DoubleTensor of size 2]
]]},
   {torch.range(1, 60):resize(2, 30):div(7), [[
Columns 1 to 10
 0.1429  0.2857  0.4286  0.5714  0.7143  0.8571  1.0000  1.1429  1.2857  1.4286
 4.4286  4.5714  4.7143  4.8571  5.0000  5.1429  5.2857  5.4286  5.5714  5.7143

Columns 11 to 20
 1.5714  1.7143  1.8571  2.0000  2.1429  2.2857  2.4286  2.5714  2.7143  2.8571
 5.8571  6.0000  6.1429  6.2857  6.4286  6.5714  6.7143  6.8571  7.0000  7.1429

Columns 21 to 30
 3.0000  3.1429  3.2857  3.4286  3.5714  3.7143  3.8571  4.0000  4.1429  4.2857
 7.2857  7.4286  7.5714  7.7143  7.8571  8.0000  8.1429  8.2857  8.4286  8.5714
[torch.DoubleTensor of size 2x30]
]]},
   {torch.range(1, 8):resize(2, 2, 2):mul(1.1e-7), [[
(1,.,.) = 
 1e-07 *
   1.1000  2.2000
   3.3000  4.4000

(2,.,.) = 
 1e-07 *
   5.5000  6.6000
   7.7000  8.8000
[torch.DoubleTensor of size 2x2x2]
]]},
   {torch.range(1, 40):resize(1, 2, 20), [[
(1,.,.) = 
 Columns 1 to 19
   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17  18  19
  21  22  23  24  25  26  27  28  29  30  31  32  33  34  35  36  37  38  39

Columns 20 to 20
  20
  40
[torch.DoubleTensor of size 1x2x20]
]]},
   {torch.Tensor {1 / 0, 1}, [[
        inf
 1.0000e+00
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {{1 / 0, 1.5}}, [[
         inf   1.5000e+00
[torch.DoubleTensor of size 1x2]
]]},
   {torch.Tensor(1, 1, 2):fill(0 / 0), [[
(1,.,.) = 
 nan nan
[torch.DoubleTensor of size 1x1x2]
]]},
   {torch.Tensor {-1 / 0, -3}, [[
       -inf
-3.0000e+00
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {0.05}, [[
0.01 *
 5.0000
[torch.DoubleTensor of size 1]
]]},
   {torch.Tensor {99999.5}, [[
 99999.5000
[torch.DoubleTensor of size 1]
]]},
   {torch.Tensor {100000.5}, [[
100000 *
 1.0000
[torch.DoubleTensor of size 1]
]]},
   {torch.Tensor {-999999999, 3}, [[
-999999999
         3
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {1e9}, [[
 1.0000e+09
[torch.DoubleTensor of size 1]
]]},
   {torch.Tensor {1e100, 1.5}, [[
 1.0000e+100
  1.5000e+00
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {1e-100, 1.5}, [[
1.0000e-100
 1.5000e+00
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {1e99, 1.5}, [[
  1.0000e+99
  1.5000e+00
[torch.DoubleTensor of size 2]
]]},
   {torch.Tensor {-0.0}, [[
 0
[torch.DoubleTensor of size 1]
]]},
   {torch.zeros(2, 2), [[
 0  0
 0  0
[torch.DoubleTensor of size 2x2]
]]},
   {torch.range(1, 24):resize(3, 2, 2, 2), [[
(1,1,.,.) = 
   1   2
   3   4

(2,1,.,.) = 
   9  10
  11  12

(3,1,.,.) = 
  17  18
  19  20

(1,2,.,.) = 
   5   6
   7   8

(2,2,.,.) = 
  13  14
  15  16

(3,2,.,.) = 
  21  22
  23  24
[torch.DoubleTensor of size 3x2x2x2]
]]},
   {torch.range(1, 27):resize(1, 27):mul(1.5e5), [[
Columns 1 to 8
  150000   300000   450000   600000   750000   900000  1050000  1200000

Columns 9 to 16
 1350000  1500000  1650000  1800000  1950000  2100000  2250000  2400000

Columns 17 to 24
 2550000  2700000  2850000  3000000  3150000  3300000  3450000  3600000

Columns 25 to 27
 3750000  3900000  4050000
[torch.DoubleTensor of size 1x27]
]]},
   {torch.range(1, 12):resize(3, 4):narrow(2, 2, 2), [[
  2   3
  6   7
 10  11
[torch.DoubleTensor of size 3x2]
]]},
   {torch.range(1, 12):resize(3, 4):t(), [[
  1   5   9
  2   6  10
  3   7  11
  4   8  12
[torch.DoubleTensor of size 4x3]
]]},
   {torch.range(1, 3):resize(3, 1):expand(3, 2), [[
 1  1
 2  2
 3  3
[torch.DoubleTensor of size 3x2]
]]},
   {torch.FloatTensor {0.1, 1e-3}, [[
 0.1000
 0.0010
[torch.FloatTensor of size 2]
]]},
   {torch.HalfTensor {1, 2.5}, [[
 1.0000
 2.5000
[torch.HalfTensor of size 2]
]]},
   {torch.ByteTensor {{1, 2}, {3, 255}}, [[
   1    2
   3  255
[torch.ByteTensor of size 2x2]
]]},
   {torch.CharStorage {-1, 100}, [[
  -1
 100
[torch.CharStorage of size 2]
]]},
   {torch.LongTensor {2 ^ 53, 1}, [[
 9.0072e+15
 1.0000e+00
[torch.LongTensor of size 2]
]]},
}

function test.asTheOriginal(check)
   for _, case in ipairs(cases) do check.equal(tostring(case[1]), case[2]) end
end

function test.printingDoesNotDependOnWhatStandsBeside(check)
   local t = torch.Tensor {1.5, 1e10}
   check.equal(tostring(t:narrow(1, 1, 1)), ' 1.5000\n[torch.DoubleTensor of size 1]\n')
end

return test
