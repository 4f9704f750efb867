--- Parameters that are used over and over along dimensions of size 1, and for each sample of a batch.
-- @module nn.broadcast
local expected = require 'nn.expected'
local sizes = require 'nn.sizes'
local wants = require 'nn.wants'
local broadcast = {}

--- The sizes of a parameter, from a layer's arguments: numbers, or a LongStorage.
function broadcast.sizes(who, first, ...)
   if torch.typename(first) == 'torch.LongStorage' then return torch.LongStorage(#first):copy(first) end
   local list = {first, ...}
   for i = 1, math.max(1, #list) do
      local size = list[i]
      if type(size) ~= 'number' or not (size >= 0 and size < math.huge) then
         expected(who, 'sizes, one by one or in a LongStorage', size)
      end
   end
   return torch.LongStorage(list)
end

--- A parameter in the sizes of an input: as it is if it has as many elements; else expanded where it has as many
-- dimensions; else, for each sample of a batch, as it is.
function broadcast.over(who, parameter, input)
   wants.type(who, 'input', input, parameter)
   if parameter:nElement() == input:nElement() then return parameter:viewAs(input) end
   local view, fits = parameter, parameter:dim() == input:dim()
   if not fits and input:dim() > 0 and parameter:nElement() * input:size(1) == input:nElement() then
      local size = input:size()
      size[1] = 1
      view, fits = parameter:view(size), true
   end
   for d = 1, fits and input:dim() or 0 do fits = fits and (view:size(d) == 1 or view:size(d) == input:size(d)) end
   if not fits then wants.otherSize(who, ('input like %s, or a batch of that'):format(sizes(parameter)), input) end
   return view:expandAs(input)
end

--- Add a gradient in the sizes of an input to a parameter's own: the sum over what the parameter was used for.
function broadcast.add(who, gradParameter, gradient, scale)
   if gradParameter:nElement() == gradient:nElement() then
      gradParameter:add(scale, gradient:contiguous():viewAs(gradParameter))
      return
   end
   local expanded = broadcast.over(who, gradParameter, gradient)
   for d = 1, gradient:dim() do
      if expanded:stride(d) == 0 and gradient:size(d) > 1 then gradient = gradient:sum(d) end
   end
   gradParameter:add(scale, gradient:contiguous():viewAs(gradParameter))
end

return broadcast
