-- Modules as older versions saved them, without a field: what the original can do without, we can, with its numbers
-- (Tests/goldens/make/lacking.lua).
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local type = play.types[1]
local lacking = torch.load 'Tests/goldens/nn/lacking.t7'
local test = {}

-- What the original gets along without by chance, though every version has saved it: sizes that it holds nothing
-- against, and tensors that some layers make in passing.
local sizes = {inputShape = true, outputShape = true, outputBatchDim = true, nOutputDim = true,
   inputFrameSize = true, nInputPlane = true, nOutputPlane = true,
   kT = true, kW = true, kH = true}
local made = {
   inputModule = 'ModuleCriterion', bias = 'PartialLinear',
   output = 'MapTable PixelShuffle TemporalDynamicKMaxPooling View',
   gradInput = 'CriterionTable DistanceRatioCriterion Euclidean MapTable PartialLinear PixelShuffle SparseLinear '
      .. 'TemporalDynamicKMaxPooling TemporalMaxPooling View',
}
local function isKept(class, field)
   return sizes[field] or (' ' .. (made[field] or '') .. ' '):find(' ' .. class .. ' ', 1, true)
end

-- The first case of a class, played on the module that the original saved, less a field.
local function without(class, field)
   local case = play.classes()[class][1]
   local module = torch.load(play.path(class)).module
   module[field] = nil
   local numbers = {}
   play.play(case, type, function(_, value) play.flat(value, numbers) end, nil,
      torch.deserialize(torch.serialize(module)))
   return numbers, case.within or 1e-13
end

local function compare(check, class, field, expected)
   if isKept(class, field) then return end
   local what = class .. ' without ' .. field
   local ok, numbers, within = pcall(without, class, field)
   if not ok then error(what .. ': ' .. tostring(numbers), 0) end
   for i, number in ipairs(numbers) do
      check.near(number, expected[i], within * math.max(1, math.abs(expected[i])), what .. ', number ' .. i)
   end
   return #numbers
end

for class, fields in pairs(lacking) do
   test[class] = function(check)
      local recorded = torch.load(play.path(class))[type]:storage():totable()
      for _, field in ipairs(fields.same) do compare(check, class, field, recorded) end
      for field, numbers in pairs(fields.other) do
         local count = compare(check, class, field, numbers:totable())
         if count then check.equal(count, numbers:nElement(), class .. ' without ' .. field) end
      end
   end
end

return test
