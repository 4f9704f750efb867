--- `W·x + b` at every place of a picture: a convolution by 1×1.
--
-- The input is fanin×H×W, the output fanout×H×W; `weight` is fanout×fanin.
--
-- @classmod nn.SpatialLinear
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local parameters = require 'nn.parameters'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialLinear, Module = torch.class('nn.SpatialLinear', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int fanin planes of the input
-- @tparam[opt=1] int fanout planes of the output
function SpatialLinear:__init(fanin, fanout)
   Module.__init(self)
   self.fanin, self.fanout = fanin or 1, fanout or 1
   if not isCount(self.fanin) or not isCount(self.fanout) then
      expected(self, 'numbers of planes', ('%s and %s'):format(fanin, fanout))
   end
   self.weightDecay = 0
   self.weight, self.gradWeight = torch.Tensor(self.fanout, self.fanin), torch.Tensor(self.fanout, self.fanin):zero()
   self.bias, self.gradBias = torch.Tensor(self.fanout), torch.Tensor(self.fanout):zero()
   self:reset()
end

--- Draw the parameters anew, plane by plane of the output.
-- @tparam[opt=1/√(3·fanout)] number stdv the standard deviation
function SpatialLinear:reset(stdv)
   local bound = parameters.bound(self, stdv, self.fanout)
   for i = 1, self.fanout do
      self.weight[i]:uniform(-bound, bound)
      self.bias[i] = torch.uniform(-bound, bound)
   end
end

--- Set the gradients to 0, or multiply them by a number.
-- @tparam[opt] number momentum
function SpatialLinear:zeroGradParameters(momentum)
   for _, gradient in ipairs {self.gradWeight, self.gradBias} do
      if momentum then gradient:mul(momentum) else gradient:zero() end
   end
end

--- Make the parameters smaller by a part of them.
-- @tparam number decay
function SpatialLinear:decayParameters(decay)
   wants.number(self, 'a part to decay by', decay)
   for _, parameter in ipairs {self.weight, self.bias} do parameter:mul(1 - decay) end
end

-- A picture as a matrix, a row for each plane.
local function matrix(self, name, picture, planes)
   wants.type(self, name, wants.dims(self, name, picture, 3), self.weight)
   if picture:size(1) ~= planes then wants.otherSize(self, ('%s of %d planes'):format(name, planes), picture) end
   return picture:contiguous():view(planes, -1)
end

function SpatialLinear:updateOutput(input)
   local x = matrix(self, 'input', input, self.fanin)
   self.output:resize(self.fanout, x:size(2)):copy(self.bias:view(-1, 1):expandAs(self.output))
   self.output:addmm(self.weight, x)
   return self.output:resize(self.fanout, input:size(2), input:size(3))
end

-- Both as matrices of as many columns.
local function both(self, input, gradOutput)
   local x, g = matrix(self, 'input', input, self.fanin), matrix(self, 'gradOutput', gradOutput, self.fanout)
   if gradOutput:size(2) ~= input:size(2) or gradOutput:size(3) ~= input:size(3) then
      local size = ('%dx%dx%d'):format(self.fanout, input:size(2), input:size(3))
      wants.otherSize(self, 'gradOutput of size ' .. size, gradOutput)
   end
   return x, g
end

function SpatialLinear:updateGradInput(input, gradOutput)
   local _, g = both(self, input, gradOutput)
   self.gradInput:resize(self.fanin, g:size(2)):mm(self.weight:t(), g)
   return self.gradInput:resizeAs(input)
end

function SpatialLinear:accGradParameters(input, gradOutput, scale)
   local x, g = both(self, input, gradOutput)
   self.gradWeight:addmm(scale or 1, g, x:t())
   self.gradBias:add(scale or 1, g:sum(2):view(-1))
end

restored.fields(SpatialLinear, {['output gradInput'] = restored.tensor, gradWeight = restored.zeros 'weight',
   gradBias = restored.zeros 'bias', ['weight bias'] = restored.needed})
