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

-- nn.LSTM, with peepholes and without.
local dropout = a('Dropout', nil, {p = 0})
local function gate(name, hasPeephole, transfer)
   local x, h = sequential(dropout, the(name .. 'x', 'Linear')), sequential(dropout, the(name .. 'h', 'LinearNoBias'))
   if hasPeephole then return sequential(parallel(x, h, the(name .. 'c', 'CMul')), sum, transfer) end
   return sequential(narrow(1, 2), parallel(x, h), sum, transfer)
end
local function peepholes(are)
   local kept = sequential(concat(gate('f', are, sigmoid), select(3)), product)
   local new = sequential(concat(gate('i', are, sigmoid), gate('z', false, tanh)), product)
   return sequential(
      concat(narrow(1, 2), sequential(concat(kept, new), sum)),
      flatten,
      concat(sequential(concat(gate('o', are, sigmoid), sequential(select(3), tanh)), product), select(3)))
end
local seeing, blind = peepholes(true), peepholes(false)

local methods = {'forward', 'backward', 'updateOutput', 'updateGradInput', 'accGradParameters'}

local function within(pattern, module, found)
   if getmetatable(module) ~= nn[pattern.class].__metatable then return false end
   -- A method of a module's own may do anything.
   for i = 1, #methods do
      if rawget(module, methods[i]) ~= nil then return false end
   end
   for field, value in pairs(pattern.fields) do
      if module[field] ~= value then return false end
   end
   local inner, modules = pattern.within, rawget(module, 'modules')
   if #inner ~= (modules and #modules or 0) then return false end
   for i = 1, #inner do
      if not within(inner[i], modules[i], found) then return false end
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

local function isOfGates(parts)
   local weight = parts.ix.weight
   if not isMatrix(weight) then return false end
   local units, inputs = weight:size(1), weight:size(2)
   for _, name in ipairs {'i', 'f', 'o', 'z'} do
      if not isFit(parts[name .. 'x'], parts[name .. 'h'], 1, inputs, units) then return false end
      local peephole = parts[name .. 'c']
      local size = peephole and peephole.weight:isContiguous() and peephole.weight:nElement() or 0
      if peephole and size ~= units then return false end
   end
   return true
end

-- The modules with names, if a network is of a pattern.
local function matched(pattern, network)
   local found = {}
   return within(pattern, network, found) and found or nil
end

--- What a network is: 'lstm' with `i2g` and `o2g`, 'gru' with these and `i2c` and `o2c`, 'peepholes' with what x, h
-- and c meet on their way to the gates i, f, o and to the candidate z (`ix`, `ih`, `ic`, …), or nothing that is known.
-- @tparam nn.Module network
-- @treturn string|nil
-- @treturn table the modules that have parameters
function networks.recognize(network)
   local parts = matched(lstm, network)
   if parts then
      local linear, state = parts.i2g, parts.o2g
      local isKnown = isMatrix(linear.weight) and isMatrix(state.weight)
         and isFit(linear, state, 4, linear.weight:size(2), state.weight:size(2))
      return isKnown and 'lstm' or nil, parts
   end
   parts = matched(gru, network)
   if parts then
      local weight = parts.i2c.weight
      if not isMatrix(weight) then return nil end
      local units, inputs = weight:size(1), weight:size(2)
      local isKnown = isFit(parts.i2g, parts.o2g, 2, inputs, units)
         and isFit(parts.i2c, parts.o2c, 1, inputs, units)
      return isKnown and 'gru' or nil, parts
   end
   parts = matched(seeing, network) or matched(blind, network)
   if parts and isOfGates(parts) then return 'peepholes', parts end
   return nil
end

return networks
