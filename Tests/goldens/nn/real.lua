-- Models that others trained and saved, played on inputs from a seed, in plain Torch Lua: the original's results are
-- recorded (Tests/goldens/make/real.lua), and ours compared with them (Tests/lua/nn/realModels.lua). They come from public
-- repositories and are not part of the project: they lie beside it, in ../shared/data/t7.
require 'nn'
local real = {folder = '../shared/data/t7/'}

-- A position of tic-tac-toe: 1 and -1 for the players, 0 for what is free.
local function positions(n) return torch.Tensor(n, 9):random(0, 2):add(-1) end

-- Pictures, normalized as the model's own statistics say.
local function pictures(...)
   local statistics = torch.load(real.folder .. 'elab_preproc.t7')
   local x = torch.Tensor(...):uniform()
   local planes = x:dim() - 2
   for i = 1, 3 do x:select(planes, i):add(-statistics.mean[i]):div(statistics.std[i]) end
   return x
end

--- The models, inputs for each, and whether there is a way back: one was saved without what that takes, and is older than
-- the field for its type.
real.models = {
   {'tictactoe_231000-O.t7', function() return {positions(1)[1], positions(5)} end, true},
   {'elab_u1net.net', function() return {pictures(3, 46, 46), pictures(2, 3, 24, 31)} end},
}

--- What a model computes: outputs, gradients of inputs and of parameters, as one list of numbers.
-- @param model what was loaded
-- @tparam function inputs
-- @tparam boolean isTrained whether to go back
function real.play(model, inputs, isTrained)
   local numbers = {}
   local function tell(t) t:clone():double():apply(function(x) numbers[#numbers + 1] = x end) end
   local parameters, gradients = model:parameters()
   local type = parameters[1]:type()
   torch.manualSeed(7)
   for _, input in ipairs(inputs()) do
      input = input:type(type)
      local output = model:forward(input)
      tell(output)
      if isTrained then
         local gradOutput = torch.Tensor(output:size()):uniform(-1, 1):type(type)
         model:zeroGradParameters()
         tell(model:backward(input, gradOutput))
         for _, gradient in ipairs(gradients) do tell(gradient) end
      end
   end
   return numbers
end

return real
