--- What `nn.SeqLSTM` and `nn.StepLSTM` have in common: their parameters.
--
-- `weight` is (D+R)×4H: rows for x, then for h; columns of i, f, o, g. `weightO`, H×R, projects h, if there is one.
--
-- @module rnn.lstmWeights
local weights = {}

--- Give a class the methods that deal with its parameters.
-- @tparam table class
function weights.extend(class)
   class.dpnn_parameters = {'weight', 'bias', 'weightO'}
   class.dpnn_gradParameters = {'gradWeight', 'gradBias', 'gradWeightO'}

   --- Draw the weights anew; biases are 0, those of forget gates 1.
   -- @tparam[opt=1/√(D+H)] number std the standard deviation
   -- @return the layer itself
   function class:reset(std)
      self.weight:normal(0, std or 1 / math.sqrt(self.hiddensize + self.inputsize))
      self.bias:zero()
      -- As in the original, which counts in sizes of the output.
      local first = math.min(self.outputsize, self.bias:size(1) - 1) + 1
      self.bias:narrow(1, first, math.min(self.outputsize, self.bias:size(1) - first + 1)):fill(1)
      if self.weightO then self.weightO:normal(0, std or 1 / math.sqrt(self.outputsize + self.hiddensize)) end
      return self
   end

   function class:parameters()
      return {self.weight, self.bias, self.weightO}, {self.gradWeight, self.gradBias, self.gradWeightO}
   end

   class.accUpdateGradParameters = nn.Module.sharedAccUpdateGradParameters
end

--- Make the parameters.
-- @tparam nn.Module layer
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam[opt=hiddensize] int outputsize R; if it is given h is projected
function weights.make(layer, inputsize, hiddensize, outputsize)
   if outputsize then
      layer.weightO = torch.Tensor(hiddensize, outputsize)
      layer.gradWeightO = torch.Tensor(hiddensize, outputsize):zero()
   end
   outputsize = outputsize or hiddensize
   layer.inputsize, layer.hiddensize, layer.outputsize = inputsize, hiddensize, outputsize
   layer.weight = torch.Tensor(inputsize + outputsize, 4 * hiddensize)
   layer.gradWeight = torch.Tensor(inputsize + outputsize, 4 * hiddensize):zero()
   layer.bias, layer.gradBias = torch.Tensor(4 * hiddensize), torch.Tensor(4 * hiddensize):zero()
   layer:reset()
end

--- Weights for x, and for h.
function weights.split(weight, D, R) return weight:narrow(1, 1, D), weight:narrow(1, D + 1, R) end

return weights
