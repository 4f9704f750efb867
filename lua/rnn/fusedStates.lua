--- What steps in one call ask of tensors before they take them.
-- @module rnn.fusedStates
local states = {}

--- Give a table tensors under some names, of the type of the weights.
function states.tensors(it, weight, names)
   if getmetatable(it[names[1]]) == getmetatable(weight) then return end
   for _, name in ipairs(names) do it[name] = weight.new() end
end

--- Whether an input and the states before it go with weights of `units` rows a gate; if not, the network says what is
-- wrong.
-- @tparam torch.Tensor input
-- @tparam torch.Tensor weight what the input meets
-- @tparam int units
-- @tparam torch.Tensor ... the states
function states.fit(input, weight, units, ...)
   if getmetatable(input) ~= getmetatable(weight) then return false end
   local rank = input:dim()
   if rank ~= 1 and rank ~= 2 or input:size(rank) ~= weight:size(2) then return false end
   for i = 1, select('#', ...) do
      local state = select(i, ...)
      if getmetatable(state) ~= getmetatable(weight) or state:dim() ~= rank then return false end
      if state:size(rank) ~= units or rank == 2 and state:size(1) ~= input:size(1) then return false end
   end
   return true
end

--- Whether a gradient is one of an output.
function states.isLike(gradient, output)
   return getmetatable(gradient) == getmetatable(output) and gradient:isSameSizeAs(output)
end

return states
