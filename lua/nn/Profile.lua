--- Times a module: `nn.Linear took 0.119 seconds for 100 forward passes`.
-- @classmod nn.Profile
local wants = require 'nn.wants'
local Profile, Decorator = torch.class('nn.Profile', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what is timed
-- @tparam[opt=100] int print_interval after how many passes the time is printed
-- @tparam[opt] string name what it is called by: its class if nothing is said
function Profile:__init(module, print_interval, name)
   Decorator.__init(self, module)
   self.print_interval = print_interval or 100
   wants.count(self, 'a number of passes', self.print_interval)
   self.name = name or torch.type(module)
   self.module = module
   self.numFwds, self.numBwds, self.summedFwdTime, self.summedBwdTime = 0, 0, 0, 0
   self.timer = torch.Timer()
end

-- Counts a pass that began at a time, and prints and forgets after so many.
local function count(self, began, number, sum, kind)
   self[number], self[sum] = self[number] + 1, self[sum] + self.timer:time().real - began
   if self[number] % self.print_interval == 0 then
      print(('%s took %.3f seconds for %d %s passes'):format(self.name, self[sum], self[number], kind))
      self[number], self[sum] = 0, 0
   end
end

function Profile:updateOutput(input)
   local began = self.timer:time().real
   self.output = self.modules[1]:updateOutput(input)
   count(self, began, 'numFwds', 'summedFwdTime', 'forward')
   return self.output
end

function Profile:updateGradInput(input, gradOutput)
   local began = self.timer:time().real
   self.gradInput = self.modules[1]:updateGradInput(input, gradOutput)
   count(self, began, 'numBwds', 'summedBwdTime', 'backward')
   return self.gradInput
end
