-- Records what the original's kernels compute: th Tests/goldens/make/nnKernels.lua, with the original's th, in the
-- project's folder. Into Tests/goldens/nn/recorded/kernels.t7 go the results of all calls as numbers, in both types.
require 'nn'
local kernels = dofile 'Tests/goldens/nn/kernels.lua'

local recorded = {}
for _, type in ipairs(kernels.types) do
   local list = {}
   for _, case in ipairs(kernels.cases) do
      kernels.play(case, type, function(_, value) kernels.flat(value, list) end)
   end
   recorded[type] = torch.DoubleTensor(list):type(type)
end
torch.save(kernels.path, recorded)
