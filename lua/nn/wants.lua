--- What layers ask of what comes in: anything else is refused in the layer's name.
-- @module nn.wants
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local sizes = require 'nn.sizes'
local wants = {}

--- Refuse a tensor for its size: `nn.MM: size mismatch: expected …, got 2x3`.
function wants.otherSize(who, what, got)
   expected((type(who) == 'string' and who or torch.type(who)) .. ': size mismatch', what, got)
end

-- What values are called in messages: by a name, or by a number in a table, which costs nothing while all is well.
local function called(name)
   return type(name) == 'number' and ('number %d of the table'):format(name) or name
end

-- Whether a metatable is a tensor type's, for those that have been asked for. What follows looks here first, and asks
-- for more only where something is unlike: of a small tensor the questions cost more than what is computed.
local kinds = setmetatable({}, {__mode = 'k'})

local function isTensor(value)
   local kind = getmetatable(value)
   if kind == nil then return false end
   local known = kinds[kind]
   if known == nil then
      known = torch.isTensor(value)
      kinds[kind] = known
   end
   return known
end

--- A tensor of any type.
-- @tparam nn.Module who whose message it would be
-- @tparam string|int name what the value is called, or its number in a table
-- @param value
-- @return the value, as everywhere here
function wants.tensor(who, name, value)
   if kinds[getmetatable(value)] then return value end
   if not isTensor(value) then expected(who, ('a tensor as %s'):format(called(name)), value) end
   return value
end

--- A tensor of another's type; of any, if the other is no tensor.
function wants.type(who, name, value, model)
   local kind = getmetatable(value)
   if kinds[kind] and getmetatable(model) == kind then return value end
   wants.tensor(who, name, value)
   if getmetatable(value) ~= getmetatable(model) and isTensor(model) then
      expected(who, ('%s (%s)'):format(called(name), torch.type(model):sub(7)), torch.type(value):sub(7))
   end
   return value
end

--- A tensor of floats or doubles.
function wants.floating(who, name, value)
   if not wants.tensor(who, name, value).uniform then
      expected(who, ('%s of floats or doubles'):format(name), torch.type(value))
   end
   return value
end

--- A tensor of another's type, with as many elements.
function wants.elements(who, name, value, model)
   local kind = getmetatable(value)
   if kinds[kind] and getmetatable(model) == kind and value:isSameSizeAs(model) then return value end
   wants.type(who, name, value, wants.tensor(who, 'input', model))
   if value:nElement() ~= model:nElement() then
      wants.otherSize(who, ('%s of as many elements as %s'):format(called(name), sizes(model)), value)
   end
   return value
end

--- A tensor of another's type and size.
function wants.same(who, name, value, model)
   local kind = getmetatable(value)
   if kinds[kind] and getmetatable(model) == kind and value:isSameSizeAs(model) then return value end
   wants.type(who, name, value, wants.tensor(who, 'input', model))
   if not value:isSameSizeAs(model) then wants.otherSize(who, ('%s of size %s'):format(name, sizes(model)), value) end
   return value
end

--- A tensor of another's type and of a size, a LongStorage.
function wants.sized(who, name, value, model, size)
   wants.type(who, name, value, model)
   if not value:isSize(size) then
      wants.otherSize(who, ('%s of size %s'):format(name, table.concat(size:totable(), 'x')), value)
   end
   return value
end

--- An input of a layer's type with elements, and as many in the gradient.
function wants.gradient(who, input, gradOutput)
   local kind = getmetatable(input)
   if kinds[kind] and kind == getmetatable(gradOutput) and kind == getmetatable(who.gradInput)
      and gradOutput:isSameSizeAs(input) and input:dim() > 0 then
      return gradOutput
   end
   wants.type(who, 'input', input, torch.isTensor(who.gradInput) and who.gradInput or who.output)
   if input:dim() == 0 then wants.otherSize(who, 'input with elements', input) end
   return wants.elements(who, 'gradOutput', gradOutput, input)
end

local function dimensions(low, high)
   if high == math.huge then return ('%d or more dimensions'):format(low) end
   if high and high ~= low then return ('%d to %d dimensions'):format(low, high) end
   return low == 1 and '1 dimension' or ('%d dimensions'):format(low)
end

--- A tensor of a number of dimensions.
function wants.dims(who, name, value, low, high)
   local d = wants.tensor(who, name, value):dim()
   if d < low or d > (high or low) then
      wants.otherSize(who, ('%s of %s'):format(name, dimensions(low, high)), value)
   end
   return value
end

--- A vector of any type.
function wants.vector(who, what, value)
   if not torch.isTensor(value) or value:dim() ~= 1 then expected(who, what, value) end
   return value
end

--- An input of as many rows as the last output had.
function wants.rows(who, input, count)
   if input:size(1) ~= count then wants.otherSize(who, ('input of %d rows'):format(count), input) end
   return input
