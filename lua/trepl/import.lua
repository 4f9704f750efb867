--- Other ways to a package: all of its names as globals, some of them, a file beside the caller's.
-- @module trepl.import

--- Require a package and make its names globals, those that are not taken.
-- @tparam string name of the package
-- @tparam[opt] boolean force whether taken names are replaced
function import(name, force)
   local package = require(name)
   if type(package) ~= 'table' then return end
   for key, value in pairs(package) do
      if type(key) == 'string' and (force or rawget(_G, key) == nil) then rawset(_G, key, value) end
   end
end

--- Run a file that lies beside the caller's.
function include(name)
   local source = debug.getinfo(2, 'S').source
   local folder = source:sub(1, 1) == '@' and paths.dirname(source:sub(2)) or '.'
   return dofile(paths.concat(folder, name))
end

--- A package that need not be there: nil and why, if it is not.
-- @tparam string name of the package
-- @tparam[opt] table names that are made globals
function xrequire(name, names)
   local ok, package = pcall(require, name)
   if not ok then return nil, package end
   for _, key in ipairs(names or {}) do rawset(_G, key, package[key]) end
   return package
end

--- Print the globals that a script has made.
function who()
   for _, name in ipairs(require('trepl.given')()) do
      local value = rawget(_G, name)
      print(('%-24s = %s'):format(('[%s]'):format(name), torch.typename(value) or type(value)))
   end
end

return true
