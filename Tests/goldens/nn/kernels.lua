-- Calls of nn's kernels by their names, in plain Torch Lua: the original's results are recorded so
-- (Tests/goldens/make/nnKernels.lua), and ours compared with them (Tests/lua/nn/kernels.lua).
--
-- A case has tensors by name, as play.lua draws them, and calls, one after another: a kernel's name and its arguments,
-- which are names of tensors, numbers, `true`, `false` and `nil`. A name that has no tensor is a result, empty at
-- first; `g` after a result `y` is a gradient of its size. `i…` and `_i…` are LongTensors, `_n…` IntTensors. `x` and `g` are
-- not changed, and what begins with `_` is a buffer, or says places in a way of its own: these are not compared.
local unpack = table.unpack or rawget(_G, 'unpack')
local play = dofile 'Tests/goldens/nn/play.lua'
local kernels = {path = 'Tests/goldens/nn/recorded/kernels.t7', cases = {}}

local function add(case) table.insert(kernels.cases, case) end

-- Both ways of a layer: what follows the tensors is the same for both.
local function bothWays(name, x, more, back)
   add {x = x, name .. '_updateOutput x y ' .. more, name .. '_updateGradInput x g dx ' .. (back or more)}
end
for _, name in ipairs {'Abs', 'Square', 'HardShrink .3', 'SoftShrink .3'} do
   local kernel, more = name:match '^(%S+)%s*(.*)'
   bothWays(kernel, {2, 3}, more)
end
bothWays('HardTanh', {3, 4}, '-.4 .6 false')
bothWays('LeakyReLU', {3, 4}, '.3 false')
bothWays('Threshold', {3, 4}, '.2 -.7 false')
bothWays('LogSigmoid', {3, 4}, '_buffer')
bothWays('GatedLinear', {3, 4}, '2')
bothWays('RReLU', {3, 4}, '_buffer .2 .6 false false nil', '_buffer .2 .6 false false')
for _, name in ipairs {'Sigmoid', 'Tanh', 'SoftMax', 'LogSoftMax', 'ELU .7 false', 'SoftPlus 2 .9', 'Sqrt 0'} do
   local kernel, more = name:match '^(%S+)%s*(.*)'
   add {x = {3, 4, from = kernel == 'Sqrt' and .1 or -1, to = 2}, kernel .. '_updateOutput x y ' .. more,
      kernel .. '_updateGradInput x g dx y ' .. (kernel == 'Sqrt' and '' or more)}
end
add {x = {2, 3, 4}, w = {3}, dw = {3}, 'PReLU_updateOutput x y w 3', 'PReLU_updateGradInput x g dx w 3',
   'PReLU_accGradParameters x g dx w dw _1 _2 3 .5'}

for _, name in ipairs {'Abs', 'DistKLDiv', 'MSE', 'SmoothL1', 'SoftMargin'} do
   for _, average in ipairs {'true', 'false'} do
      add {x = {3, 4}, t = {3, 4, from = .1}, loss = {1}, name .. 'Criterion_updateOutput x t loss ' .. average,
         name .. 'Criterion_updateGradInput x t dx ' .. average}
   end
end
add {x = {3, 4, from = .1, to = .9}, t = {3, 4, from = 0}, w = {3, 4, from = 0}, loss = {1},
   'BCECriterion_updateOutput x t loss true w', 'BCECriterion_updateGradInput x t dx true w',
   'BCECriterion_updateOutput x t loss false nil', 'BCECriterion_updateGradInput x t dx false nil'}
add {x = {3, 4}, t = {3, 4, sign = true}, loss = {1}, 'MarginCriterion_updateOutput x t loss true .6',
   'MarginCriterion_updateGradInput x t dx true .6'}
add {x = {3, 4}, i = {3, index = 4}, w = {4, from = .1}, loss = {1}, total = {1},
   'ClassNLLCriterion_updateOutput x i loss true w total -100',
   'ClassNLLCriterion_updateGradInput x i dxs true w total -100', dxs = {3, 4, from = 0, to = 0}}
