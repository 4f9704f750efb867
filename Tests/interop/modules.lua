-- Modules saved by one program and played by another, as recorded (Tests/goldens/nn/play.lua):
-- ONE Tests/interop/modules.lua write FOLDER; OTHER Tests/interop/modules.lua check FOLDER, in the project's folder.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local what, folder = arg[1], arg[2]

-- The module, played once, of the first case of a class.
local function write(class, case)
   torch.save(folder .. '/' .. class .. '.t7', play.play(case, play.types[1], function() end))
end

local function check(class, case)
   local recorded, at = torch.load(play.path(class))[play.types[1]], 0
   play.play(case, play.types[1], function(result, value)
      for _, number in ipairs(play.flat(value)) do
         at = at + 1
         local off = math.abs(number - recorded[at])
         if not (off <= 1e-12 * math.max(1, math.abs(number))) then error(('%s: off by %g'):format(result, off)) end
      end
   end, nil, torch.load(folder .. '/' .. class .. '.t7'))
end

local count, failed = 0, false
local function all(classes, names)
   for _, class in ipairs(names) do
      local case = classes[class][1]
      if not case.unsaved then
         local ok, message = pcall(what == 'write' and write or check, class, case)
         if ok then count = count + 1 else print(class, message) end
         failed = failed or not ok
      end
   end
end
all(play.classes())
for _, family in ipairs(play.further) do all(play.family(family)) end
print(('%d modules %s'):format(count, what == 'write' and 'written' or 'compute the same'))
os.exit(failed and 1 or 0)
