--- `nn.BiSequencer` for language models: what is said of a step comes of those before and behind it alone.
--
-- The one module goes through all steps but the last and stands for the step behind each, the other one back through
-- all but the first and stands for the step before each; what is missing at the ends is 0. Input and output are tables
-- of two steps or more. (Schuster, Paliwal: Bidirectional recurrent neural networks, 1997.)
--
-- @classmod nn.BiSequencerLM
local directions = require 'rnn.directions'
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local BiSequencerLM, AbstractSequencer = torch.class('nn.BiSequencerLM', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module forward from the first step on
-- @tparam[opt] nn.Module backward from the last; by default a copy of it with parameters drawn anew
-- @tparam[opt] int|nn.Module merge a module, or the number of dimensions of a sample for an `nn.JoinTable`
function BiSequencerLM:__init(forward, backward, merge)
   AbstractSequencer.__init(self)
   directions(self, forward, backward, merge)
   self._fwd = self.fwdSeq
   self._bwd = nn.Sequential():add(nn.ReverseTable()):add(self.bwdSeq):add(nn.ReverseTable())
   self._merge = nn.Sequential():add(nn.ZipTable()):add(self.mergeSeq)
   self.modules = {self._fwd, self._bwd, self._merge}
end

local function part(t, first, last) return table.move(t, first, last, 1, {}) end

local function zeros(like, was) return nn.rnn.recursiveFill((nn.rnn.recursiveResizeAs(was, like)), 0) end

-- What goes into the two modules: all steps but the last, all but the first.
local function halves(self, input)
   if torch.type(input) ~= 'table' or #input < 2 then
      expected(self, 'a table of at least 2 steps', torch.type(input) == 'table' and ('%d'):format(#input) or input)
   end
   return part(input, 1, #input - 1), part(input, 2, #input)
end

function BiSequencerLM:updateOutput(input)
   local before, behind = halves(self, input)
   self._fwdOutput = self._fwd:updateOutput(before)
   self._bwdOutput = self._bwd:updateOutput(behind)
   self._firstStep = zeros(self._fwdOutput[1], self._firstStep)
   self._lastStep = zeros(self._bwdOutput[1], self._lastStep)
   local count = #input - 1
   local fromBefore = table.move(self._fwdOutput, 1, count, 2, {self._firstStep})
   local fromBehind = table.move(self._bwdOutput, 1, count, 1, {})
   fromBehind[count + 1] = self._lastStep
   self._mergeInput = {fromBefore, fromBehind}
   self.output = self._merge:updateOutput(self._mergeInput)
   return self.output
end

-- The gradients of what the two modules gave.
local function outputGradients(self, count)
   local both = self._mergeGradInput
   if not both then expected(self, 'updateGradInput before accGradParameters', 'none') end
   if torch.type(both[1]) ~= 'table' or torch.type(both[2]) ~= 'table' then
      expected(self, 'a forward for each backward', 'a backward without one')
   end
   return part(both[1], 2, count + 1), part(both[2], 1, count)
end

function BiSequencerLM:updateGradInput(input, gradOutput)
   local before, behind = halves(self, input)
   self._mergeGradInput = self._merge:updateGradInput(self._mergeInput, gradOutput)
   local forward, backward = outputGradients(self, #input - 1)
   self._fwdGradInput = self._fwd:updateGradInput(before, forward)
   self._bwdGradInput = self._bwd:updateGradInput(behind, backward)
   local gradInput = {}
   for step = 1, #input do
      local a, b = self._fwdGradInput[step], self._bwdGradInput[step - 1]
      gradInput[step] = nn.rnn.recursiveCopy(self.gradInput[step], a or b)
      if a and b then nn.rnn.recursiveAdd(gradInput[step], b) end
   end
   self.gradInput = gradInput
   return gradInput
end

local function accumulate(self, method, input, gradOutput, scale)
   local before, behind = halves(self, input)
   local forward, backward = outputGradients(self, #input - 1)
   self._merge[method](self._merge, self._mergeInput, gradOutput, scale)
   self._fwd[method](self._fwd, before, forward, scale)
   self._bwd[method](self._bwd, behind, backward, scale)
end
function BiSequencerLM:accGradParameters(input, gradOutput, scale)
   accumulate(self, 'accGradParameters', input, gradOutput, scale or 1)
end
function BiSequencerLM:accUpdateGradParameters(input, gradOutput, learningRate)
   accumulate(self, 'accUpdateGradParameters', input, gradOutput, learningRate)
end

function BiSequencerLM:__tostring__()
   local function shown(module) return (tostring(module):gsub('\n', '\n    |    ')) end
   return ('%s {\n  (  fwd  ): %s\n  (  bwd  ): %s\n  ( merge ): %s\n}'):format(torch.type(self), shown(self._fwd),
      shown(self._bwd), shown(self._merge))
end

restored.fields(BiSequencerLM, {gradInput = restored.table, ['_fwd _bwd _merge'] = restored.needed})
