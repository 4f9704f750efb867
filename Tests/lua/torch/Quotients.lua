-- Integer quotients and remainders, of all pairs of small numbers and of the ends of the types.
local test = {}

local function cut(x) return x < 0 and math.ceil(x) or math.floor(x) end

-- `wrap` is what the type makes of a number.
local function compare(check, kind, xs, ys, wrap)
   local a, b = {}, {}
   for _, x in ipairs(xs) do
      for _, y in ipairs(ys) do
         if y ~= 0 then a[#a + 1], b[#b + 1] = x, y end
      end
   end
   local x, y = torch[kind .. 'Tensor'](a), torch[kind .. 'Tensor'](b)
   local expected = {
      cdiv = function(p, q) return wrap(cut(p / q)) end,
      cfmod = function(p, q) return p - q * cut(p / q) end,
      cremainder = function(p, q) return p - q * math.floor(p / q) end,
   }
   for name, f in pairs(expected) do
      local got = x[name](x.new(#a), x, y)
      for i = 1, #a do
         local want = f(a[i], b[i])
         if got[i] ~= want then check.equal(got[i], want, ('%s: %s of %d and %d'):format(kind, name, a[i], b[i])) end
      end
   end
   check.equal(#a > 0, true)
end

local function range(from, to)
   local list = {}
   for i = from, to do list[#list + 1] = i end
   return list
end
local function wrapped(bits, isSigned)
   return function(x)
      x = x % 2 ^ bits
      return isSigned and x >= 2 ^ (bits - 1) and x - 2 ^ bits or x
   end
end

function test.bytes(check) compare(check, 'Byte', range(0, 255), range(0, 255), wrapped(8)) end
function test.chars(check) compare(check, 'Char', range(-128, 127), range(-128, 127), wrapped(8, true)) end

function test.ends(check)
   local function ends(bits)
      local most, list = 2 ^ (bits - 1), {}
      for _, x in ipairs {1, 2, 3, 7, 10, most / 2, most / 3 - most / 3 % 1, most - 2, most - 1} do
         list[#list + 1], list[#list + 2] = x, -x
      end
      list[#list + 1] = -most
      return list
   end
   compare(check, 'Short', ends(16), ends(16), wrapped(16, true))
   compare(check, 'Int', ends(32), ends(32), wrapped(32, true))
end

function test.chance(check)
   torch.manualSeed(2)
   for kind, most in pairs {Short = 2 ^ 15 - 1, Int = 2 ^ 31 - 1} do
      local xs, ys = {}, {}
      for i = 1, 200 do
         xs[i] = torch.random(0, most) - torch.random(0, most)
         ys[i] = torch.random(0, 1) == 0 and torch.random(0, most) or torch.random(-100, 100)
      end
      compare(check, kind, xs, ys, wrapped(kind == 'Int' and 32 or 16, true))
   end
end

return test
