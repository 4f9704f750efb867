--- Masks of samples that are 0, and more functions that go through tables of tensors: `nn.utils.recursiveIndex` …
-- @module rnn.utilities
local expected = require 'nn.expected'
local first = require 'torchx.first'
local utils = nn.utils

for _, name in ipairs {'recursiveSet', 'recursiveTensorEq', 'recursiveNormal', 'recursiveSum', 'recursiveNew'} do
   utils[name] = torchx[name]
end

local function refuse(name, got) expected('nn.utils.' .. name, 'a tensor or a table of tensors', got) end

--- The first tensor, depth first.
-- @param value a tensor or a table
-- @treturn torch.Tensor
function utils.recursiveGetFirst(value)
   local tensor = first(value)
   if not tensor then refuse('recursiveGetFirst', value) end
   return tensor
end

-- 1 where rows along the last of `dims` dimensions are 0 throughout.
local function zeroRows(name, value, dims, mask)
   if value:dim() < dims or value:nElement() == 0 then
      expected(name, ('a tensor of at least %d dimensions'):format(dims), value)
   end
   local sizes = {table.unpack(value:size():totable(), 1, dims)}
   local shape = {table.unpack(sizes)}
   shape[dims + 1] = -1
   local rows = value:contiguous():view(torch.LongStorage(shape))
   if not rows.norm then rows = rows:double() end
   local norms = rows.new()
   norms:norm(rows, 2, dims + 1)
   mask = mask or torch.ByteTensor()
   if torch.type(mask) ~= 'torch.ByteTensor' then expected(name, 'a torch.ByteTensor', mask) end
   norms.eq(mask, norms, 0)
   return mask:resize(torch.LongStorage(sizes))
end

--- Mark the samples of a batch that are 0, by its first tensor.
-- @param batch a tensor or a table of tensors
-- @tparam[opt] torch.ByteTensor mask what becomes the result
-- @treturn torch.ByteTensor a number for each sample
function utils.getZeroMaskBatch(batch, mask)
   return zeroRows('nn.utils.getZeroMaskBatch', utils.recursiveGetFirst(batch), 1, mask)
end

--- Mark the samples of each step that are 0.
-- @tparam torch.Tensor sequence steps x batch x …
-- @tparam[opt] torch.ByteTensor mask what becomes the result
-- @treturn torch.ByteTensor steps x batch
function utils.getZeroMaskSequence(sequence, mask)
   if not torch.isTensor(sequence) then refuse('getZeroMaskSequence', sequence) end
   return zeroRows('nn.utils.getZeroMaskSequence', sequence, 2, mask)
end

--- Set to 0 what is masked.
-- @param value a tensor or a table of tensors
-- @tparam torch.ByteTensor mask a number for each sample, or steps x batch
-- @return the value
function utils.recursiveZeroMask(value, mask)
   if torch.type(value) == 'table' then
      for _, part in ipairs(value) do utils.recursiveZeroMask(part, mask) end
      return value
   end
   if not torch.isTensor(value) then refuse('recursiveZeroMask', value) end
   local name = 'nn.utils.recursiveZeroMask'
   if torch.type(mask) ~= 'torch.ByteTensor' or mask:dim() > value:dim() then
      expected(name, ('a torch.ByteTensor of at most %d dimensions'):format(value:dim()), mask)
   end
   local size = value:size():fill(1)
   for dim = 1, mask:dim() do
      if mask:size(dim) ~= value:size(dim) then expected(name, 'as many samples as in the mask', value) end
      size[dim] = mask:size(dim)
   end
   value:maskedFill(mask:view(size):expandAs(value), 0)
   return value
end

--- Divide every element.
-- @tparam torch.Tensor|table value changed in place
-- @tparam number number
function utils.recursiveDiv(value, number)
   if torch.type(value) == 'table' then
      for _, part in ipairs(value) do utils.recursiveDiv(part, number) end
   elseif torch.isTensor(value) then
      value:div(number)
   else
      refuse('recursiveDiv', value)
   end
end

