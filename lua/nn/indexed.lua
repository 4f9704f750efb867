--- What layers share that note in `indices` where each number of their output came from: LongTensors, always.
-- @module nn.indexed
local utils = require 'nn.utils'
local indexed = {}

--- Give a layer its `indices`; one that an older version saved has others.
function indexed.ready(layer)
   if torch.type(layer.indices) ~= 'torch.LongTensor' then layer.indices = torch.LongTensor() end
   return layer.indices
end

--- Convert a layer; the places stay LongTensors.
function indexed.type(layer, type, cache)
   return utils.typeWithout(layer, {'indices'}, type, cache)
end

function indexed.clearState(layer)
   if layer.indices then layer.indices:set() end
   return nn.Module.clearState(layer)
end

--- Give up what can be computed again.
function indexed.empty(layer) layer:clearState() end

return indexed
