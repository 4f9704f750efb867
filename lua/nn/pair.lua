--- The input of criterions that compare two tensors.
-- @module nn.pair
local expected = require 'nn.expected'
local wants = require 'nn.wants'

--- Two tensors of as many elements: from a table of two, or the halves of a tensor.
-- @function pair
-- @tparam nn.Criterion who asks; both must be of the type of its `gradInput[1]`
-- @param input what came
-- @treturn torch.Tensor the first
-- @treturn torch.Tensor the second
return function(who, input)
   local count = torch.isTensor(input) and input:dim() > 1 and input:size(1) or torch.type(input) == 'table' and #input
   if count ~= 2 then expected(who, 'a table of two tensors', input) end
   local first = wants.type(who, 'the first input', input[1], who.gradInput[1])
   if first:dim() == 0 then expected(who, 'an input with elements', first) end
   return first, wants.elements(who, 'the second input', input[2], first)
end
