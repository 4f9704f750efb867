-- Plays the cases in Tests/goldens/nn/cases, in plain Torch Lua: the original's results are recorded so
-- (Tests/goldens/make/nn.lua), and ours compared with them (Tests/lua/nn/goldens.lua).
--
-- A family is a file of classes, a class a list of cases, and a case an expression, followed by inputs for the module
-- that it makes:
--
--     Linear = {{'nn.Linear(5, 3)', {5}, {4, 5}}},
--
-- An input is a size; a table of inputs, also under names; or something else, as it is. A size may have, by name,
-- `from` and `to` (elements are uniform between them, -1 and 1 if nothing is said), `index` (whole numbers from 1 to
-- this one, a LongTensor), `mask` (zeros and ones, a ByteTensor), `sign` (ones, negative or not), `values` (these; with
-- `long` in a LongTensor). Criterions get two, input and target, in a table. A case may say `evaluate` (not in
-- training), `gapless` (what lies in its storage with gaps is refused), `forward` (there is no way back), `kink`
-- (differences say nothing there), `scale` (what parameters' gradients are multiplied by, one half if nothing is said:
-- the original forgets it in places), `within` (how near results must be, where they are floats among doubles), `floats`
-- (how near floats must be), `sparse` (of parameters' gradients only each so manyth number counts: there are many),
-- `reward` (for how many samples a reward comes between forward and backward).
local play = {}

--- The families, in Tests/goldens/nn/cases.
play.families = {'simple', 'shapes', 'tables', 'containers', 'transfer', 'criterions', 'spatial', 'convolution', 'pooling',
   'normalization'}
--- Families of further packages, which their files require.
play.further = {'dpnn', 'nnx', 'rnn'}
play.types = {'torch.DoubleTensor', 'torch.FloatTensor'}

-- The cases of families by class, and the names of the classes in order.
local function ofFamilies(families)
   local classes, names = {}, {}
   for _, family in ipairs(families) do
      for class, cases in pairs(dofile('Tests/goldens/nn/cases/' .. family .. '.lua')) do
         classes[class], names[#names + 1] = cases, class
      end
   end
   table.sort(names)
   return classes, names
end

--- All cases by class, and the names of the classes in order.
function play.classes() return ofFamilies(play.families) end
--- The same of one family.
function play.family(family) return ofFamilies {family} end

function play.path(class) return 'Tests/goldens/nn/recorded/' .. class .. '.t7' end

local function sortedKeys(t)
   local keys = {}
   for key in pairs(t) do keys[#keys + 1] = key end
   table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
   return keys
end

local function tensor(spec, type)
   local size = {}
   for d, n in ipairs(spec) do size[d] = n end
   local t = torch.DoubleTensor(torch.LongStorage(size))
   if spec.index then return t:random(1, spec.index):long() end
   if spec.mask then return t:bernoulli(.5):byte() end
   if spec.sign then return t:bernoulli(.5):mul(2):add(-1):type(type) end
   if spec.values then return t:copy(torch.DoubleTensor(spec.values)):type(spec.long and 'torch.LongTensor' or type) end
   return t:uniform(spec.from or -1, spec.to or 1):type(type)
end

local function isPlain(value) return torch.type(value) == 'table' end

local function asDrawn(t) return t end

--- What an input says. `lay` says where a tensor's elements lie.
local function draw(spec, type, lay)
   lay = lay or asDrawn
   if not isPlain(spec) then return spec end
   if torch.type(spec[1]) == 'number' then return lay(tensor(spec, type)) end
   local drawn = {}
   for _, key in ipairs(sortedKeys(spec)) do drawn[key] = draw(spec[key], type, lay) end
   return drawn
end
play.draw = draw

--- A copy of a tensor, or of a table of them.
function play.copy(value)
   if torch.isTensor(value) then return value:clone() end
   if not isPlain(value) then return value end
   local copy = {}
   for key, part in pairs(value) do copy[key] = play.copy(part) end
   return copy
end

-- Gradients for an output.
local function gradients(output, lay)
   if torch.isTensor(output) then
      return lay(torch.DoubleTensor(output:size()):uniform(-1, 1):type(torch.type(output)))
   end
   if not isPlain(output) then return output end
   local drawn = {}
   for _, key in ipairs(sortedKeys(output)) do drawn[key] = gradients(output[key], lay) end
   return drawn
end

--- A value as numbers: elements after sizes after their number, and marks for what is no tensor.
function play.flat(value, list)
   list = list or {}
   if torch.isTensor(value) then
      list[#list + 1] = value:dim()
      for d = 1, value:dim() do list[#list + 1] = value:size(d) end
      if value:dim() > 0 then value:clone():double():apply(function(x) list[#list + 1] = x end) end
   elseif isPlain(value) then
      local keys = sortedKeys(value)
      list[#list + 1] = 100 + #keys
      for _, key in ipairs(keys) do play.flat(value[key], list) end
   else
      list[#list + 1] = -1
      if type(value) == 'number' then list[#list + 1] = value end
   end
   return list
end

--- The module of a case, with parameters that are the same everywhere.
local function make(case, type)
   local chunk = 'return ' .. case[1]
   torch.manualSeed(1)
   local module = assert((loadstring or load)(chunk))()
   module:type(type)
   if case.evaluate then module:evaluate() end
   torch.manualSeed(2)
   for _, parameter in ipairs(module.parameters and module:parameters() or {}) do parameter:uniform(-1, 1) end
   return module
end
play.make = make

local function layer(module, case, input, lay, tell)
   torch.manualSeed(4)
   local output = module:forward(input)
   tell('output', output)
   if case.forward then return end
   local gradOutput = gradients(output, lay)
   if case.reward then module:reinforce(tensor({case.reward}, torch.type(output))) end
   module:zeroGradParameters()
   tell('gradInput', module:backward(input, gradOutput, case.scale or .5))
   local _, parameters = module:parameters()
   for i, gradient in ipairs(parameters or {}) do
      if case.sparse then gradient = gradient:contiguous():view(-1):unfold(1, 1, case.sparse) end
      tell('gradient ' .. i, gradient)
   end
end

local function criterion(module, _, pair, _, tell)
   torch.manualSeed(4)
   tell('loss', module:forward(pair[1], pair[2]))
   tell('gradInput', module:backward(pair[1], pair[2]))
end

--- Play a case, one input after another on one module.
-- @tparam table case
-- @tparam string type 'torch.DoubleTensor' or 'torch.FloatTensor'
-- @tparam function tell called with what each result is, and the result
-- @tparam[opt] function lay puts the elements of a drawn tensor somewhere
-- @param[opt] module what to play it on; it is made otherwise
-- @return the module
function play.play(case, type, tell, lay, module)
   lay = lay or asDrawn
   module = module or make(case, type)
   local run = torch.isTypeOf(module, 'nn.Criterion') and criterion or layer
   for i = 2, #case do
      torch.manualSeed(3)
      run(module, case, draw(case[i], type, lay), lay, function(what, value)
         tell(('%s, input %d: %s'):format(case[1], i - 1, what), value)
      end)
   end
   return module
end

return play
