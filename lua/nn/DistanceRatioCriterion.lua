--- How much nearer an anchor is to a sample of its kind than to one of another: `−log(e⁻ˢ / (e⁻ˢ + e⁻ᵈ))` for the two
-- distances s and d.
--
-- The input is a table of two tensors of distances, a row each for every triple of samples. Their losses are averaged,
-- or with `sizeAverage = false` summed. `backward` follows a `forward` of the same input.
--
--     nn.DistanceRatioCriterion():forward {torch.Tensor {{1}}, torch.Tensor {{1}}}       -- log 2
--
-- @classmod nn.DistanceRatioCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local DistanceRatioCriterion, Criterion = torch.class('nn.DistanceRatioCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=true] boolean sizeAverage whether to divide by the number of triples
function DistanceRatioCriterion:__init(sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
end

local buffers = {'_expMinusX', '_expMinusY', '_sumExpMinusXY', '_logSumExpMinusXY', 'loss', 'dX', 'dY'}

local function distances(self, input)
   if torch.type(input) ~= 'table' or #input ~= 2 then expected(self, 'a table of two tensors of distances', input) end
   local like = torch.isTensor(self.gradInput) and self.gradInput or self.gradInput[1]
   local x = wants.type(self, 'the first distances', input[1], like)
   if x:dim() == 0 then expected(self, 'distances', x) end
   local y = wants.same(self, 'the second distances', input[2], x)
   for _, name in ipairs(buffers) do self[name] = self[name] or x.new() end
   return x, y
end

function DistanceRatioCriterion:updateOutput(input)
   local x, y = distances(self, input)
   self._expMinusX:resizeAs(x):copy(x):mul(-1):exp()
   self._expMinusY:resizeAs(y):copy(y):mul(-1):exp()
   self._sumExpMinusXY:add(self._expMinusX, self._expMinusY)
   self._logSumExpMinusXY:log(self._sumExpMinusXY)
   self.output = self.loss:add(self._logSumExpMinusXY, x):sum()
   if self.sizeAverage then self.output = self.output / x:size(1) end
   return self.output
end

function DistanceRatioCriterion:updateGradInput(input)
   local x = distances(self, input)
   if not self._sumExpMinusXY:isSameSizeAs(x) then
      expected(self, 'updateOutput before backward', self._sumExpMinusXY)
   end
   local scale = self.sizeAverage and 1 / x:size(1) or 1
   self.dX:cdiv(self._expMinusX, self._sumExpMinusXY):mul(-1):add(1):mul(scale)
   self.dY:cdiv(self._expMinusY, self._sumExpMinusXY):mul(-scale)
   self.gradInput = {self.dX, self.dY}
   return self.gradInput
end

--- Convert the criterion; what calls have left goes.
function DistanceRatioCriterion:type(type, cache)
   for _, name in ipairs(buffers) do self[name] = nil end
   return Criterion.type(self, type, cache)
end
