-- What recurrent modules refuse: errors name the module and the step.
require 'rnn'
local test = {}

function test.batchesChangeWithinASequence(check)
   local simple = nn.Recurrence(nn.Sequential():add(nn.JoinTable(1, 1)):add(nn.Linear(5, 2)), 2, 1)
   simple:forward(torch.randn(4, 3))
   check.raises('nn.Recurrence: expected a batch of 4 at step 2, as in the state before it, got 5', simple.forward, simple,
      torch.randn(5, 3))
   for _, name in ipairs {'LSTM', 'FastLSTM', 'GRU'} do
      local module = nn[name](3, 2)
      module:forward(torch.randn(4, 3))
      check.raises('nn.' .. name .. ': expected a batch of 4 at step 2, as in the state before it, got 5x3',
         module.forward, module, torch.randn(5, 3))
      module:forget()
      check.equal(module:forward(torch.randn(5, 3)):size(1), 5)
   end
end

function test.backwardsWithoutAForward(check)
   local module = nn.LSTM(3, 2)
   local x, g = torch.randn(4, 3), torch.randn(4, 2)
   check.raises('nn.LSTM: expected a forward for each backward, got a backward before step 1', module.backward, module, x, g)
   module:forward(x)
   module:backward(x, g)
   check.raises('nn.LSTM: expected a forward for each backward, got a backward before step 1', module.backward, module, x, g)
   check.raises('nn.LSTM: expected updateGradInput at step 2 before accGradParameters, got none',
      function() module:forward(x) module:accGradParameters(x, g) end)
end

function test.sequencesOfOtherLengths(check)
   local net = nn.Sequencer(nn.Linear(3, 2))
   local x = torch.randn(5, 4, 3)
   net:forward(x)
   check.raises('nn.Sequencer: expected gradOutput of 5 steps, got 4', net.backward, net, x, torch.randn(4, 4, 2))
   check.raises('nn.Sequencer: expected a tensor as gradOutput, as the input is', net.backward, net, x, {torch.randn(4, 2)})
   check.raises('nn.Sequencer: expected a tensor of steps or a table of them as input, got 3', net.forward, net, 3)
   local criterion = nn.SequencerCriterion(nn.MSECriterion())
   check.raises('nn.SequencerCriterion: expected target of 5 steps, got 2', criterion.forward, criterion, x, torch.randn(2, 4, 3))
   local repeater = nn.Repeater(nn.Linear(3, 2), 3)
   repeater:forward(x[1])
   check.raises('nn.Repeater: expected a table of 3 steps as gradOutput, got 1', repeater.backward, repeater, x[1], {x[1]})
end

function test.errorsWithinASequenceNameTheStep(check)
   local net = nn.Sequencer(nn.Linear(3, 2))
   local x = {torch.randn(4, 3), torch.randn(4, 5)}
   local ok, err = pcall(net.forward, net, x)
   check.equal(ok, false)
   check.equal(err:match('At step 2 of nn.Sequencer:\n(.*)$'), 'nn.Linear: size mismatch: expected input of size 3 or Nx3, got 4x5')
end

function test.statesThatDoNotFit(check)
   local module = nn.LSTM(3, 2)
   check.raises('nn.LSTM: expected a table of output and cell as the state of step 1, got 2', module.setHiddenState, module, 1,
      torch.randn(2))
   check.raises('nn.GRU: expected a tensor or a table of tensors as the state of step 1, got nil', nn.GRU(3, 2).setHiddenState,
      nn.GRU(3, 2), 1)
   check.raises("nn.Sequencer: expected 'both', 'eval', 'train' or 'neither', got always", function()
      nn.Sequencer(module):remember('always')
   end)
end

function test.masksThatAreMissing(check)
   local module = nn.MaskZero(nn.Linear(3, 2), 1)
   check.raises('nn.MaskZero: expected a forward before backward, got no mask', module.backward, module, torch.randn(4, 3),
      torch.randn(4, 2))
   check.raises('nn.MaskZero: expected an input of 1 or 2 dimensions, got 2x2x2', module.forward, module, torch.zeros(2, 2, 2))
   check.raises("nn.MaskZero: expected a number of a sample's dimensions, got 1x2", nn.MaskZero, nn.Linear(2, 2), '1x2')
   check.raises('nn.Recurrent: expected nn.Recurrence for maskZero', function()
      nn.Recurrent(2, nn.Linear(3, 2), nn.Linear(2, 2)):maskZero(1)
   end)
end

function test.wrongSizes(check)
   check.raises('nn.LSTM: expected a number of inputs, got nil', nn.LSTM)
   check.raises('nn.GRU: expected a number of outputs, got nil', nn.GRU, 3)
   check.raises('nn.Recurrence: expected the size of an output, got nil', nn.Recurrence, nn.Linear(2, 2))
   check.raises('nn.Recurrent: expected a module or a size as the start, got nil', nn.Recurrent)
end

return test
