--- Texts: times, tables, pieces.
-- @module xlua.text
local units = {{'D', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}}

--- A time in its two largest units: `1h6m`, `1s500ms`.
function xlua.formatTime(seconds)
   if type(seconds) ~= 'number' then error('xlua.formatTime: expected seconds, got ' .. type(seconds), 2) end
   if seconds ~= seconds then return '0ms' end
   if seconds == math.huge then return 'infD' end
   local left, parts = seconds, {}
   for _, unit in ipairs(units) do
      local count = math.floor(left / unit[2])
      left = left - count * unit[2]
      if count > 0 then parts[#parts + 1] = ('%.14g%s'):format(count, unit[1]) end
   end
   local thousandths = math.floor(left * 1000)
   if thousandths > 0 then parts[#parts + 1] = ('%dms'):format(thousandths) end
   if #parts == 0 then return '0ms' end
   return table.concat(parts, '', 1, math.min(2, #parts))
end

-- The entries of a table: those of the list, then the others, with their keys.
local function entries(t, describe, mark)
   local pieces = {}
   for i, value in ipairs(t) do pieces[i] = describe(value) end
   local count = #pieces
   for key, value in pairs(t) do
      if not (math.type(key) and key >= 1 and key <= count) then
         pieces[#pieces + 1] = tostring(key) .. mark .. describe(value)
      end
   end
   return pieces
end
local function inLine(value)
   if type(value) == 'string' then return '"' .. value .. '"' end
   if type(value) ~= 'table' then return tostring(value) end
   return '{' .. table.concat(entries(value, inLine, '='), ',') .. '}'
end

--- A table as text.
-- @tparam table t the table
-- @tparam[opt] boolean lines whether every entry gets a line
function xlua.table2string(t, lines)
   if type(t) ~= 'table' then error('xlua.table2string: expected a table, got ' .. type(t), 2) end
   if not lines then return inLine(t) end
   return '{\n   ' .. table.concat(entries(t, inLine, ' : '), '\n   ') .. '\n}'
end

--- The pieces of a text between matches of a pattern; empty ends are dropped.
function string.split(text, separator)
   if separator == nil then error('string.split: expected a pattern, got nil', 2) end
   return sys.split(text, separator)
end

--- What a dotted name stands for: `string.tosymbol 'torch.Tensor'`.
function string.tosymbol(name)
   local value = assert(load('return ' .. name))()
   if value == nil then error(('symbol "%s" does not exist'):format(name), 2) end
   return value
end

--- A copy of a list without `count` entries from `start` on.
-- @treturn table the others
-- @treturn table those entries
function table.splice(t, start, count)
   local rest, removed = {}, {}
   for i, value in ipairs(t) do
      local list = i >= start and i < start + (count or 1) and removed or rest
      list[#list + 1] = value
   end
   return rest, removed
end

--- One entry for each value of a function: the last of those that share it.
-- @tparam table t a list
-- @tparam function hash from an entry to what stands for it
function table.prune(t, hash)
   local place, out = {}, {}
   for _, value in ipairs(t) do
      local key = hash(value)
      place[key] = place[key] or #out + 1
      out[place[key]] = value
   end
   return out
end
