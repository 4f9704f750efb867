--- What layers with kernels do with their parameters.
-- @module nn.parameters
local wants = require 'nn.wants'
local parameters = {}

--- Make weight and bias with their gradients.
-- @tparam nn.Module layer
-- @tparam table weight its sizes
-- @tparam table bias its sizes
function parameters.make(layer, weight, bias)
   layer.weight, layer.gradWeight = torch.Tensor(table.unpack(weight)), torch.Tensor(table.unpack(weight))
   layer.bias, layer.gradBias = torch.Tensor(table.unpack(bias)), torch.Tensor(table.unpack(bias))
end

--- The bound of numbers that are uniform around 0.
-- @tparam nn.Module layer
-- @tparam ?number stdv their standard deviation
-- @tparam int count the bound without one: 1/√count
function parameters.bound(layer, stdv, count)
   return stdv and wants.number(layer, 'a standard deviation', stdv) * math.sqrt(3) or 1 / math.sqrt(count)
end

--- Draw weight and bias, those that there are, uniform around 0: row by row as the original does, so that a seed gives
-- the same numbers.
-- @tparam nn.Module layer
-- @tparam ?number stdv the standard deviation
-- @tparam int count the bound without one: 1/√count
function parameters.draw(layer, stdv, count)
   local bound = parameters.bound(layer, stdv, count)
   if layer.weight then layer.weight:uniform(-bound, bound) end
   if layer.bias then layer.bias:uniform(-bound, bound) end
end

--- Drop the bias.
-- @function noBias
-- @return the layer itself
function parameters.noBias(layer)
   layer.bias, layer.gradBias = nil, nil
   return layer
end

--- Bring a layer up to date that an older version saved: it has one padding for both sides. The buffers are the
-- original's, which scripts look for; nothing is kept in them.
function parameters.upToDate(layer)
   layer.finput = layer.finput or layer.weight.new()
   layer.fgradInput = layer.fgradInput or layer.weight.new()
   if layer.padding then layer.padW, layer.padH, layer.padding = layer.padding, layer.padding, nil end
   layer.padW, layer.padH = layer.padW or 0, layer.padH or 0
end

--- Empty the buffers that layers have on use.
function parameters.clearState(layer)
   for _, name in ipairs {'finput', 'fgradInput', 'ones', '_input', '_gradOutput'} do
      if layer[name] then layer[name]:set() end
   end
   return nn.Module.clearState(layer)
end

--- Convert a layer; the buffers are made anew.
function parameters.type(layer, type, cache)
   if type then layer.finput, layer.fgradInput = torch.Tensor(), torch.Tensor() end
   return nn.Module.type(layer, type, cache)
end

return parameters
