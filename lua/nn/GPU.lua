--- A module that is to run on a GPU of its own. Here there is none: what comes passes through.
-- @classmod nn.GPU
local expected = require 'nn.expected'
local shown = require 'nn.shown'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local GPU, Container = torch.class('nn.GPU', 'nn.Container')
nn.Decorator.decorate(GPU)

--- Make one.
-- @tparam nn.Module module what is to run there
-- @tparam int device the number of the GPU
-- @tparam[opt=device] int outdevice where its output is to lie
function GPU:__init(module, device, outdevice)
   Container.__init(self)
   wants.module(self, module)
   wants.count(self, 'the number of a device', device)
   if outdevice ~= nil then wants.count(self, 'the number of a device', outdevice) end
   self.device, self.outdevice, self.modules[1] = device, outdevice or device, module
end

--- Say which GPU, for where there is one.
-- @treturn nn.GPU itself
function GPU:setDevice(device)
   wants.count(self, 'the number of a device', device)
   self.device = device
   return self
end

function GPU:clearState()
   self.modules[1]:clearState()
   return utils.renew(self, 'output', 'gradInput')
end

-- A file holds the module's type, for GPUs to tell whether it was on one, before the fields.
function GPU:write(file)
   local fields = {}
   for key, value in pairs(self) do fields[key] = value end
   file:writeObject {self._type or torch.getdefaulttensortype()}
   file:writeObject(fields)
end

function GPU:read(file)
   file:readObject()
   local fields = file:readObject()
   if type(fields) ~= 'table' then expected(self, 'a table of fields in the file', fields) end
   for key, value in pairs(fields) do self[key] = value end
end

function GPU:__tostring__()
   return ('%s(%d) @ %s'):format(torch.type(self), self.device, shown(self.modules[1], ''))
end
