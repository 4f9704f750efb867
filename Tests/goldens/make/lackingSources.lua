-- What lacking.lua asks: names of classes or cases, and for each the module as bytes, its fields and its numbers; `play`
-- gives the numbers of a module.
local sources = {}

local function fieldsOf(module)
   local fields = {}
   for key in pairs(module) do
      if type(key) == 'string' then fields[#fields + 1] = key end
   end
   table.sort(fields)
   return fields
end

-- Classes with cases in Tests/goldens/nn/cases.
local function classes(path, family)
   require(family or 'nn')
   local play = dofile 'Tests/goldens/nn/play.lua'
   local cases, names
   if family then cases, names = play.family(family) else cases, names = play.classes() end
   local source = {path = path, names = {}}
   for _, name in ipairs(names) do
      if not cases[name][1].unsaved then table.insert(source.names, name) end
   end
   function source.entry(name)
      local recorded = torch.load(play.path(name))
      return {bytes = torch.serialize(recorded.module), fields = fieldsOf(recorded.module), numbers = recorded[play.types[1]]}
   end
   function source.play(name, module)
      local numbers = {}
      play.play(cases[name][1], play.types[1], function(_, value) play.flat(value, numbers) end, nil, module)
      return torch.DoubleTensor(numbers)
   end
   return source
end

-- Cases of Tests/goldens/rnn.
local function sequences(path, recording)
   require 'rnn'
   local play = dofile 'Tests/goldens/rnn/play.lua'
   local cases, source = {}, {path = path, names = {}, isWhole = true}
   for _, case in ipairs(play.recordings[recording].cases) do
      cases[case[1]] = case
      -- One of each class.
      if case[1]:find '^%w+$' or case[1]:find 'of a tensor$' then table.insert(source.names, case[1]) end
   end
   function source.play(name, module)
      local numbers = {}
      play.play(cases[name], function(_, values)
         for _, value in ipairs(values) do numbers[#numbers + 1] = value end
      end, module)
      return torch.DoubleTensor(numbers)
   end
   function source.entry(name)
      torch.manualSeed(11)
      local module = (loadstring or load)('return ' .. cases[name][2])()
      local bytes = torch.serialize(module)
      return {bytes = bytes, fields = fieldsOf(module), numbers = source.play(name, torch.deserialize(bytes))}
   end
   return source
end

function sources.nn() return classes 'Tests/goldens/nn/lacking.t7' end
for _, family in ipairs {'dpnn', 'nnx', 'rnn'} do
   sources[family] = function() return classes(('Tests/goldens/nn/lacking.%s.t7'):format(family), family) end
end
function sources.sequences() return sequences('Tests/goldens/rnn/recorded/lacking.t7', 'rnn') end
function sources.torchrnn() return sequences('Tests/goldens/rnn/recorded/lackingSuccessor.t7', 'torchrnn') end

return sources
