--- Copies of modules that have some tensors in common with the original.
-- @module dpnn.copies
local copies = {}

-- The tensors that a field holds, one or a table of them.
local function each(value, visit)
   if torch.isTensor(value) then
      visit(value)
   elseif type(value) == 'table' then
      for _, part in pairs(value) do each(part, visit) end
   end
end

--- Call a function with every module that can be reached from a value, once.
-- @param value a module, or a table that holds some
-- @tparam function visit
function copies.walk(value, visit)
   local seen = {}
   local function walk(at)
      if type(at) ~= 'table' or seen[at] then return end
      seen[at] = true
      if torch.isTypeOf(at, 'nn.Module') then visit(at) end
      -- In an order of its own, so that nothing hangs on that of pairs.
      local names = {}
      for key in pairs(at) do names[#names + 1] = key end
      table.sort(names, function(a, b)
         if type(a) == type(b) and (type(a) == 'number' or type(a) == 'string') then return a < b end
         return type(a) < type(b)
      end)
      for _, key in ipairs(names) do walk(at[key]) end
   end
   walk(value)
end

--- The tensors in fields of all modules that can be reached, by their identities.
-- @param value a module, or a table that holds some
-- @tparam function names from a module to the names of its fields
-- @treturn table `{[torch.pointer(tensor)] = true}`
function copies.tensors(value, names)
   local found = {}
   copies.walk(value, function(module)
      for _, name in ipairs(names(module)) do
         each(module[name], function(tensor) found[torch.pointer(tensor)] = true end)
      end
   end)
   return found
end

-- A storage of the same elements.
local function storage(from) return torch.factory(torch.typename(from))():resize(from:size()):copy(from) end

--- Copy a module with all that it holds. What shares a storage in it shares one in the copy.
-- @param value what is copied
-- @tparam function shared whether a tensor is to be seen through the copy too, given its identity
-- @tparam[opt] function keep whether an object is not copied at all
-- @return the copy
function copies.copy(value, shared, keep)
   local done = {}
   local function once(key, from, make)
      if done[key] == nil then done[key] = make(from) end
      return done[key]
   end
   local function tensor(from)
      if shared(torch.pointer(from)) or not from:storage() then return from.new():set(from) end
      local elements = once(torch.pointer(from:storage()), from:storage(), storage)
      return from.new():set(elements, from:storageOffset(), from:size(), from:stride())
   end
   local function copy(from)
      if torch.isTensor(from) then return once(torch.pointer(from), from, tensor) end
      if torch.isStorage(from) then return once(torch.pointer(from), from, storage) end
      if type(from) ~= 'table' or keep and keep(from) then return from end
      if done[from] then return done[from] end
      local class = torch.typename(from)
      local to = class and torch.factory(class)() or setmetatable({}, getmetatable(from))
      done[from] = to
      for key, part in next, from do rawset(to, copy(key), copy(part)) end
      return to
   end
   return copy(value)
end

return copies
