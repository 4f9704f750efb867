--- Prints what passes, forwards and backwards: size, mean, deviation, least and greatest number, and the time since the
-- last probe.
-- @classmod nn.Probe
local expected = require 'nn.expected'
local sizes = require 'nn.sizes'
local wants = require 'nn.wants'
local Probe, Module = torch.class('nn.Probe', 'nn.Module')

--- Make one.
-- @tparam[opt='unnamed'] string name what is printed with it
function Probe:__init(name)
   Module.__init(self)
   self.name = name or 'unnamed'
end

local timer, last = torch.Timer(), 0

local function show(legend, tensor)
   local now = timer:time().real
   print('\n' .. legend)
   print('  + size = ' .. sizes(tensor))
   for _, what in ipairs {'mean', 'std', 'min', 'max'} do print(('  + %s = %s'):format(what, tensor[what](tensor))) end
   print(('  + time since last probe = %.1fms'):format((now - last) * 1000))
   last = now
end

local function check(self, name, tensor)
   wants.dims(self, name, tensor, 1, math.huge)
   if not tensor.std then expected(self, name .. ' of floats', torch.type(tensor):sub(7)) end
   return tensor
end

function Probe:updateOutput(input)
   self.output = check(self, 'input', input)
   show(('<%s>.output'):format(self.name), input)
   return self.output
end

function Probe:updateGradInput(_, gradOutput)
   self.gradInput = check(self, 'gradOutput', gradOutput)
   show(('layer<%s>.gradInput'):format(self.name), gradOutput)
   return self.gradInput
end
