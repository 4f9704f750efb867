--- What optimizers ask of what comes in: anything else is refused in the optimizer's name.
-- @module optim.wants
local expected = require 'nn.expected'
local layers = require 'nn.wants'
local place = require 'torch.place'
local wants = {}

--- Refuse a call, blaming the script's line.
function wants.refuse(message) error(message, place.level()) end

--- A function, or what can be called like one.
function wants.callable(who, name, value)
   return type(value) == 'function' and value or layers.callable(who, ('a function as %s'):format(name), value)
end

--- A tensor with elements.
function wants.tensor(who, name, value)
   if not torch.isTensor(value) then expected(who, ('a tensor as %s'):format(name), value) end
   if value:nElement() == 0 then expected(who, ('a tensor with elements as %s'):format(name), value) end
   if not value.add then
      expected(who, ('a tensor of a type that is computed with as %s'):format(name), torch.type(value))
   end
   return value
end

--- A tensor of floats or doubles.
function wants.floating(who, name, value) return layers.floating(who, name, value) end

--- A tensor of another's type with as many elements.
function wants.like(who, name, value, model)
   if torch.isTensor(value) and getmetatable(value) == getmetatable(model) and value:nElement() == model:nElement() then
      return value
   end
   local what = ('a %s of %d elements as %s'):format(torch.type(model):sub(7), model:nElement(), name)
   if torch.isTensor(value) and torch.type(value) ~= torch.type(model) then value = torch.type(value):sub(7) end
   expected(who, what, value)
end

--- A table.
function wants.table(who, name, value)
   if type(value) ~= 'table' then expected(who, ('a table as %s'):format(name), value) end
   return value
end

-- What the last call was given: the next one has most often the same.
local last = setmetatable({}, {__mode = 'v'})

--- The arguments that all optimizers have.
-- @treturn table config, empty if it was missing
-- @treturn table state, which is config if it was missing
function wants.arguments(who, opfunc, x, config, state)
   state = state or config
   if config and config == last.config and state == last.state and x == last.x and opfunc == last.opfunc then
      return config, state
   end
   wants.callable(who, 'opfunc', opfunc)
   wants.tensor(who, 'x', x)
   config = wants.table(who, 'config', config or {})
   state = wants.table(who, 'state', state or config)
   last.opfunc, last.x, last.config, last.state = opfunc, x, config, state
   return config, state
end

--- A number of a table, or what stands for it when it is missing. Text that is a number is one.
function wants.number(who, from, key, default)
   local value = from[key] or default
   if type(value) == 'number' and value == value then return value end
   local number = tonumber(value)
   if not number or number ~= number then expected(who, ('a number as %s'):format(key), value) end
   return number
end

--- A tensor that a table may hold, to go with x.
function wants.optional(who, from, key, x)
   return from[key] and wants.like(who, key, from[key], x)
end

--- A tensor of the state that goes with x; made, of zeros, if it is missing.
-- @treturn torch.Tensor the tensor
-- @treturn boolean whether it was made
function wants.buffer(who, state, key, x)
   if state[key] then return wants.like(who, 'state.' .. key, state[key], x), false end
   state[key] = x.new():resizeAs(x):zero()
   return state[key], true
end

--- A gradient, which goes with x.
function wants.gradient(who, dfdx, x)
   return wants.like(who, 'the gradient that opfunc returns', dfdx, x)
end

--- The value of the function and its gradient.
function wants.evaluation(who, opfunc, x)
   local fx, dfdx = opfunc(x)
   return fx, wants.gradient(who, dfdx, x)
end

--- A value of the function that is a number, for an optimizer that compares values.
function wants.value(who, fx)
   if type(fx) ~= 'number' then expected(who, 'a number as the value that opfunc returns', fx) end
   return fx
end

return wants