end

--- A table that begins with this many tensors, all of the first one's type; at least one if no number is given.
function wants.tensors(who, value, count)
   if type(value) ~= 'table' or getmetatable(value) ~= nil then
      expected(who, count and ('a table of %d tensors'):format(count) or 'a table of tensors', value)
   end
   for i = 1, count or math.max(1, #value) do wants.type(who, i, value[i], value[1]) end
   return value
end

--- The same, of as many elements each, and of the type of a layer's own tensor.
-- @treturn table the table
-- @treturn torch.Tensor the first
function wants.alike(who, value, own, count)
   local first = type(value) == 'table' and value[1] or nil
   local kind = getmetatable(first)
   local fits = isTensor(first) and (getmetatable(own) == kind or not isTensor(own)) and getmetatable(value) == nil
   for i = 2, fits and (count or #value) or 0 do
      local other = value[i]
      fits = fits and getmetatable(other) == kind
         and (other:isSameSizeAs(first) or other:nElement() == first:nElement())
   end
   if not fits then
      wants.tensors(who, value, count)
      wants.type(who, 'input', value[1], own)
      for i = 2, count or #value do wants.elements(who, 'input', value[i], value[1]) end
   end
   return value, first
end

--- A tensor, or a table of tensors and of such tables.
function wants.nested(who, name, value)
   if torch.isTensor(value) then return value end
   if torch.type(value) ~= 'table' then expected(who, ('a tensor or a table of tensors as %s'):format(name), value) end
   for _, part in pairs(value) do wants.nested(who, name, part) end
   return value
end

--- A plain table.
function wants.table(who, name, value)
   if type(value) == 'table' and getmetatable(value) == nil then return value end
   if torch.type(value) ~= 'table' then expected(who, ('a table as %s'):format(name), value) end
   return value
end

--- A dimension that a tensor has.
function wants.dimension(who, dimension, count)
   if type(dimension) ~= 'number' or dimension < 1 or dimension > count then
      expected(who, ('a dimension from 1 to %d'):format(count), dimension)
   end
   return dimension
end

--- A number that may be a dimension: counted from 1, or from -1 backwards.
function wants.axis(who, dimension)
   if type(dimension) ~= 'number' or not (math.abs(dimension) >= 1 and math.abs(dimension) < math.huge) then
      expected(who, 'a dimension, counted from 1 or from -1 backwards', dimension)
   end
   return dimension
end

--- Where a layer's `dimension` lies in an input: backwards if it is negative, one further on if the input has one
-- dimension more than `nInputDims`, for a batch.
function wants.axisOf(who, input)
   local dimension, n = who.dimension, input:dim()
   if type(dimension) == 'number' then
      if dimension < 0 then
         dimension = n + dimension + 1
      elseif who.nInputDims and n == who.nInputDims + 1 then
         dimension = dimension + 1
      end
   end
   return wants.dimension(who, dimension, n)
end

--- How many dimensions a sample has, where a layer may be told.
function wants.optionalCount(who, what, value)
   if value == nil or type(value) == 'number' and math.abs(value) < math.huge then return value end
   expected(who, what, value)
end

--- A number, not nan.
function wants.number(who, what, value)
   if type(value) ~= 'number' or value ~= value then expected(who, what, value) end
   return value
end

--- A number that counts things.
function wants.count(who, what, value)
   if not isCount(value) then expected(who, what, value) end
   return value
end

--- Fields that count things, by name.
function wants.counts(who, ...)
   for _, name in ipairs {...} do wants.count(who, name .. ' of 1 or more', who[name]) end
end

--- Fields that may be 0, by name.
function wants.amounts(who, ...)
   for _, name in ipairs {...} do
      local value = who[name]
      if type(value) ~= 'number' or not (value >= 0 and value < math.huge) then
         expected(who, name .. ' of 0 or more', value)
      end
   end
end

--- A function, or what can be called like one.
function wants.callable(who, what, value)
   local kind = type(value) ~= 'function' and getmetatable(value)
   if kind and not (type(kind) == 'table' and kind.__call) or kind == nil then expected(who, what, value) end
   return value
end

--- A criterion.
function wants.criterion(who, value)
   if not torch.isTypeOf(value, 'nn.Criterion') then expected(who, 'a criterion', value) end
   return value
end

--- What can stand in a container: it computes an output. Criterions are no layers.
function wants.layer(who, value)
   if type(value) ~= 'table' or value.updateOutput == nil or torch.isTypeOf(value, 'nn.Criterion') then
      expected(who, 'a module', value)
   end
   return value
end

--- A module.
function wants.module(who, value)
   if not torch.isTypeOf(value, 'nn.Module') then expected(who, 'a module', value) end
   return value
end

return wants