add {x = {2, 3, 2, 2}, i = {2, 2, 2, index = 3}, w = {3, from = .1}, loss = {1}, total = {1},
   dx = {2, 3, 2, 2, from = 0, to = 0},
   'SpatialClassNLLCriterion_updateOutput x i loss false w total',
   'SpatialClassNLLCriterion_updateGradInput x i dx false w total'}
add {x = {3, 4}, loss = {1}, 'L1Cost_updateOutput x loss', 'L1Cost_updateGradInput x nil dx'}
add {x = {2, 3}, i = {2, 3, long = true, values = {3, 1, 0, 2, 0, 0}}, loss = {1},
   'MultiLabelMarginCriterion_updateOutput x i loss _mask true',
   'MultiLabelMarginCriterion_updateGradInput x i dx _mask true'}
add {x = {3, 4}, i = {3, index = 4}, w = {4, from = .1}, loss = {1},
   'MultiMarginCriterion_updateOutput x i loss true 2 w .7', 'MultiMarginCriterion_updateGradInput x i dx true 2 w .7'}

-- Gradients are not cleared: something lies there before.
local function weighted(name, tensors, forward, back, accumulate)
   tensors[1], tensors[2], tensors[3] = name .. '_updateOutput ' .. forward, name .. '_updateGradInput ' .. back,
      name .. '_accGradParameters ' .. accumulate
   add(tensors)
end
weighted('Linear', {x = {4, 3}, w = {2, 3}, b = {2}, dw = {2, 3}, db = {2}},
   'x y w b _1', 'x g dx w', 'x g dx w b dw db _1 .5')
add {_input = {5, index = 4}, gradOutput = {5, 3}, gradWeight = {4, 3}, _ncount = {0}, weight = {4, 3},
   'LookupTable_accGradParameters _input gradOutput gradWeight _ncount nil nil true 2 .5',
   'LookupTable_accGradParameters _input gradOutput gradWeight _ncount nil nil false 0 .5',
   'LookupTable_renorm _input weight .7 1'}
local keys = {5, long = true, values = {1, 4, 2, 4, 3}}
for _, outputs in ipairs {1, 3} do
   for _, head in ipairs {0, 4} do
      local case = {ikeys = keys, values = {5}, isizes = {2, long = true, values = {2, 3}}, z = {5},
         isums = {2, long = true, values = {2, 5}}, w = {4, head + outputs, from = .1}, b = {outputs},
         gradOutput = {2, outputs}, db = {outputs}}
      local seen = ' ikeys -1 ' .. (head == 0 and 'values' or 'z') .. ' isizes isums '
      table.insert(case, 'IndexLinear_updateOutput ikeys -1 values isizes isums y w b z 1')
      table.insert(case, 'IndexLinear_accGradParameters' .. seen .. 'gradOutput dw db w b _1 0 .5')
      table.insert(case, 'IndexLinear_updateParameters dw db w b ikeys isums -1 0 .5')
      -- With one output that is normalized the original ends otherwise.
      if head + outputs ~= 5 then
         table.insert(case, 'IndexLinear_accUpdateGradParameters' .. seen .. 'gradOutput w b .25 .5')
      end
      table.insert(case, 'IndexLinear_updateOutput ikeys -1 values isizes isums y w b z 0')
      add(case)
   end
end
local entries = {5, 3, values = {1, 2, .5, 1, 4, -1, 2, 1, 2, 3, 3, 0, 3, 2, 1}}
local samples = {2, 2, 2, values = {2, .5, 4, -1, 1, 2, 3, 0}}
for _, kind in ipairs {{'SparseLinear_', entries}, {'SparseLinear_legacy', samples}} do
   local prefix, input = kind[1], kind[2]
   local function call(name, arguments)
      return prefix .. (prefix == 'SparseLinear_' and name or name:sub(1, 1):upper() .. name:sub(2)) .. ' ' .. arguments
   end
   add {x = input, y = {prefix == 'SparseLinear_' and 3 or 2, 2}, w = {2, 4}, b = {2}, dw = {2, 4}, db = {2},
      call('updateOutput', 'x y w b'), call('accGradParameters', 'x g dw db w b 0 .5'),
      call('accGradParameters', 'x g dw db w b .25 .5'), call('updateParameters', 'w b dw db x .5'),
      call('zeroGradParameters', 'dw db x')}
