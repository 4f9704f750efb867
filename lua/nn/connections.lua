--- What convolutions share in which each plane of the output sees only some of the input's.
-- @module nn.connections
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local connections = {}

--- Make the fields of a layer.
-- @tparam nn.Module layer
-- @tparam torch.Tensor connectionTable rows of an input plane and an output plane
-- @tparam int kW columns of the kernels
-- @tparam int kH rows of the kernels
-- @tparam[opt=1] int dW columns of a step
-- @tparam[opt=1] int dH rows of one
function connections.make(layer, connectionTable, kW, kH, dW, dH)
   local t = connectionTable
   if not torch.isTensor(t) or t:dim() ~= 2 or t:size(2) ~= 2 or t:min() < 1 then
      expected(layer, 'a table of connections, Nx2, from 1 on', t)
   end
   layer.kW, layer.kH, layer.dW, layer.dH = kW, kH, dW or 1, dH or 1
   wants.counts(layer, 'kW', 'kH', 'dW', 'dH')
   layer.connTable = t
   layer.nInputPlane, layer.nOutputPlane = t:select(2, 1):max(), t:select(2, 2):max()
   parameters.make(layer, {t:size(1), kH, kW}, {layer.nOutputPlane})
   layer:reset()
end

--- Draw the parameters anew, one connection after another.
-- @function reset
-- @tparam[opt] number stdv the standard deviation; 1/√(3·n·kH·kW) for n connections of a plane if none is given
function connections.reset(layer, stdv)
   local counts = torch.Tensor(layer.nOutputPlane):zero()
   local planes = layer.connTable:select(2, 2):long()
   counts:indexAdd(1, planes, torch.Tensor(planes:size(1)):fill(1))
   local function bound(plane) return parameters.bound(layer, stdv, layer.kW * layer.kH * counts[plane]) end
   for i = 1, planes:size(1) do layer.weight[i]:uniform(-bound(planes[i]), bound(planes[i])) end
   for plane = 1, layer.nOutputPlane do
      -- A plane without connections has no bound; the other planes' draws stay the same.
      if counts[plane] > 0 or stdv then
         layer.bias:narrow(1, plane, 1):uniform(-bound(plane), bound(plane))
      else
         layer.bias[plane] = 0
      end
   end
end

return connections
