--- A module around another: what is asked of it the other one answers. A class of its own changes some of that.
-- @classmod nn.Decorator
local expected = require 'nn.expected'
local shown = require 'nn.shown'
local wants = require 'nn.wants'
local Decorator, Container = torch.class('nn.Decorator', 'nn.Container')

--- Make one.
-- @tparam nn.Module module what is decorated
function Decorator:__init(module)
   Container.__init(self)
   self.modules[1] = wants.module(self, module)
end

function Decorator:updateOutput(input)
   self.output = self.modules[1]:updateOutput(input)
   return self.output
end

function Decorator:updateGradInput(input, gradOutput)
   self.gradInput = self.modules[1]:updateGradInput(input, gradOutput)
   return self.gradInput
end

function Decorator:accGradParameters(input, gradOutput, scale)
   self.modules[1]:accGradParameters(input, gradOutput, scale)
end

function Decorator:accUpdateGradParameters(input, gradOutput, learningRate)
   self.modules[1]:accUpdateGradParameters(input, gradOutput, learningRate)
end

function Decorator:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
   self.modules[1]:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
end

local methods = {
   'updateOutput', 'updateGradInput', 'accGradParameters', 'accUpdateGradParameters', 'sharedAccUpdateGradParameters',
}

--- Give a class with another parent the methods of a decorator: `nn.Decorator.decorate(class)`.
function Decorator.decorate(class)
   if type(class) ~= 'table' then expected('nn.Decorator', 'a class', class) end
   for _, name in ipairs(methods) do class[name] = Decorator[name] end
end

--- `nn.NaN @ nn.Linear(3 -> 2)`.
function Decorator:__tostring__()
   return ('%s @ %s'):format(torch.type(self), shown(self.modules[1], ''))
end