-- A function that makes tensors of those of `from`, in the places of those of `to`.
local function made(name, apply, new)
   local function go(to, from, ...)
      if torch.type(from) == 'table' then
         to = torch.type(to) == 'table' and to or {to}
         for key, part in pairs(from) do to[key] = go(to[key], part, ...) end
         for i = #from + 1, #to do to[i] = nil end
         return to
      end
      if not torch.isTensor(from) then refuse(name, from) end
      if not torch.isTensor(to) then
         if not new then refuse(name, to) end
         to = from.new()
      end
      apply(to, from, ...)
      return to
   end
   return go
end

local index = made('recursiveIndex', function(to, from, dim, indices) to:index(from, dim, indices) end, true)
--- Rows by their numbers, of every tensor.
-- @function recursiveIndex
-- @tparam torch.Tensor|table to what is filled, and made where there is nothing
-- @tparam torch.Tensor|table from
-- @tparam int dim
-- @tparam torch.LongTensor indices
-- @return `to`, or what was made in its place
utils.recursiveIndex, utils.recursiveIndexSelect = index, index

local indexCopy = made('recursiveIndexCopy', function(to, from, dim, indices) to:indexCopy(dim, indices, from) end)
--- Copy rows to places.
-- @tparam torch.Tensor|table to
-- @tparam int dim
-- @tparam torch.LongTensor indices the places
-- @tparam torch.Tensor|table from as many rows as places
-- @return `to`
function utils.recursiveIndexCopy(to, dim, indices, from) return indexCopy(to, from, dim, indices) end

local select = made('recursiveMaskedSelect', function(to, from, mask) to:maskedSelect(from, mask) end)
--- The elements that a mask marks.
-- @tparam torch.Tensor|table to what is filled
-- @tparam torch.Tensor|table from
-- @tparam torch.ByteTensor mask 1 for what is taken
-- @return `to`
function utils.recursiveMaskedSelect(to, from, mask) return select(to, from, mask) end

local maskedCopy = made('recursiveMaskedCopy', function(to, from, mask) to:maskedCopy(mask, from) end)
--- Copy elements to where a mask marks.
-- @tparam torch.Tensor|table to
-- @tparam torch.ByteTensor mask 1 for the places that are filled
-- @tparam torch.Tensor|table from
-- @return `to`
function utils.recursiveMaskedCopy(to, mask, from) return maskedCopy(to, from, mask) end

--- Give a mask to modules and criterions.
-- @tparam nn.Module|table modules one, or a table of them
-- @tparam torch.ByteTensor|boolean mask false for none
function utils.setZeroMask(modules, mask)
   for _, module in ipairs(torch.type(modules) == 'table' and modules or {modules}) do
      if not torch.typename(module) or not module.setZeroMask then
         expected('nn.utils.setZeroMask', 'modules and criterions', module)
      end
      module:setZeroMask(mask)
   end
end

--- A table of buffers that callers share by a name.
-- @tparam string name
-- @treturn table
function torch.getBufferTable(name)
   if type(name) ~= 'string' then expected('torch.getBufferTable', 'a name', name) end
   torch._buffer = torch._buffer or {}
   torch._buffer[name] = torch._buffer[name] or {}
   return torch._buffer[name]
end

--- A buffer in such a table; a new one, if there is none of the class.
-- @tparam string name of the table
-- @tparam string buffername
-- @param class the name of a class, or an object of it
function torch.getBuffer(name, buffername, class)
   local buffers = torch.getBufferTable(name)
   if type(buffername) ~= 'string' then expected('torch.getBuffer', 'the name of a buffer', buffername) end
   class = type(class) == 'string' and class or torch.type(class)
   if torch.type(buffers[buffername]) ~= class then
      local factory = torch.factory(class)
      if not factory then expected('torch.getBuffer', 'the name of a class', class) end
      buffers[buffername] = factory()
   end
   return buffers[buffername]
end

--- Whether a value is a tensor of bytes.
-- @param value
-- @treturn boolean
function torch.isByteTensor(value) return (torch.typename(value) or ''):find('^torch%..*ByteTensor$') ~= nil end
--- Whether a value is a tensor on a GPU.
-- @param value
-- @treturn boolean
function torch.isCudaTensor(value) return (torch.typename(value) or ''):find('^torch%.Cuda.*Tensor$') ~= nil end
