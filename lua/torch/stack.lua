--- Calls on the stack, written as LuaJIT writes them.
-- @module torch.stack
local stack = {}

local function describe(at)
   local where = at.what == 'C' and '[C]' or ('%s:%d'):format(at.short_src, at.currentline)
   if at.name then
      local name = at.namewhat == 'metamethod' and '__' .. at.name or at.name
      if at.namewhat == 'for iterator' then name = '(for generator)' end
      return ("\t%s: in function '%s'"):format(where, name)
   elseif at.what == 'main' then
      return ('\t%s: in main chunk'):format(where)
   elseif at.what == 'C' then
      return '\t[C]: in ?'
   end
   return ('\t%s: in function <%s:%d>'):format(where, at.short_src, at.linedefined)
end

local function isOurs(at) return at.source:sub(1, 14) == '@sconce/torch/' end

--- The calls between a test and its tester, innermost first; those of the tester itself that come first are left out.
-- @tparam int level where to begin; 1 is the caller
-- @treturn {string,…} a line each
-- @treturn boolean whether they end where a file of `torch` has called `xpcall`
function stack.lines(level)
   local lines, protects = {}, false
   for i = level + 1, math.huge do
      local at = debug.getinfo(i, 'Slnf')
      if not at then return lines, false end
      local ours = isOurs(at)
      if ours and protects then
         lines[#lines] = nil
         return lines, true
      end
      protects = at.func == xpcall
      if #lines > 0 or not ours then lines[#lines + 1] = describe(at) end
   end
end

return stack
