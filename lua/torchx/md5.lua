--- The digest MD5 of a string. (RFC 1321.)
-- @module torchx.md5
local expected = require 'nn.expected'
local md5 = {}

-- For each of 64 steps: the part of 2³² that is |sin i|, and by how many bits is rotated.
local sines, turns = {}, {}
local rounds = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}
for i = 0, 63 do
   sines[i] = math.floor(math.abs(math.sin(i + 1)) * 2 ^ 32) | 0
   turns[i] = rounds[i // 16 + 1][i % 4 + 1]
end

-- One step of each round: how three words are mixed, and which word of the block is added.
local function mix(i, b, c, d)
   if i < 16 then return b & c | ~b & d, i end
   if i < 32 then return b & d | c & ~d, (5 * i + 1) % 16 end
   if i < 48 then return b ~ c ~ d, (3 * i + 5) % 16 end
   return c ~ (b | ~d), 7 * i % 16
end

local function step(state, block)
   local a, b, c, d = table.unpack(state)
   for i = 0, 63 do
      local mixed, at = mix(i, b, c, d)
      local sum = (a + mixed + sines[i] + block[at + 1]) & 0xffffffff
      a, d, c, b = d, c, b, (b + (sum << turns[i] | sum >> 32 - turns[i])) & 0xffffffff
   end
   for k, word in ipairs {a, b, c, d} do state[k] = (state[k] + word) & 0xffffffff end
end

--- The digest as 16 bytes.
-- @tparam string text
-- @treturn string
function md5.sum(text)
   if type(text) ~= 'string' then expected('torch.md5', 'a string', text) end
   -- A bit that is 1, zeros, and the length in bits fill the last block.
   local zeros = (55 - #text) % 64
   local padded = text .. '\x80' .. ('\0'):rep(zeros) .. ('<I8'):pack(#text << 3)
   local state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
   for at = 1, #padded, 64 do step(state, {('<' .. ('I4'):rep(16)):unpack(padded, at)}) end
   return ('<I4I4I4I4'):pack(table.unpack(state))
end

--- The digest as 32 hexadecimal digits.
-- @tparam string text
-- @treturn string
function md5.sumhexa(text)
   return (md5.sum(text):gsub('.', function(byte) return ('%02x'):format(byte:byte()) end))
end

return md5
