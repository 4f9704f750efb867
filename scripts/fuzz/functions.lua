-- Functions of the packages, with whatever arguments.
local values, watch = require 'values', require 'watch'
local pick, chance = values.pick, values.chance
local functions = {}

local list = {}

-- These print, or go on for as long as they are told to.
local apart = {['torchx.help'] = true, ['moses.times'] = true, ['nn.utils.typeWithout'] = true}

local function collect(name, package)
   for _, key in ipairs(values.sortedKeys(package)) do
      local f, full = package[key], name .. '.' .. tostring(key)
      if type(f) == 'function' and not apart[full] then list[#list + 1] = {full, f} end
   end
end

collect('optim', setmetatable({}, {__index = optim}))
for _, name in ipairs {'sgd', 'adam', 'adamax', 'adagrad', 'adadelta', 'rmsprop', 'rprop', 'asgd', 'nag', 'cg', 'lbfgs',
   'FistaLS', 'cmaes', 'de', 'polyinterp',
   'checkgrad', 'lswolfe'} do
   list[#list + 1] = {'optim.' .. name, optim[name]}
end
for _, name in ipairs {'dot', 'graphvizFile', 'graphvizLayout', '_dotEscape'} do
   if graph[name] then list[#list + 1] = {'graph.' .. name, graph[name]} end
end
for _, name in ipairs {'annotateNodes', 'setDebug', 'display', 'nest'} do
   list[#list + 1] = {'nngraph.' .. name, nngraph[name]}
end
collect('nngraph.simple_print', nngraph.simple_print)
collect('nngraph.nesting', require 'nngraph.nesting')
collect('nn.utils', nn.utils)
collect('nn.rnn', nn.rnn)
collect('torchx', torchx)
for _, name in ipairs {'concat', 'find', 'group', 'remap', 'treemax', 'indexdir', 'swapaxes'} do
   if torch[name] then list[#list + 1] = {'torch.' .. name, torch[name]} end
end
for _, name in ipairs {'md5', 'json'} do
   if type(torch[name]) == 'table' then collect('torch.' .. name, torch[name]) end
end
local moses = require 'moses'
for _ = 1, 2 do collect('moses', moses) end

local function argument()
   local choice = math.random(10)
   if choice <= 3 then return values.tensor() end
   if choice <= 5 then return values.table(0) end
   if choice == 6 then return values.callback() end
   if choice == 7 then return values.tensors() end
   return values.any()
end

function functions.round()
   for _ = 1, 5 do
      local entry = pick(list)
      local arguments, count = {}, math.random(0, 4)
      for i = 1, count do arguments[i] = argument() end
      if count > 1 and chance(.2) then arguments[2] = arguments[1] end
      watch.try(entry[1], entry[2], table.unpack(arguments, 1, count))
   end
   nngraph.setDebug(false)
end

return functions
