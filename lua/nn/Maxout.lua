--- The largest of several linear functions, for each output. A network of simple layers, in `modules`.
--
--     nn.Maxout(3, 2, 4):forward(torch.Tensor(5, 3))      -- 5×2
--
-- @classmod nn.Maxout
local wants = require 'nn.wants'
local Maxout, Sequential = torch.class('nn.Maxout', 'nn.Sequential')

--- Make one.
-- @tparam int inputSize numbers in a sample
-- @tparam int outputSize numbers in its output
-- @tparam int maxoutNumber how many functions there are
-- @tparam[opt] nn.Module preprocess what the functions go through before the largest is taken
function Maxout:__init(inputSize, outputSize, maxoutNumber, preprocess)
   Sequential.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   wants.count(self, 'a number of functions', maxoutNumber)
   self:add(nn.Linear(inputSize, outputSize * maxoutNumber))
   self:add(nn.View(maxoutNumber, outputSize):setNumInputDims(1))
   if preprocess then self:add(wants.module(self, preprocess)) end
   self:add(nn.Max(1, 2))
end
