-- What of each package is saved by one program and played by another: functions that require the package and return a list
-- of cases. A case has a `name` and `play(tell, module)`, which calls `tell` with each number that comes of a module (it is
-- made, if there is none) and returns it.
local suites = {}

-- A case of Tests/goldens/nn/play.lua.
local function layer(play, case)
   return {name = case[1], within = case.within, play = function(tell, module)
      return play.play(case, play.types[1], function(_, value)
         for _, number in ipairs(play.flat(value)) do tell(number) end
      end, nil, module)
   end}
end

-- Cases of a list of them.
local function layers(cases)
   local play, list = dofile 'Tests/goldens/nn/play.lua', {}
   for _, case in ipairs(cases) do list[#list + 1] = layer(play, case) end
   return list
end

-- What hangs in the original on the call before: a gradient keeps the size that a batch gave it; the gradients of weights
-- lie in another order at every other call.
local other = {['nn.MarginRankingCriterion()'] = true, ['nn.SpatialDepthWiseConvolution(2, 2, 3, 3, 2, 2, 1, 1)'] = true}

--- Every layer and criterion of nn, in each of its recorded configurations.
function suites.nn()
   require 'nn'
   local play, list = dofile 'Tests/goldens/nn/play.lua', {}
   local classes, names = play.classes()
   for _, class in ipairs(names) do
      for _, case in ipairs(classes[class]) do
         if not case.unsaved and not other[case[1]] then list[#list + 1] = layer(play, case) end
      end
   end
   return list
end

--- What of dpnn computes by itself.
function suites.dpnn()
   require 'dpnn'
   require 'torchx'
   return layers {
      {'nn.ArgMax(2, 2)', {3, 4}, forward = true},
      {'nn.BinaryLogisticRegression()', {{3, 1}, {3, 1, sign = true}}},
      {'nn.SpatialBinaryLogisticRegression()', {{2, 1, 3, 3}, {2, 1, 3, 3, sign = true}}},
      {'nn.Clip(-.5, .5)', {3, 4}},
      {'nn.FireModule(2, 1, 2, 2)', {2, 2, 4, 4}},
      {'nn.Inception {inputSize = 2, kernelSize = {3, 3}, kernelStride = {1, 1}, outputSize = {2, 2}, '
         .. 'reduceSize = {1, 1, 1, 1}, pool = nn.SpatialMaxPooling(3, 3, 1, 1, 1, 1), batchNorm = false}', {2, 2, 5, 5}},
      {'nn.ReinforceNormal(.5)', {3, 4}, forward = true},
      {'nn.ReinforceBernoulli()', {3, 4, from = 0}, forward = true},
      {'nn.ReinforceCategorical()', {3, 4, from = .1}, forward = true},
      {'nn.ReverseTable()', {{3}, {2}}},
      {'nn.Serial(nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh()))', {2, 3}},
      {'nn.Serial(nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh())):mediumSerial("torch.DoubleTensor")', {2, 3}},
      {'nn.SpatialFeatNormalization(torch.Tensor {.5, .25}, torch.Tensor {2, 3})', {2, 3, 4}, forward = true},
      {'nn.SpatialGlimpse(2, 2, 2)', {{2, 3, 6, 6}, {2, 2}}},
      {'nn.CategoricalEntropy()', {3, 4, from = .1, to = .3}},
      {'nn.NCEModule(4, 6, 2, torch.Tensor {1, 2, 3, 4, 5, 6})', {{3, 4}, {3, index = 6}}, forward = true},
   }
end

--- What of rnn is recorded.
function suites.rnn()
   require 'rnn'
   local play, list = dofile 'Tests/goldens/rnn/play.lua', {}
   for _, case in ipairs(play.recordings.rnn.cases) do
      list[#list + 1] = {name = case[1], play = function(tell, module)
         if module then
            module:training()
            module:forget()
         end
         return play.play(case, function(_, numbers)
            for _, number in ipairs(numbers) do tell(number) end
         end, module)
      end}
   end
   return list
end

--- Networks of nngraph.
function suites.nngraph()
   local graphs = dofile 'Tests/goldens/nngraph/play.lua'
   local play = dofile 'Tests/goldens/nn/play.lua'
   local function network(name, make, input)
      local case = layer(play, {name, input})
      return {name = name, play = function(tell, module)
         return case.play(tell, module or make())
      end}
   end
   torch.manualSeed(1)
   return {
      network('lstm', function() return graphs.lstm(3, 2, 2) end, {{2, 3}, {2, 2}, {2, 2}, {2, 2}, {2, 2}}),
      network('tables', graphs.tables, {{{2, 2}, {2, 2}}, {2, 3}}),
      network('nested', graphs.nested, {2, 2}),
      layer(play, {'(function() local x = nn.Identity()() return nn.gModule({x}, {nn.Tanh()(x), x}) end)()', {3}}),
   }
end

return suites
