--- Clones that share parameters with their original, as recurrent networks use one for each step; flat parameters that
-- such clones go on sharing.
-- @module dpnn.sharing
local copies = require 'dpnn.copies'
local flatPair = require 'nn.flatPair'
local Module = nn.Module

local none = {}
local function namesOf(field, wanted)
   return function(module) return wanted ~= false and module[field] or none end
end

--- A copy that shares parameters and their gradients with this module, or one of the two.
--
-- The fields `dpnn_parameters` and `dpnn_gradParameters` of each module's class say which tensors these are. Nothing of
-- what is shared is copied on the way.
--
-- @tparam[opt=true] boolean shareParams whether parameters are shared
-- @tparam[opt=true] boolean shareGradParams whether their gradients are
-- @tparam[opt=false] boolean stepClone whether modules that keep count of steps themselves, as `nn.LSTM` does, are
-- taken as they are
-- @treturn nn.Module the copy
function Module:sharedClone(shareParams, shareGradParams, stepClone)
   local parameters = copies.tensors(self, namesOf('dpnn_parameters', shareParams))
   local gradients = copies.tensors(self, namesOf('dpnn_gradParameters', shareGradParams))
   return copies.copy(self, function(key) return parameters[key] or gradients[key] end, stepClone and function(object)
      return torch.typename(object) and object.dpnn_stepclone
   end)
end

-- The parameters of the module itself come first, then those of modules that lie in other fields of it.
local function all(self)
   local parameters, gradients = {}, {}
   local function take(p, g)
      for i = 1, p and #p or 0 do
         parameters[#parameters + 1] = p[i]
         gradients[#parameters] = g[i]
      end
   end
   take(self:parameters())
   copies.walk(self, function(module) if module ~= self then take(module:parameters()) end end)
   return parameters, gradients
end

--- All parameters as views of one tensor, and their gradients likewise.
--
-- As in `nn`; modules that lie in other fields than `modules`, such as the clones of a recurrent network, are counted
-- in, and what they share stays shared.
--
-- @treturn torch.Tensor parameters
-- @treturn torch.Tensor gradients
function Module:getParameters()
   return flatPair(self, all(self))
end

--- The parameters and their gradients, for functions that take tables with gaps.
function Module:sparseParameters() return self:parameters() end
