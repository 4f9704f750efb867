--- What layers do with tensors and with tables of them, nested to any depth.
-- @module nn.utils
local expected = require 'nn.expected'
local utils = {}
nn.utils = utils

local function isTable(value) return torch.type(value) == 'table' end

local function refuse(name, what, got)
   expected('nn.utils.' .. name, what, torch.isTensor(got) and got or torch.type(got))
end

--- Refuse what is no name of a tensor type.
function utils.checkType(name)
   if type(name) ~= 'string' or not name:find('^torch%..*Tensor$') or not torch.getmetatable(name) then
      expected('nn.Module.type', "the name of a tensor type, such as 'torch.FloatTensor'", name)
   end
end

-- A tensor of another type. Its whole storage is converted, once a cache, so that views stay views of one another.
local function convert(tensor, type, cache)
   if torch.typename(tensor) == type then return tensor end
   local known = cache[tensor]
   if known then return known end
   local new = (torch.getmetatable(type) or utils.checkType(type)).new()
   if tensor:storage() then
      local key = torch.pointer(tensor:storage())
      if not cache[key] then
         local storage = tensor:storage()
         cache[key] = new.new(storage:size()):copy(tensor.new(storage)):storage()
      end
      new:set(cache[key], tensor:storageOffset(), tensor:size(), tensor:stride())
   end
   cache[tensor] = new
   return new
end

--- Convert tensors, also those in tables, modules and criterions; anything else stays as it is.
--
-- Tables are changed in place. A tensor is converted with its whole storage, and what shared a storage shares the new
-- one, as far as a cache is shared.
--
-- @param value a tensor, or what holds tensors
-- @tparam string type such as `'torch.FloatTensor'`
-- @tparam[opt] table cache from what was converted to what came of it
-- @return the converted value
function utils.recursiveType(value, type, cache)
   if cache == nil then
      utils.checkType(type)
      cache = {}
   elseif not isTable(cache) then
      refuse('recursiveType', 'a table as the cache', cache)
   end
   if torch.isTensor(value) then return convert(value, type, cache) end
   local isModule = torch.isTypeOf(value, 'nn.Module') or torch.isTypeOf(value, 'nn.Criterion')
   if not isModule and not isTable(value) then return value end
   -- What comes again, if only within itself, has been served.
   if cache[value] then return value end
   cache[value] = value
   if isModule then return value:type(type, cache) end
   for key, part in pairs(value) do value[key] = utils.recursiveType(part, type, cache) end
   return value
end

--- Give a table of tensors the sizes of another; tables and tensors that are missing are made.
-- @param to what is resized: a tensor, a table or nothing
-- @param from what it is to be like
-- @return `to`, or what was made in its place
-- @return `from`
function utils.recursiveResizeAs(to, from)
   if isTable(from) then
      to = isTable(to) and to or {to}
      for key, part in pairs(from) do to[key] = utils.recursiveResizeAs(to[key], part) end
      for key in pairs(to) do
         if from[key] == nil then to[key] = nil end
      end
   elseif torch.isTensor(from) then
      to = torch.isTensor(to) and to or from.new()
      to:resize(from:size())
   else
      refuse('recursiveResizeAs', 'a tensor or a table of tensors', from)
   end
   return to, from
end

--- Set every element.
-- @return the same value
function utils.recursiveFill(value, number)
   if isTable(value) then
      for _, part in pairs(value) do utils.recursiveFill(part, number) end
   elseif torch.isTensor(value) then
      value:fill(number)
   else
      refuse('recursiveFill', 'a tensor or a table of tensors', value)
   end
   return value
end

--- Add a multiple: `to = to + scale · from`.
-- @param to a tensor or a table of tensors
-- @tparam[opt=1] number scale the multiple
-- @param from the same shape of tables
-- @return `to`
-- @return `from`
function utils.recursiveAdd(to, scale, from)
   if from == nil then scale, from = 1, scale end
   if isTable(from) then
      to = isTable(to) and to or {to}
      for key, part in pairs(from) do to[key] = utils.recursiveAdd(to[key], scale, part) end
   elseif torch.isTensor(to) and torch.isTensor(from) then
      to:add(scale, from)
   else
      refuse('recursiveAdd', 'tensors in the same places of both', torch.isTensor(to) and from or to)
   end
   return to, from
end

