-- Every class of nn, made from every pair of odd values: an object, or a refusal in the script's line and the class's name.
require 'nn'
local test = {}

local values = {n = 10, nil, true, -1, 0, 1.5, 0 / 0, 1 / 0, 'x', {}, print}

function test.everyConstructorAcceptsOrRefusesByName(check)
   local names = {}
   for name in pairs(nn) do if torch.getmetatable('nn.' .. name) then names[#names + 1] = name end end
   table.sort(names)
   check.equal(#names >= 25, true, 'classes')
   for _, name in ipairs(names) do
      for a = 1, values.n do
         for b = 1, values.n do
            local ok, message = pcall(function() local _ = nn[name](values[a], values[b]) end)
            if not ok then
               check.equal(message:match('^[^:]*constructors.lua:%d+: (nn%.%w+): .*expected'), 'nn.' .. name, message)
            end
         end
      end
   end
end

return test
