-- Records what the original's layers and criterions compute: th Tests/goldens/make/nn.lua [FAMILY | CLASS …], with the
-- original's th, in the project's folder. Each class gets a file in Tests/goldens/nn/recorded: the results of its cases as
-- numbers, in both types, and the module of the first case as it was saved after them. A family is one of further packages.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'

local wanted, classes, names = arg, nil, nil
for _, family in ipairs(play.further) do
   if arg[1] == family then
      classes, names = play.family(table.remove(wanted, 1))
      break
   end
end
if not classes then classes, names = play.classes() end
for _, class in ipairs(#wanted > 0 and wanted or names) do
   local recorded = {}
   for _, type in ipairs(play.types) do
      local list = {}
      for _, case in ipairs(classes[class]) do
         local module = play.play(case, type, function(_, value) play.flat(value, list) end)
         if not recorded.module and not case.unsaved then recorded.module = module end
      end
      recorded[type] = torch.DoubleTensor(list):type(type)
   end
   torch.save(play.path(class), recorded)
end
