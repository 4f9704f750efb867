--- A module around another: what is asked of it the other one answers. A class of its own changes some of that.
-- @classmod nn.Decorator
local expected = require 'nn.expected'
local handedOn = require 'nn.handedOn'
local shown = require 'nn.shown'
local wants = require 'nn.wants'
local Decorator, Container = torch.class('nn.Decorator', 'nn.Container')

--- Make one.
-- @tparam nn.Module module what is decorated
function Decorator:__init(module)
   Container.__init(self)
   self.modules[1] = wants.module(self, module)
end

local function first(self) return self.modules[1] end
handedOn(Decorator, first)

--- Give a class with another parent the methods of a decorator: `nn.Decorator.decorate(class)`.
function Decorator.decorate(class)
   if type(class) ~= 'table' then expected('nn.Decorator', 'a class', class) end
   handedOn(class, first)
end

--- `nn.NaN @ nn.Linear(3 -> 2)`.
function Decorator:__tostring__()
   return ('%s @ %s'):format(torch.type(self), shown(self.modules[1], ''))
end
