--- Tensors as views of one.
-- @module nn.flatten
local expected = require 'nn.expected'

-- The stretch of its storage in which a tensor lies: first element, last.
local function stretch(tensor)
   local first = tensor:storageOffset()
   local last = first
   for d = 1, tensor:dim() do last = last + (tensor:size(d) - 1) * tensor:stride(d) end
   return first, last
end

-- Stretches that overlap become one, with all their tensors.
local function merge(stretches)
   table.sort(stretches, function(a, b) return a.first < b.first end)
   local merged = {}
   for _, s in ipairs(stretches) do
      local before = merged[#merged]
      if before and s.first <= before.last then
         before.last = math.max(before.last, s.last)
         table.insert(before, s[1])
      else
         merged[#merged + 1] = s
      end
   end
   return merged
end

-- The stretches in use, storage by storage in the order in which they come up.
local function inUse(tensors)
   local storages, known, seen = {}, {}, {}
   for _, tensor in ipairs(tensors) do
      if torch.type(tensor) ~= torch.type(tensors[1]) then
         expected('nn.Module.flatten', 'tensors of one type', torch.type(tensor))
      end
      -- The same tensor may come again, from a layer that is used twice.
      local identity = torch.pointer(tensor)
      if tensor:nElement() > 0 and not seen[identity] then
         seen[identity] = true
         local key = torch.pointer(tensor:storage())
         if not known[key] then
            known[key] = {}
            storages[#storages + 1] = known[key]
         end
         local first, last = stretch(tensor)
         table.insert(known[key], {tensor, first = first, last = last})
      end
   end
   local all = {}
   for _, stretches in ipairs(storages) do
      for _, s in ipairs(merge(stretches)) do all[#all + 1] = s end
   end
   return all
end

-- Whether the tensors of a stretch leave no element of it out.
local function isCovered(s)
   local n = s.last - s.first + 1
   for _, tensor in ipairs(s) do
      local first, last = stretch(tensor)
      if first == s.first and last == s.last and tensor:nElement() == n then return true end
   end
   local mask = torch.ByteTensor(n):zero()
   for _, tensor in ipairs(s) do
      torch.ByteTensor(mask:storage(), tensor:storageOffset() - s.first + 1, tensor:size(), tensor:stride()):fill(1)
   end
   return mask:sum() == n
end

--- Let tensors be views of a new one that holds each element once, and return it.
--
-- Tensors that share elements go on sharing them; the rest of their storages is not taken along.
--
-- @function flatten
-- @tparam {torch.Tensor,...} tensors of one type
return function(tensors)
   if type(tensors) ~= 'table' or #tensors > 0 and not torch.isTensor(tensors[1]) then
      expected('nn.Module.flatten', 'a table of tensors', tensors)
   end
   if #tensors == 0 then return torch.Tensor() end
   local stretches, count = inUse(tensors), 0
   for _, s in ipairs(stretches) do
      if not isCovered(s) then expected('nn.Module.flatten', 'tensors without gaps between their elements', s[1]) end
      s.at, count = count + 1, count + s.last - s.first + 1
   end
   local flat = tensors[1].new(count)
   for _, s in ipairs(stretches) do
      local n = s.last - s.first + 1
      flat:narrow(1, s.at, n):copy(flat.new(s[1]:storage(), s.first, torch.LongStorage {n}, torch.LongStorage {1}))
      for _, tensor in ipairs(s) do
         tensor:set(flat:storage(), s.at + tensor:storageOffset() - s.first, tensor:size(), tensor:stride())
      end
   end
   return flat
end
