--- Convolution over pictures, in which each plane of the output sees only some of the input's.
--
-- The input is C×H×W or a batch N×C×H×W. `connTable` has a row of an input plane and an output plane for each
-- connection, `weight` a kernel (kH×kW) for each; `nn.tables` makes such tables.
--
--     nn.SpatialConvolutionMap(nn.tables.oneToOne(3), 5, 5):forward(torch.Tensor(3, 32, 32))      -- 3×28×28
--
-- @classmod nn.SpatialConvolutionMap
local compute = require('sconce.nn').SpatialConvolution
local connections = require 'nn.connections'
local wants = require 'nn.wants'
local SpatialConvolutionMap, Module = torch.class('nn.SpatialConvolutionMap', 'nn.Module')

--- Make a layer.
-- @tparam torch.Tensor connectionTable rows of an input plane and an output plane
-- @tparam int kW columns of the kernels
-- @tparam int kH rows of the kernels
-- @tparam[opt=1] int dW columns that they move on by
-- @tparam[opt=1] int dH rows that they move on by
function SpatialConvolutionMap:__init(connectionTable, kW, kH, dW, dH)
   Module.__init(self)
   connections.make(self, connectionTable, kW, kH, dW, dH)
end

SpatialConvolutionMap.reset = connections.reset

-- Kernels of all planes with all planes, zero where there is no connection, and in which of their rows each
-- connection's lies. Connections that come twice add up.
local function all(self, input)
   wants.type(self, 'input', input, self.output)
   local d = input:dim()
   if d ~= 3 and d ~= 4 or input:size(d - 2) < self.nInputPlane then
      local what = 'input of size %dxHxW or Nx%dxHxW, or with more planes'
      wants.otherSize(self, what:format(self.nInputPlane, self.nInputPlane), input)
   end
   local planes = input:size(d - 2)
   local from, to = self.connTable:select(2, 1):long(), self.connTable:select(2, 2):long()
   return input.new(self.nOutputPlane, planes, self.kH, self.kW):zero(), to:add(-1):mul(planes):add(from)
end

local function asRows(kernels) return kernels:view(-1, kernels:stride(kernels:dim() - 2)) end

local function connected(self, input)
   local kernels, places = all(self, input)
   asRows(kernels):indexAdd(1, places, asRows(self.weight:contiguous()))
   return kernels
end

function SpatialConvolutionMap:updateOutput(input)
   compute.updateOutput(
      self.output, input, connected(self, input), self.bias, self.kW, self.kH, self.dW, self.dH, 0, 0)
   return self.output
end

function SpatialConvolutionMap:updateGradInput(input, gradOutput)
   compute.updateGradInput(
      self.gradInput, input, gradOutput, connected(self, input), self.kW, self.kH, self.dW, self.dH, 0, 0)
   return self.gradInput
end

function SpatialConvolutionMap:accGradParameters(input, gradOutput, scale)
   local kernels, places = all(self, input)
   compute.accGradParameters(
      kernels, self.gradBias, input, gradOutput, self.kW, self.kH, self.dW, self.dH, 0, 0, scale or 1)
   self.gradWeight:add(asRows(kernels):index(1, places))
end

--- Make the parameters smaller by a part of themselves.
-- @tparam number decay the part
function SpatialConvolutionMap:decayParameters(decay)
   for _, parameter in ipairs {self.weight, self.bias} do parameter:add(-decay, parameter) end
end
