--- Each sample divided by its p-norm: `y = x / ‖x‖`.
--
-- The input is a vector or a batch of them.
--
--     nn.Normalize(2):forward(torch.Tensor {3, 4})      -- 0.6, 0.8
--
-- @classmod nn.Normalize
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Normalize, Module = torch.class('nn.Normalize', 'nn.Module')

--- Make a layer.
-- @tparam number p the order of the norm; `math.huge` for the largest element
-- @tparam[opt=1e-10] number eps keeps the norm from 0
function Normalize:__init(p, eps)
   Module.__init(self)
   if wants.number(self, 'an order p above 0', p) <= 0 then expected(self, 'an order p above 0', p) end
   self.p, self.eps = p, wants.number(self, 'a small number eps', eps or 1e-10)
end

-- Samples as rows.
local function rows(tensor) return tensor:dim() == 2 and tensor or tensor:contiguous():view(1, -1) end

-- A buffer among the fields.
local function buffer(self, name, x)
   self[name] = torch.isTensor(self[name]) and self[name] or x.new()
   return self[name]
end

-- The norms as a column, in `norm`, and their powers of p, in `normp`.
local function measure(self, x)
   local powers, norm = buffer(self, 'buffer', x), buffer(self, 'norm', x)
   if self.p == math.huge then
      self._indices = torch.type(self._indices) == 'torch.LongTensor' and self._indices or torch.LongTensor()
      norm:max(self._indices, powers:abs(x), 2)
      return norm:add(self.eps)
   end
   if self.p % 2 ~= 0 then powers:abs(x):pow(self.p) else powers:pow(x, self.p) end
   self.normp = buffer(self, 'normp', x):sum(powers, 2):add(self.eps)
   return norm:pow(self.normp, 1 / self.p)
end

function Normalize:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local x = rows(wants.dims(self, 'input', input, 1, 2))
   self.output:cdiv(x, measure(self, x):expandAs(x)):resize(input:size())
   return self.output
end

-- ∂/∂x_j = g_j/‖x‖ − (x·g) |x_j|ᵖ⁻² x_j / ‖x‖ᵖ⁺¹; of the largest norm, the second part is the largest element's.
-- Below p = 2, eps is added to |x_j|, which may be 0.
function Normalize:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.gradInput)
   local x = rows(wants.dims(self, 'input', input, 1, 2))
   local g = rows(wants.same(self, 'gradOutput', gradOutput, input))
   local norm, p = measure(self, x), self.p
   local cross = buffer(self, 'cross', x):sum(self.buffer:cmul(x, g), 2)
   local gradInput = self.gradInput:cdiv(g, norm:expandAs(g))
   if p == math.huge then
      cross:cdiv(norm):cdiv(norm):cdiv(norm):cmul(x:gather(2, self._indices))
      gradInput:scatter(2, self._indices, gradInput:gather(2, self._indices):add(-1, cross))
   else
      cross:cdiv(norm):cdiv(self.normp)
      local along = self.buffer
      if p == 2 then
         along = x
      elseif p < 2 then
         along:abs(x):add(self.eps):pow(p - 2):cmul(x)
      else
         along:abs(x):pow(p - 2):cmul(x)
      end
      gradInput:addcmul(-1, cross:expandAs(along), along)
   end
   return gradInput:resize(input:size())
end

--- Convert the layer; places stay LongTensors.
function Normalize:type(type, cache)
   if type then self._indices = nil end
   return Module.type(self, type, cache)
end

function Normalize:clearState()
   utils.clear(self, 'buffer', 'norm', 'normp', 'cross', '_indices')
   return Module.clearState(self)
end

function Normalize:__tostring__()
   local format = self.p % 1 == 0 and '%s(%d)' or '%s(%f)'
   return (self.p == math.huge and '%s(inf)' or format):format(torch.type(self), self.p)
end