end

weighted('TemporalConvolution', {x = {2, 6, 3}, w = {2, 6}, b = {2}, dw = {2, 6}, db = {2}},
   'x y w b 2 2 3 2', 'x g dx w 2 2', 'x g dw db 2 2 .5')
weighted('TemporalSubSampling', {x = {7, 3}, w = {3}, b = {3}, dw = {3}, db = {3}},
   'x y w b 3 2 3', 'x g dx w 3 2', 'x g dw db 3 2 .5')
weighted('TemporalRowConvolution', {x = {2, 6, 3}, w = {3, 1, 2}, b = {3}, dw = {3, 1, 2}, db = {3}},
   'x y w b _1 _2 2 2 0 false', 'x g dx w _1 _2 2 2 0 false', 'x g dw db _1 _2 2 2 0 false .5')
weighted('TemporalRowConvolution', {x = {3, 6}, w = {3, 1, 3}, b = {3}, dw = {3, 1, 3}, db = {3}},
   'x y w b _1 _2 3 1 0 true', 'x g dx w _1 _2 3 1 0 true', 'x g dw db _1 _2 3 1 0 true .5')
bothWays('TemporalMaxPooling', {2, 6, 3}, '_i 2 1')

add {x = {4, 3}, w = {3}, b = {3}, mean = {3}, var = {3, from = .5}, dw = {3}, db = {3}, saved1 = {3},
   saved2 = {3}, 'BatchNormalization_updateOutput x y w b mean var saved1 saved2 true .1 .001',
   'BatchNormalization_backward x g dx dw db w mean var saved1 saved2 true .5 .001',
   'BatchNormalization_updateOutput x y w b mean var saved1 saved2 false .1 .001',
   'BatchNormalization_backward x g dx dw db w mean var saved1 saved2 false .5 .001'}

weighted('SpatialConvolutionMap', {x = {2, 4, 5}, w = {3, 2, 3}, b = {2}, map = {3, 2, values = {1, 1, 2, 1, 2, 2}},
   dw = {3, 2, 3}, db = {2}}, 'x y w b map 2 2 1 2', 'x g dx w b map 2 2 1 2', 'x g dw db map 2 2 1 2 .5')
weighted('SpatialFullConvolutionMap', {x = {2, 4, 5}, w = {3, 2, 3}, b = {2}, map = {3, 2, values = {1, 1, 2, 1, 2, 2}},
   dw = {3, 2, 3}, db = {2}}, 'x y w b map 2 2 1 2', 'x g dx w b map 2 2 1 2', 'x g dw db map 2 2 1 2 .5')
local function convolution(name, x, w, outputs, more, buffers)
   buffers = buffers or {'_1 _2', '_1 _2', '_1 _2'}
   weighted(name, {x = x, w = w, b = outputs, dw = w, db = outputs}, 'x y w b ' .. buffers[1] .. ' ' .. more,
      'x g dx w ' .. buffers[2] .. ' ' .. more, 'x g dw db ' .. buffers[3] .. ' ' .. more .. ' .5')
end
local columns, rows = {'_1 _2', '_1', '_1 _2'}, {'_1', '_1 _2', '_1'}
convolution('SpatialConvolutionMM', {2, 2, 5, 6}, {3, 12}, {3}, '3 2 1 2 1 1')
-- The original's are right for squares only, and leave gradients in other sizes.
weighted('SpatialDepthWiseConvolution', {x = {2, 2, 5, 5}, w = {3, 2, 2, 2}, b = {3, 2}, dw = {3, 2, 2, 2}, db = {3, 2},
   _g1 = {2, 6, 3, 3}, _g2 = {2, 6, 3, 3}}, 'x y w b _1 _2 2 2 2 2 1 1', 'x _g1 dx w _1 _2 2 2 2 2 1 1',
   'x _g2 dw db _1 _2 2 2 2 2 1 1 .5')
