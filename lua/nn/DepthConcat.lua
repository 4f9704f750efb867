--- Like `nn.Concat`, of outputs that may differ in other dimensions too: smaller ones lie in the middle of zeros.
--
-- For convolutions of several sizes side by side: outputs of 12×12 and 10×10 are joined to 12×12.
--
-- @classmod nn.DepthConcat
local wants = require 'nn.wants'
local DepthConcat = torch.class('nn.DepthConcat', 'nn.Concat')

function DepthConcat:_resizeOutput()
   local modules, dimension, first = self.modules, self.dimension, self:_checkOutputs()
   local size = first:size()
   for i = 2, #modules do
      local output = wants.dims(self, 'output', modules[i].output, first:dim())
      for d = 1, first:dim() do
         size[d] = d == dimension and size[d] + output:size(d) or math.max(size[d], output:size(d))
      end
   end
   self.outputSize = size
   self.output:resize(size):zero()
end

--- The part that belongs to a layer, in the middle of all dimensions but the joined one.
function DepthConcat:windowNarrow(whole, output, offset)
   local window = whole:narrow(self.dimension, offset, output:size(self.dimension))
   for d = 1, output:dim() do
      local margin = self.outputSize[d] - output:size(d)
      if d ~= self.dimension and margin > 0 then
         if window:size(d) ~= self.outputSize[d] then wants.same(self, 'gradOutput', whole, self.output) end
         window = window:narrow(d, math.floor(margin / 2) + 1, output:size(d))
      end
   end
   return window
end
