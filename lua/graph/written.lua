--- Texts in files.
-- @module graph.written
local place = require 'torch.place'

--- Write a text into a file, which is replaced. Raises an error that says why, if that cannot be: a disk that is full
-- is noticed when the file is closed.
-- @function written
-- @tparam string who whose message it is
-- @tparam string path
-- @tparam string text
return function(who, path, text)
   local file, why = io.open(path, 'w')
   local ok = file ~= nil
   if ok then ok, why = file:write(text) end
   if file then
      local closed, problem = file:close()
      ok, why = ok and closed, why or problem
   end
   if not ok then error(('%s: %s'):format(who, why), place.level()) end
end
