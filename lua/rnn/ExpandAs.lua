--- `{x, y}` to `{x, y expanded to the size of x}`.
--
-- A dimension of which y has 1 is repeated; its gradient is the sum along what was.
--
-- @classmod nn.ExpandAs
local sizes = require 'nn.sizes'
local wants = require 'nn.wants'
local ExpandAs, Module = torch.class('nn.ExpandAs', 'nn.Module')

function ExpandAs:__init()
   Module.__init(self)
   self.output, self.gradInput = {}, {}
end

function ExpandAs:updateOutput(input)
   wants.tensors(self, input, 2)
   local x, y = input[1], input[2]
   local fits = x:dim() == y:dim()
   for dim = 1, fits and x:dim() or 0 do fits = fits and (y:size(dim) == 1 or y:size(dim) == x:size(dim)) end
   if not fits then wants.otherSize(self, ('a second tensor of size %s, or 1 in its places'):format(sizes(x)), y) end
   self.output = {x, y:expandAs(x)}
   return self.output
end

-- The gradient of y is the sum along what was expanded.
function ExpandAs:updateGradInput(input, gradOutput)
   wants.tensors(self, input, 2)
   wants.tensors(self, gradOutput, 2)
   local y, gradient = input[2], gradOutput[2]
   wants.same(self, 'gradient of the second', gradient, self.output[2])
   if y:dim() ~= gradient:dim() then wants.otherSize(self, 'a second tensor as in the forward', y) end
   for dim = 1, y:dim() do
      if y:size(dim) ~= gradient:size(dim) then gradient = gradient:sum(dim) end
   end
   self.gradInput = {gradOutput[1], gradient}
   return self.gradInput
end
