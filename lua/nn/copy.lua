--- A copy of an object that shares nothing with it.
-- @module nn.copy

--- Write an object to memory and read it back: what classes do in their own `write` and `read` counts.
-- @function copy
-- @param object anything that can be written
-- @return the copy
return function(object)
   local file = torch.MemoryFile('rw'):binary()
   file:writeObject(object)
   file:seek(1)
   local result = file:readObject()
   file:close()
   return result
end
