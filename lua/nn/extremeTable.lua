--- What `nn.CMaxTable` and `nn.CMinTable` have in common.
-- @module nn.extremeTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'

--- Give a class its methods.
-- @function extremeTable
-- @tparam table class nn.CMaxTable or nn.CMinTable
-- @tparam string beats 'gt' or 'lt': how an element displaces the one before it
-- @tparam string name 'max' or 'min', which fields are named by
return function(class, beats, name)
   local indices, values = name .. 'Idx', name .. 'Vals'

   function class:__init()
      nn.Module.__init(self)
      self.gradInput, self[indices] = {}, torch.Tensor()
      -- What the original keeps; nothing is in it here.
      self.mask, self[values], self.gradMaxVals = torch.Tensor(), torch.Tensor(), torch.Tensor()
   end

   -- Which tensor each element is from stands in `maxIdx` or `minIdx`; the first of equal ones.
   function class:updateOutput(input)
      wants.alike(self, input, self.output)
      local output, from, first = self.output, self[indices], input[1]
      output:resizeAs(first):copy(first)
      from:resizeAs(first):fill(1)
      for i = 2, #input do
         local mask = input[i][beats](input[i], output)
         from:maskedFill(mask, i)
         output:maskedCopy(mask, input[i]:maskedSelect(mask))
      end
      return output
   end

   function class:updateGradInput(input, gradOutput)
      wants.alike(self, input, gradOutput)
      wants.elements(self, 'gradOutput', gradOutput, input[1])
      wants.elements(self, 'input', input[1], self[indices])
      local gradInput = slots(self.gradInput, input)
      for i = 1, #input do
         gradInput[i]:resizeAs(input[i]):copy(gradOutput):maskedFill(self[indices]:ne(i), 0)
      end
      self.gradInput = gradInput
      return gradInput
   end
end
