--- What a module within `nn.Serial` leaves out of a file.
-- @module dpnn.modes
local copies = require 'dpnn.copies'
local wants = require 'nn.wants'
local Module = nn.Module

--- A decorator that keeps files small.
-- @tparam[opt] string tensortype the type that tensors have in the file
-- @treturn nn.Serial
function Module:Serial(tensortype) return nn.Serial(self, tensortype) end

-- Each module is told what it leaves out.
local function choose(self, fields)
   copies.walk(self, function(module) module.dpnn_serialEmpty = fields(module) end)
   return self
end

--- Leave out these fields.
-- @tparam {string,...} empty their names
function Module:serialMode(empty)
   wants.table(self, 'list of names', empty)
   return choose(self, function() return empty end)
end
--- Leave nothing out: the default.
function Module:heavySerial() return choose(self, function() return {} end) end
--- Leave out what a forward and a backward have left: enough for going on with training.
function Module:mediumSerial() return choose(self, function(module) return module.dpnn_mediumEmpty end) end
--- Leave out gradients too: enough for using a model.
function Module:lightSerial()
   return choose(self, function(module)
      local empty = {}
      for _, list in ipairs {module.dpnn_mediumEmpty, module.dpnn_gradParameters} do
         for _, name in ipairs(list) do empty[#empty + 1] = name end
      end
      return empty
   end)
end

-- What stands for a field that is left out.
local function emptied(value)
   if torch.isTensor(value) then return value.new() end
   return torch.type(value) == 'table' and {} or nil
end

--- A copy for a file: it shares all tensors that it has, and lacks the fields that are to be left out.
-- @treturn nn.Module
function Module:getSerialState()
   local state = copies.copy(self, function() return true end)
   copies.walk(state, function(module)
      for _, name in ipairs(module.dpnn_serialEmpty) do
         if rawget(module, name) ~= nil then module[name] = emptied(module[name]) end
      end
   end)
   return state
end
