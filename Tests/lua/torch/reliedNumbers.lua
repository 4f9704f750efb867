-- What scripts rely on in the numbers of tensors. Each case is what the original answered; new memory is zero here, which it was
-- in practice there.
local cases = dofile 'Tests/lua/cases.lua'
local test = {}
local function setup() V, T = torch.Tensor {1, 2, 3}, torch.range(1, 6):resize(2, 3) end

function test.scalarsAreCastToTheType(check)
   cases(check, setup, {
      {'torch.ByteTensor{2} * 0.5', 'ByteTensor 1 stride 1 at 1: 0'},
      {'torch.LongTensor{1, 2}:eq(1.5)', 'ByteTensor 2 stride 1 at 1: 1 0'},
      {'torch.FloatTensor{0.1}:eq(0.1), torch.FloatTensor{0.1}[1] == 0.1', 'ByteTensor 1 stride 1 at 1: 1 ; false'},
      {'torch.IntTensor{7, -7}:div(2)', 'IntTensor 2 stride 1 at 1: 3 -3'},
      {'torch.IntTensor{7, -7} / 2', 'IntTensor 2 stride 1 at 1: 3 -3'},
      {'torch.IntTensor{7, -7} % 3', 'IntTensor 2 stride 1 at 1: 1 2'},
      {'torch.IntTensor{7, -7}:fmod(3), torch.IntTensor{7, -7}:remainder(3)',
         'IntTensor 2 stride 1 at 1: 1 -1 ; IntTensor 2 stride 1 at 1: 1 2'},
      {'1 / V', 'error: Tensor:__div__: self: expected src (Tensor), got number'},
      {'V / V', 'error: Tensor:__div__: argument #1: expected value (number), got DoubleTensor'},
      {'V ^ 2', 'error: both torch.DoubleTensor and number have no power operator'},
      {'V * V', '14'},
      {'T * V', 'DoubleTensor 2 stride 1 at 1: 14 32'},
      {'V + V', 'DoubleTensor 3 stride 1 at 1: 2 4 6'},
      {'V - 1, 1 - V, -V',
         'DoubleTensor 3 stride 1 at 1: 0 1 2 ; DoubleTensor 3 stride 1 at 1: 0 -1 -2 ; DoubleTensor 3 stride 1 at 1: -1 -2 -3'},
      {'2 * V, V * 2, V / 2',
         'DoubleTensor 3 stride 1 at 1: 2 4 6 ; DoubleTensor 3 stride 1 at 1: 2 4 6 ; DoubleTensor 3 stride 1 at 1: 0.5 1 1.5'},
      {'V % 2', 'DoubleTensor 3 stride 1 at 1: 1 0 1'},
      {'torch.ByteTensor{-1}, torch.ByteTensor{256.7}, torch.CharTensor{200}, torch.ShortTensor{40000}',
         'ByteTensor 1 stride 1 at 1: 255 ; ByteTensor 1 stride 1 at 1: 0 ; CharTensor 1 stride 1 at 1: -56 ; ShortTenso'
            .. 'r 1 stride 1 at 1: -25536'},
      {'torch.IntTensor{2^31}, torch.IntTensor{0/0}, torch.IntTensor{1e20}',
         'IntTensor 1 stride 1 at 1: -2147483648 ; IntTensor 1 stride 1 at 1: -2147483648 ; IntTensor 1 stride 1 at 1: -2147483648'},
      {'torch.Tensor{2^31, 0/0, 1e20, -1e20, 3.9, -3.9}:int()',
         'IntTensor 6 stride 1 at 1: -2147483648 -2147483648 -2147483648 -2147483648 3 -3'},
      {'torch.Tensor{300, -1, 3.9}:byte(), torch.Tensor{200, -200}:char()',
         'ByteTensor 3 stride 1 at 1: 44 255 3 ; CharTensor 2 stride 1 at 1: -56 56'},
      {'torch.LongTensor{2^53 + 2}[1], torch.Tensor{1e300}:float()', '9.007199254741e+15 ; FloatTensor 1 stride 1 at 1: inf'},
      {'torch.ByteTensor(300):fill(1):sum(), torch.ByteTensor(300):fill(1):sum(1)', '300 ; ByteTensor 1 stride 1 at 1: 44'},
      {[[torch.IntTensor{1}.mean, torch.IntTensor{1}.std, torch.IntTensor{1}.norm, torch.IntTensor{1}.sqrt,
         torch.IntTensor{1}.pow, torch.IntTensor{1}.uniform]], 'nil ; nil ; nil ; nil ; nil ; nil'},
      {[[type(torch.IntTensor.abs), type(torch.LongTensor.abs), type(torch.ByteTensor.abs), type(torch.ShortTensor.abs),
         type(torch.CharTensor.abs)]], 'function ; function ; nil ; nil ; nil'},
      {'type(torch.ByteTensor.all), type(torch.ByteTensor.any), type(torch.DoubleTensor.all), type(torch.IntTensor.any)',
         'function ; function ; nil ; nil'},
      {[[torch.exp(1), torch.log(2), torch.sqrt(2), torch.pow(2, 0.5), torch.abs(-3), torch.floor(2.5), torch.ceil(2.5),
         torch.round(2.5)]], '2.718281828459 ; 0.69314718055995 ; 1.4142135623731 ; 1.4142135623731 ; 3 ; 2 ; 3 ; 3'},
      {'torch.round(torch.Tensor{0.5, 1.5, 2.5, -0.5, -1.5})', 'DoubleTensor 5 stride 1 at 1: 1 2 3 -1 -2'},
      {[[(function() torch.setdefaulttensortype('torch.FloatTensor') local a, b = torch.exp(1), torch.randperm(2):type()
         torch.setdefaulttensortype('torch.DoubleTensor') return a, b end)()]], '2.7182817459106 ; torch.FloatTensor'},
      {'torch.Tensor{3, 1, 2}:topk(2)', 'DoubleTensor 2 stride 1 at 1: 1 2 ; LongTensor 2 stride 1 at 1: 2 3'},
      {'torch.Tensor{3, 1, 2}:topk(1, true)', 'DoubleTensor 1 stride 1 at 1: 3 ; LongTensor 1 stride 1 at 1: 1'},
      {'torch.randperm(3):type(), torch.Tensor{2, 1}:sort()',
         'torch.DoubleTensor ; DoubleTensor 2 stride 1 at 1: 1 2 ; LongTensor 2 stride 1 at 1: 2 1'},
      {'select(2, torch.Tensor{2, 1}:max(1)):type()', 'torch.LongTensor'},
      {'torch.add(T, torch.ones(3, 2))', 'DoubleTensor 2x3 stride 3,1 at 1: 2 3 4 5 6 7'},
      {'torch.add(T, torch.ones(5))', 'error: torch.add: expected tensors of as many elements, got 2x3 and 5'},
      {'T:clone():cmul(torch.ones(3, 2))', 'DoubleTensor 2x3 stride 3,1 at 1: 1 2 3 4 5 6'},
      {'T:clone():copy(torch.ones(3, 2))', 'DoubleTensor 2x3 stride 3,1 at 1: 1 1 1 1 1 1'},
      {'T:clone():copy(torch.ones(5))',
         'error: torch.copy: inconsistent tensor size: expected tensors of as many elements, got 2x3 and 5'},
      {'torch.Tensor{1, 2} == torch.Tensor{1, 2}', 'false'},
      {'V:max(), V:min(), V:sum(), V:mean(), V:prod()', '3 ; 1 ; 6 ; 2 ; 6'},
      {'V:max(1)', 'DoubleTensor 1 stride 1 at 1: 3 ; LongTensor 1 stride 1 at 1: 3'},
      {'T:sum(1), T:sum(2)', 'DoubleTensor 1x3 stride 3,1 at 1: 5 7 9 ; DoubleTensor 2x1 stride 1,1 at 1: 6 15'},
      {'T:mean(1)', 'DoubleTensor 1x3 stride 3,1 at 1: 2.5 3.5 4.5'},
      {'torch.FloatTensor{1.1}[1], torch.FloatTensor{16777217}[1]', '1.1000000238419 ; 16777216'},
      {'torch.LongTensor{3}[1] / 2, torch.IntTensor{7}[1] % 4', '1.5 ; 3'},
   })
