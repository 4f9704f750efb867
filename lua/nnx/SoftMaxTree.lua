--- Logarithms of the chances of targets, as products of softmaxes on the way from the root of a tree to them: many
-- classes at the cost of few.
--
-- The input is `{x, targets}`, N×K and N (IntTensor); the output N. A tree is a table of children by the number of
-- their parent. Each parent has a `nn.Linear` over its children: rows of `weight` and `bias`. `parameters` gives those
-- that have got gradients since `zeroGradParameters`, by the numbers of their parents. (Morin, Bengio, 2005; Mnih,
-- Hinton, 2008.)
--
--     local tree = {[1] = torch.IntTensor {2, 3}, [2] = torch.IntTensor {4, 5}}
--     nn.SoftMaxTree(10, tree, 1):forward {torch.randn(2, 10), torch.IntTensor {4, 3}}
--
-- @classmod nn.SoftMaxTree
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local restored = require 'nn.restored'
local tree = require 'nnx.tree'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SoftMaxTree, Module = torch.class('nn.SoftMaxTree', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize K
-- @tparam table hierarchy `{[parent] = IntTensor of children}`
-- @tparam[opt=1] int rootId the root's number
-- @tparam[opt=false] boolean accUpdate whether there are no gradients, only steps by `accUpdateGradParameters`
-- @tparam[opt=true] boolean static whether `parameters` has keys that stay the same from batch to batch
function SoftMaxTree:__init(inputSize, hierarchy, rootId, accUpdate, static)
   Module.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   self.inputSize, self.rootId, self.accUpdate = inputSize, rootId or 1, accUpdate
   self.static = static ~= false
   tree.build(self, hierarchy)
   local count = self.nChildNode
   self.weight, self.bias = torch.Tensor(count, inputSize), torch.Tensor(count)
   if not accUpdate then
      self.gradWeight, self.gradBias = torch.Tensor(count, inputSize):zero(), torch.Tensor(count):zero()
   end
   self.updates, self.batchSize = {}, 0
   -- What the original keeps its intermediate results in.
   self._nodeBuffer, self._multiBuffer = torch.Tensor(), torch.Tensor()
   self._gradInput, self._gradTarget = torch.Tensor(), torch.IntTensor()
   self.gradInput = {self._gradInput, self._gradTarget}
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt] number stdv the standard deviation; 1/√(3·nodes·K) if it is not given
function SoftMaxTree:reset(stdv)
   parameters.draw(self, stdv, self.nChildNode * self.inputSize)
end

-- Inputs, targets and the families on their ways.
local function given(self, input)
   if torch.type(input) ~= 'table' then expected(self, 'a table of input and targets', input) end
   local x, target = input[1], input[2]
   wants.type(self, 'input', wants.dims(self, 'input', x, 2), self.weight)
   if x:size(2) ~= self.inputSize then wants.otherSize(self, ('input of size Nx%d'):format(self.inputSize), x) end
   if torch.type(target) ~= 'torch.IntTensor' or target:dim() ~= 1 or target:size(1) ~= x:size(1) then
      expected(self, ('an IntTensor of %d targets'):format(x:size(1)), target)
   end
   return x, target, tree.families(self, target)
end

-- Logarithms of the chances of a family's children, for the samples that come by.
local function chances(self, x, family)
   local samples = x:index(1, family.samples)
   local scores = samples * self.weight:narrow(1, family.first, family.count):t()
   scores:add(self.bias:narrow(1, family.first, family.count):view(1, -1):expandAs(scores))
   self._logSoftMax = self._logSoftMax or nn.LogSoftMax()
   if self._logSoftMax:type() ~= x:type() then self._logSoftMax:type(x:type()) end
   return self._logSoftMax:updateOutput(scores), samples
end

function SoftMaxTree:updateOutput(input)
   local x, target, families = given(self, input)
   self._gradTarget:resizeAs(target):zero()
   self.output:resize(x:size(1)):zero()
   for _, family in ipairs(families) do
      local picked = chances(self, x, family):gather(2, family.children:view(-1, 1))
      self.output:indexAdd(1, family.samples, picked:view(-1))
   end
   return self.output
end

-- The gradient of a family's scores, and the samples that come by.
local function scoreGradients(self, x, family, gradOutput)
   local logarithms, samples = chances(self, x, family)
   local each = gradOutput:index(1, family.samples):view(-1, 1)
   local right = x.new():resizeAs(logarithms):zero():scatter(2, family.children:view(-1, 1), 1)
   return right:add(-1, torch.exp(logarithms)):cmul(each:expandAs(logarithms)), samples
end

