--- Convolutions of any rank: over pictures by the kernels of `nn.SpatialConvolution`, over volumes and on the way back
-- as products of matrices, sample by sample: no memory grows with the batch.
--
-- A geometry is a list of twelve numbers: kernel, step, padding and dilation, each in planes, rows and columns; of
-- pictures the numbers for planes are 1, 1, 0 and 1.
--
-- @module nn.products
local compute = require('sconce.nn').Columns
local pictures = require('sconce.nn').SpatialDilatedConvolution
local wants = require 'nn.wants'
local products = {}

-- How many samples there are, and the one with a number.
local function samples(tensor, rank)
   if tensor:dim() == rank + 1 then return 1, function() return tensor end end
   return tensor:size(1), function(i) return tensor:select(1, i) end
end

-- The last dimensions of a tensor: planes, rows, columns.
local function extent(tensor, rank)
   local d = tensor:dim()
   return {rank == 3 and tensor:size(d - 2) or 1, tensor:size(d - 1), tensor:size(d)}
end

local function resized(tensor, input, rank, planes, size)
   local sizes = {}
   if input:dim() == rank + 2 then sizes[1] = input:size(1) end
   sizes[#sizes + 1] = planes
   for i = 4 - rank, 3 do sizes[#sizes + 1] = size[i] end
   return tensor:resize(torch.LongStorage(sizes))
end

--- Refuse an input of other planes or dimensions.
-- @tparam nn.Module who the layer
-- @tparam torch.Tensor input
-- @tparam int planes what the layer takes
-- @tparam int rank 2 for pictures, 3 for volumes
function products.check(who, input, planes, rank)
   wants.type(who, 'input', input, who.weight)
   local d = input:dim()
   if d ~= rank + 1 and d ~= rank + 2 or input:size(d - rank) ~= planes then
      local rest = rank == 2 and 'xHxW' or 'xTxHxW'
      wants.otherSize(who, ('input of size %d%s or Nx%d%s'):format(planes, rest, planes, rest), input)
   end
end

-- Refuses a gradient that has not the output's size.
local function checkGradient(who, gradOutput, input, rank, planes, size)
   wants.type(who, 'gradOutput', gradOutput, who.weight)
   wants.dims(who, 'gradOutput', gradOutput, rank + 1, rank + 2)
   local d, got = gradOutput:dim(), extent(gradOutput, rank)
   local isAlike = d == input:dim() and gradOutput:size(d - rank) == planes
      and (d == rank + 1 or gradOutput:size(1) == input:size(1))
   for i = 1, 3 do isAlike = isAlike and got[i] == size[i] end
   if not isAlike then
      local text = {}
      if d == rank + 2 then text[1] = input:size(1) end
      text[#text + 1] = planes
      for i = 4 - rank, 3 do text[#text + 1] = size[i] end
      wants.otherSize(who, 'gradOutput of size ' .. table.concat(text, 'x'), gradOutput)
   end
end

-- How often the window fits along each dimension.
local function fits(size, g)
   local places = {}
   for i = 1, 3 do
      places[i] = math.floor((size[i] + 2 * g[6 + i] - (g[9 + i] * (g[i] - 1) + 1)) / g[3 + i]) + 1
   end
   return places
end

local function addBias(output, bias)
   if bias then output:add(bias:view(-1, 1):expandAs(output)) end
end

-- The geometry of pictures, columns first, as the kernels take it.
local function flat(g) return g[3], g[2], g[6], g[5], g[9], g[8], g[12], g[11] end

local function matrix(weight) return weight:view(weight:size(1), -1) end

--- `y = w * x + b`; `weight` is O×C×….
-- @tparam nn.Module self with output, finput, weight and bias
-- @tparam torch.Tensor input
-- @tparam int rank
-- @tparam table g the geometry
function products.updateOutput(self, input, rank, g)
   products.check(self, input, self.nInputPlane, rank)
   local weight = matrix(self.weight)
   self.finput = self.finput or input.new()
   local size = fits(extent(input, rank), g)
   for i = 1, 3 do
      if size[i] < 1 then
         wants.otherSize(self, ('input that a kernel of %dx%dx%d fits into'):format(g[1], g[2], g[3]), input)
      end
   end
   if rank == 2 then
      pictures.updateOutput(self.output, input, self.weight, self.bias, flat(g))
      return self.output
   end
   resized(self.output, input, rank, weight:size(1), size)
   local count, sample = samples(input, rank)
   local _, result = samples(self.output, rank)
   for i = 1, count do
      compute.unfold(self.finput, sample(i), table.unpack(g))
      local y = result(i):view(weight:size(1), -1)
      y:mm(weight, self.finput)
      addBias(y, self.bias)
   end
   return self.output
end

--- `∂x`, with the buffer `finput`. In files `fgradInput` stays empty: the original keeps ones in it, for the bias.
function products.updateGradInput(self, input, gradOutput, rank, g)
   if not self.gradInput then return end
   products.check(self, input, self.nInputPlane, rank)
   local weight = matrix(self.weight):t()
   checkGradient(self, gradOutput, input, rank, self.nOutputPlane, fits(extent(input, rank), g))
   if rank == 2 then
      pictures.updateGradInput(self.gradInput, input, gradOutput, self.weight, flat(g))
      return self.gradInput
   end
   self.gradInput:resizeAs(input)
   self.finput = self.finput or input.new()
   local count, gradient = samples(gradOutput, rank)
   local _, result = samples(self.gradInput, rank)
   for i = 1, count do
      local dy = gradient(i):contiguous():view(weight:size(2), -1)
      self.finput:resize(weight:size(1), dy:size(2)):mm(weight, dy)
      compute.fold(result(i), self.finput, table.unpack(g))
   end
   return self.gradInput
end

--- Adds `scale` times `∂w` and `∂b`, with the buffer `finput`.
function products.accGradParameters(self, input, gradOutput, scale, rank, g)
   products.check(self, input, self.nInputPlane, rank)
   checkGradient(self, gradOutput, input, rank, self.nOutputPlane, fits(extent(input, rank), g))
   if rank == 2 then
      local kW, kH, dW, dH, padW, padH, lW, lH = flat(g)
      return pictures.accGradParameters(
         self.gradWeight, self.bias and self.gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, lW, lH, scale)
   end
   local gradWeight = matrix(self.gradWeight)
   local count, sample = samples(input, rank)
   local _, gradient = samples(gradOutput, rank)
   for i = 1, count do
      local dy = gradient(i):contiguous():view(gradWeight:size(1), -1)
      compute.unfold(self.finput, sample(i), table.unpack(g))
      gradWeight:addmm(scale, dy, self.finput:t())
      if self.gradBias then self.gradBias:add(scale, dy:sum(2):view(-1)) end
   end
end

-- What a convolution would have had to start from, to come to the input; `more` is added after the last one.
local function reached(size, g, more)
   local from = {}
   for i = 1, 3 do
      from[i] = (size[i] - 1) * g[3 + i] - 2 * g[6 + i] + g[9 + i] * (g[i] - 1) + 1 + more[i]
   end
   return from
end

--- The way back of a convolution as a layer of its own: `weight` is C×O×…, the output larger than the input.
-- @tparam nn.Module self with output, finput, weight and bias
-- @tparam torch.Tensor input
-- @tparam int rank
-- @tparam table g the geometry of the convolution that leads from the output to the input
-- @tparam table more planes, rows and columns at the end that it leaves out
function products.updateOutputBack(self, input, rank, g, more)
   products.check(self, input, self.nInputPlane, rank)
   local weight, size = matrix(self.weight):t(), reached(extent(input, rank), g, more)
   for i = 1, 3 do
      if size[i] < 1 then wants.otherSize(self, 'input from which some output is left', input) end
   end
   resized(self.output, input, rank, self.nOutputPlane, size)
   local count, sample = samples(input, rank)
   local _, result = samples(self.output, rank)
   for i = 1, count do
      local x = sample(i):contiguous():view(weight:size(2), -1)
      self.finput:resize(weight:size(1), x:size(2)):mm(weight, x)
      compute.fold(result(i), self.finput, table.unpack(g))
      addBias(result(i):view(self.nOutputPlane, -1), self.bias)
   end
   return self.output
end

--- `∂x` of it.
function products.updateGradInputBack(self, input, gradOutput, rank, g, more)
   if not self.gradInput then return end
   products.check(self, input, self.nInputPlane, rank)
   checkGradient(self, gradOutput, input, rank, self.nOutputPlane, reached(extent(input, rank), g, more))
   local weight = matrix(self.weight)
   self.gradInput:resizeAs(input)
   local count, gradient = samples(gradOutput, rank)
   local _, result = samples(self.gradInput, rank)
   for i = 1, count do
      compute.unfold(self.finput, gradient(i), table.unpack(g))
      result(i):view(weight:size(1), -1):mm(weight, self.finput)
   end
   return self.gradInput
end

--- Adds `scale` times its `∂w` and `∂b`.
function products.accGradParametersBack(self, input, gradOutput, scale, rank, g, more)
   products.check(self, input, self.nInputPlane, rank)
   checkGradient(self, gradOutput, input, rank, self.nOutputPlane, reached(extent(input, rank), g, more))
   local gradWeight = matrix(self.gradWeight)
   local count, sample = samples(input, rank)
   local _, gradient = samples(gradOutput, rank)
   for i = 1, count do
      compute.unfold(self.finput, gradient(i), table.unpack(g))
      gradWeight:addmm(scale, sample(i):contiguous():view(gradWeight:size(1), -1), self.finput:t())
      if self.gradBias then
         self.gradBias:add(scale, gradient(i):contiguous():view(self.nOutputPlane, -1):sum(2):view(-1))
      end
   end
end

return products
