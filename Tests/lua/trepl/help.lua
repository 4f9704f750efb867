-- Help for all that the packages around recurrent networks offer: each class says what it computes and what its
-- arguments are, each function too.
local about = require 'trepl.about'
local comments = require 'trepl.comments'
local folders = require 'torch.lateFolders'
local host = require 'sconce.host'
local packages = {'optim', 'graph', 'nngraph', 'dpnn', 'rnn', 'nnx', 'torchx', 'gnuplot'}
for _, name in ipairs(packages) do require(name) end
local test = {}

local function isOurs(source)
   for _, name in ipairs(packages) do
      if source:find('^@sconce/' .. name .. '/') then return true end
   end
end

-- Note in a list what a comment of a function leaves out; other packages' functions, and those that are bound, are not
-- asked.
local function note(missing, name, f)
   local at = debug.getinfo(f, 'S')
   if host.help(f) or at.what == 'C' or not isOurs(at.source) then return end
   local text = about(f)
   if text:find('^defined in') then missing[#missing + 1] = name .. ': no comment' end
   local lines = comments.lines(at.source)
   local comment = comments.endingAt(lines, at.linedefined - 1)
   for argument in comments.arguments(lines[at.linedefined]):gmatch('[%w_]+') do
      local said = argument == 'self' or argument == '_' or text:find('\n  %[?' .. argument .. '[%s:%]]')
      if comment and comment.isPublic and not said then
         missing[#missing + 1] = ('%s: nothing of %s'):format(name, argument)
      end
   end
end

local function nothing(check, missing) check.equal(table.concat(missing, '\n'), '', 'what is missing') end

-- Goes through what has a public name, in order.
local function each(t)
   local keys = {}
   for key in pairs(t) do
      if type(key) == 'string' and key:sub(1, 1) ~= '_' then keys[#keys + 1] = key end
   end
   table.sort(keys)
   local i = 0
   return function()
      i = i + 1
      return keys[i], keys[i] and t[keys[i]]
   end
end

-- The class behind what a script calls; nil of what is none.
local function classOf(value)
   local class = type(value) == 'table' and (debug.getmetatable(value) or {}).__metatable
   return type(class) == 'table' and rawget(class, '__typename') and class
end

local function eachClass(visit)
   for _, package in ipairs {'nn', 'optim', 'graph', 'nngraph', 'torchx'} do
      for key, value in each(_G[package]) do
         local class = classOf(value)
         for _, folder in ipairs(class and (folders[package] or {package}) or {}) do
            local path = ('%s/%s.lua'):format(folder, key)
            if isOurs('@sconce/' .. path) and host.source(path) then visit(package .. '.' .. key, class, path) end
         end
      end
   end
end

function test.classesSayWhatTheyComputeAndTake(check)
   local count, missing = 0, {}
   eachClass(function(name, class, path)
      count = count + 1
      local head = comments.head(comments.lines('@sconce/' .. path))
      if not (head and head.isPublic and #comments.sentence(head) > 20) then missing[#missing + 1] = name end
      local init = rawget(class, '__init')
      if init and debug.getinfo(init, 'u').nparams > 1 then note(missing, name, init) end
   end)
   nothing(check, missing)
   check.equal(count > 90, true, count .. ' classes are more than 90')
end

function test.methodsThatNoAncestorHasSayWhatTheyDo(check)
   local missing = {}
   eachClass(function(name, class)
      local parent = debug.getmetatable(class)
      for key, value in each(class) do
         if type(value) == 'function' and rawget(class, key) == value and not (parent and parent[key]) then
            note(missing, ('%s:%s'):format(name, key), value)
         end
      end
   end)
   nothing(check, missing)
end

function test.functionsSayWhatTheyDo(check)
   local missing = {}
   for name, package in pairs {optim = optim, graph = graph, nngraph = nngraph, rnn = rnn, torchx = torchx, nn = nn, gnuplot = gnuplot,
         utils = nn.utils, torch = torch} do
      for key, value in each(package) do
         if type(value) == 'function' then note(missing, name .. '.' .. key, value) end
      end
   end
   table.sort(missing)
   nothing(check, missing)
end

function test.optimizersSayWhereTheyComeFrom(check)
   local others, missing = {polyinterp = true, checkgrad = true, lswolfe = true, FistaLS = true}, {}
   for key, value in each(optim) do
      if type(value) == 'function' and not others[key] then
         local text = about(value)
         if not text:find('%f[%d][12]%d%d%d%f[%D]') and not text:find('arXiv') then missing[#missing + 1] = key end
         if not text:find('\n  %[?config') then missing[#missing + 1] = key .. ': settings' end
      end
   end
   nothing(check, missing)
end

function test.whatIsShown(check)
   local function has(text, part) check.equal(text:find(part, 1, true) and part, part, text) end
   local lstm = about('nn.LSTM')
   has(lstm, 'h[t] = o[t] ∘ tanh(c[t])')
   has(lstm, '\nnn.LSTM(inputSize, outputSize, rho, cell2gate, p, mono)\n')
   has(about('optim.ConfusionMatrix'), '\n  :batchAdd(predictions, targets): Count')
   has(about(nn.Minus), '\nMethods: those of nn.Module')
   has(about(torchx.recursiveNew), 'recursiveNew(…)\nEmpty tensors')
   has(about('nn.Linear:noBias'), 'Drop the bias')
   check.equal(about(nn.LSTM(2, 3)), lstm)
   check.equal(about('no.such.thing'), nil)
end

return test