--- Copy elements, after resizing; tables and tensors that are missing are made.
-- @param to a tensor, a table or nothing
-- @param from what is copied
-- @tparam[opt] boolean async no meaning here
-- @return `to`, or what was made in its place
-- @return `from`
function utils.recursiveCopy(to, from)
   if isTable(from) then
      to = isTable(to) and to or {to}
      for key, part in pairs(from) do to[key] = utils.recursiveCopy(to[key], part) end
   elseif torch.isTensor(from) then
      to = torch.isTensor(to) and to or from.new()
      to:resize(from:size()):copy(from)
   else
      refuse('recursiveCopy', 'a tensor or a table of tensors', from)
   end
   return to, from
end

--- A view with one dimension more, of one element.
-- @tparam[opt] torch.Tensor result what becomes the view
-- @tparam torch.Tensor tensor the elements
-- @tparam[opt=1] int dim where the new dimension comes
function utils.addSingletonDimension(...)
   local result, tensor, dim
   if select('#', ...) < 3 then
      tensor, dim = ...
      if not torch.isTensor(tensor) then refuse('addSingletonDimension', 'a tensor', tensor) end
      result = tensor.new()
   else
      result, tensor, dim = ...
      if not torch.isTensor(result) then refuse('addSingletonDimension', 'a tensor for the result', result) end
      if not torch.isTensor(tensor) then refuse('addSingletonDimension', 'a tensor', tensor) end
   end
   if tensor:dim() == 0 then refuse('addSingletonDimension', 'a tensor with elements', tensor) end
   dim = dim or 1
   if type(dim) ~= 'number' or dim < 1 or dim > tensor:dim() + 1 then
      expected('nn.utils.addSingletonDimension', ('a dimension from 1 to %d'):format(tensor:dim() + 1), dim)
   end
   local size, stride = torch.LongStorage(tensor:dim() + 1), torch.LongStorage(tensor:dim() + 1)
   for d = 1, tensor:dim() + 1 do
      local from = d > dim and d - 1 or d
      if d == dim then
         size[d], stride[d] = 1, 1
      else
         size[d], stride[d] = tensor:size(from), tensor:stride(from)
      end
   end
   return result:set(tensor:storage(), tensor:storageOffset(), size, stride)
end

--- A view in other sizes, of a copy if the elements do not lie one after another.
-- @tparam[opt] torch.Tensor output what becomes the view
-- @tparam torch.Tensor input the elements
-- @param ... sizes, as for `view`
function utils.contiguousView(output, input, ...)
   if not torch.isTensor(input) then
      if not torch.isTensor(output) then refuse('contiguousView', 'a tensor', output) end
      return utils.contiguousView(output.new(), output, input, ...)
   end
   output = output or input.new()
   if not torch.isTensor(output) then refuse('contiguousView', 'a tensor for the result', output) end
   if input:isContiguous() then return output:view(input, ...) end
   return output:resize(input:size()):copy(input):view(...)
end

local function checkObject(name, object)
   if type(object) ~= 'table' then refuse(name, 'a module', object) end
end

-- Tensors lose their elements and tables their contents; anything else goes.
local function clear(self, name)
   if type(name) ~= 'string' then refuse('clear', 'names of fields', name) end
   local value = self[name]
   if torch.isTensor(value) then
      value:set()
   elseif isTable(value) then
      self[name] = {}
   else
      self[name] = nil
   end
end

--- Empty fields: `nn.utils.clear(self, 'output', 'gradInput')`, or the names in a table.
-- @return the object itself
function utils.clear(self, ...)
   local names = {...}
   if type(names[1]) == 'table' then names = names[1] end
   checkObject('clear', self)
   for _, name in ipairs(names) do clear(self, name) end
   return self
end

--- Convert a module or criterion, but for fields whose values are not its own, or have one type for all.
-- @tparam nn.Module module
-- @tparam {string,...} fields
-- @tparam[opt] string type such as `'torch.FloatTensor'`
-- @tparam[opt] table cache
-- @return what `nn.Module.type` or `nn.Criterion.type` returns
function utils.typeWithout(module, fields, type, cache)
   local kept = {}
   for _, name in ipairs(fields) do kept[name], module[name] = module[name], nil end
   -- Whatever comes of it, they are not lost.
   local class = torch.isTypeOf(module, 'nn.Criterion') and nn.Criterion or nn.Module
   local ok, result = pcall(class.type, module, type, cache)
   for name, value in pairs(kept) do module[name] = value end
   if not ok then error(result, 0) end
   return result
end

--- Replace fields by empty ones, where what lies in them may be another layer's.
-- @return the object itself
function utils.renew(self, ...)
   checkObject('renew', self)
   for _, name in ipairs {...} do
      local value = self[name]
      self[name] = torch.isTensor(value) and value.new() or isTable(value) and {} or nil
   end
   return self
end

return utils
