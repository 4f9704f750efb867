-- conv2, xcorr2, conv3 and xcorr3. Numbers were recorded from the original.
local test = {}
local types = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}
local function range(...)
   local sizes = torch.LongStorage {...}
   local count = 1
   for _, n in ipairs {...} do count = count * n end
   return torch.range(1, count):resize(sizes)
end
local function equal(check, t, size, values)
   check.equal(table.concat(t:size():totable(), 'x'), size)
   check.equal(table.concat(t:clone():storage():totable(), ' '), values)
end

local X, K = range(3, 4), torch.Tensor {{1, 2}, {3, 5}}

function test.conv2(check)
   equal(check, torch.conv2(X, K), '2x3', '27 38 49 71 82 93')
   equal(check, torch.conv2(X, K, 'V'), '2x3', '27 38 49 71 82 93')
   equal(check, torch.conv2(X, K, 'F'), '4x5', '1 4 7 10 8 8 27 38 49 36 24 71 82 93 64 27 75 83 91 60')
   equal(check, torch.conv2(K, X, 'Full'), '4x5', '1 4 7 10 8 8 27 38 49 36 24 71 82 93 64 27 75 83 91 60')
   equal(check, X:conv2(K), '2x3', '27 38 49 71 82 93')
   local result = torch.Tensor()
   check.equal(torch.conv2(result, X, K), result)
   check.equal(result:conv2(X, K, 'F'), result)
   check.equal(result:nElement(), 20)
end

function test.xcorr2(check)
   equal(check, torch.xcorr2(X, K), '2x3', '50 61 72 94 105 116')
   equal(check, torch.xcorr2(X, K, 'F'), '4x5', '5 13 21 29 12 27 50 61 72 28 55 94 105 116 44 18 29 32 35 12')
   equal(check, torch.xcorr2(K, X, 'F'), '4x5', '12 35 32 29 18 44 116 105 94 55 28 72 61 50 27 12 29 21 13 5')
end

function test.aKernelForEachPlane(check)
   equal(check, torch.conv2(range(2, 3, 3), range(2, 2, 2)), '2x2x2', '23 33 53 63 305 331 383 409')
   equal(check, torch.xcorr2(range(2, 3, 3), range(2, 2, 2), 'F'), '2x4x4',
      '4 11 18 9 18 37 47 21 36 67 77 33 14 23 26 9 80 158 173 84 164 319 345 165 206 397 423 201 96 182 193 90')
end

function test.sumsOverPlanes(check)
   local kernels = range(2, 2, 2, 2)
   equal(check, torch.conv2(range(2, 3, 3), kernels), '2x2x2', '328 364 436 472 808 908 1108 1208')
   equal(check, torch.xcorr2(range(2, 3, 3), kernels, 'F'), '2x4x4',
      '84 169 191 93 182 356 392 186 242 464 500 234 110 205 219 99 172 361 415 213 406 836 936 474 562 1136 1236 618 '
      .. '294 589 635 315')
end

function test.conv3(check)
   local x, k = range(2, 3, 4), range(2, 2, 2)
   equal(check, torch.conv3(x, k), '1x2x3', '228 264 300 372 408 444')
   equal(check, torch.conv3(x, k, 'F'), '3x4x5',
      '1 4 7 10 8 8 26 36 46 32 24 66 76 86 56 27 66 73 80 48 18 56 70 84 56 88 228 264 300 184 152 372 408 444 264 '
      .. '126 292 314 336 192 65 148 159 170 96 176 394 420 446 248 224 498 524 550 304 147 322 337 352 192')
   equal(check, x:conv3(k), '1x2x3', '228 264 300 372 408 444')
end

function test.xcorr3(check)
   local x, k = range(2, 3, 4), range(2, 2, 2)
   equal(check, torch.xcorr3(x, k), '1x2x3', '456 492 528 600 636 672')
   equal(check, torch.xcorr3(x, k, 'F'), '3x4x5',
      '8 23 38 53 28 46 100 126 152 76 102 204 230 256 124 54 105 116 127 60 108 214 236 258 124 236 456 492 528 248 316 '
      .. '600 636 672 312 144 266 280 294 132 52 95 102 109 48 94 164 174 184 76 118 204 214 224 92 42 65 68 71 24')
