-- For tests that are lists: each case is an expression and what it gives, as recorded from the original, or the error
-- that it raises ("error: …", a part of the message).

--- Values as one line: `DoubleTensor 2x3 stride 3,1 at 1: 1 2 3 4 5 6`, the elements being those of the whole storage.
local function describe(value)
   if torch.isStorage(value) then
      return torch.type(value):sub(7) .. ': ' .. table.concat(value:totable(), ' ')
   elseif torch.isTensor(value) then
      local storage = value:storage()
      return ('%s %s stride %s at %d: %s'):format(torch.type(value):sub(7), table.concat(value:size():totable(), 'x'),
         table.concat(value:stride():totable(), ','), value:storageOffset(),
         storage and table.concat(storage:totable(), ' ') or 'no storage')
   end
   return tostring(value)
end

local function packed(...) return {n = select('#', ...), ...} end

--- Runs the cases, `(check, [setup,] cases)`; `setup` runs before each of them and may set globals.
return function(check, setup, cases)
   if not cases then setup, cases = nil, setup end
   for _, case in ipairs(cases) do
      local code, expected = case[1], case[2]
      if setup then setup() end
      local results = packed(pcall(assert(load('return ' .. code, '=case'))))
      if results[1] then
         local texts = {}
         for i = 2, results.n do texts[i - 1] = describe(results[i]) end
         check.equal(table.concat(texts, ' ; '), expected, code)
      elseif expected:sub(1, 7) ~= 'error: ' or not tostring(results[2]):find(expected:sub(8), 1, true) then
         error(('%s: expected %s, got the error %s'):format(code, expected, tostring(results[2])), 2)
      end
   end
end
