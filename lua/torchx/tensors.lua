--- What `torchx` adds to `torch`.
-- @module torchx.tensors
local expected = require 'nn.expected'

--- Tensors joined along a dimension: `torch.concat([res,] tensors [, dim])`.
-- @tparam[opt] torch.Tensor res where the result goes
-- @tparam {torch.Tensor,...} tensors
-- @tparam[opt=1] int dim
-- @treturn torch.Tensor
function torch.concat(res, tensors, dim)
   if torch.type(res) == 'table' then res, tensors, dim = nil, res, tensors end
   if torch.type(tensors) ~= 'table' or not torch.isTensor(tensors[1]) then
      expected('torch.concat', 'a table of tensors', tensors)
   end
   return torch.cat(res or tensors[1].new(), tensors, dim or 1)
end

--- Where a number lies: its indices as a table, row after row of the tensor as it is seen.
-- @tparam torch.Tensor tensor
-- @tparam number val
-- @tparam[opt] int dim 2: a table of indices for each row of a matrix
-- @treturn table
function torch.find(tensor, val, dim)
   if not torch.isTensor(tensor) then expected('torch.find', 'a tensor', tensor) end
   if type(val) ~= 'number' then expected('torch.find', 'a number', val) end
   if dim == nil then
      local found, i = {}, 0
      for _, value in ipairs(tensor:contiguous():view(-1):totable()) do
         i = i + 1
         if value == val then found[#found + 1] = i end
      end
      return found
   end
   if dim ~= 2 or tensor:dim() ~= 2 then expected('torch.find', 'a matrix and dimension 2', tensor) end
   local rows = {}
   for i = 1, tensor:size(1) do rows[i] = torch.find(tensor[i], val) end
   return rows
end

local function same(first, value) return first == value end

--- Sort a vector, and put equal neighbours into groups: `torch.group([val, idx,] tensor [, samegrp, desc])`.
-- @tparam[opt] torch.Tensor val where the sorted numbers go
-- @tparam[opt] torch.LongTensor idx where their places go
-- @tparam torch.Tensor tensor
-- @tparam[opt] function samegrp whether a value belongs to the group of another, given that and the value
-- @tparam[opt=false] boolean desc whether it is sorted downwards
-- @treturn table `{[value] = {idx = places, val = numbers}}`
-- @treturn torch.Tensor val
-- @treturn torch.LongTensor idx
function torch.group(val, idx, tensor, samegrp, desc)
   if not torch.isTensor(idx) then val, idx, tensor, samegrp, desc = nil, nil, val, idx, tensor end
   if not torch.isTensor(tensor) or tensor:dim() ~= 1 then expected('torch.group', 'a vector', tensor) end
   samegrp = samegrp or same
   if type(samegrp) ~= 'function' then expected('torch.group', 'a function of two numbers', samegrp) end
   val, idx = val or tensor.new(), idx or torch.LongTensor()
   tensor.sort(val, idx, tensor, 1, desc or false)
   local groups, first, start = {}, val[1], 1
   local function close(stop)
      local count = stop - start + 1
      groups[first] = {idx = idx:narrow(1, start, count), val = val:narrow(1, start, count)}
   end
   for i = 2, val:size(1) do
      if not samegrp(first, val[i]) then
         close(i - 1)
         first, start = val[i], i
      end
   end
   close(val:size(1))
   return groups, val, idx
end

--- Call a function with the tensors of two values that are nested alike, making those that one of them lacks.
-- @param t1 a tensor, a table or nothing
-- @param t2 another
-- @tparam function f called with a tensor of each
-- @tparam[opt] torch.Tensor p1 what tensors missing in t1 are made like; else as those of t2
-- @tparam[opt] torch.Tensor p2 the same for t2
-- @return t1
-- @return t2
function torch.remap(t1, t2, f, p1, p2)
   if type(f) ~= 'function' then expected('torch.remap', 'a function', f) end
   if torch.type(t1) == 'table' or torch.type(t2) == 'table' and t1 == nil then
      local keys, new1 = t1, torch.type(t1) == 'table' and t1 or {}
      if torch.type(keys) ~= 'table' then keys = t2 end
      local new2 = torch.type(t2) == 'table' and t2 or {t2}
      for key in pairs(keys) do new1[key], new2[key] = torch.remap(new1[key], new2[key], f, p1, p2) end
      return new1, new2
   end
   if torch.type(t2) == 'table' then return torch.remap({t1}, t2, f, p1, p2) end
   if not torch.isTensor(t1) and not torch.isTensor(t2) then
      expected('torch.remap', 'a tensor or a table of tensors', t1 == nil and t2 or t1)
   end
   for _, like in pairs {p1 or t2 or t1, p2 or p1 or t1 or t2} do
      if not torch.isTensor(like) then expected('torch.remap', 'a tensor that others are made like', like) end
   end
   t1 = t1 or (p1 or t2).new()
   t2 = t2 or (p2 or p1 or t1).new()
   f(t1, t2)
   return t1, t2
end

--- The best path down a tree whose leaves are a vector: at each level the part with the greatest sum.
-- @tparam torch.Tensor tensor a vector of as many numbers as the product of the sizes
-- @tparam {int,...} treeSize children at each level
-- @treturn number the greatest leaf of the best part
-- @treturn int where it is
function torch.treemax(tensor, treeSize)
   if not torch.isTensor(tensor) or tensor:dim() ~= 1 then expected('torch.treemax', 'a vector', tensor) end
   if torch.type(treeSize) ~= 'table' then expected('torch.treemax', 'a table of sizes', treeSize) end
   local count = 1
   for _, size in ipairs(treeSize) do
      if type(size) ~= 'number' then expected('torch.treemax', 'a table of sizes', size) end
      count = count * size
   end
   if count ~= tensor:size(1) then expected('torch.treemax', ('a vector of size %d'):format(count), tensor) end
   local offset, best = 0, nil
   for _, size in ipairs(treeSize) do
      count = math.floor(count / size)
      local sums = tensor:narrow(1, offset + 1, count * size):view(size, count):sum(2):view(size)
      local value, index = sums:max(1)
      offset, best = offset + (index[1] - 1) * count, value[1]
   end
   return best, offset + 1
end

for _, name in ipairs {'torch.FloatTensor', 'torch.DoubleTensor', 'torch.LongTensor', 'torch.IntTensor',
      'torch.ShortTensor', 'torch.CharTensor', 'torch.ByteTensor'} do
   local metatable = torch.getmetatable(name)
   metatable.concat, metatable.find, metatable.group = torch.concat, torch.find, torch.group
end
