--- Files: whatever C's fopen makes of a mode.
-- @module compat.files
local plainOpen = io.open

--- Open a file.
-- @tparam string name which one
-- @tparam[opt='r'] string mode begins with r, w or a; of the rest only `+` and `b` mean something
function io.open(name, mode)
   mode = mode == nil and 'r' or tostring(mode)
   local first = mode:match('^[rwa]')
   if not first then return nil, ('%s: Invalid argument'):format(name), 22 end
   return plainOpen(name, first .. (mode:find('+', 2, true) and '+' or '') .. (mode:find('b', 2, true) and 'b' or ''))
end

return true
