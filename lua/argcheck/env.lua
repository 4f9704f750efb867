--- What `argcheck` thinks a type is. Replace `istype` to teach it others: rules that were made before keep theirs.
-- @module argcheck.env
require 'torch'
local env = {}

--- The name of a value's class or type.
function env.type(value) return torch.type(value) end

--- Whether a value is of a type: one of Lua's, a class or one above it, or a pattern of these such as `torch.*Tensor`.
function env.istype(value, name)
   if torch.typename(value) then return torch.isTypeOf(value, name) end
   -- An object of `require 'class'`, if somebody has required it.
   local other = package.loaded.class
   if type(value) == 'table' and type(other) == 'table' and other.istype and other.type(value) ~= 'table' then
      return other.istype(value, name)
   end
   return type(value) == name
end

return env
