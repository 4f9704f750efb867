-- Records what the original's modules compute when a field is missing that older versions did not save:
-- th Tests/goldens/make/lacking.lua, with the original's th, in the project's folder. Writes Tests/goldens/nn/lacking.t7:
-- for each class the fields without which the numbers of its first case stay as they are recorded, and the numbers of those
-- without which they are others. A field that the original cannot do without is not there.
--
-- Each field is tried in a process of its own, because some calls that lack a tensor end it.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local class, field, to = arg[1], arg[2], arg[3]

if class then
   local case = play.classes()[class][1]
   local recorded = torch.load(play.path(class))
   local module = recorded.module
   module[field] = nil
   module = torch.deserialize(torch.serialize(module))
   local numbers = {}
   play.play(case, play.types[1], function(_, value) play.flat(value, numbers) end, nil, module)
   numbers = torch.DoubleTensor(numbers)
   local before = recorded[play.types[1]]
   local same = numbers:nElement() <= before:nElement()
      and numbers:clone():csub(before:narrow(1, 1, numbers:nElement())):abs():max() <= 1e-12
   torch.save(to, same and 'same' or numbers)
   os.exit(0)
end

local answer = os.tmpname()
local classes, names = play.classes()
local lacking = {}
for _, name in ipairs(names) do
   if not classes[name][1].unsaved then
      local fields, entry = {}, {same = {}, other = {}}
      for key in pairs(torch.load(play.path(name)).module) do
         if type(key) == 'string' then fields[#fields + 1] = key end
      end
      table.sort(fields)
      for _, key in ipairs(fields) do
         os.remove(answer)
         os.execute(('%s %s Tests/goldens/make/lacking.lua %s %s %s >/dev/null 2>&1'):format(arg[-1], arg[0], name, key, answer))
         local ok, got = pcall(torch.load, answer)
         if ok and got == 'same' then entry.same[#entry.same + 1] = key elseif ok then entry.other[key] = got end
      end
      lacking[name] = entry
   end
end
torch.save('Tests/goldens/nn/lacking.t7', lacking)
