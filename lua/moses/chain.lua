--- Chains of calls, of the functions of `moses`: `moses.chain({1, 2}):map(f):value()`.
-- @module moses.chain

--- Give the functions theirs; `moses(value)` begins a chain too.
-- @tparam table moses
-- @treturn table the same
return function(moses)
   local Chain = {}

   -- Each method is the function of that name, with the value in front, and gives a chain again.
   function Chain.__index(_, name)
      local f = moses[name]
      if name == 'value' or type(f) ~= 'function' then return f end
      return function(chain, ...) return moses.chain(f(moses.value(chain), ...)) end
   end

   function moses.chain(value) return setmetatable({_value = value, _wrapped = true}, Chain) end
   --- What a chain has come to; anything else is itself.
   function moses.value(chain) return getmetatable(chain) == Chain and chain._value or chain end

   return setmetatable(moses, {__call = function(_, value) return moses.chain(value) end})
end
