--- The way back of a convolution over pictures, in which each plane of the output sees only some of the input's.
--
-- The input is C×H×W, the output has `(H − 1)·dH + kH` rows. `connTable` has a row of an input plane and an output
-- plane for each connection, `weight` a kernel (kH×kW) for each; `nn.tables` makes such tables.
--
-- @classmod nn.SpatialFullConvolutionMap
local connections = require 'nn.connections'
local products = require 'nn.products'
local wants = require 'nn.wants'
local SpatialFullConvolutionMap, Module = torch.class('nn.SpatialFullConvolutionMap', 'nn.Module')

--- Make a layer.
-- @tparam torch.Tensor connectionTable rows of an input plane and an output plane
-- @tparam int kW columns of the kernels
-- @tparam int kH rows of the kernels
-- @tparam[opt=1] int dW columns of the output for one of the input
-- @tparam[opt=1] int dH rows for one
function SpatialFullConvolutionMap:__init(connectionTable, kW, kH, dW, dH)
   Module.__init(self)
   connections.make(self, connectionTable, kW, kH, dW, dH)
end

SpatialFullConvolutionMap.reset = connections.reset

-- A layer of all connections that computes for this one: kernels are zero where there is no connection, and connections
-- that come twice add up. `places` are their rows among all.
local function all(self, input)
   wants.type(self, 'input', input, self.weight)
   wants.dims(self, 'input', input, 3)
   local from, to = self.connTable:select(2, 1):long(), self.connTable:select(2, 2):long()
   local places = from:add(-1):mul(self.nOutputPlane):add(to)
   local weight = input.new(self.nInputPlane * self.nOutputPlane, self.kH * self.kW):zero()
   weight:indexAdd(1, places, self.weight:contiguous():view(places:size(1), -1))
   local layer = {
      nInputPlane = self.nInputPlane, nOutputPlane = self.nOutputPlane,
      output = self.output, gradInput = self.gradInput,
      weight = weight:view(self.nInputPlane, self.nOutputPlane, self.kH, self.kW), bias = self.bias,
      gradBias = self.gradBias, finput = input.new(),
   }
   local g = {1, self.kH, self.kW, 1, self.dH, self.dW, 0, 0, 0, 1, 1, 1}
   return setmetatable(layer, torch.getmetatable('nn.SpatialFullConvolutionMap')), g, places
end

local none = {0, 0, 0}

function SpatialFullConvolutionMap:updateOutput(input)
   local layer, g = all(self, input)
   return products.updateOutputBack(layer, input, 2, g, none)
end

function SpatialFullConvolutionMap:updateGradInput(input, gradOutput)
   local layer, g = all(self, input)
   return products.updateGradInputBack(layer, input, gradOutput, 2, g, none)
end

function SpatialFullConvolutionMap:accGradParameters(input, gradOutput, scale)
   local layer, g, places = all(self, input)
   layer.gradWeight = layer.weight:zero()
   products.accGradParametersBack(layer, input, gradOutput, scale or 1, 2, g, none)
   self.gradWeight:add(layer.gradWeight:view(self.nInputPlane * self.nOutputPlane, -1):index(1, places)
      :viewAs(self.gradWeight))
end
