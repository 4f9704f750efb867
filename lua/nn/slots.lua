--- A table of gradients with a tensor for each of an input's.
-- @module nn.slots

--- Make what is missing, in the type of its counterpart, and drop what is too many.
-- @function slots
-- @tparam table gradients what lies there from before
-- @tparam {torch.Tensor,...} input the counterparts
-- @treturn table the gradients
return function(gradients, input)
   if type(gradients) ~= 'table' then gradients = {} end
   for i = 1, #input do gradients[i] = gradients[i] or input[i].new() end
   for i = #input + 1, #gradients do gradients[i] = nil end
   return gradients
end
