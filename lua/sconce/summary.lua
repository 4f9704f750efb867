--- A network as a table: its layers, what they give, their parameters and memory.
--
--     print(net:summary {3, 32, 32})
--
-- @module sconce.summary
local expected = require 'nn.expected'
local sizes = require 'nn.sizes'

-- Something of the size that was asked for. Ones are also good as classes, words and indices.
local function input(net, size)
   if torch.isTensor(size) then return size:clone() end
   if type(size) == 'number' then size = {size} end
   if torch.isTypeOf(size, 'torch.LongStorage') then size = size:totable() end
   if torch.type(size) ~= 'table' or #size == 0 then
      expected(net, 'the size of an input, a tensor, or a table of them', size)
   end
   local parts = {}
   for i, part in ipairs(size) do
      if type(part) ~= 'number' then
         parts[i] = input(net, part)
      elseif not (part >= 1 and part < 2 ^ 31) or type(size[1]) ~= 'number' then
         expected(net, 'sizes of 1 or more', part)
      end
   end
   if #parts > 0 then return parts end
   return torch.Tensor():type(net:type() or torch.getdefaulttensortype()):resize(torch.LongStorage(size)):fill(1)
end

-- An output as text: `6x28x28`, `{3, 4x2}`.
local function shape(output)
   if torch.isTensor(output) then return sizes(output) end
   if torch.type(output) ~= 'table' then return tostring(output) end
   local parts = {}
   for i = 1, #output do parts[i] = shape(output[i]) end
   return ('{%s}'):format(table.concat(parts, ', '))
end

-- Counts elements and bytes, the same stretch of a storage once.
local function counter()
   local seen = {}
   local function count(value)
      if torch.isTensor(value) and value:storage() then
         local key = ('%s %d %d'):format(torch.pointer(value:storage()), value:storageOffset(), value:nElement())
         if seen[key] then return 0, 0 end
         seen[key] = true
         return value:nElement(), value:nElement() * value:elementSize()
      end
      local elements, bytes = 0, 0
      for _, part in ipairs(torch.type(value) == 'table' and value or {}) do
         local n, b = count(part)
         elements, bytes = elements + n, bytes + b
      end
      return elements, bytes
   end
   return count
end

-- Runs a copy of the network in evaluation, and gives every module's first output by the module's place.
local function outputs(net, size)
   local copy, found = net:clone(), {}
   copy:evaluate()
   for _, module in ipairs(copy:listModules()) do
      -- Methods of an object go before those of its class; a layer that comes twice is told once.
      if not rawget(module, 'updateOutput') then
         local run = module.updateOutput
         rawset(module, 'updateOutput', function(self, ...)
            local output = run(self, ...)
            if found[self] == nil then found[self] = {shape = shape(output), value = output} end
            return output
         end)
      end
   end
   local state = torch.getRNGState()
   local ok, err = pcall(copy.forward, copy, input(net, size))
   torch.setRNGState(state)
   if not ok then error(err, 0) end
   return copy, found
end

-- The rows, containers before what they contain.
local function rows(net, found)
   local list, parametersOf, memoryOf = {}, counter(), counter()
   local function visit(module, place, depth)
      local children = torch.type(module.modules) == 'table' and module.modules or {}
      local at = found[module]
      local row = {
         place = place, depth = depth, output = at and at.shape or 'not reached', parameters = 0, memory = 0,
         name = #children == 0 and tostring(module):match '^[^\n]*' or torch.type(module),
      }
      list[#list + 1] = row
      for i, child in ipairs(children) do visit(child, place == '' and tostring(i) or place .. '.' .. i, depth + 1) end
      -- What the layers within have is theirs.
      local parameters, gradients = module:parameters()
      local _, bytes = memoryOf {parameters or {}, gradients or {}, at and at.value}
      row.parameters, row.memory = parametersOf(parameters or {}), bytes
   end
   visit(net, '', 0)
   return list
end

-- Bytes as people read them.
local function readable(bytes)
   for _, unit in ipairs {'B', 'KB', 'MB'} do
      if bytes < 1000 then return (bytes < 10 and unit ~= 'B' and '%.1f %s' or '%.0f %s'):format(bytes, unit) end
      bytes = bytes / 1000
   end
   return ('%.1f GB'):format(bytes)
end

local Summary = {}
Summary.__index = Summary

--- The table as text.
function Summary:__tostring()
   local lines, widths = {{'layer', 'output', 'parameters', 'memory'}}, {}
   for _, row in ipairs(self.layers) do
      local name = ('  '):rep(row.depth) .. (row.place ~= '' and ('(%s) '):format(row.place) or '') .. row.name
      lines[#lines + 1] = {name, row.output, ('%d'):format(row.parameters), readable(row.memory)}
   end
   lines[#lines + 1] = {'total', '', ('%d'):format(self.parameters), readable(self.memory)}
   for _, line in ipairs(lines) do
      for i, text in ipairs(line) do widths[i] = math.max(widths[i] or 0, #text) end
   end
   for i, line in ipairs(lines) do
      lines[i] = ('%-' .. widths[1] .. 's  %-' .. widths[2] .. 's  %' .. widths[3] .. 's  %' .. widths[4] .. 's')
         :format(table.unpack(line))
   end
   return table.concat(lines, '\n')
end

--- Summarise a network for an input.
--
-- A copy is run once, in evaluation: neither the network nor the random numbers change.
--
-- @function summary
-- @tparam nn.Module net the network
-- @param size of an input, with the batch if there is to be one: numbers in a table, a LongStorage or a number; a table
--   of sizes for a table of inputs; or the input itself
-- @return a table with `layers` (rows of `place`, `depth`, `name`, `output`, `parameters`, `memory`), `parameters` and
--   `memory`, in bytes: parameters, their gradients and outputs; as text, a table
return function(net, size)
   local result = {layers = rows(outputs(net, size)), parameters = 0, memory = 0}
   for _, row in ipairs(result.layers) do
      result.parameters, result.memory = result.parameters + row.parameters, result.memory + row.memory
   end
   return setmetatable(result, Summary)
end
