--- Changes the order of dimensions, or their number, told by a letter for each; and the type to the layer's own.
--
-- `b` is the batch, which may be missing; `bf` takes all others together; `b` alone and `bt` are for single numbers.
--
--     nn.Convert('bchw', 'bf'):forward(torch.Tensor(3, 2, 4, 4))       -- 3×32
--     nn.Convert('chw', 'hwc'):forward(torch.Tensor(2, 4, 5))          -- 4×5×2
--
-- @classmod nn.Convert
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Convert, Container = torch.class('nn.Convert', 'nn.Container')

-- Letters that differ, with a b among them: in front, if it was not said.
local function shape(self, text)
   if type(text) ~= 'string' or text == '' then expected(self, "shapes of letters, such as 'bchw'", text) end
   if not text:find 'b' then text = 'b' .. text end
   for i = 1, #text do
      if text:find(text:sub(i, i), i + 1, true) then expected(self, 'each letter once', text) end
   end
   return text
end

-- Exchanges that bring the dimensions of one shape into the order of another, which has the same letters; nothing if
-- there are others.
local function exchanges(from, to)
   local order, pairs_ = {}, {}
   for letter in from:gmatch '.' do order[#order + 1] = letter end
   for i = 1, #to do
      local at
      for k = i, #order do at = at or order[k] == to:sub(i, i) and k end
      if not at then return nil end
      for k = at, i + 1, -1 do
         order[k], order[k - 1] = order[k - 1], order[k]
         pairs_[#pairs_ + 1] = {k, k - 1}
      end
   end
   return #from == #to and pairs_ or nil
end

--- Make a layer.
-- @tparam[opt] string inputShape what the dimensions of inputs are; if neither is given, the type alone is changed
-- @tparam[opt=inputShape] string outputShape what those of outputs are
function Convert:__init(inputShape, outputShape)
   Container.__init(self)
   if inputShape == nil and outputShape == nil then inputShape = 'b*' end
   self.inputShape = shape(self, inputShape)
   self.outputShape = shape(self, outputShape or inputShape)
   if (self.inputShape == 'b*') ~= (self.outputShape == 'b*') then
      expected(self, "both shapes to be 'b*', or neither", self.outputShape)
   end
   self.inputBatchDim, self.outputBatchDim = self.inputShape:find 'b', (self.outputShape:find 'b')
   self.nInputDim, self.nOutputDim = #self.inputShape, #self.outputShape
   if self.inputShape == 'b*' then self.nInputDim, self.nOutputDim = -1, -1 end
   -- Whether the order alone changes; nothing if their number does, too.
   if #self.inputShape == #self.outputShape then
      self.transposition = exchanges(self.inputShape, self.outputShape) ~= nil
   end
end

local function transpose(list) return #list == 0 and nn.Identity() or nn.Transpose(table.unpack(list)) end

-- What does it, for inputs of a size; nothing if there is no way.
local function converter(self, input)
   local from, to = self.inputShape, self.outputShape
   if from == to then return nn.Identity() end
   local list = exchanges(from, to)
   if list then return transpose(list) end
   local at, batch = self.inputBatchDim, input:size(self.inputBatchDim)
   if to == 'b' and (from == 'bt' or #from == 2 and input:nElement() == batch) then return nn.Select(3 - at, 1) end
   if to == 'bt' and from == 'b' then return nn.Reshape(1) end
   if to == 'bf' and from:find 't' == nil or to == 'bf' and #from > 2 then
      local reshape = nn.Reshape(input:nElement() / batch)
      if at == 1 then return #from == 2 and nn.Identity() or reshape end
      local first = nn.Transpose {1, at}
      return #from == 2 and first or nn.Sequential():add(first):add(reshape)
   end
end

-- Sizes may change from one input to the next: what takes dimensions together is made for each.
local function prepare(self, input)
   if self.converter and self._size and input:isSize(self._size) then return end
   local new = converter(self, input)
   if not new then
      expected(self, ('a way from %s to %s'):format(self.inputShape, self.outputShape), input)
   end
   self._size, self.converter, self.modules[1] = input:size(), new:type(self._type or torch.type(input)), new
end

-- The input as a batch in the layer's type.
local function batch(self, input)
   wants.dims(self, 'input', input, 1, math.huge)
   self.batchMode = true
   if self.nInputDim > 0 then
      wants.dims(self, 'input', input, math.max(1, self.nInputDim - 1), self.nInputDim)
      self.batchMode = input:dim() == self.nInputDim
   end
   local type = self._type or torch.type(input)
   if torch.type(input) ~= type then
      self._input = self._input or torch.getmetatable(type).new()
      input = self._input:resize(input:size()):copy(input)
   end
   return self.batchMode and input or utils.addSingletonDimension(input, self.inputBatchDim)
end

local function unbatched(self, tensor, dimension)
   if self.batchMode or tensor:dim() == 1 then return tensor end
   return tensor:select(dimension, 1)
end

function Convert:updateOutput(input)
   input = batch(self, input)
   prepare(self, input)
   self.output = unbatched(self, self.converter:updateOutput(input), self.outputBatchDim)
   return self.output
end

function Convert:updateGradInput(input, gradOutput)
   input = batch(self, input)
   prepare(self, input)
   wants.same(self, 'gradOutput', wants.dims(self, 'gradOutput', gradOutput, 1, math.huge), self.output)
   if not self.batchMode and self.nOutputDim > 1 then
      gradOutput = utils.addSingletonDimension(gradOutput, self.outputBatchDim)
   end
   self.gradInput = unbatched(self, self.converter:updateGradInput(input, gradOutput), self.inputBatchDim)
   return self.gradInput
end

function Convert:accGradParameters() end
function Convert:accUpdateGradParameters() end

--- Convert the layer; buffers are made anew.
function Convert:type(type, cache)
   if not type then return self._type end
   self._input, self._gradInput = nil, nil
   return Container.type(self, type, cache)
end

--- Let go of what calls have left.
function Convert:clearState()
   self._input, self._gradInput = nil, nil
   return utils.renew(self, 'output', 'gradInput')
end

Convert.__tostring__ = nn.Module.__tostring__
