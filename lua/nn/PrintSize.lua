--- Prints the sizes of what passes, forwards and backwards.
-- @classmod nn.PrintSize
local PrintSize, Module = torch.class('nn.PrintSize', 'nn.Module')

--- Make a layer.
-- @tparam[opt='PrintSize'] string prefix what the lines begin with
function PrintSize:__init(prefix)
   Module.__init(self)
   self.prefix = prefix or 'PrintSize'
end

local function show(self, what, value)
   print(('%s:%s\n'):format(tostring(self.prefix), what), torch.isTensor(value) and value:size() or value)
end

function PrintSize:updateOutput(input)
   self.output = input
   show(self, 'input', input)
   return input
end

function PrintSize:updateGradInput(_, gradOutput)
   show(self, 'gradOutput', gradOutput)
   self.gradInput = gradOutput
   return gradOutput
end
