--- What layers share that note in `indices` where each number of their output came from: LongTensors, always.
-- @module nn.indexed
local indexed = {}

--- Give a layer its `indices`; one that an older version saved has others.
function indexed.ready(layer)
   if torch.type(layer.indices) ~= 'torch.LongTensor' then layer.indices = torch.LongTensor() end
   return layer.indices
end

--- Convert a layer; the places stay LongTensors.
function indexed.type(layer, type, cache)
   local indices = layer.indices
   layer.indices = nil
   local result = nn.Module.type(layer, type, cache)
   layer.indices = indices
   return result
end

function indexed.clearState(layer)
   if layer.indices then layer.indices:set() end
   return nn.Module.clearState(layer)
end

--- Give up what can be computed again.
function indexed.empty(layer) layer:clearState() end

--- Let sizes of outputs be rounded up: the last window may go over the edge.
function indexed.ceil(layer)
   layer.ceil_mode = true
   return layer
end

--- Let sizes of outputs be rounded down, as at first.
function indexed.floor(layer)
   layer.ceil_mode = false
   return layer
end

return indexed