convolution('SpatialConvolutionLocal', {2, 2, 4, 5}, {2, 5, 3, 2, 2, 3}, {3, 2, 5}, '3 2 1 2 1 0 5 4 5 2')
convolution('SpatialConvolutionLocal', {2, 4, 5}, {10, 3, 12}, {3, 2, 5}, '3 2 1 2 1 0 5 4 5 2')
convolution('SpatialDilatedConvolution', {2, 2, 5, 6}, {3, 2, 2, 3}, {3}, '3 2 1 2 2 1 2 1', columns)
convolution('SpatialFullConvolution', {2, 2, 3, 4}, {2, 3, 2, 3}, {3}, '3 2 2 3 1 0 1 2', columns)
convolution('SpatialFullDilatedConvolution', {2, 2, 3, 4}, {2, 3, 2, 3}, {3}, '3 2 2 3 1 0 2 1 1 2', columns)
convolution('SpatialFullDilatedConvolution', {2, 3, 4}, {2, 1, 2, 2}, {1}, '2 2 1 1 0 1 2 3 0 0', columns)
convolution('VolumetricConvolutionMM', {2, 2, 3, 4, 5}, {3, 24}, {3}, '2 2 3 1 2 1 1 1 0', rows)
convolution('VolumetricConvolutionMM', {2, 3, 4, 5}, {3, 2, 2, 3, 2}, {3}, '2 2 3 1 1 1 0 0 0', rows)
convolution('VolumetricDilatedConvolution', {2, 2, 4, 4, 5}, {3, 2, 2, 2, 2}, {3}, '2 2 2 1 2 1 1 0 1 2 1 2', columns)
convolution('VolumetricFullConvolution', {2, 2, 2, 3, 3}, {2, 3, 2, 1, 2}, {3}, '2 1 2 1 0 0 1 0 1')
convolution('VolumetricFullDilatedConvolution', {2, 2, 2, 3, 3}, {2, 3, 2, 1, 2}, {3}, '2 1 2 1 0 0 2 1 1 1 0 1')
convolution('VolumetricFullDilatedConvolution', {2, 2, 3, 3}, {2, 1, 2, 2, 2}, {1}, '1 1 1 0 1 0 1 2 3 0 0 0')

bothWays('SpatialMaxPooling', {2, 2, 5, 6}, 'i 3 2 2 1 1 0 true')
bothWays('SpatialDilatedMaxPooling', {2, 2, 5, 6}, 'i 2 2 1 2 1 0 2 1 false')
bothWays('SpatialAveragePooling', {2, 2, 5, 6}, '3 2 2 1 1 0 true false')
bothWays('SpatialAdaptiveMaxPooling', {2, 2, 5, 6}, '_i 3 2', '_i')
bothWays('SpatialAdaptiveAveragePooling', {2, 2, 5, 6}, '3 2', '')
add {x = {2, 2, 7, 8}, samples = {2, 2, 2, from = 0}, 'SpatialFractionalMaxPooling_updateOutput x y 4 3 2 3 i samples',
   'SpatialFractionalMaxPooling_updateGradInput x g dx 4 3 2 3 i'}
add {x = {2, 2, 6, 7, 5}, samples = {2, 2, 3, from = 0},
   'VolumetricFractionalMaxPooling_updateOutput x y 2 4 3 2 2 3 _i samples',
   'VolumetricFractionalMaxPooling_updateGradInput x g dx 2 4 3 2 2 3 _i'}
add {pooled = {2, 2, 4, 6}, 'SpatialMaxPooling_updateOutput pooled x i 3 2 3 2 0 0 false',
   'SpatialMaxUnpooling_updateOutput x y i 6 4', 'SpatialMaxUnpooling_updateGradInput x g dx i 6 4'}
add {pooled = {2, 2, 2, 4, 6}, 'VolumetricMaxPooling_updateOutput pooled x _i 2 3 2 2 3 2 0 0 0 false',
   'VolumetricMaxUnpooling_updateOutput x y _i 2 6 4 2 3 2 0 0 0',
   'VolumetricMaxUnpooling_updateGradInput x g dx _i 2 6 4 2 3 2 0 0 0'}
weighted('SpatialSubSampling', {x = {2, 2, 5, 6}, w = {2}, b = {2}, dw = {2}, db = {2}},
   'x y w b 2 3 1 2', 'x g dx w 2 3 1 2', 'x g dw db 2 3 1 2 .5')
