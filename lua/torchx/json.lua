--- JSON: values written as text (`encode`) and read from it (`torchx.jsonDecoding`), with the arguments, results and
-- marks in metatables of dkjson, which scripts know. (RFC 8259.)
-- @module torchx.json
local expected = require 'nn.expected'
local json = {version = 'dkjson 2.5'}

--- What stands for `null` in tables.
json.null = setmetatable({}, {__tojson = function() return 'null' end})

local short = {
   ['"'] = '\\"', ['\\'] = '\\\\', ['\b'] = '\\b', ['\f'] = '\\f', ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t',
}

-- Signs that JavaScript does not take within strings, or that cannot be seen.
local hidden = {
   {0x80, 0x9f}, {0xad, 0xad}, {0x600, 0x604}, {0x70f, 0x70f}, {0x17b4, 0x17b5}, {0x200c, 0x200f}, {0x2028, 0x202f},
   {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff0, 0xffff},
}

local function escapedSign(sign)
   local ok, code = pcall(utf8.codepoint, sign)
   for _, range in ipairs(ok and hidden or {}) do
      if code >= range[1] and code <= range[2] then return ('\\u%04x'):format(code) end
   end
end

--- A string between quotes.
-- @tparam string text
-- @treturn string
function json.quotestring(text)
   if type(text) ~= 'string' then expected('torch.json.quotestring', 'a string', text) end
   text = text:gsub('[%z\1-\31"\\\127]', function(byte) return short[byte] or ('\\u%04x'):format(byte:byte()) end)
   if text:find '[\xc2\xd8\xdc\xe1\xe2\xef]' then text = text:gsub(utf8.charpattern, escapedSign) end
   return '"' .. text .. '"'
end

-- Whether a table is a list, and how long: no other keys than counts and `n`, and not too many gaps.
local function asList(value)
   local longest, count, declared = 0, 0, 0
   for key, part in pairs(value) do
      if key == 'n' and type(part) == 'number' then
         declared = part
      elseif type(key) == 'number' and key >= 1 and key % 1 == 0 then
         longest, count = math.max(longest, key), count + 1
      else
         return false
      end
   end
   if longest > 10 and longest > declared and longest > 2 * count then return false end
   return true, math.max(longest, declared)
end

-- Keys in the order that was asked for, then all others, sorted.
local function ordered(value, order)
   local keys, used = {}, {}
   for _, key in ipairs(order or {}) do
      if value[key] ~= nil and not used[key] then keys[#keys + 1], used[key] = key, true end
   end
   local rest = {}
   for key in pairs(value) do
      if not used[key] then rest[#rest + 1] = key end
   end
   table.sort(rest, function(a, b)
      if type(a) == type(b) and (type(a) == 'number' or type(a) == 'string') then return a < b end
      return type(a) < type(b)
   end)
   return table.move(rest, 1, #rest, #keys + 1, keys)
end

local write  -- by what a value is

local function put(state, text)
   state.bufferlen = state.bufferlen + 1
   state.buffer[state.bufferlen] = text
end

local function newline(state, level)
   if state.indent then put(state, '\n' .. ('  '):rep(level)) end
end

--- Begin a line, in a state of `encode`.
function json.addnewline(state)
   if type(state) ~= 'table' or type(state.buffer) ~= 'table' then
      expected('torch.json.addnewline', 'a state of encode', state)
   end
   state.bufferlen = state.bufferlen or #state.buffer
   newline(state, state.level or 0)
end

-- What cannot be written: the state's handler may say what stands for it.
local function refused(state, reason, value, message)
   local text, why = nil, message
   if state.exception then text, why = state.exception(reason, value, state, message) end
   if not text then error({json = why or message}, 0) end
   if type(text) == 'string' then put(state, text) end
end

local function list(state, value, count, level)
   put(state, '[')
   for i = 1, count do
      if i > 1 then put(state, ',') end
      write(state, value[i], level + 1)
   end
   put(state, ']')
end

local function object(state, value, level, order)
   put(state, '{')
   for i, key in ipairs(ordered(value, order)) do
      if type(key) ~= 'string' and type(key) ~= 'number' then
         error({json = ("type '%s' is not supported as a key by JSON."):format(type(key))}, 0)
      end
      if i > 1 then put(state, ',') end
      newline(state, level + 1)
      put(state, json.quotestring(type(key) == 'number' and ('%.14g'):format(key) or key) .. ':')
      write(state, value[key], level + 1)
   end
   newline(state, level)
   put(state, '}')
end

local function writeTable(state, value, level, meta)
   if state.tables[value] then return refused(state, 'reference cycle', value, 'reference cycle') end
   state.tables[value] = true
   if meta.__tojson then
      local text, why = meta.__tojson(value, state)
      if text then
         if type(text) == 'string' then put(state, text) end
      else
         refused(state, 'custom encoder failed', value, why or 'custom encoder failed')
      end
   else
      local isList, count = asList(value)
      if isList and not (count == 0 and meta.__jsontype == 'object') then
         list(state, value, count, level)
      else
         object(state, value, level, meta.__jsonorder or state.keyorder)
      end
   end
   state.tables[value] = nil
end

function write(state, value, level)
   local kind = type(value)
   local meta = getmetatable(value)
   if kind == 'table' or type(meta) == 'table' and meta.__tojson then
      writeTable(state, value, level, type(meta) == 'table' and meta or {})
   elseif kind == 'number' then
      put(state, math.abs(value) < math.huge and ('%.14g'):format(value) or 'null')
   elseif kind == 'string' then
      put(state, json.quotestring(value))
   elseif kind == 'nil' or kind == 'boolean' then
      put(state, value == nil and 'null' or tostring(value))
   else
      refused(state, 'unsupported type', value, ("type '%s' is not supported by JSON."):format(kind))
   end
end

--- An answer for `exception` in a state: the message, as a string of JSON.
function json.encodeexception(_, _, _, message) return json.quotestring(('<%s>'):format(message)) end

--- Write a value as JSON.
-- @param value
-- @tparam[opt] table state `indent`: whether there are lines; `keyorder`: keys that come first; `level`: how far lines
-- are indented; `exception`: a function that says what stands for a value that cannot be written; `buffer` and
-- `bufferlen`: where parts of the text go, then the result is `true`
-- @treturn string
function json.encode(value, state)
   state = state or {}
   if type(state) ~= 'table' then expected('torch.json.encode', 'a table as the state', state) end
   local given = state.buffer
   state.buffer, state.bufferlen, state.tables = given or {}, state.bufferlen or 0, state.tables or {}
   local ok, err = pcall(write, state, value, state.level or 0)
   if not ok then error(type(err) == 'table' and err.json and 'torch.json: ' .. err.json or err, 2) end
   if given then return true end
   local text = table.concat(state.buffer, '', 1, state.bufferlen)
   state.buffer, state.bufferlen = nil, nil
   return text
end

json.decode = require 'torchx.jsonDecoding'

return json
