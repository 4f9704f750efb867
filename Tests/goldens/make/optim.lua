-- Records how the original's optimizers go: th Tests/goldens/make/optim.lua [OPTIMIZER …], with the original's th, in
-- the project's folder. An optimizer gets a file, Tests/goldens/optim/NAME.txt: a line `== case type` for each case and type,
-- then what play.lua tells of it: x and what else was returned after each call, the gradient and the state at the end.
require 'optim'
local play = dofile 'Tests/goldens/optim/play.lua'

local files, names = {}, {}
for _, case in ipairs(play.cases()) do
   local name = case.optimizer
   if not files[name] then files[name], names[#names + 1] = {}, name end
   for _, type in ipairs(play.typesOf(case)) do
      local lines = files[name]
      lines[#lines + 1] = '== ' .. play.title(case.name, type)
      play.play(case, type, function(what, text) lines[#lines + 1] = what .. ': ' .. text end)
   end
end
for _, name in ipairs(#arg > 0 and arg or names) do
   local file = assert(io.open(play.path(name), 'w'))
   file:write(table.concat(files[name], '\n'), '\n')
   file:close()
end
