--- Files by which many numbers go to the program.
-- @module gnuplot.temporary
local place = require 'torch.place'
local system = require 'sconce.system'
local temporary = {}

--- Write a file.
-- @tparam function write is called with a function that takes pieces of the text
-- @treturn string its name
function temporary.write(write)
   local name = os.tmpname()
   local file, why = io.open(name, 'w')
   write(function(text)
      if not why then why = select(2, file:write(text)) end
   end)
   if file then
      local _, problem = file:close()
      why = why or problem
   end
   if why then
      os.remove(name)
      error(('gnuplot: %s cannot be written: %s'):format(name, why), place.level())
   end
   return name
end

--- Those that are still there, as a new list.
function temporary.existing(names)
   local list = {}
   for _, name in ipairs(names) do
      if system.kind(name) then list[#list + 1] = name end
   end
   return list
end

--- Remove what is left of them.
function temporary.remove(names)
   for _, name in ipairs(names) do os.remove(name) end
end

return temporary
