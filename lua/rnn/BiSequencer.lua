--- A module along a sequence and another one back, and their outputs merged.
--
-- Of a sequence as a table of steps the outputs of each step are merged, by default joined; of one as a tensor the
-- outputs as a whole, by default added.
--
--     nn.BiSequencer(nn.LSTM(3, 2)):forward {torch.randn(4, 3), torch.randn(4, 3)}      -- 4×4 at each step
--     nn.BiSequencer(nn.SeqLSTM(3, 2)):forward(torch.randn(5, 4, 3))                    -- 5×4×2
--
-- @classmod nn.BiSequencer
local directions = require 'rnn.directions'
local BiSequencer, AbstractSequencer = torch.class('nn.BiSequencer', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module forward from the first step on
-- @tparam[opt] nn.Module backward from the last; by default a copy of it with parameters drawn anew
-- @tparam[opt] int|nn.Module merge a module, or the number of dimensions of a sample for an `nn.JoinTable`. A module
-- that begins with an `nn.ZipTable` gets the two sequences whole, as tables too
function BiSequencer:__init(forward, backward, merge)
   AbstractSequencer.__init(self)
   directions(self, forward, backward, merge)
   local sides = nn.ConcatTable():add(self.fwdSeq):add(nn.ReverseUnreverse(self.bwdSeq))
   local zips = torch.isTypeOf(merge, 'nn.Sequential') and torch.isTypeOf(merge:get(1), 'nn.ZipTable')
   self.module = nn.Sequential():add(sides)
   if zips then
      self.module:add(merge)
   else
      self.module:add(nn.ZipTable()):add(self.mergeSeq)
   end
   self.wholeModule = nn.Sequential():add(sides):add(merge == nil and nn.CAddTable() or self.mergeModule)
   self.modules[1] = self.module
end

--- Whether a module takes sequences whole.
function BiSequencer.isSeq(module)
   return torch.isTypeOf(module, 'nn.AbstractSequencer') or (torch.typename(module) or ''):find('^nn%.Seq.+') ~= nil
      and not torch.isTypeOf(module, 'nn.Sequential')
end

--- The module from the first step on.
function BiSequencer:getForward() return self.fwdSeq end
--- The module from the last step on.
function BiSequencer:getBackward() return self.bwdSeq end

local function structure(self, input) return torch.isTensor(input) and self.wholeModule or self.module end

function BiSequencer:updateOutput(input)
   self.output = structure(self, input):updateOutput(input)
   return self.output
end

function BiSequencer:updateGradInput(input, gradOutput)
   self.gradInput = structure(self, input):updateGradInput(input, gradOutput)
   return self.gradInput
end

for _, name in ipairs {'accGradParameters', 'accUpdateGradParameters', 'sharedAccUpdateGradParameters'} do
   BiSequencer[name] = function(self, input, ...)
      local module = structure(self, input)
      module[name](module, input, ...)
   end
end

function BiSequencer:__tostring__() return ('%s @ %s'):format(torch.type(self), self.module) end
