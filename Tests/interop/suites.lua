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

-- What hangs in the original on the call before: a gradient keeps the size that a batch gave it; the gradients of weights
-- lie in another order at every other call.
local other = {['nn.MarginRankingCriterion()'] = true, ['nn.SpatialDepthWiseConvolution(2, 2, 3, 3, 2, 2, 1, 1)'] = true}

-- Every layer and criterion of some classes, in each of its recorded configurations.
local function recorded(play, classes, names)
   local list = {}
   for _, class in ipairs(names) do
      for _, case in ipairs(classes[class]) do
         if not case.unsaved and not other[case[1]] then list[#list + 1] = layer(play, case) end
      end
   end
   return list
end

--- What is recorded of nn.
function suites.nn()
   require 'nn'
   local play = dofile 'Tests/goldens/nn/play.lua'
   return recorded(play, play.classes())
end

-- Of a further package.
local function family(name)
   local play = dofile 'Tests/goldens/nn/play.lua'
   return recorded(play, play.family(name))
end

--- What is recorded of dpnn.
function suites.dpnn() return family 'dpnn' end

--- What is recorded of nnx.
function suites.nnx() return family 'nnx' end

--- What of rnn is recorded.
function suites.rnn()
   require 'rnn'
   local play, list = dofile 'Tests/goldens/rnn/play.lua', family 'rnn'
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
