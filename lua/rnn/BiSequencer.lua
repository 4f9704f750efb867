--- A module along a sequence and another one back, and their outputs merged.
--
-- Of a sequence as a table of steps the outputs of each step are merged, by default joined; of one as a tensor the
-- outputs as a whole, by default added. (Schuster, Paliwal: Bidirectional recurrent neural networks, 1997.)
--
--     nn.BiSequencer(nn.LSTM(3, 2)):forward {torch.randn(4, 3), torch.randn(4, 3)}      -- 4×4 at each step
--     nn.BiSequencer(nn.SeqLSTM(3, 2)):forward(torch.randn(5, 4, 3))                    -- 5×4×2
--
-- @classmod nn.BiSequencer
local directions = require 'rnn.directions'
local BiSequencer, AbstractSequencer = torch.class('nn.BiSequencer', 'nn.AbstractSequencer')

-- Whether what merges gets the two sequences whole.
local function zips(self)
   local merge = self.mergeModule
   return torch.isTypeOf(merge, 'nn.Sequential') and torch.isTypeOf(merge:get(1), 'nn.ZipTable')
end

-- Sequences as tables and as tensors go through structures of their own around the same modules.
local function build(self)
   local sides = nn.ConcatTable():add(self.fwdSeq):add(nn.ReverseUnreverse(self.bwdSeq))
   self.module = nn.Sequential():add(sides)
   if zips(self) then
      self.module:add(self.mergeModule)
   else
      self.module:add(nn.ZipTable()):add(self.mergeSeq)
   end
   self.wholeModule = nn.Sequential():add(sides):add(self.adds and nn.CAddTable() or self.mergeModule)
   self.modules = {self.module}
end

--- Make one.
-- @tparam nn.Module forward from the first step on
-- @tparam[opt] nn.Module backward from the last; by default a copy of it with parameters drawn anew
-- @tparam[opt] int|nn.Module merge a module, or the number of dimensions of a sample for an `nn.JoinTable`. A module
-- that begins with an `nn.ZipTable` gets the two sequences whole, as tables too
function BiSequencer:__init(forward, backward, merge)
   AbstractSequencer.__init(self)
   directions(self, forward, backward, merge)
   self.adds = merge == nil
   build(self)
end

--- Whether a module takes sequences whole.
-- @tparam nn.Module module
-- @treturn boolean
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

-- The parts of a structure, which is all that torch/rnn saved.
local function takeApart(self)
   local module = self.module or self.modules[1]
   local forward, backward = table.unpack(module:get(1).modules)
   local isZipped = torch.isTypeOf(module:get(2), 'nn.ZipTable')
   self.fwdSeq = forward
   self.bwdSeq = torch.isTypeOf(backward, 'nn.ReverseUnreverse') and backward:getModule() or backward:get(2)
   self.mergeSeq = isZipped and module:get(3) or nn.Sequencer(module:get(2))
   self.mergeModule = isZipped and self.mergeSeq.module or module:get(2)
   if torch.isTypeOf(self.mergeModule, 'nn.Recursor') then self.mergeModule = self.mergeModule.module end
   if not isZipped then self.adds = torch.isTypeOf(self.mergeModule, 'nn.CAddTable') end
end

local function isWhole(self) return self.fwdSeq and self.bwdSeq and self.mergeSeq and self.mergeModule end

-- A file holds the structure for tables in the words of Element-Research's rnn, which knows nothing else.
function BiSequencer:write(file)
   if not isWhole(self) then takeApart(self) end
   if zips(self) then return AbstractSequencer.write(self, file) end
   local fields = {}
   for name, value in pairs(self) do fields[name] = value end
   local back = nn.Sequential():add(nn.ReverseTable()):add(self.bwdSeq):add(nn.ReverseTable())
   local sides = nn.ConcatTable():add(self.fwdSeq):add(back)
   fields.module = nn.Sequential():add(sides):add(nn.ZipTable()):add(self.mergeSeq)
   fields.modules, fields.wholeModule = {fields.module}, nil
   file:writeObject(fields)
end

function BiSequencer:read(file)
   AbstractSequencer.read(self, file)
   if not isWhole(self) then takeApart(self) end
   if self.wholeModule == nil then build(self) end
   self.module:type(self._type)
end

function BiSequencer:__tostring__() return ('%s @ %s'):format(torch.type(self), self.module) end
