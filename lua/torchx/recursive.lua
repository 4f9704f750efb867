--- Functions on tensors that also take tables of tensors, nested to any depth.
-- @module torchx.recursive
local expected = require 'nn.expected'
local first = require 'torchx.first'
local recursive = {}

local function isTable(value) return torch.type(value) == 'table' end

local function refuse(name, got)
   expected('torchx.' .. name, 'a tensor or a table of tensors', torch.isTensor(got) and got or torch.type(got))
end

-- A function that goes through two values at once. Where `to` has nothing, a tensor of the other's type is made.
local function pairwise(name, apply, dropsMore)
   local function go(to, from, ...)
      if isTable(from) then
         to = isTable(to) and to or {to}
         for key, part in pairs(from) do to[key] = go(to[key], part, ...) end
         if dropsMore then
            for key in pairs(to) do
               if from[key] == nil then to[key] = nil end
            end
         end
      elseif torch.isTensor(from) then
         to = torch.isTensor(to) and to or from.new()
         apply(to, from, ...)
      else
         refuse(name, from)
      end
      return to, from
   end
   recursive[name] = go
end

-- A function that makes one value of another.
local function mapped(name, apply)
   local function go(value, ...)
      if torch.isTensor(value) then return apply(value, ...) end
      if not isTable(value) then refuse(name, value) end
      local result = {}
      for key, part in pairs(value) do result[key] = go(part, ...) end
      return result
   end
   recursive[name] = go
end

-- A function that changes every tensor and returns the same value.
local function inPlace(name, apply)
   local function go(value, ...)
      if torch.isTensor(value) then apply(value, ...)
      elseif isTable(value) then for _, part in pairs(value) do go(part, ...) end
      else refuse(name, value) end
      return value
   end
   recursive[name] = go
end

--- Give `to` the sizes of `from`; what is too many goes.
-- @function recursiveResizeAs
-- @tparam torch.Tensor|table to
-- @tparam torch.Tensor|table from
-- @return `to`, or what was made in its place
-- @return `from`
pairwise('recursiveResizeAs', function(to, from) to:resize(from:size()) end, true)
--- Copy, after resizing.
-- @function recursiveCopy
-- @tparam torch.Tensor|table to
-- @tparam torch.Tensor|table from
-- @return `to`, or what was made in its place
-- @return `from`
pairwise('recursiveCopy', function(to, from) to:resize(from:size()):copy(from) end, true)
--- Let the tensors of `to` be views of those of `from`.
-- @function recursiveSet
-- @tparam torch.Tensor|table to
-- @tparam torch.Tensor|table from
-- @return `to`, or what was made in its place
-- @return `from`
pairwise('recursiveSet', function(to, from) to:set(from) end, true)
--- Add `from` to `to`.
-- @function recursiveAdd
-- @tparam torch.Tensor|table to
-- @tparam torch.Tensor|table from
-- @return `to`, or what was made in its place
-- @return `from`
pairwise('recursiveAdd', function(to, from) to:add(from) end)

--- Set every element.
-- @function recursiveFill
-- @tparam torch.Tensor|table value
-- @tparam number number
-- @return `value`
inPlace('recursiveFill', function(tensor, number) tensor:fill(number) end)
--- Draw every element from the standard normal distribution.
-- @function recursiveNormal
-- @tparam torch.Tensor|table value
-- @return `value`
inPlace('recursiveNormal', function(tensor)
   if not tensor.normal then expected('torchx.recursiveNormal', 'tensors of floats or doubles', torch.type(tensor)) end
   tensor:normal()
end)

--- Empty tensors of the same types.
-- @function recursiveNew
-- @tparam torch.Tensor|table value
mapped('recursiveNew', function(tensor) return tensor.new() end)
--- Views of a stretch, with the arguments of `sub`.
-- @function recursiveSub
-- @tparam torch.Tensor|table value
-- @param ... first and last along each dimension
mapped('recursiveSub', function(tensor, ...) return tensor:sub(...) end)
--- Rows by their numbers, of every tensor.
-- @function recursiveIndex
-- @tparam torch.Tensor|table to what is filled, and made where there is nothing
-- @tparam torch.Tensor|table from
-- @tparam int dim
-- @tparam torch.LongTensor indices
-- @return `to`, or what was made in its place
pairwise('recursiveIndex', function(to, from, dim, indices) to:index(from, dim, indices) end)
local index = recursive.recursiveIndex
function recursive.recursiveIndex(to, from, dim, indices) return (index(to, from, dim, indices)) end
--- The sizes, a list for each tensor.
-- @function recursiveSize
-- @tparam torch.Tensor|table value
-- @tparam[opt] int excludedim a dimension to leave out, where there is one of that number
mapped('recursiveSize', function(tensor, excludedim)
   local sizes = tensor:size():totable()
   if sizes[excludedim or 0] then table.remove(sizes, excludedim) end
   return sizes
end)

--- The sum of all elements.
-- @tparam torch.Tensor|table value
-- @treturn number
function recursive.recursiveSum(value)
   if torch.isTensor(value) then return value:sum() end
   if not isTable(value) then refuse('recursiveSum', value) end
   local sum = 0
   for _, part in pairs(value) do sum = sum + recursive.recursiveSum(part) end
   return sum
end

--- The number of rows of the first tensor.
-- @tparam torch.Tensor|table value
-- @treturn int
function recursive.recursiveBatchSize(value)
   local tensor = first(value)
   if not tensor or tensor:dim() == 0 then refuse('recursiveBatchSize', value) end
   return tensor:size(1)
end

--- Whether two values have the same tensors, within 1e-5.
-- @tparam torch.Tensor|table a
-- @tparam torch.Tensor|table b
-- @treturn boolean
function recursive.recursiveTensorEq(a, b)
   if isTable(a) and isTable(b) then
      for key in pairs(b) do
         if a[key] == nil then return false end
      end
      for key, part in pairs(a) do
         if b[key] == nil or not recursive.recursiveTensorEq(part, b[key]) then return false end
      end
      return true
   end
   if not torch.isTensor(a) or not torch.isTensor(b) or not a:isSameSizeAs(b) then return false end
   -- Differences of bytes have no sign.
   if not a.uniform then a, b = a:double(), b:double() end
   return a:nElement() == 0 or torch.add(a, -1, b):abs():max() < 1e-5
end

--- Convert tensors to a type; the same tensor, if it has it.
-- @param value a tensor, a table, or a module or criterion, which is converted in place
-- @tparam string type such as `'torch.FloatTensor'`
function recursive.recursiveType(value, type)
   if isTable(value) then
      for key, part in pairs(value) do value[key] = recursive.recursiveType(part, type) end
      return value
   end
   local isModule = torch.isTypeOf(value, 'nn.Module') or torch.isTypeOf(value, 'nn.Criterion')
   return (isModule or torch.isTensor(value)) and value:type(type) or value
end

return recursive