end

function test.planesOfVolumes(check)
   local function sums(t) return t:sum(), t:view(-1):dot(torch.range(1, t:nElement())) end
   local x, each, all = range(2, 2, 3, 4), range(2, 2, 2, 2), range(2, 2, 2, 2, 4):narrow(5, 1, 2)
   for _, case in ipairs {
      {'conv3', 'V', 23232, 211600, 161184, 1295664}, {'conv3', 'F', 98400, 8714672, 666432, 52006560},
      {'xcorr3', 'V', 25968, 229384, 172032, 1366176}, {'xcorr3', 'F', 98400, 8286608, 666432, 50303712},
   } do
      local sum, weighted = sums(torch[case[1]](x, each, case[2]))
      check.equal(sum, case[3], case[1])
      check.equal(weighted, case[4], case[1])
      sum, weighted = sums(torch[case[1]](x, all, case[2]))
      check.equal(sum, case[5], case[1])
      check.equal(weighted, case[6], case[1])
   end
end

function test.everyTypeWrapsAsItsElementsDo(check)
   for _, name in ipairs(types) do
      local tensor = ('torch.%sTensor'):format(name)
      local result = torch.conv2(X:type(tensor), K:type(tensor), 'F')
      check.equal(torch.type(result), tensor)
      equal(check, result, '4x5', '1 4 7 10 8 8 27 38 49 36 24 71 82 93 64 27 75 83 91 60')
      equal(check, torch.xcorr2(X:type(tensor), K:type(tensor)), '2x3', '50 61 72 94 105 116')
   end
   equal(check, torch.xcorr2((X * 30):byte(), (K * 30):byte()), '2x3', '200 116 32 120 36 208')
   equal(check, torch.conv2((X * 30):char(), (K * 30):char(), 'F'), '4x5',
      '-124 16 -100 40 32 32 -20 -104 68 -112 96 -100 72 -12 0 -20 -84 -52 -20 -16')
   check.raises('torch.conv2', torch.conv2, torch.HalfTensor(3, 3), torch.HalfTensor(2, 2))
end

--- What a convolution is, element by element.
local function naive(x, k, isFull, isTurned)
   local H, W, h, w = x:size(1), x:size(2), k:size(1), k:size(2)
   local top, left = isFull and h - 1 or 0, isFull and w - 1 or 0
   local result = torch.zeros(H + 2 * top - h + 1, W + 2 * left - w + 1)
   for i = 1, result:size(1) do
      for j = 1, result:size(2) do
         local sum = 0
         for a = 1, h do
            for b = 1, w do
               local row, column = i + a - 1 - top, j + b - 1 - left
               if row >= 1 and row <= H and column >= 1 and column <= W then
                  sum = sum + x[row][column] * (isTurned and k[h + 1 - a][w + 1 - b] or k[a][b])
               end
            end
         end
         result[i][j] = sum
      end
   end
   return result
end

function test.everySizeAgreesWithTheFormula(check)
   for _, sizes in ipairs {{1, 1, 1, 1}, {5, 40, 3, 7}, {40, 5, 33, 5}, {17, 19, 17, 19}, {9, 8, 1, 8}, {30, 3, 4, 1},
      {33, 35, 17, 18}} do
      local x, k = torch.rand(sizes[1], sizes[2]), torch.rand(sizes[3], sizes[4])
      for _, mode in ipairs {'V', 'F'} do
         local label = table.concat(sizes, ' ') .. mode
         local conv, xcorr = naive(x, k, mode == 'F', true), naive(x, k, mode == 'F', false)
         check.equal((torch.conv2(x, k, mode) - conv):abs():max() < 1e-11, true, label)
         check.equal((torch.xcorr2(x, k, mode) - xcorr):abs():max() < 1e-11, true, label)
         check.equal((torch.conv2(x:float(), k:float(), mode):double() - conv):abs():max() < 1e-3, true, label)
         local volume = torch.conv3(x:view(1, sizes[1], sizes[2]), k:view(1, sizes[3], sizes[4]), mode)
         check.equal((volume - conv):abs():max() < 1e-11, true, label)
      end
   end
