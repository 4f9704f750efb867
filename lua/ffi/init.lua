--- What scripts use of LuaJIT's `ffi`: memory of tensors. There is no C here, so nothing can be declared and called.
--
--     ffi.copy(torch.data(bytes), 'text')
--     ffi.string(torch.data(bytes))                      -- 'text'
--
-- @module ffi
local jit = require 'jit'
local ffi = {os = jit.os, arch = jit.arch}

-- The bytes of C's numbers, without the words that do not change them.
local sizes = {char = 1, int8_t = 1, uint8_t = 1, bool = 1, short = 2, int16_t = 2, uint16_t = 2, int = 4, int32_t = 4,
   uint32_t = 4, float = 4, double = 8, long = 8, int64_t = 8, uint64_t = 8, size_t = 8, intptr_t = 8, uintptr_t = 8,
   ptrdiff_t = 8, [''] = 4}
local silent = {const = '', unsigned = '', signed = ''}

local function check(name, pointer)
   if torch.typename(pointer) ~= 'torch.Pointer' then
      error(('ffi.%s: expected a pointer, such as torch.data(t), got %s'):format(name, torch.type(pointer)), 3)
   end
end

--- The bytes at a pointer, up to a zero byte, or as many as asked for.
-- @param pointer from `torch.data` or `t:data()`; a text is returned as it is
-- @tparam[opt] int count
function ffi.string(pointer, count)
   if type(pointer) == 'string' then return count and pointer:sub(1, count) or pointer end
   check('string', pointer)
   if count then return pointer:string(count) end
   return pointer:string()
end

--- Copies bytes: a text with the zero after it, or `count` bytes of a text or at another pointer.
function ffi.copy(pointer, from, count)
   check('copy', pointer)
   if type(from) ~= 'string' then check('copy', from) end
   if count then return pointer:copy(from, count) end
   if type(from) ~= 'string' then error('ffi.copy: expected how many bytes to copy', 2) end
   return pointer:copy(from)
end

--- Sets `count` bytes at a pointer.
function ffi.fill(pointer, count, byte)
   check('fill', pointer)
   return pointer:fill(count, byte or 0)
end

--- The bytes of a C type: a number, an array of numbers or a pointer.
-- @tparam string name such as 'float' or 'int[4]'
function ffi.sizeof(name)
   local text, count = type(name) == 'string' and name or '', 1
   for length in text:gmatch('%[%s*(%d+)%s*%]') do count = count * tonumber(length) end
   local base = text:gsub('%[.*', '')
   if base:find('%*%s*$') then return 8 * count end
   local known = base:find('%a')
   base = base:gsub('%a+', silent):gsub('%s+', ' '):match('^ ?(.-) ?$')
   base = base:gsub('^long long$', 'long'):gsub('^(%a+) int$', '%1')
   if not (known and sizes[base]) then
      error("ffi.sizeof: expected the name of a type of numbers, such as 'float', got " .. tostring(name), 2)
   end
   return sizes[base] * count
end

-- What is true of every machine that this runs on.
local facts = {['64bit'] = true, le = true, fpu = true, hardfp = true}
--- Whether the machine is of some kind: `64bit`, `le` (the low byte first), `fpu`.
function ffi.abi(kind) return facts[kind] == true end

--- Declarations are read past: what they declare cannot be called.
function ffi.cdef() end

local function refuse(name)
   return function()
      error(('ffi.%s: there is no C here; of ffi there are os, arch, abi, string, copy, fill, sizeof'):format(name), 2)
   end
end
for _, name in ipairs {
   'new', 'load', 'cast', 'typeof', 'metatype', 'gc', 'istype', 'alignof', 'offsetof', 'errno', 'typeinfo',
} do
   ffi[name] = refuse(name)
end
ffi.C = setmetatable({}, {__index = function(_, name)
   error(('ffi.C.%s: there is no C here'):format(tostring(name)), 2)
end})

return ffi
