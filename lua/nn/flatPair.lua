--- Parameters as views of one tensor, and their gradients as views of another, laid out alike.
-- @module nn.flatPair
local expected = require 'nn.expected'
local flatten = require 'nn.flatten'

--- Make the pair.
-- @function flatPair
-- @tparam nn.Module who whose message it would be
-- @tparam {torch.Tensor,...} parameters
-- @tparam {torch.Tensor,...} gradients as many, shared as the parameters are
-- @treturn torch.Tensor parameters
-- @treturn torch.Tensor gradients
return function(who, parameters, gradients)
   for i = 1, #parameters do
      if not torch.isTensor(gradients[i]) then expected(who, 'a gradient for each parameter', gradients[i]) end
   end
   local p, g = flatten(parameters), flatten(gradients)
   local same = p:nElement() == g:nElement()
   for i = 1, same and #parameters or 0 do
      same = same and parameters[i]:storageOffset() == gradients[i]:storageOffset()
   end
   if not same then
      local got = ('%d and %d elements'):format(g:nElement(), p:nElement())
      expected(who, 'gradients shared as their parameters are', got)
   end
   return p, g
end
