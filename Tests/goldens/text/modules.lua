-- How modules and criterions print, as the cases of Tests/goldens/nn/cases make them. Some the original cannot print.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local classes, names = play.classes()
for _, class in ipairs(names) do
   for _, case in ipairs(classes[class]) do
      torch.manualSeed(1)
      local module = assert((loadstring or load)('return ' .. case[1]))()
      if class ~= 'FeatureLPPooling' then print((tostring(module):gsub('0x%x%x%x%x+', '0x…'))) end
   end
end

for _, sides in ipairs {'1, 1, 0, 0, 1, 1', '2, 1, 0, 0, 1, 1', '1, 1, 1, 0, 1, 2', '1, 2, 0, 1, 2, 1'} do
   print(assert((loadstring or load)('return nn.SpatialDilatedConvolution(2, 3, 2, 2, ' .. sides .. ')'))())
   print(assert((loadstring or load)('return nn.SpatialDilatedMaxPooling(2, 2, ' .. sides .. ')'))())
   print(assert((loadstring or load)('return nn.SpatialDepthWiseConvolution(2, 3, 2, 2, ' .. sides .. ')'))())
   print(assert((loadstring or load)('return nn.SpatialConvolution(2, 3, 2, 2, ' .. sides .. ')'))():noBias())
end
for _, sides in ipairs {'1, 1, 1, 0, 0, 0, 1, 1, 1', '1, 1, 1, 0, 0, 0, 1, 1, 2', '1, 2, 1, 0, 1, 0, 1, 1, 1', '2, 1, 1, 0, 0, 0, 2, 1, 1'} do
   print(assert((loadstring or load)('return nn.VolumetricDilatedConvolution(2, 3, 2, 2, 2, ' .. sides .. ')'))():noBias())
   print(assert((loadstring or load)('return nn.VolumetricDilatedMaxPooling(2, 2, 2, ' .. sides .. ')'))())
   print(assert((loadstring or load)('return nn.VolumetricConvolution(2, 3, 2, 2, 2, ' .. sides .. ')'))():noBias())
   print(assert((loadstring or load)('return nn.VolumetricMaxPooling(2, 2, 2, ' .. sides .. ')'))())
end
