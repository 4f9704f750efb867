-- The model of characters: how it is built, trained and sampled. Texts come as LongTensors of places in an alphabet.
require 'rnn'
require 'optim'
local model = {}

--- Build a network that gives the logarithms of the chances of the next character, at each step of each sequence.
function model.build(options)
   torch.manualSeed(options.seed)
   local lstm = nn.SeqLSTM(16, options.hidden)
   return nn.Sequential()
      :add(nn.LookupTable(options.characters, 16))
      :add(lstm:remember 'both')
      :add(nn.View(-1, options.hidden))
      :add(nn.Linear(options.hidden, options.characters))
      :add(nn.LogSoftMax())
end

--- Train on a text, which is cut into as many pieces as a batch has, read side by side. After each pass through them
-- `progress(pass, loss)` is called, with the mean loss of a character.
function model.train(net, text, options, progress)
   local parameters, gradients = net:getParameters()
   local criterion, state = nn.ClassNLLCriterion(), {learningRate = options.rate}
   local rows = math.floor((text:size(1) - 1) / options.batch)
   local function columns(first) return text:narrow(1, first, rows * options.batch):view(options.batch, rows):t() end
   local inputs, targets = columns(1), columns(2)
   net:training()
   for pass = 1, options.passes do
      net:findModules('nn.SeqLSTM')[1]:forget()
      local sum, count = 0, 0
      for first = 1, rows, options.steps do
         local steps = math.min(options.steps, rows - first + 1)
         local x, y = inputs:narrow(1, first, steps), targets:narrow(1, first, steps):contiguous():view(-1)
         optim.adam(function()
            gradients:zero()
            local loss = criterion:forward(net:forward(x), y)
            net:backward(x, criterion:backward(net.output, y))
            gradients:clamp(-1, 1)
            sum, count = sum + loss * steps, count + steps
            return loss, gradients
         end, parameters, state)
      end
      progress(pass, sum / count)
   end
end

--- Go on from a beginning: places of characters, as a list. At a low temperature likely ones are drawn more often.
function model.sample(net, start, options)
   torch.manualSeed(options.seed)
   net:evaluate()
   net:findModules('nn.SeqLSTM')[1]:forget()
   local output, places = net:forward(start:view(-1, 1)), {}
   for i = 1, options.length do
      local chances = torch.exp(output[output:size(1)] / options.temperature)
      places[i] = torch.multinomial(chances, 1)[1]
      output = net:forward(torch.LongTensor {{places[i]}})
   end
   return places
end

return model
