--- A module around another that decides what of it goes to a file: all (`heavySerial`, the default), all that training
-- needs (`mediumSerial`) or what using it needs (`lightSerial`).
--
--     torch.save('model.t7', nn.Serial(net):lightSerial())
--
-- @classmod nn.Serial
local restored = require 'nn.restored'
local Serial, Decorator = torch.class('nn.Serial', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what is decorated
-- @tparam[opt] string tensortype the type that tensors have in files, and when they are loaded
function Serial:__init(module, tensortype)
   Decorator.__init(self, module)
   if tensortype ~= nil then
      nn.utils.checkType(tensortype)
      self.tensortype = tensortype
   end
end

function Serial:write(file)
   local state = self:getSerialState()
   if state.tensortype then state:type(state.tensortype) end
   torch.File.writeFields(state, file)
end

restored.fields(Serial, {modules = restored.needed})
