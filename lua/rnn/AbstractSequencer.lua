--- What takes a whole sequence at each call: the parent of `nn.Sequencer`, `nn.Repeater` and their like.
--
-- Each call begins a new sequence, but for `remember`; `forget` begins a new one in any case.
--
-- @classmod nn.AbstractSequencer
local expected = require 'nn.expected'
local remembering = require 'rnn.remembering'
local AbstractSequencer, Container = torch.class('nn.AbstractSequencer', 'nn.Container')

--- Say whether a call goes on with the sequence of the call before.
-- @tparam[opt='both'] string mode `'train'` or `'eval'`: in training or in evaluation alone; `'both'`; `'neither'`,
-- which is how it begins
-- @treturn nn.AbstractSequencer itself
function AbstractSequencer:remember(mode)
   return Container.remember(self, remembering.set(self, mode))
end

AbstractSequencer.hasMemory = remembering.isOn

-- Steps are what the module within has.
function AbstractSequencer:getStepModule(step)
   expected(self, 'a module that steps', ('a call for step %s of one that takes sequences whole'):format(step))
end
