-- Classes: objects of them, built rightly and wrongly, and their methods in any order; also with fields of wrong
-- values, as a damaged file would have them.
local values, watch = require 'values', require 'watch'
local pick, chance = values.pick, values.chance
local modules = {}

-- Expressions that make objects, with what they take: those of the recorded cases, and those of classes without any.
local cases = {}
local play = dofile 'Tests/goldens/nn/play.lua'
local function add(expression, inputs) cases[#cases + 1] = {expression, inputs = inputs} end

for _, family in ipairs {'dpnn', 'nnx', 'rnn', 'rnn'} do
   local classes, names = play.family(family)
   for _, name in ipairs(names) do
      for _, case in ipairs(classes[name]) do add(case[1], {table.unpack(case, 2)}) end
   end
end
for _ = 1, 3 do
   for _, file in ipairs {'cases', 'successor'} do
      for _, case in ipairs(dofile('Tests/goldens/rnn/' .. file .. '.lua')) do
         local size = case[3]
         add(case[2], {size, {4, table.unpack(size)}, {size, size, size}})
      end
   end
end

local others = {
   {'nn.gModule({X}, {nn.Linear(3, 2)(X)})', {3}, {4, 3}},
   {'nn.gModule({X, Y}, {nn.CAddTable() {X, Y}, nn.Tanh()(X)})', {{3}, {3}}},
   {'nn.gModule({X}, {nn.JoinTable(1) {X:split(2)}})', {{3}, {3}}},
   {'nn.ModuleFromCriterion(nn.MSECriterion())', {{2, 3}, {2, 3}}},
   {'nngraph.JustElement()', {{3}}},
   {'nngraph.JustTable()', {3}},
   {'nn.Sequencer(nn.gModule({X}, {nn.Linear(3, 2)(X)}))', {4, 2, 3}},
   {'nn.SequencerCriterion(nn.ClassNLLCriterion())', {{2, 4, 3}, {2, 4, index = 3}}},
   {'nn.RepeaterCriterion(nn.MSECriterion())', {{2, 4, 3}, {4, 3}}},
   {'nn.MaskZeroCriterion(nn.ClassNLLCriterion(), 1)', {{4, 3}, {4, index = 3}}},
   {'nn.SuperCriterion():add(nn.MSECriterion())', {{{3}}, {3}}},
   {'nn.VariableLength(nn.SeqLSTM(3, 2))', {{2, 3}, {4, 3}}},
   {'nn.LinearRNN(3, 2)', {4, 3}},
   {'nn.LookupRNN(5, 3)', {4, index = 5}},
   {'nn.RecLSTM(3, 2)', {4, 3}},
   {'nn.RecGRU(3, 2)', {4, 3}},
   {'nn.StepLSTM(3, 2)', {{4, 3}, {4, 2}, {4, 2}}},
   {'nn.StepGRU(3, 2)', {{4, 3}, {4, 2}}},
   {'nn.SeqBLSTM(3, 2)', {4, 2, 3}},
   {'nn.SeqBGRU(3, 2)', {4, 2, 3}},
   {'nn.ReverseUnreverse(nn.SeqLSTM(3, 2))', {4, 2, 3}},
   {'nn.ExpandAs()', {{1, 3}, {4, 3}}},
   {'nn.ReverseSequence()', {4, 3}},
   {'nn.Probe("p")', {3}},
   {'nn.Tic("t")', {3}},
   {'nn.Toc("t")', {3}},
   {'optim.ConfusionMatrix(3)', {3}},
   {'optim.ConfusionMatrix({"a", "b", "c"})', {4, 3}},
   {'optim.Logger(LOG)', {3}},
   {'graph.Graph()', {3}},
   {'graph.Node("data")', {3}},
   {'graph.Edge(graph.Node("a"), graph.Node("b"))', {3}},
   {'nngraph.Node({module = nn.Tanh()})', {3}},
   {'nn.Linear(3, 2)(X)', {3}},
   {'torchx.Queue()', {3}},
   {'torch.AliasMultinomial(torch.Tensor {.1, .2, .7})', {3}},
   {'nn.DontCast(nn.LSTM(3, 2), "torch.FloatTensor")', {4, 3}},
   {'nn.Serial(nn.LSTM(3, 2))', {4, 3}},
   {'nn.Inception {}', {3}},
   {'nn.MuFuRu(3, 2)', {4, 3}},
   {'nn.SAdd(1)', {3}},
   {'nn.NormStabilizer(1)', {4, 3}},
   {'nn.ReinforceGamma(1)', {4, 3, from = .5}},
   {'nn.Reinforce()', {4, 3}},
}
for _ = 1, 2 do
   for _, case in ipairs(others) do add(case[1], {table.unpack(case, 2)}) end
end

-- `nn` and its like, with constructors that get a wrong argument now and then.
local function doubtful(package, name, wrongness)
   return setmetatable({}, {__index = function(_, key)
      local class = package[key]
      if type(class) ~= 'table' or not class.__typename then return class end
      return setmetatable({}, {__index = class, __call = function(_, ...)
         local arguments = table.pack(...)
         if chance(wrongness) then
            local i = math.random(arguments.n + 1)
            arguments[i] = values.spoiled(arguments[i])
            arguments.n = math.max(arguments.n, i)
         end
         return class(table.unpack(arguments, 1, arguments.n))
      end, __typename = name .. key})
   end})
end

local function environment(wrongness)
   return setmetatable({nn = doubtful(nn, 'nn.', wrongness), optim = doubtful(optim, 'optim.', wrongness),
      graph = doubtful(graph, 'graph.', wrongness),
      nngraph = doubtful(nngraph, 'nngraph.', wrongness), X = nn.Identity()(), Y = nn.Identity()(),
         LOG = modules.folder .. '/log/a.log'}, {__index = _G})
end

--- An object of a case, built rightly or not; nothing, if that was refused.
function modules.make(wrongness)
   local case = pick(cases)
   local chunk = assert(load('return ' .. case[1], '=case', 't', environment(wrongness)))
   local ok, object = watch.try(case[1], chunk)
   if ok then return object, case end
end

-- What classes call on themselves, or what only prints.
local within = 'profile read write refuse totalGradOutput gradientOf lossOf rewardOf '
   .. 'parameterAs setParameter stateBefore checkState recursiveMask recursiveResizeZero '
   .. 'getBatchSize updateAddBuffer makeInputContiguous noiseProb noiseSample fastNoise currentModule'

-- Methods by class: all that scripts call, in order.
local methods, open = {}, {__tostring__ = true, __call__ = true, __sub__ = true, __unm__ = true, __len = true}
local function methodsOf(object)
   local name = torch.typename(object)
   if not name then return {} end
   if methods[name] then return methods[name] end
   local list, seen = {}, {}
   for each in within:gmatch '%S+' do seen[each] = true end
   local metatable = torch.getmetatable(name)
   while metatable do
      for _, key in ipairs(values.sortedKeys(metatable)) do
         if type(key) == 'string' and not seen[key] and type(metatable[key]) == 'function' and (open[key] or key:sub(1,
            1) ~= '_') then
            seen[key] = true
            list[#list + 1] = key
         end
      end
      metatable = getmetatable(metatable)
   end
   table.sort(list)
   methods[name] = list
   return list
end

local usual = {'forward', 'forward', 'backward', 'backward', 'updateGradInput', 'accGradParameters', 'evaluate',
   'training', 'forget', 'remember', 'clone', 'float', 'double',
   'getParameters', 'clearState', 'updateParameters', 'zeroGradParameters', 'maskZero', 'setZeroMask', 'sharedClone',
      'stepClone', 'add', 'batchAdd', 'type'}

local function draw(case) return case.inputs and #case.inputs > 0 and play.draw(pick(case.inputs),
   'torch.DoubleTensor') or values.any() end

local function argument(case, object)
   local choice = math.random(10)
   if choice <= 3 then return draw(case) end
   if choice <= 5 then return values.spoiled(draw(case)) end
   if choice == 6 then return type(object) == 'table' and rawget(object,
      pick {'output', 'gradInput', 'weight'}) or nil end
   if choice == 7 then return values.module() end
   return values.any()
end

-- Save and load, with `torch.save`'s format or the text's.
local function again(object)
   local format = pick {'binary', 'ascii'}
   local ok, text = watch.try('serialize', torch.serialize, object, format)
   if not ok then return object end
   local loaded, copy = watch.try('deserialize', torch.deserialize, text, format)
   return loaded and copy or object
end

local function call(object, case)
   if chance(.05) then return again(object) end
   if chance(.05) then watch.try('tostring', tostring, object) return object end
   local list = methodsOf(object)
   if #list == 0 then return object end
   local name = chance(.6) and pick(usual) or pick(list)
   if type(object[name]) ~= 'function' then return object end
   local first = argument(case, object)
   -- A gradient that fits is like the output.
   local output = type(object) == 'table' and rawget(object, 'output')
   local second = chance(.5) and output or argument(case, object)
   local count = math.random(0, 10)
   local what = case[1] .. ':' .. name
   local ok, result
   if count == 0 then ok, result = watch.try(what, object[name], object)
   elseif count <= 2 then ok, result = watch.try(what, object[name], object, first)
   else ok, result = watch.try(what, object[name], object, first, second, chance(.5) and 1 or values.any(),
      values.any()) end
   -- What came of it may be what goes on: a clone, a converted module.
   if ok and type(result) == 'table' and chance(.3) and torch.isTypeOf(result,
      torch.typename(object) or '') then return result end
   return object
end

--- A round: an object, right or wrong, and calls.
function modules.round()
   local object, case = modules.make(pick {0, 0, .3})
   if object == nil then return end
   for _ = 1, math.random(20) do object = call(object, case) end
end

-- A table somewhere within an object, and one of its keys.
local function somewhere(object)
   local at, key = object, nil
   for _ = 1, 5 do
      local keys = values.sortedKeys(at)
      if #keys == 0 then return nil end
      key = pick(keys)
      if type(at[key]) ~= 'table' or chance(.4) then return at, key end
      at = at[key]
   end
   return at, key
end

--- A round with an object that has wrong values in its fields.
function modules.spoiledRound()
   local object, case = modules.make(0)
   if type(object) ~= 'table' then return end
   watch.forgiving, values.halves = true, true
   for _ = 1, math.random(6) do object = call(object, case) end
   for _ = 1, math.random(2) do
      local ok, at, key = pcall(somewhere, object)
      if ok and at then
         local wrong
         if chance(.3) then wrong = nil else wrong = values.spoiled(rawget(at, key)) end
         rawset(at, key, wrong)
         watch.call = ('%s with %s = %s'):format(case[1], tostring(key), tostring(torch.type(wrong)))
      end
   end
   if chance(.5) then object = again(object) end
   for _ = 1, math.random(10) do object = call(object, case) end
   watch.forgiving, values.halves = false, false
end

return modules
