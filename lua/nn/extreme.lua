--- What `nn.Max` and `nn.Min` have in common.
-- @module nn.extreme
local utils = require 'nn.utils'
local wants = require 'nn.wants'

--- Give a class its methods.
-- @function extreme
-- @tparam table class nn.Max or nn.Min
-- @tparam string name 'max' or 'min', the tensor's method
return function(class, name)
   function class:__init(dimension, nInputDims)
      nn.Module.__init(self)
      self.dimension = wants.axis(self, dimension or 1)
      self.nInputDims = wants.optionalCount(self, 'a number of dimensions', nInputDims)
   end

   function class:updateOutput(input)
      wants.type(self, 'input', input, self.output)
      local dimension = wants.axisOf(self, input)
      self._output = torch.isTensor(self._output) and self._output or self.output.new()
      self._indices = torch.type(self._indices) == 'torch.LongTensor' and self._indices or torch.LongTensor()
      torch[name](self._output, self._indices, input, dimension)
      self.output:set(input:dim() > 1 and self._output:select(dimension, 1) or self._output)
      return self.output
   end

   -- The gradient goes to the first of equal ones, where the output is from.
   function class:updateGradInput(input, gradOutput)
      wants.type(self, 'input', input, self.output)
      wants.elements(self, 'gradOutput', gradOutput, self.output)
      local dimension = wants.axisOf(self, input)
      local size, places = input:size(), self._indices
      size[dimension] = 1
      if not places or not places:isSize(size) or places:max() > input:size(dimension) then
         wants.otherSize(self, 'the input of the last updateOutput', input)
      end
      self.gradInput:resizeAs(input):zero()
      self.gradInput:scatter(dimension, self._indices, gradOutput:contiguous():viewAs(self._indices))
      return self.gradInput
   end

   function class:type(type, cache)
      -- Places stay LongTensors.
      if type then self._indices = nil end
      return nn.Module.type(self, type, cache)
   end

   function class:clearState()
      utils.clear(self, '_indices', '_output')
      return nn.Module.clearState(self)
   end
end