end

function test.largePicturesAreThoseOfTheirParts(check)
   for _, tensor in ipairs {'torch.IntTensor', 'torch.DoubleTensor'} do
      local x, k = (torch.rand(100, 90) * 9):floor():type(tensor), (torch.rand(15, 12) * 9):floor():type(tensor)
      local all = torch.conv2(x, k)
      for _, top in ipairs {1, 16, 50, 86} do
         local part = torch.conv2(x:narrow(1, top, 15):narrow(2, 40, 30), k)
         check.equal(part:equal(all:narrow(1, top, 1):narrow(2, 40, 19)), true, tensor)
      end
      check.equal(torch.xcorr2(x, k, 'F'):sum(), x:sum() * k:sum(), tensor)
   end
end

function test.layouts(check)
   local valid = '27 38 49 71 82 93'
   equal(check, torch.conv2(X:t():clone():t(), K:t():clone():t()), '2x3', valid)
   equal(check, torch.conv2(torch.zeros(3, 4, 2):select(3, 2):copy(X), K), '2x3', valid)
   equal(check, torch.conv2(torch.ones(1, 1):expand(3, 4), torch.ones(1, 1):expand(2, 2)), '2x3', '4 4 4 4 4 4')
   local gaps = torch.zeros(2, 3, 2):select(3, 1)
   torch.conv2(gaps, X, K)
   equal(check, gaps, '2x3', valid)
   check.equal(gaps:stride(2), 2)
   local x, k = X:clone(), K:clone()
   equal(check, torch.conv2(x, x, K), '2x3', valid)
   equal(check, torch.conv2(k, X, k), '2x3', valid)
   local all = torch.zeros(20)
   x = all:narrow(1, 5, 12):view(3, 4):copy(X)
   equal(check, torch.conv2(all:narrow(1, 4, 2), x, K), '2x3', valid)
end

function test.whatIsRefused(check)
   check.raises('torch.conv2: Input image is smaller than kernel: 2x2 and 3x4', torch.conv2, K, X)
   check.raises('torch.xcorr2: Input image is smaller than kernel: 1x2x4 and 1x1x3x2', torch.xcorr2, range(1, 2, 4),
      range(1, 1, 3, 2))
   check.raises('torch.conv3: Input image is smaller than kernel: 1x2x2 and 2x2x2', torch.conv3, range(1, 2, 2),
      range(2, 2, 2))
   check.raises('torch.conv2: invalid number of input/kernel planes: 2 and 3', torch.conv2, range(2, 3, 3),
      range(3, 2, 2))
   check.raises('torch.xcorr3: invalid number of input planes: 2 for 3', torch.xcorr3, range(2, 3, 3, 3),
      range(1, 3, 2, 2, 2))
   check.raises('torch.conv2: expected an input and a kernel of 2 and 2, 3 and 3 or 3 and 4 dimensions, got 1 and 2',
      torch.conv2, torch.ones(3), K)
   check.raises('torch.conv3: expected an input and a kernel of 3 and 3, 4 and 4 or 4 and 5 dimensions, got 0 and 3',
      torch.conv3, torch.Tensor(), range(2, 2, 2))
   check.raises("torch.conv2: argument #3: expected mode ('V'|'F'), got 'f'", torch.conv2, X, K, 'f')
   check.raises('torch.conv2: expected sizes of fewer than 2^48 elements', torch.conv2, torch.ones(1, 1):expand(2, 2),
      torch.ones(1, 1):expand(2 ^ 23, 2 ^ 24), 'F')
end

return test
