--- Which line of the script an error is about.
-- @module torch.place
local place = {}

--- The level, as `error` counts it in the caller, of the innermost line that is no file of ours; 0, no line, if a tail
-- call has dropped it.
function place.level()
   for level = 3, math.huge do
      local at = debug.getinfo(level, 'Sl')
      if not at then return 0 end
      if at.currentline > 0 and at.source:sub(1, 8) ~= '@sconce/' then return level - 1 end
   end
end

--- `train.lua:12: `, as errors begin; empty if there is no such line.
function place.text()
   for level = 2, math.huge do
      local at = debug.getinfo(level, 'Sl')
      if not at then return '' end
      if at.currentline > 0 and at.source:sub(1, 8) ~= '@sconce/' then
         return ('%s:%d: '):format(at.short_src, at.currentline)
      end
   end
end

return place
