--- The input in another type.
--
--     nn.Copy('torch.DoubleTensor', 'torch.FloatTensor')
--
-- @classmod nn.Copy
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local Copy, Module = torch.class('nn.Copy', 'nn.Module')

local function checked(self, name)
   if type(name) ~= 'string' or not name:find('^torch%..*Tensor$') or not torch.getmetatable(name) then
      expected(self, "the name of a tensor type, such as 'torch.FloatTensor'", name)
   end
   return name
end

--- Make a layer.
-- @tparam[opt] string intype the type of inputs: the default type if nothing is said
-- @tparam[opt] string outtype the type of outputs, likewise
-- @tparam[opt=false] boolean forceCopy whether inputs of the same type are copied: otherwise they pass
-- @tparam[opt=false] boolean dontCast whether `type` leaves this layer as it is
function Copy:__init(intype, outtype, forceCopy, dontCast)
   Module.__init(self)
   self.gradInput = torch.getmetatable(checked(self, intype or torch.getdefaulttensortype())).new()
   self.output = torch.getmetatable(checked(self, outtype or torch.getdefaulttensortype())).new()
   self.dontCast = dontCast
   if torch.type(self.gradInput) == torch.type(self.output) and not forceCopy then self.passes = true end
end

function Copy:updateOutput(input)
   wants.tensor(self, 'input', input)
   if self.passes then
      self.output = input
      return input
   end
   return self.output:resize(input:size()):copy(input)
end

function Copy:updateGradInput(_, gradOutput)
   wants.tensor(self, 'gradOutput', gradOutput)
   if self.passes then
      self.gradInput = gradOutput
      return gradOutput
   end
   return self.gradInput:resize(gradOutput:size()):copy(gradOutput)
end

--- Convert the layer, unless it was made not to be.
function Copy:type(type, cache)
   if type and self.dontCast then return self end
   return Module.type(self, type, cache)
end

-- In the original, layers that only pass say so by functions in their fields, which do not come over.
function Copy:read(file)
   Module.read(self, file)
   if rawget(self, 'updateOutput') ~= nil then
      self.updateOutput, self.updateGradInput, self.passes = nil, nil, true
   end
end
