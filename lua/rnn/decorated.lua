--- Sequencers whose work a structure of modules does, in `module`.
-- @module rnn.decorated

--- Give a class the methods that hand calls on.
-- @function decorated
-- @tparam table class
return function(class)
   function class:updateOutput(input)
      self.output = self.module:updateOutput(input)
      return self.output
   end
   function class:updateGradInput(input, gradOutput)
      self.gradInput = self.module:updateGradInput(input, gradOutput)
      return self.gradInput
   end
   function class:accGradParameters(input, gradOutput, scale)
      self.module:accGradParameters(input, gradOutput, scale)
   end
   function class:accUpdateGradParameters(input, gradOutput, learningRate)
      self.module:accUpdateGradParameters(input, gradOutput, learningRate)
   end
   function class:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
      self.module:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
   end
   function class:__tostring__() return ('%s @ %s'):format(torch.type(self), self.module) end
end
