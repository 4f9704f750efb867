--- Calls that a module hands on to another one within it.
-- @module nn.handedOn

--- Give a class the methods that do so.
-- @function handedOn
-- @tparam table class
-- @tparam function inner from an object to the module within
return function(class, inner)
   function class:updateOutput(input)
      self.output = inner(self):updateOutput(input)
      return self.output
   end
   function class:updateGradInput(input, gradOutput)
      self.gradInput = inner(self):updateGradInput(input, gradOutput)
      return self.gradInput
   end
   function class:accGradParameters(input, gradOutput, scale)
      inner(self):accGradParameters(input, gradOutput, scale)
   end
   function class:accUpdateGradParameters(input, gradOutput, learningRate)
      inner(self):accUpdateGradParameters(input, gradOutput, learningRate)
   end
   function class:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
      inner(self):sharedAccUpdateGradParameters(input, gradOutput, learningRate)
   end
end
