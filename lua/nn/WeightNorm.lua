--- A layer whose weights are told by direction and length: `w = g · v / ‖v‖`, for each of its outputs.
--
-- `v` is a matrix with a row for each output and `g` a column; they are what is trained, with the layer's bias.
--
--     nn.WeightNorm(nn.SpatialConvolution(3, 16, 5, 5))
--
-- @classmod nn.WeightNorm
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local WeightNorm, Decorator = torch.class('nn.WeightNorm', 'nn.Decorator')

-- Added to the square of the length, which may be 0.
local epsilon = 1e-4

--- Make one.
-- @tparam nn.Module module a layer with a weight
-- @tparam[opt=1] int outputDim along which dimension of the weight its outputs lie
function WeightNorm:__init(module, outputDim)
   Decorator.__init(self, module)
   if not torch.isTensor(module.weight) then expected(self, 'a module with a weight', module) end
   self.outputDim = wants.dimension(self, outputDim or 1, module.weight:dim())
   self.weight, self.gradWeight = module.weight, module.gradWeight
   self.bias, self.gradBias = module.bias, module.gradBias
   self.weightSize = self.weight:size()
   local outputs = self.weight:size(self.outputDim)
   self.otherDims = self.weight:nElement() / outputs
   self.viewIn = torch.LongStorage {outputs, self.otherDims}
   self.viewOut = self:permuteIn(self.weight):size()
   local new = self.weight.new
   self.v, self.gradV = new(self.viewIn), new(self.viewIn):zero()
   self.g, self.gradG = new(outputs, 1), new(outputs):zero()
   self._norm, self._scale = new(outputs):zero(), new(outputs):zero()
   self:resetInit()
end

--- Draw directions anew, of their own lengths; the bias is 0.
function WeightNorm:resetInit()
   self.v:normal(0, math.sqrt(2 / self.otherDims))
   self.g:norm(self.v, 2, 2)
   if self.bias then self.bias:zero() end
end

--- A weight with its outputs' dimension first.
function WeightNorm:permuteIn(weight) return weight:transpose(1, self.outputDim) end
--- The other way round.
function WeightNorm:permuteOut(weight) return weight:transpose(1, self.outputDim) end

--- Compute the layer's weight.
function WeightNorm:updateWeight()
   local v = self.v
   self._norm:norm(v, 2, 2):pow(2):add(epsilon):sqrt()
   self._scale:cdiv(self.g, self._norm)
   local weight = torch.cmul(v, self._scale:view(-1, 1):expandAs(v))
   self.modules[1].weight:copy(self:permuteOut(weight:view(self.viewOut)))
end

function WeightNorm:updateOutput(input)
   if self.train ~= false then self:updateWeight() end
   return Decorator.updateOutput(self, input)
end

-- The gradients of v and g follow from the layer's own, which adds up.
function WeightNorm:accGradParameters(input, gradOutput, scale)
   local module, v = self.modules[1], self.v
   module:accGradParameters(input, gradOutput, scale)
   local gradient = self:permuteIn(module.gradWeight):contiguous():view(self.viewIn)
   local norm = self._norm:view(-1, 1)
   self.gradG:resizeAs(self.g):sum(torch.cmul(gradient, v), 2):cdiv(norm)
   local along = torch.cmul(self.gradG, self.g):cdiv(norm):cdiv(norm)
   self.gradV:cmul(gradient, self._scale:view(-1, 1):expandAs(v))
   self.gradV:addcmul(-1, along:expandAs(v), v):resize(self.viewOut)
end

function WeightNorm:parameters()
   if self.bias then return {self.v, self.g, self.bias}, {self.gradV, self.gradG, self.gradBias} end
   return {self.v, self.g}, {self.gradV, self.gradG}
end

function WeightNorm:zeroGradParameters()
   self.modules[1]:zeroGradParameters()
   self.gradV:zero()
   self.gradG:zero()
end

function WeightNorm:updateParameters(learningRate)
   self.modules[1]:updateParameters(learningRate)
   self.g:add(-learningRate, self.gradG)
   self.v:add(-learningRate, self.gradV)
end

--- Let fields be views of another's: its own, such as v and g, and the layer's.
function WeightNorm:share(other, ...)
   nn.Module.share(self, other, ...)
   return Decorator.share(self, other, ...)
end

--- Evaluation mode: the weight is computed once, here.
function WeightNorm:evaluate()
   if self.train ~= false then self:updateWeight() end
   Decorator.evaluate(self)
end

-- A file holds v and g; the weight comes of them.
local function without(object, ...)
   local fields = {}
   for key, value in pairs(object) do fields[key] = value end
   for _, name in ipairs {...} do fields[name] = nil end
   return fields
end

function WeightNorm:write(file)
   local module = self.modules[1]
   local weight, gradWeight = module.weight, module.gradWeight
   module.weight, module.gradWeight = nil, nil
   self.weightSize = self.weightSize or weight:size()
   local ok, message = pcall(file.writeObject, file, without(self, 'weight', 'gradWeight'))
   module.weight, module.gradWeight = weight, gradWeight
   if not ok then error(message, 0) end
end

function WeightNorm:read(file)
   for key, value in pairs(wants.table(self, 'the file', file:readObject())) do self[key] = value end
   local module = self.modules[1]
   module.weight = module.weight or self.v.new(self.weightSize)
   module.gradWeight = module.gradWeight or self.v.new(self.weightSize):zero()
   self.weight, self.gradWeight = module.weight, module.gradWeight
   -- A clone that shares v gets it after it was read.
   if self.v:dim() > 0 then self:updateWeight() end
end
