--- Experts mixed by a gater: `{g, {e1, e2}}` gives `g[1]·e1 + g[2]·e2`.
--
-- The gater is a vector, or a matrix with a row for each sample of a batch. The experts are a table of tensors, or,
-- with a dimension named, a tensor whose slices along it they are.
--
--     nn.MixtureTable():forward {torch.Tensor {0.2, 0.8}, {torch.Tensor {1, 1}, torch.Tensor {6, 1}}}      -- 5, 1
--
-- @classmod nn.MixtureTable
local like = require 'nn.like'
local wants = require 'nn.wants'
local MixtureTable, Module = torch.class('nn.MixtureTable', 'nn.Module')

--- Make a layer.
-- @tparam[opt] int dim along which the experts lie in one tensor
function MixtureTable:__init(dim)
   Module.__init(self)
   if dim ~= nil then wants.axis(self, dim) end
   self.dim, self.gradInput = dim, {}
   -- What the original keeps; nothing is in it here.
   self.size, self.size2 = torch.LongStorage(), torch.LongStorage()
   self.batchSize, self.backwardSetup = 0, false
end

-- The gater, and the experts as a list.
local function parts(self, input)
   wants.table(self, 'input', input)
   local gater = wants.dims(self, 'gater', input[1], 1, 2)
   local experts, slices = input[2], input[2]
   self.table, self.dimG = torch.type(experts) == 'table' or nil, gater:dim()
   if self.table then
      wants.tensors(self, experts)
      self.dim = self.dim or self.dimG
   else
      wants.dims(self, 'experts', experts, 2, math.huge)
      self.dim = self.dim or self.dimG
      wants.dimension(self, self.dim, experts:dim())
      slices = {}
      for i = 1, experts:size(self.dim) do slices[i] = experts:select(self.dim, i) end
   end
   if gater:size(self.dimG) < #slices then
      wants.otherSize(self, ('a gater with a number for each of %d experts'):format(#slices), gater)
   end
   wants.type(self, 'gater', gater, self.output)
   local first = wants.type(self, 'experts', slices[1], gater)
   for i = 2, #slices do wants.same(self, 'experts', slices[i], first) end
   if self.dimG == 2 and first:size(1) ~= gater:size(1) then
      wants.otherSize(self, ('experts for a batch of %d'):format(gater:size(1)), first)
   end
   return gater, slices
end

-- How much of an expert goes in: a number, or one for each sample, over all of its elements.
local function share(gater, i, expert)
   if gater:dim() == 1 then return gater[i] end
   local size = torch.LongStorage(expert:dim()):fill(1)
   size[1] = gater:size(1)
   return gater:select(2, i):contiguous():view(size):expandAs(expert)
end

function MixtureTable:updateOutput(input)
   local gater, experts = parts(self, input)
   local output = self.output:resizeAs(experts[1]):zero()
   for i, expert in ipairs(experts) do
      local g = share(gater, i, expert)
      if type(g) == 'number' then output:add(g, expert) else output:addcmul(g, expert) end
   end
   return output
end

function MixtureTable:updateGradInput(input, gradOutput)
   local gater, experts = parts(self, input)
   wants.same(self, 'gradOutput', gradOutput, experts[1])
   local gradGater, gradExperts = like.zeros(self.gradInput[1], gater), like.zeros(self.gradInput[2], input[2])
   for i, expert in ipairs(experts) do
      local gradient, g = self.table and gradExperts[i] or gradExperts:select(self.dim, i), share(gater, i, expert)
      if type(g) == 'number' then
         gradGater[i] = gradOutput:dot(expert)
         gradient:add(g, gradOutput)
      else
         local products = torch.cmul(gradOutput, expert):view(gater:size(1), -1)
         gradGater:select(2, i):copy(products:sum(2))
         gradient:addcmul(g, gradOutput)
      end
   end
   self.gradInput = {gradGater, gradExperts}
   return self.gradInput
end
