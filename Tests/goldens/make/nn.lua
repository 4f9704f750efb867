-- Records what the original's layers and criterions compute: th Tests/goldens/make/nn.lua [CLASS …], with the original's
-- th, in the project's folder. Each class gets a file in Tests/goldens/nn/recorded: the results of its cases as numbers,
-- in both types, and the module of the first case as it was saved after them.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'

local classes, names = play.classes()
for _, class in ipairs(#arg > 0 and arg or names) do
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
