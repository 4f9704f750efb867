-- Layers of nn as older versions saved them, without a field; see Tests/goldens/nn/without.lua.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'

-- What the original gets along without by chance, though every version has saved it: sizes that it holds nothing
-- against, and tensors that some layers make in passing.
local sizes = {inputShape = true, outputShape = true, outputBatchDim = true, nOutputDim = true,
   inputFrameSize = true, nInputPlane = true, nOutputPlane = true,
   outputSize = true, kT = true, kW = true, kH = true}
local made = {
   inputModule = 'ModuleCriterion', bias = 'PartialLinear',
   output = 'MapTable PixelShuffle TemporalDynamicKMaxPooling View',
   gradInput = 'CriterionTable DistanceRatioCriterion Euclidean MapTable PartialLinear PixelShuffle SparseLinear '
      .. 'TemporalDynamicKMaxPooling TemporalMaxPooling View',
}
local function isKept(class, field, isNeeded)
   return isNeeded or sizes[field] or (' ' .. (made[field] or '') .. ' '):find(' ' .. class .. ' ', 1, true)
end

local without = dofile 'Tests/goldens/nn/without.lua'
return without.classes('Tests/goldens/nn/lacking.t7', play.classes(), isKept)
