-- Plays sequences through recurrent modules, in plain Torch Lua: the original's numbers are recorded so
-- (Tests/goldens/make/rnn.lua), and ours compared with them (Tests/lua/rnn/goldens.lua).
--
-- A case has an expression that makes a module, and the size of what a step takes:
--
--     {'LSTM', 'nn.LSTM(3, 2)', {4, 3}},
--
-- Without more, the module steps by itself. `whole` says how a sequence goes in at once: as a 'tensor' or a 'table'.
-- `remember` is a mode for it. `index` makes whole numbers from 0 to this one of the input, `mask` sets samples to 0,
-- `set` has fields of the module that are set. `repeated` says that one input serves all steps, `saved` that the
-- original's module is recorded too, `last` that only the last step counts in evaluation, as the original writes over the
-- others.
local play = {}

play.steps = 4

-- Two packages have the name rnn: Element-Research's, and torch/rnn, which came after it.
play.recordings = {
   rnn = {path = 'Tests/goldens/rnn/recorded/sequences.t7', cases = dofile 'Tests/goldens/rnn/cases.lua'},
   torchrnn = {path = 'Tests/goldens/rnn/recorded/successor.t7', cases = dofile 'Tests/goldens/rnn/successor.lua'},
}

-- Numbers, tensors and tables of them, one after another.
local function flat(value, list)
   if torch.isTensor(value) then
      if value:nElement() == 0 then return list end
      for _, number in ipairs(value:contiguous():double():view(-1):totable()) do list[#list + 1] = number end
   elseif type(value) == 'table' then
      for i = 1, #value do flat(value[i], list) end
   elseif type(value) == 'number' then
      list[#list + 1] = value
   end
   return list
end

local function uniform(like)
   if torch.isTensor(like) then return torch.Tensor(like:size()):uniform(-1, 1) end
   local result = {}
   for i = 1, #like do result[i] = uniform(like[i]) end
   return result
end

-- What one step takes.
local function input(case, step)
   local size = torch.LongStorage(case[3])
   if case.index then return torch.Tensor(size):random(0, case.index) end
   local x = torch.Tensor(size):uniform(-1, 1)
   -- Some samples are 0, others at each step.
   if case.mask then
      for i = 1, x:size(1) do
         if (i + step) % 3 == 0 then x[i]:zero() end
      end
   end
   return x
end

local function inputs(case)
   local list = {}
   for step = 1, play.steps do list[step] = input(case, step) end
   if case.whole ~= 'tensor' then return list end
   local size = {play.steps}
   for i, n in ipairs(case[3]) do size[i + 1] = n end
   local all = torch.Tensor(torch.LongStorage(size))
   for step = 1, play.steps do all[step]:copy(list[step]) end
   return all
end

--- What all steps of a case take, as the module takes it.
function play.inputs(case)
   local x = inputs(case)
   return case.repeated and x[1] or x
end

-- A forward and a backward through a sequence; what came of them.
local function round(case, module, record)
   local x = play.inputs(case)
   if case.whole then
      local output = module:forward(x)
      record('output', output)
      record('gradInput', module:backward(x, uniform(output)))
      return
   end
   local gradients = {}
   for step = 1, play.steps do
      local output = module:forward(x[step])
      record('output of step ' .. step, output)
      gradients[step] = uniform(output)
   end
   for step = play.steps, 1, -1 do
      record('gradInput of step ' .. step, module:backward(x[step], gradients[step]))
   end
end

--- Play a case: two sequences with a step down the gradient after each, and one in evaluation.
-- `record(what, numbers)` gets all that can be seen on the way. The module is made, if there is none.
function play.play(case, record, module)
   torch.manualSeed(11)
   module = module or (loadstring or load)('return ' .. case[2])()
   for field, value in pairs(case.set or {}) do module[field] = value end
   local function put(what, value) record(case[1] .. ': ' .. what, flat(value, {})) end
   if case.remember then module:remember(case.remember) end
   put('parameters', module:parameters() or {})
   for _ = 1, 2 do
      module:zeroGradParameters()
      round(case, module, put)
      local _, gradients = module:parameters()
      put('gradients', gradients or {})
      module:updateParameters(.1)
      if not case.whole then module:forget() end
   end
   play.evaluate(case, module, put)
   return module
end

--- A sequence in evaluation.
function play.evaluate(case, module, put)
   module:evaluate()
   module:forget()
   torch.manualSeed(12)
   local x = play.inputs(case)
   if case.whole then
      local output = module:forward(x)
      return put('evaluated', case.last and output[#output] or output)
   end
   for step = 1, play.steps do put('evaluated at step ' .. step, module:forward(x[step])) end
end

--- Call a function with another type of tensors as the default.
function play.as(type, f, ...)
   local before = torch.getdefaulttensortype()
   torch.setdefaulttensortype(type)
   local ok, result = pcall(f, ...)
   torch.setdefaulttensortype(before)
   if not ok then error(result, 0) end
   return result
end

play.flat = flat
return play
