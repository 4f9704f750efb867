--- What criterions that sum a loss over elements have in common.
-- @module nn.elementwise
local kernels = require 'sconce.nn'

--- Give a criterion its two methods.
-- @function elementwise
-- @tparam table class the criterion
-- @tparam string name its kernel's name
-- @tparam[opt] string parameter the field that holds the kernel's parameter
-- @tparam[opt] function weights answers the weights, one for each element, of a criterion and a target
return function(class, name, parameter, weights)
   local compute = kernels[name]

   function class:updateOutput(input, target)
      self.output = compute.updateOutput(input, target, weights and weights(self, target), self.sizeAverage ~= false,
         parameter and self[parameter] or 0)
      self.output_tensor = self.output_tensor or input.new(1)
      self.output_tensor[1] = self.output
      return self.output
   end

   function class:updateGradInput(input, target)
      compute.updateGradInput(self.gradInput, input, target, weights and weights(self, target),
         self.sizeAverage ~= false, parameter and self[parameter] or 0)
      return self.gradInput
   end
end
