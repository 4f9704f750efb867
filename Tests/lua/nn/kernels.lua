-- nn's kernels by their names: all that the original has, against what it computed (Tests/goldens/nn/kernels.lua), and
-- with wrong arguments.
require 'nn'
local THNN = require 'nn.THNN'
local kernels = dofile 'Tests/goldens/nn/kernels.lua'
local test = {}

local recorded = torch.load(kernels.path)
local tolerance = {['torch.DoubleTensor'] = 1e-13, ['torch.FloatTensor'] = 2e-6}

for _, type in ipairs(kernels.types) do
   test['compute' .. type:match '%.(%a+)Tensor'] = function(check)
      local expected, at = recorded[type]:storage():totable(), 0
      for _, case in ipairs(kernels.cases) do
         kernels.play(case, type, function(what, value)
            for i, got in ipairs(kernels.flat(value)) do
               at = at + 1
               check.equal(at <= #expected, true, what .. ': too many numbers')
               check.near(got, expected[at], tolerance[type] * math.max(1, math.abs(expected[at])),
                  ('%s, number %d'):format(what, i))
            end
         end)
      end
      check.equal(at, #expected, 'numbers')
   end
end

-- What the original has, by the ends of the names.
local names = {
   [{'_updateOutput', '_updateGradInput'}] = [[Abs AbsCriterion BCECriterion ClassNLLCriterion SpatialClassNLLCriterion
      ELU DistKLDivCriterion GatedLinear HardShrink HardTanh L1Cost LeakyReLU GRUFused LSTMFused LogSigmoid LogSoftMax
      MarginCriterion SoftMarginCriterion MSECriterion MultiLabelMarginCriterion MultiMarginCriterion RReLU Sigmoid
      SmoothL1Criterion SoftMax SoftPlus SoftShrink Sqrt Square Tanh Threshold TemporalMaxPooling
      SpatialAdaptiveMaxPooling SpatialAdaptiveAveragePooling SpatialAveragePooling SpatialFractionalMaxPooling
      SpatialMaxPooling SpatialDilatedMaxPooling SpatialMaxUnpooling SpatialUpSamplingNearest SpatialUpSamplingBilinear
      SpatialGridSamplerBilinear VolumetricAveragePooling VolumetricFractionalMaxPooling VolumetricMaxPooling
      VolumetricDilatedMaxPooling VolumetricMaxUnpooling SpatialReflectionPadding SpatialReplicationPadding
      FeatureLPPooling VolumetricReplicationPadding VolumetricUpSamplingNearest VolumetricUpSamplingTrilinear]],
   [{'_updateOutput', '_updateGradInput', '_accGradParameters'}] = [[PReLU Linear TemporalConvolution TemporalSubSampling
      TemporalRowConvolution SpatialConvolutionMap SpatialConvolutionMM SpatialDepthWiseConvolution
      SpatialConvolutionLocal SpatialFullConvolution SpatialFullConvolutionMap SpatialDilatedConvolution
      SpatialFullDilatedConvolution SpatialSubSampling VolumetricConvolution VolumetricConvolutionMM
      VolumetricFullConvolution VolumetricDilatedConvolution VolumetricFullDilatedConvolution]],
   [{'_updateOutput', '_accGradParameters', '_accUpdateGradParameters', '_updateParameters'}] = 'IndexLinear',
   [{'updateOutput', 'accGradParameters', 'zeroGradParameters', 'updateParameters'}] = 'SparseLinear_',
   [{'UpdateOutput', 'AccGradParameters', 'ZeroGradParameters', 'UpdateParameters'}] = 'SparseLinear_legacy',
   [{'_accGradParameters', '_renorm'}] = 'LookupTable', [{'_updateOutput', '_backward'}] = 'BatchNormalization',
   [{'_copy', '_acc'}] = 'unfolded',
}

-- In other tests: what the original's Lua cannot call, refuses, or has for its GPU.
local elsewhere = {unfolded_copy = true, unfolded_acc = true, GRUFused_updateOutput = true, GRUFused_updateGradInput = true,
   LSTMFused_updateOutput = true, LSTMFused_updateGradInput = true, VolumetricConvolution_updateOutput = true,
   VolumetricConvolution_updateGradInput = true, VolumetricConvolution_accGradParameters = true}

function test.everyNameIsThere(check)
   local played, count = {}, 0
   for _, case in ipairs(kernels.cases) do
      for _, call in ipairs(case) do played[call:match '^%S+'] = true end
   end
   for ends, list in pairs(names) do
      for class in list:gmatch '%S+' do
         for _, ending in ipairs(ends) do
            local name = class .. ending
            count = count + 1
            check.equal(type(THNN.kernels['torch.FloatTensor'][name]), 'function', name)
            check.equal(played[name] or elsewhere[name], true, name .. ' is tested')
         end
      end
   end
   check.equal(count, 181)
   local here = 0
   for _ in pairs(THNN.kernels['torch.DoubleTensor']) do here = here + 1 end
   check.equal(here, 181)
end

-- Windows as columns: a convolution is a product with them, and the way back adds up.
function test.windowsAsColumns(check)
   for _, name in ipairs {'DoubleTensor', 'FloatTensor'} do
      local x = torch.rand(2, 5, 6):type('torch.' .. name)
      local layer = nn.SpatialConvolution(2, 3, 3, 2, 2, 1, 1, 1):type('torch.' .. name)
      local columns, y = torch[name](), layer:forward(x)
      x.THNN.unfolded_copy(columns:cdata(), x:cdata(), 3, 2, 2, 1, 1, 1, 2, 6, 5, 3, 6)
      check.equal(columns:size(1) == 12 and columns:size(2) == 18, true)
      local product = torch.mm(layer.weight:view(3, 12), columns)
      product:add(layer.bias:view(3, 1):expandAs(product))
      check.near(product:dist(y:view(3, 18)), 0, 1e-5)
      local back = torch.mm(layer.weight:view(3, 12):t(), y:view(3, 18))
      local sums = x:clone()
      x.THNN.unfolded_acc(back:cdata(), sums:cdata(), 3, 2, 2, 1, 1, 1, 2, 6, 5, 3, 6)
      check.near(sums:add(-1, x):dist(layer:updateGradInput(x, y)), 0, 1e-5)
   end
   check.raises('nn.SpatialConvolutionMM: expected an output of 6x3, got 5x3', torch.Tensor().THNN.unfolded_copy,
      torch.Tensor(), torch.Tensor(2, 5, 6), 3, 2, 2, 1, 1, 1, 2, 6, 5, 3, 5)
end

function test.whatNeedsAGPUSaysSo(check)
   for _, name in ipairs {'GRUFused', 'LSTMFused'} do
      for _, way in ipairs {'_updateOutput', '_updateGradInput'} do
         check.raises('nn.THNN.' .. name .. way .. ': expected a GPU, got a CPU: not implemented for CPU',
            torch.Tensor().THNN[name .. way], torch.Tensor())
      end
   end
end

local none = {}
local odd = {none, -1, 0, 1.5, 0 / 0, 2 ^ 40, 'x', {}, torch.Tensor(), torch.FloatTensor(2, 3), torch.LongTensor(3), torch.Tensor(1),
   torch.Tensor(2, 2, 2, 2, 2)}

-- Each argument of each call in turn is something else: a result, or an error that says what was expected.
function test.wrongArgumentsAreRefused(check)
   local turn = 0
   for _, case in ipairs(kernels.cases) do
      for target = 1, #case do
         local _, count = case[target]:gsub('%s%S+', '')
         for i = 1, count do
            for _ = 1, 3 do
               turn = turn % #odd + 1
               kernels.play(case, 'torch.DoubleTensor', function() end, nil, function(kernel, given, n, call)
                  if call ~= case[target] then return pcall(kernel, table.unpack(given, 1, n)) end
                  given[i] = odd[turn]
                  if given[i] == none then given[i] = nil end
                  local ok, message = pcall(kernel, table.unpack(given, 1, n))
                  if ok then return end
                  local says = type(message) == 'string' and message:match 'nn%.%u[%w._]+: (.*)' or ''
                  local isClear = says:find 'expected' or says:find '^not defined for' or message:find 'not enough memory'
                  check.equal(isClear ~= nil, true,
                     ('%s, argument %d, %s: %s'):format(call, i, tostring(odd[turn]), message))
               end)
            end
         end
      end
   end
end

return test
