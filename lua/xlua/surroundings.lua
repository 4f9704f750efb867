--- What surrounds a script: variables of the shell, packages.
-- @module xlua.surroundings

--- Values that the shell may set: `rate=0.5 th train.lua`.
-- @tparam table defaults by name; a number stays a number
-- @treturn table the same names, with the variables of the shell that bear them in the place of the defaults
function xlua.envparams(defaults)
   if type(defaults) ~= 'table' then error('xlua.envparams: expected defaults, got ' .. type(defaults), 2) end
   local values = {}
   for name, default in pairs(defaults) do
      local text = type(name) == 'string' and os.getenv(name)
      local value = text or default
      if text and type(default) == 'number' then
         value = tonumber(text) or error(('xlua.envparams: %s: expected a number, got %s'):format(name, text), 2)
      elseif text == 'true' or text == 'false' then
         value = text == 'true'
      end
      values[name] = value
   end
   return values
end

--- Whether a package could be required.
function xlua.installed(name)
   if type(name) ~= 'string' then error('xlua.installed: expected a name, got ' .. type(name), 2) end
   if package.loaded[name] ~= nil then return true end
   for _, search in ipairs(package.searchers) do
      local loader = search(name)
      if type(loader) == 'function' then return true end
   end
   return false
end
