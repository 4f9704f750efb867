--- Multi-function recurrent units: the new state is a mixture of operations on the old one and on a candidate, weighted
-- anew for each number.
--
--     r[t] = σ(W[x→r]·x[t] + W[s→r]·s[t−1] + b[r])
--     v[t] = σ(W[v]·[x[t], s[t−1] ∘ r[t]] + b[v])
--     p[t] = softmax over j of W[p,j]·[x[t], s[t−1]] + b[p,j]
--     s[t] = Σ over j of p[t][j] ∘ op[j](s[t−1], v[t])
--
-- (Weissenborn, Rocktäschel, 2016, arXiv:1606.03002.)
--
-- @classmod nn.MuFuRu
local expected = require 'nn.expected'
local MuFuRu, GRU = torch.class('nn.MuFuRu', 'nn.GRU')

-- The greatest or least of the two.
local function extreme(class)
   return nn.Sequential():add(nn.MapTable():add(nn.Unsqueeze(1))):add(nn.JoinTable(1)):add(nn[class](1))
end

local operations = {
   keep = function() return nn.SelectTable(1) end,
   replace = function() return nn.SelectTable(2) end,
   mul = function() return nn.CMulTable() end,
   diff = function() return nn.CSubTable() end,
   forget = function() return nn.Sequential():add(nn.SelectTable(1)):add(nn.MulConstant(0)) end,
   sqrt_diff = function()
      return nn.Sequential():add(nn.CSubTable()):add(nn.Abs()):add(nn.Sqrt()):add(nn.MulConstant(.25))
   end,
   max = function() return extreme 'Max' end,
   min = function() return extreme 'Min' end,
}
local all = {'keep', 'replace', 'mul', 'diff', 'forget', 'sqrt_diff', 'max', 'min'}

--- Make one.
-- @tparam int inputSize numbers in an input
-- @tparam int outputSize numbers in a state
-- @tparam[opt] {string,...} ops which operations there are, of `keep replace mul diff forget sqrt_diff max min`
-- @tparam[opt=9999] int rho how many steps gradients go back
function MuFuRu:__init(inputSize, outputSize, ops, rho)
   ops = ops == nil and all or ops
   if torch.type(ops) ~= 'table' or #ops == 0 then expected(self, 'a table of operations', ops) end
   self.ops, self.operations = ops, {}
   for i, name in ipairs(ops) do
      if not operations[name] then expected(self, 'operations of ' .. table.concat(all, ' '), name) end
      self.operations[i] = operations[name]()
   end
   self.num_ops = #ops
   GRU.__init(self, inputSize, outputSize, rho)
end

--- The module of a step: `{x[t], s[t−1]}` to `s[t]`.
function MuFuRu:buildModel()
   local inputs, outputs, count = self.inputSize, self.outputSize, self.num_ops
   local reset = nn.Sequential()
      :add(nn.ParallelTable():add(nn.Linear(inputs, outputs)):add(nn.Linear(outputs, outputs)))
      :add(nn.CAddTable())
      :add(nn.Sigmoid())
   local remembered = nn.Sequential():add(nn.NarrowTable(2, 2)):add(nn.CMulTable())
   local candidate = nn.Sequential()
      :add(nn.ConcatTable():add(nn.SelectTable(1)):add(remembered))
      :add(nn.JoinTable(2))
      :add(nn.Linear(inputs + outputs, outputs))
      :add(nn.Sigmoid())
   local weights = nn.Sequential()
      :add(nn.NarrowTable(1, 2))
      :add(nn.JoinTable(2))
      :add(nn.Linear(inputs + outputs, count * outputs))
      :add(nn.View(count, outputs):setNumInputDims(1))
      :add(nn.Transpose {1, 2})
      :add(nn.SoftMax())
   local each = nn.ConcatTable()
   for _, operation in ipairs(self.operations) do each:add(operation) end
   local results = nn.Sequential()
      :add(nn.NarrowTable(1, 2))
      :add(each)
      :add(nn.MapTable():add(nn.Unsqueeze(1)))
      :add(nn.JoinTable(1))
   local mixture = nn.Sequential()
      :add(nn.ConcatTable():add(results):add(nn.SelectTable(3)))
      :add(nn.CMulTable())
      :add(nn.Sum(1, 3))
   -- {x, s}, {x, s, r}, {s, v, p}
   return nn.Sequential()
      :add(nn.ConcatTable():add(nn.SelectTable(1)):add(nn.SelectTable(2)):add(reset))
      :add(nn.ConcatTable():add(nn.SelectTable(2)):add(candidate):add(weights))
      :add(mixture)
end

function MuFuRu:migrate() expected(self, 'a GRU', 'migrate, which is not supported for MuFuRu') end

function MuFuRu:__tostring__()
   return ('%s(%s -> %s) { %s }'):format(torch.type(self), self.inputSize, self.outputSize, table.concat(self.ops, ' '))
end