bothWays('VolumetricAveragePooling', {2, 2, 4, 5, 6}, '2 3 2 1 2 1 1 1 0 true false')
bothWays('VolumetricMaxPooling', {2, 2, 4, 5, 6}, '_i 2 3 2 1 2 1 1 1 0 true')
bothWays('VolumetricDilatedMaxPooling', {2, 2, 4, 5, 6}, '_i 2 2 2 1 2 1 1 0 1 2 1 2 false')
add {x = {3, 5, 2, from = .1}, 'FeatureLPPooling_updateOutput x y 3 2 1 true',
   'FeatureLPPooling_updateGradInput g x y dx 3 2 1 true'}

bothWays('SpatialReflectionPadding', {2, 2, 4, 5}, '1 2 3 1')
bothWays('SpatialReplicationPadding', {2, 2, 4, 5}, '1 2 3 1')
bothWays('VolumetricReplicationPadding', {2, 2, 3, 4, 5}, '1 2 3 1 2 0')
bothWays('SpatialUpSamplingNearest', {2, 2, 3, 4}, '3')
bothWays('VolumetricUpSamplingNearest', {2, 2, 2, 3, 4}, '2')
add {x = {2, 2, 3, 4}, 'SpatialUpSamplingBilinear_updateOutput x y 5 7',
   'SpatialUpSamplingBilinear_updateGradInput g dx 2 2 3 4 5 7'}
add {x = {2, 2, 2, 3, 4}, 'VolumetricUpSamplingTrilinear_updateOutput x y 3 5 7',
   'VolumetricUpSamplingTrilinear_updateGradInput g dx 2 2 2 3 4 3 5 7'}
add {x = {2, 3, 4, 5}, grid = {2, 3, 2, 2, from = -1.4, to = 1.4}, 'SpatialGridSamplerBilinear_updateOutput x grid y',
   'SpatialGridSamplerBilinear_updateGradInput x dx grid dgrid g'}

local function typed(name, type)
   if name:find '^_?i' then return torch.LongTensor() end
   if name:find '^_n' then return torch.IntTensor() end
   return torch.DoubleTensor():type(type)
end

-- A call's arguments. Tensors are made where they are named first.
local function arguments(call, tensors, type, lay)
   local list, count = {}, 0
   for word in call:gmatch('%s(%S+)') do
      count = count + 1
      if tonumber(word) or word == 'true' or word == 'false' then
         list[count] = tonumber(word) or word == 'true'
      elseif word ~= 'nil' then
         if not tensors[word] then
            tensors[word] = word == 'g'
               and lay(torch.DoubleTensor(tensors.y:size()):uniform(-1, 1):type(type)) or typed(word, type)
         end
         list[count] = tensors[word]:cdata()
      end
   end
   return list, count
end

--- Play a case.
-- @tparam table case
-- @tparam string type 'torch.DoubleTensor' or 'torch.FloatTensor'
-- @tparam function tell called with the call and a tensor's name, and the tensor, for those that it names
-- @tparam[opt] function lay puts the elements of a drawn tensor somewhere
-- @tparam[opt] function run is given a kernel, its arguments, how many these are, and the call
function kernels.play(case, type, tell, lay, run)
   lay = lay or function(t) return t end
   torch.manualSeed(3)
   local tensors, names = {}, {}
   for name in pairs(case) do if torch.type(name) == 'string' then names[#names + 1] = name end end
   table.sort(names)
   for _, name in ipairs(names) do
      local isEmpty = case[name][1] == 0
      tensors[name] = isEmpty and typed(name, type) or play.draw(case[name], type, lay)
   end
   local list = torch.getmetatable(type).THNN or torch.Tensor().THNN
   for _, call in ipairs(case) do
      local given, count = arguments(call, tensors, type, lay)
      local kernel = list[call:match '^%S+']
      if run then run(kernel, given, count, call) else kernel(unpack(given, 1, count)) end
      local told = {x = true, g = true}
      for name in call:gmatch '%s(%l%w*)' do
         if tensors[name] and not told[name] then tell(call .. ': ' .. name, tensors[name]) end
         told[name] = true
      end
   end
end

kernels.types, kernels.flat = play.types, play.flat
return kernels
