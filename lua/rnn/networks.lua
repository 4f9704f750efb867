--- The networks that recurrent modules build, as patterns by which they are known again.
-- @module rnn.networks
local networks = {}

-- A module of exactly this class, with these fields and these modules within; `name` is what it is returned as.
local function a(class, within, fields) return {class = class, within = within or {}, fields = fields or {}} end
local function the(name, class)
   local pattern = a(class)
   pattern.name = name
   return pattern
end
local function select(index) return a('SelectTable', nil, {index = index}) end
local function narrow(offset, length) return a('NarrowTable', nil, {offset = offset, length = length}) end
local function sequential(...) return a('Sequential', {...}) end
local function concat(...) return a('ConcatTable', {...}) end
local function parallel(...) return a('ParallelTable', {...}) end
local sum, product, flatten, tanh, sigmoid = a 'CAddTable', a 'CMulTable', a 'FlattenTable', a 'Tanh', a 'Sigmoid'
local reshape, split = a 'Reshape', a('SplitTable', nil, {dimension = 1, nInputDims = 2})

local i2g, o2g = the('i2g', 'Linear'), the('o2g', 'LinearNoBias')

-- nn.FastLSTM
local lstm = sequential(
   concat(
      sequential(narrow(1, 2), parallel(i2g, o2g), sum, reshape, split, parallel(sigmoid, tanh, sigmoid, sigmoid)),
      select(3)),
   flatten,
   concat(
      sequential(
         concat(sequential(narrow(1, 2), product), sequential(concat(select(3), select(5)), product)),
         sum),
      select(4)),
   flatten,
   concat(sequential(concat(sequential(select(1), tanh), select(2)), product), select(1)))

-- nn.GRU
local candidate = sequential(
   concat(
      sequential(select(1), the('i2c', 'Linear')),
      sequential(narrow(2, 2), product, the('o2c', 'LinearNoBias'))),
   sum, tanh)
local gru = sequential(
   concat(a 'Identity', sequential(parallel(i2g, o2g), sum, reshape, split, parallel(sigmoid, sigmoid))),
   flatten,
   concat(narrow(1, 4), select(2)),
   flatten,
   sequential(
      concat(
         sequential(
            concat(candidate, sequential(select(4), a('SAdd', nil, {addend = -1, negate = true}))), product),
         sequential(narrow(4, 2), product)),
      sum))

local methods = {'forward', 'backward', 'updateOutput', 'updateGradInput', 'accGradParameters'}

local function matches(pattern, module, found)
   if getmetatable(module) ~= nn[pattern.class].__metatable then return false end
   -- A method of a module's own may do anything.
   for i = 1, #methods do
      if rawget(module, methods[i]) ~= nil then return false end
   end
   for field, value in pairs(pattern.fields) do
      if module[field] ~= value then return false end
   end
   local within, modules = pattern.within, rawget(module, 'modules')
   if #within ~= (modules and #modules or 0) then return false end
   for i = 1, #within do
      if not matches(within[i], modules[i], found) then return false end
   end
   if pattern.name then found[pattern.name] = module end
   return true
end

-- Whether the weights are what the network as a whole makes of them: gates of as many units as there are in the state.
local function isMatrix(tensor) return torch.isTensor(tensor) and tensor:dim() == 2 end
local function isWhole(tensor, rows, columns)
   return isMatrix(tensor) and tensor:size(1) == rows and tensor:size(2) == columns
end
local function isFit(linear, state, gates, inputs, units)
   return isWhole(linear.weight, gates * units, inputs)
      and isWhole(state.weight, gates * units, units) and not state.bias
end

--- What a network is: 'lstm' with `i2g` and `o2g`, 'gru' with these and `i2c` and `o2c`, or nothing of what is known.
-- @tparam nn.Module network
-- @treturn string|nil
-- @treturn table the modules that have parameters
function networks.recognize(network)
   local parts = {}
   if matches(lstm, network, parts) then
      local linear, state = parts.i2g, parts.o2g
      local isKnown = isMatrix(linear.weight) and isMatrix(state.weight)
         and isFit(linear, state, 4, linear.weight:size(2), state.weight:size(2))
      if isKnown then return 'lstm', parts end
   elseif matches(gru, network, parts) then
      local weight = parts.i2c.weight
      if not isMatrix(weight) then return nil end
      local units, inputs = weight:size(1), weight:size(2)
      local isKnown = isFit(parts.i2g, parts.o2g, 2, inputs, units) and isFit(parts.i2c, parts.o2c, 1, inputs, units)
      if isKnown then return 'gru', parts end
   end
   return nil
end

return networks
