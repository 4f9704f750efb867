--- Values read from JSON.
-- @module torchx.jsonDecoding
local expected = require 'nn.expected'

local escapes = {b = '\b', f = '\f', n = '\n', r = '\r', t = '\t', ['"'] = '"', ['\\'] = '\\', ['/'] = '/'}

-- What went wrong, with its place as people count; where reading ended, if that is another one.
local function fail(text, at, what, ended)
   local before = text:sub(1, at - 1)
   local _, lines = before:gsub('\n', '')
   local place = ('line %d, column %d'):format(lines + 1, #before:match '[^\n]*$' + 1)
   local filled, found = what:gsub('%%s', place)
   error({at = ended or at, message = found > 0 and filled or ('%s at %s'):format(what, place)}, 0)
end

-- The first place at or after this one that is neither space nor comment; nil at the end.
local function skip(text, at)
   while true do
      at = text:find('%S', at)
      if not at then return nil end
      if text:sub(at, at + 2) == '\xef\xbb\xbf' then
         at = at + 3
      elseif text:sub(at, at + 1) == '//' then
         at = text:find('[\n\r]', at + 2)
         if not at then return nil end
      elseif text:sub(at, at + 1) == '/*' then
         local _, stop = text:find('*/', at + 2, true)
         if not stop then return nil end
         at = stop + 1
      else
         return at
      end
   end
end

-- The sign after `\u`, and where to go on: two escapes may be one sign.
local function unicode(text, at)
   local code = tonumber(text:match('^%x%x%x%x', at) or '', 16)
   if not code then return nil end
   if code >= 0xd800 and code < 0xdc00 then
      local low = tonumber(text:match('^\\u(%x%x%x%x)', at + 4) or '', 16)
      if low and low >= 0xdc00 and low < 0xe000 then
         return utf8.char((code - 0xd800 << 10) + (low - 0xdc00) + 0x10000), at + 10
      end
   end
   return utf8.char(code), at + 4
end

local function string(text, start)
   local parts, at = {}, start + 1
   while true do
      local stop = text:find('["\\]', at)
      if not stop then fail(text, start, 'unterminated string', #text + 1) end
      parts[#parts + 1] = text:sub(at, stop - 1)
      if text:sub(stop, stop) == '"' then return table.concat(parts), stop + 1 end
      local letter = text:sub(stop + 1, stop + 1)
      local sign, after
      if letter == 'u' then sign, after = unicode(text, stop + 2) end
      parts[#parts + 1] = sign or escapes[letter] or letter
      at = after or stop + 2
   end
end

local value

-- What stands between brackets. With a colon after it a value is a key, in either kind; without one it is the next of
-- a list.
local function container(text, start, what, close, meta, options)
   local result, count, at = setmetatable({}, meta), 0, start + 1
   local function unterminated() fail(text, start, 'unterminated ' .. what, #text + 1) end
   while true do
      local from = skip(text, at) or unterminated()
      if text:sub(from, from) == close then return result, from + 1 end
      local first
      first, at = value(text, from, options)
      at = skip(text, at) or unterminated()
      if text:sub(at, at) == ':' then
         if first == nil then fail(text, from, 'cannot use nil as table index (at %s)') end
         result[first], at = value(text, at + 1, options)
         at = skip(text, at) or unterminated()
      else
         count = count + 1
         result[count] = first
      end
      if text:sub(at, at) == ',' then at = at + 1 end
   end
end

local words = {['true'] = true, ['false'] = false}

function value(text, at, options)
   at = skip(text, at)
   if not at then error({at = #text + 1, message = 'no valid JSON value (reached the end)'}, 0) end
   local sign = text:sub(at, at)
   if sign == '{' then return container(text, at, 'object', '}', options.objectmeta, options) end
   if sign == '[' then return container(text, at, 'array', ']', options.arraymeta, options) end
   if sign == '"' then return string(text, at) end
   local number = text:match('^%-?[%d%.]+[eE]?[%+%-]?%d*', at)
   if tonumber(number or '') then return tonumber(number) + 0., at + #number end
   local word = text:match('^%a%w*', at)
   if word == 'null' then return options.null, at + 4 end
   if words[word] ~= nil then return words[word], at + #word end
   fail(text, at, 'no valid JSON value')
end

--- Read a value.
-- @function decode
-- @tparam string text
-- @tparam[opt=1] int at where it begins
-- @param[opt] null what stands for `null`
-- @tparam[opt] table objectmeta the metatable of objects
-- @tparam[opt] table arraymeta the metatable of arrays
-- @return the value; nil if the text is wrong
-- @treturn int where the text goes on, or where it is wrong
-- @treturn string what is wrong there
return function(text, at, null, ...)
   if type(text) ~= 'string' then expected('torch.json.decode', 'a string', text) end
   if at ~= nil and type(at) ~= 'number' then expected('torch.json.decode', 'a number as the place', at) end
   local options = {null = null, objectmeta = {__jsontype = 'object'}, arraymeta = {__jsontype = 'array'}}
   if select('#', ...) > 0 then options.objectmeta, options.arraymeta = ... end
   local ok, result, after = pcall(value, text, at or 1, options)
   if ok then return result, after end
   if type(result) ~= 'table' or not result.at then error(result, 0) end
   return nil, result.at, result.message
end
