--- Which samples of a batch are 0.
-- @module rnn.masks
local expected = require 'nn.expected'
local first = require 'torchx.first'
local wants = require 'nn.wants'
local masks = {}

--- The first tensor of an input, depth first.
-- @param value a tensor or a table
-- @treturn torch.Tensor
function masks.first(who, value)
   return wants.tensor(who, 'input', first(value) or value)
end

--- Mark the samples of an input that are 0, by its first tensor.
-- @tparam nn.Module who its fields `_zeroMask` and `zeroMask` are used; `batchmode` says whether there is a batch
-- @param input a tensor or a table
-- @tparam int nInputDim dimensions of a sample
-- @treturn torch.ByteTensor a row with 1 for each sample that is 0
function masks.zeros(who, input, nInputDim)
   local tensor = masks.first(who, input)
   if not tensor.norm then expected(who, 'a tensor of floats as input', torch.type(tensor):sub(7)) end
   if tensor:dim() ~= nInputDim and tensor:dim() ~= nInputDim + 1 then
      expected(who, ('an input of %d or %d dimensions'):format(nInputDim, nInputDim + 1), tensor)
   end
   who.batchmode = tensor:dim() == nInputDim + 1
   local count = who.batchmode and tensor:size(1) or 1
   local norms = torch.typename(who._zeroMask) == torch.typename(tensor) and who._zeroMask or tensor.new()
   norms:norm(tensor:contiguous():view(count, -1), 2, 2)
   who._zeroMask = norms
   who.zeroMask = who.zeroMask or torch.ByteTensor()
   who.zeroMask:resize(count, 1):copy(norms:eq(0))
   return who.zeroMask
end

--- The numbers of the samples that are not 0.
-- @tparam torch.ByteTensor mask
-- @treturn torch.LongTensor without dimensions if there are none
function masks.kept(mask)
   local kept = {}
   for i = 1, mask:size(1) do
      if mask[i][1] == 0 then kept[#kept + 1] = i end
   end
   return #kept > 0 and torch.LongTensor(kept) or torch.LongTensor()
end

return masks
