--- Additions to `torch`: concatenation, searching, grouping, drawing from categories, digests, JSON, lists of files.
-- @module torchx
require 'torch'

torchx = {version = 1}
for name, f in pairs(require 'torchx.recursive') do torchx[name] = f end
require 'torchx.tensors'
require 'torchx.AliasMultinomial'
require 'torchx.Queue'
require 'torchx.indexdir'
torch.md5, torch.json = require 'torchx.md5', require 'torchx.json'

--- Add functions to the metatables of types.
-- @tparam {string,...} types names of types
-- @tparam table funcs functions by name
-- @tparam[opt=false] boolean alias whether the names are of elements, such as `'Float'`
function torchx.extend(types, funcs, alias)
   for name, value in pairs {types = {types}, funcs = {funcs}} do
      if type(value[1]) ~= 'table' then
         error(('torchx.extend: expected a table as %s, got %s'):format(name, torch.type(value[1])), 2)
      end
   end
   for _, name in ipairs(types) do
      local metatable = torch.getmetatable(alias and ('torch.%sTensor'):format(name) or name)
      if not metatable then error(('torchx.extend: expected the name of a type, got %s'):format(name), 2) end
      for key, f in pairs(funcs) do rawset(metatable, key, f) end
   end
end

return torchx