function SoftMaxTree:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local x, target, families = given(self, input)
   wants.sized(self, 'gradOutput', gradOutput, x, torch.LongStorage {x:size(1)})
   self._gradInput:resizeAs(x):zero()
   self._gradTarget:resizeAs(target):zero()
   for _, family in ipairs(families) do
      local gradient = scoreGradients(self, x, family, gradOutput)
      self._gradInput:indexAdd(1, family.samples, gradient * self.weight:narrow(1, family.first, family.count))
   end
   self.gradInput = {self._gradInput, self._gradTarget}
   return self.gradInput
end

function SoftMaxTree:accGradParameters(input, gradOutput, scale)
   local x, _, families = given(self, input)
   wants.sized(self, 'gradOutput', gradOutput, x, torch.LongStorage {x:size(1)})
   if not self.gradWeight then expected(self, 'accUpdateGradParameters, with accUpdate', 'accGradParameters') end
   scale = scale or 1
   for _, family in ipairs(families) do
      local gradient, samples = scoreGradients(self, x, family, gradOutput)
      self.gradWeight:narrow(1, family.first, family.count):addmm(scale, gradient:t(), samples)
      self.gradBias:narrow(1, family.first, family.count):add(scale, gradient:sum(1):view(-1))
      self.updates[family.parent] = (self.updates[family.parent] or 0) + scale * samples:size(1)
   end
end

--- The parameters of a parent's children.
-- @tparam int parentId
-- @treturn {torch.Tensor,torch.Tensor} weight and bias
-- @treturn {torch.Tensor,torch.Tensor} their gradients, if there are any
function SoftMaxTree:getNodeParameters(parentId)
   local first, count = tree.family(self, parentId)
   local function part(tensor) return tensor:narrow(1, first, count) end
   if not self.gradWeight then return {part(self.weight), part(self.bias)} end
   return {part(self.weight), part(self.bias)}, {part(self.gradWeight), part(self.gradBias)}
end

-- The numbers of parents that have got gradients, or all of them if none has.
local function updated(self)
   local parents = {}
   for parent in pairs(self.updates) do parents[#parents + 1] = parent end
   if #parents == 0 then return self.parentIds:totable(), false end
   table.sort(parents)
   return parents, true
end

function SoftMaxTree:parameters()
   local parents, some = updated(self)
   if not some and not self.static then return {self.weight, self.bias}, {self.gradWeight, self.gradBias} end
   local all, gradients = {}, {}
   for _, parent in ipairs(parents) do
      local own, ownGradients = self:getNodeParameters(parent)
      local keys = self.static and {parent, parent + self.maxParentId} or {#all + 1, #all + 2}
      for i = 1, 2 do
         all[keys[i]] = own[i]
         gradients[keys[i]] = ownGradients and ownGradients[i]
      end
   end
   return all, gradients, {}, self.nChildNode * 2
end

function SoftMaxTree:updateParameters(learningRate)
   wants.number(self, 'a learning rate', learningRate)
   local all, gradients = self:parameters()
   for key, parameter in pairs(all) do parameter:add(-learningRate, gradients[key]) end
end

function SoftMaxTree:zeroGradParameters()
   local _, gradients = self:parameters()
   for _, gradient in pairs(gradients) do gradient:zero() end
   -- The table may be shared.
   for parent in pairs(self.updates) do self.updates[parent] = nil end
end

--- Shorten the rows of weights that are longer than a bound.
-- @tparam[opt] number maxNorm
function SoftMaxTree:maxNorm(maxNorm)
   if not maxNorm then return end
   for _, parameter in pairs((self:parameters())) do
      if parameter:dim() == 2 then parameter:renorm(2, 1, maxNorm) end
   end
end

-- Nodes stay whole numbers, whatever the type.
function SoftMaxTree:type(type, cache)
   if not type or type == torch.type(self.weight) then return type and self or Module.type(self) end
   self.gradInput, self._logSoftMax = nil, nil
   utils.typeWithout(self, {'parentChildren', 'childParent', 'childIds', 'parentIds', '_gradTarget'}, type, cache)
   self.gradInput = {self._gradInput, self._gradTarget}
   self.batchSize = 0
   return self
end

SoftMaxTree.sharedAccUpdateGradParameters = Module.accUpdateGradParameters

restored.fields(SoftMaxTree, {['output _gradInput _gradTarget'] = restored.tensor, gradWeight = restored.zeros 'weight',
   gradBias = restored.zeros 'bias',
   ['weight bias childParent parentChildren maxParentId nChildNode'] = restored.needed,
   nParentNode = function(self) return self.childParent and self.childParent:size(1) end})
