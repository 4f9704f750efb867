--- Convolution over pictures, in which each plane of the output sees only some of the input's.
--
-- The input is C×H×W or a batch N×C×H×W. `connTable` has a row of an input plane and an output plane for each
-- connection, `weight` a kernel (kH×kW) for each; `nn.tables` makes such tables.
--
--     nn.SpatialConvolutionMap(nn.tables.oneToOne(3), 5, 5):forward(torch.Tensor(3, 32, 32))      -- 3×28×28
--
-- @classmod nn.SpatialConvolutionMap
local compute = require('sconce.nn').SpatialConvolution
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
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
   local t = connectionTable
   if not torch.isTensor(t) or t:dim() ~= 2 or t:size(2) ~= 2 or t:min() < 1 then
      expected(self, 'a table of connections, Nx2, from 1 on', t)
   end
   self.kW, self.kH, self.dW, self.dH = kW, kH, dW or 1, dH or 1
   for _, name in ipairs {'kW', 'kH', 'dW', 'dH'} do
      if not isCount(self[name]) then expected(self, name .. ' of 1 or more', self[name]) end
   end
   self.connTable = t
   self.nInputPlane, self.nOutputPlane = t:select(2, 1):max(), t:select(2, 2):max()
   self.weight, self.gradWeight = torch.Tensor(t:size(1), kH, kW), torch.Tensor(t:size(1), kH, kW)
   self.bias, self.gradBias = torch.Tensor(self.nOutputPlane), torch.Tensor(self.nOutputPlane)
   self:reset()
end

--- Draw the parameters anew, one connection after another.
-- @tparam[opt] number stdv the standard deviation; 1/√(3·n·kH·kW) for n connections of a plane if none is given
function SpatialConvolutionMap:reset(stdv)
   local counts = torch.Tensor(self.nOutputPlane):zero()
   local planes = self.connTable:select(2, 2):long()
   counts:indexAdd(1, planes, torch.Tensor(planes:size(1)):fill(1))
   local function bound(plane)
      return stdv and stdv * math.sqrt(3) or 1 / math.sqrt(self.kW * self.kH * counts[plane])
   end
   for i = 1, planes:size(1) do self.weight[i]:uniform(-bound(planes[i]), bound(planes[i])) end
   for plane = 1, self.nOutputPlane do
      -- A plane without connections has no bound; the other planes' draws stay the same.
      if counts[plane] > 0 or stdv then
         self.bias:narrow(1, plane, 1):uniform(-bound(plane), bound(plane))
      else
         self.bias[plane] = 0
      end
   end
end

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
   self.weight:add(-decay, self.weight)
   self.bias:add(-decay, self.bias)
end
