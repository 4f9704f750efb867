--- What layers with kernels do with their parameters.
-- @module nn.parameters
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local parameters = {}

--- Set fields that count things, and refuse what does not.
-- @tparam nn.Module layer
-- @tparam table values by name
function parameters.counts(layer, values)
   local names = {}
   for name in pairs(values) do names[#names + 1] = name end
   table.sort(names)
   for _, name in ipairs(names) do
      if not isCount(values[name]) then expected(layer, name .. ' of 1 or more', values[name]) end
      layer[name] = values[name]
   end
end

--- Set fields that may be 0.
function parameters.amounts(layer, values)
   local names = {}
   for name in pairs(values) do names[#names + 1] = name end
   table.sort(names)
   for _, name in ipairs(names) do
      local value = values[name]
      if type(value) ~= 'number' or not (value >= 0 and value < math.huge) then
         expected(layer, name .. ' of 0 or more', value)
      end
      layer[name] = value
   end
end

--- Make weight and bias with their gradients.
-- @tparam nn.Module layer
-- @tparam table weight its sizes
-- @tparam table bias its sizes
function parameters.make(layer, weight, bias)
   layer.weight, layer.gradWeight = torch.Tensor(table.unpack(weight)), torch.Tensor(table.unpack(weight))
   layer.bias, layer.gradBias = torch.Tensor(table.unpack(bias)), torch.Tensor(table.unpack(bias))
end

--- Draw weight and bias, uniform around 0.
-- @tparam nn.Module layer
-- @tparam ?number stdv the standard deviation
-- @tparam int count bound without one: 1/√count
function parameters.draw(layer, stdv, count)
   local bound = stdv and stdv * math.sqrt(3) or 1 / math.sqrt(count)
   layer.weight:uniform(-bound, bound)
   if layer.bias then layer.bias:uniform(-bound, bound) end
end

--- Drop the bias.
function parameters.noBias(layer)
   layer.bias, layer.gradBias = nil, nil
   return layer
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
