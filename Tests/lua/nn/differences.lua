-- Gradients against finite differences, on the cases of Tests/goldens/nn/cases: what a layer or a criterion says of its
-- input is what a small step in each element of the input does.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local test = {}

local step = 1e-6

-- The tensors of real numbers in an input, with their gradients.
local function each(input, gradient, visit)
   if torch.type(input) == 'torch.DoubleTensor' then
      visit(input, gradient)
   elseif torch.type(input) == 'table' then
      for key, part in pairs(input) do each(part, torch.type(gradient) == 'table' and gradient[key] or nil, visit) end
   end
end

-- What a case computes from an input, as one number: the loss, or the output times fixed numbers.
local function number(module, input, pair)
   torch.manualSeed(4)
   if pair then return module:forward(input, pair[2]) end
   local sum = 0
   local function visit(output)
      if torch.isTensor(output) then
         torch.manualSeed(5)
         sum = sum + output:dot(output.new(output:size()):uniform(-1, 1))
      elseif torch.type(output) == 'table' then
         for i = 1, #output do visit(output[i]) end
      end
   end
   visit(module:forward(play.copy(input)))
   return sum
end

local function gradOutput(output)
   if torch.isTensor(output) then
      torch.manualSeed(5)
      return output.new(output:size()):uniform(-1, 1)
   end
   local list = {}
   for i = 1, #output do list[i] = gradOutput(output[i]) end
   return list
end

local function compare(check, case, input)
   local module = play.make(case, 'torch.DoubleTensor')
   local pair = torch.isTypeOf(module, 'nn.Criterion') and input or nil
   if pair then input = pair[1] end
   number(module, input, pair)
   local gradInput = pair and module:backward(input, pair[2])
      or module:updateGradInput(play.copy(input), gradOutput(module.output))
   gradInput = play.copy(gradInput)
   each(input, gradInput, function(t, gradient)
      check.equal(torch.isTensor(gradient), true, case[1] .. ': gradients')
      local places = t:view(-1)
      gradient = gradient:contiguous():view(-1)
      for i = 1, math.min(places:size(1), 40) do
         local x = places[i]
         places[i] = x + step
         local above = number(module, input, pair)
         places[i] = x - step
         local below = number(module, input, pair)
         places[i] = x
         check.near(gradient[i], (above - below) / (2 * step), 1e-5 * math.max(1, math.abs(gradient[i])), case[1])
      end
   end)
end

-- What has no gradient, or one of its own: the noise of evaluation is not followed back, and a criterion's is not
-- asked. DontCast computes in floats; SparseLinear and IndexLinear answer for features that an input does not name.
local without = {LookupTable = true, Dropout = true, CriterionTable = true, DontCast = true, GradientReversal = true,
   IndexLinear = true, L1Penalty = true, OneHot = true, SparseLinear = true, ZeroGrad = true}

local classes, names = play.classes()
for _, class in ipairs(names) do
   if not without[class] then
      test[class] = function(check)
         for _, case in ipairs(classes[class]) do
            for i = 2, (case.forward or case.kink) and 0 or #case do
               torch.manualSeed(3)
               compare(check, case, play.draw(case[i], 'torch.DoubleTensor'))
            end
         end
      end
   end
end

return test
