--- Drawing categories by weight again and again, faster than `torch.multinomial`.
-- @module torch

local function check(name, state)
   if type(state) ~= 'table' or torch.typename(state[1]) ~= 'torch.LongTensor' or not torch.isTensor(state[2]) then
      error(('torch.%s: expected a table of a LongTensor and a tensor, got %s'):format(name, torch.type(state)), 3)
   end
end

--- Make what `torch.multinomialAlias` draws from.
-- @tparam Tensor probs the chances of the categories, which sum to 1
-- @tparam[opt] table state an earlier result, whose tensors are used again
-- @treturn table the aliases of the categories, and the chance of each to stand for itself
function torch.multinomialAliasSetup(probs, state)
   if state == nil then return {torch.multinomialAliasSetup_(probs)} end
   check('multinomialAliasSetup', state)
   state[1], state[2] = torch.multinomialAliasSetup_(probs, state[1], state[2])
   return state
end

--- Draw a category into every element of a tensor.
-- @tparam LongTensor output where they go
-- @tparam table state what `torch.multinomialAliasSetup` made
-- @treturn LongTensor `output`
function torch.multinomialAlias(output, state)
   check('multinomialAlias', state)
   return torch.multinomialAlias_(output, state[1], state[2])
end
