--- Keeps a module in its type when the network around it is converted.
--
--     nn.DontCast(nn.Linear(3, 4):float(), true):double()      -- doubles in, floats inside, doubles out
--
-- @classmod nn.DontCast
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local DontCast, Decorator = torch.class('nn.DontCast', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what keeps its type
-- @tparam[opt] boolean castin whether inputs are converted to the module's type
-- @tparam[opt=castin] boolean castout whether outputs are converted to this one's type
-- @tparam[opt] string moduleType the module's type, where its output does not tell
function DontCast:__init(module, castin, castout, moduleType)
   Decorator.__init(self, module)
   self.castin, self.castout = castin, castout
   if castout == nil then self.castout = castin end
   if self.castin or self.castout then
      self.moduleType = moduleType or torch.isTensor(module.output) and torch.type(module.output) or module._type
      if type(self.moduleType) ~= 'string' then expected(self, 'the type of the module', self.moduleType) end
   end
end

-- A copy in another type, in what lies there from before.
local function converted(to, from, type)
   if torch.isTensor(from) then
      if torch.type(to) ~= type then to = torch.getmetatable(type).new() end
      return to:resize(from:size()):copy(from)
   end
   if torch.type(from) ~= 'table' then return from end
   to = torch.type(to) == 'table' and to or {}
   for key, part in pairs(from) do to[key] = converted(to[key], part, type) end
   for key in pairs(to) do
      if from[key] == nil then to[key] = nil end
   end
   return to
end

-- A gradient in the types of what it is for.
local function like(to, from, model)
   if torch.isTensor(from) then return converted(to, from, torch.type(torch.isTensor(model) and model or from)) end
   if torch.type(from) ~= 'table' then return from end
   to = torch.type(to) == 'table' and to or {}
   for key, part in pairs(from) do to[key] = like(to[key], part, torch.type(model) == 'table' and model[key] or nil) end
   for key in pairs(to) do
      if from[key] == nil then to[key] = nil end
   end
   return to
end

-- Input and gradient as the module has them.
local function inside(self, input, gradOutput)
   if self.castin then
      self._input = converted(self._input, input, self.moduleType)
      input = self._input
   end
   if self.castout and gradOutput ~= nil then
      self._gradOutput = converted(self._gradOutput, gradOutput, self.moduleType)
      gradOutput = self._gradOutput
   end
   return input, gradOutput
end

function DontCast:updateOutput(input)
   if input == nil then expected(self, 'an input', input) end
   local output = self.modules[1]:updateOutput((inside(self, input)))
   self.output = self.castout and converted(self.output, output, self._type or torch.type(self.output)) or output
   return self.output
end

function DontCast:updateGradInput(input, gradOutput)
   local gradInput = self.modules[1]:updateGradInput(inside(self, input, gradOutput))
   self.gradInput = self.castin and like(self.gradInput, gradInput, input) or gradInput
   return self.gradInput
end

function DontCast:accGradParameters(input, gradOutput, scale)
   local x, g = inside(self, input, gradOutput)
   self.modules[1]:accGradParameters(x, g, scale)
end

function DontCast:accUpdateGradParameters(input, gradOutput, learningRate)
   local x, g = inside(self, input, gradOutput)
   self.modules[1]:accUpdateGradParameters(x, g, learningRate)
end

--- Convert this, but not the module.
function DontCast:type(type)
   if not type then return self._type end
   utils.checkType(type)
   -- Without conversion they are the module's own.
   local own = function(value) return converted(nil, value, type) end
   self.output, self.gradInput = own(self.output), own(self.gradInput)
   self._type = type
   return self
end