end

function test.memory(check)
   cases(check, setup, {
      {[[(function() local v = torch.Tensor(2):fill(1) local w = v:narrow(1, 1, 1) v:resize(4) return w:storage():size(), v[3],
         v[4] end)()]], '4 ; 0 ; 0'},
      {'torch.Tensor(5)', 'DoubleTensor 5 stride 1 at 1: 0 0 0 0 0'},
      {'torch.Tensor(3):resize(7)', 'DoubleTensor 7 stride 1 at 1: 0 0 0 0 0 0 0'},
      {'torch.Storage(3)', 'DoubleStorage: 0 0 0'},
      {'(function() local s = torch.Storage(2):fill(1) s:resize(4) return s end)()', 'DoubleStorage: 1 1 0 0'},
      {'(function() local v = torch.Tensor(100) v:resize(2) return v:storage():size() end)()', '100'},
      {'(function() local p = torch.data(V) p[1] = 20 return V, p[0], (p + 2)[0] end)()', 'DoubleTensor 3 stride 1 at 1: 1 20 3 ; 1 ; 3'},
      {[[(function() torch.Tensor.patched = function() return 'p' end local r = torch.Tensor().patched ~= nil,
         torch.FloatTensor().patched torch.Tensor.patched = nil return r, torch.FloatTensor.patched end)()]], 'true ; nil'},
   })
end

return test
