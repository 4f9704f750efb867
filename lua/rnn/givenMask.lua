--- Masks that a script gives with `setZeroMask` before a call: 1 for each sample, or for each step of each sample, that
-- is to be 0. Without one, or as long as none was given, samples are masked whose input is 0.
-- @module rnn.givenMask
local expected = require 'nn.expected'
local masks = require 'rnn.masks'
local given = {}

--- Refuse what is no mask.
-- @tparam nn.Module|nn.Criterion who
-- @param mask a ByteTensor, or false for none
-- @tparam int dims 2 for a number for each step of each sample, 1 for one for each sample at least
-- @return the mask
function given.check(who, mask, dims)
   if mask == false then return mask end
   local fits = torch.type(mask) == 'torch.ByteTensor' and mask:dim() >= dims and mask:isContiguous()
   if not fits or dims == 2 and mask:dim() > 2 then
      local what = dims == 2 and 'steps x batch' or 'a number for each sample'
      expected(who, ('a torch.ByteTensor of %s as mask, or false'):format(what), mask)
   end
   return mask
end

--- Take a mask for the calls to come.
-- @function setZeroMask
-- @tparam torch.ByteTensor|boolean mask 1 for what is masked; false for nothing
function given.set(self, mask) self.zeroMask = given.check(self, mask, 1) end

--- Mask samples: what was given with `setZeroMask`, else those that are 0.
-- @function maskZero
-- @tparam[opt=false] boolean fromInput whether only zeros of the input count
-- @return the layer itself
function given.heed(self, fromInput)
   self.maskzero, self.v2 = true, not fromInput
   return self
end

--- The mask for a batch: what was given, else of the samples that are 0. Nothing if nothing is masked.
-- @tparam nn.Module|nn.Criterion who with `zeroMask`; `v2` is false if what is given does not count
-- @param input a tensor or a table of tensors
-- @treturn torch.ByteTensor a number for each sample
function given.of(who, input)
   if who.zeroMask == false then return nil end
   local first = masks.first(who, input)
   if first:dim() == 0 then expected(who, 'an input with samples', first) end
   local mask = who.zeroMask
   if mask == nil or who.v2 == false then
      who.ownMask = nn.utils.getZeroMaskBatch(input, who.ownMask)
      return who.ownMask
   end
   if mask:dim() > first:dim() or mask:size(1) ~= first:size(1) then
      expected(who, ('a mask for a batch of %d'):format(first:size(1)), mask)
   end
   return mask
end

return given
