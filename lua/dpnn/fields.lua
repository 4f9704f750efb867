--- Which fields of a layer are parameters, which their gradients, and which a small file does without.
-- @module dpnn.fields

-- What comes and goes with each call.
local passing = {'output', 'gradInput', 'momGradParams', 'dpnn_input'}

local function fields(class, parameters, more)
   if parameters then class.dpnn_parameters = parameters end
   local list = table.move(passing, 1, #passing, 1, {})
   class.dpnn_mediumEmpty = table.move(more or {}, 1, #(more or {}), #passing + 1, list)
end

local Module = nn.Module
fields(Module, {'weight', 'bias'})
Module.dpnn_gradParameters = {'gradWeight', 'gradBias'}
Module.dpnn_lightEmpty = Module.dpnn_gradParameters
Module.dpnn_serialEmpty = {}

local normalization = {'buffer', 'buffer2', 'centered', 'std', 'normalized', 'output', 'gradInput'}
fields(nn.BatchNormalization, {'weight', 'bias', 'running_mean', 'running_var'}, normalization)
fields(nn.SpatialBatchNormalization, nil, normalization)
for _, name in ipairs {'SpatialConvolution', 'SpatialConvolutionMM'} do
   fields(nn[name], nil, {'finput', 'fgradinput', '_input', '_gradOutput'})
end
fields(nn.SpatialMaxPooling, nil, {'indices'})

return fields
