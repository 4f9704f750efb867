--- Categories drawn in the same time however many there are. (Walker, 1977.)
--
--     torch.AliasMultinomial(torch.Tensor {1, 2, 1}):batchdraw(torch.LongTensor(100))
--
-- @classmod torch.AliasMultinomial
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local AliasMultinomial = torch.class('torch.AliasMultinomial')

--- Make the tables.
-- @tparam torch.Tensor probs a probability for each category
function AliasMultinomial:__init(probs)
   self.J, self.q = self:setup(probs)
   self.dpnn_parameters = {'J', 'q'}
end

--- The tables: aliases, and the chance of each category to stay what it is.
-- @tparam torch.Tensor probs
-- @treturn torch.LongTensor
-- @treturn torch.Tensor
function AliasMultinomial:setup(probs)
   wants.vector(self, 'a vector of probabilities', probs)
   if probs:min() < 0 then expected(self, 'probabilities that are not negative', probs) end
   local K = probs:nElement()
   local aliases, own = torch.LongTensor(K):zero(), probs:clone():mul(K)
   local smaller, larger = {}, {}
   for i, chance in ipairs(own:totable()) do table.insert(chance < 1 and smaller or larger, i) end
   -- What a category lacks comes from one that has too much.
   while #smaller > 0 and #larger > 0 do
      local small, large = table.remove(smaller), larger[#larger]
      aliases[small] = large
      own[large] = own[large] - (1 - own[small])
      if own[large] < 1 then
         larger[#larger] = nil
         smaller[#smaller + 1] = large
      end
   end
   -- Rounding leaves a little: these stay what they are.
   for _, rest in ipairs {smaller, larger} do
      for _, i in ipairs(rest) do own[i] = 1 end
   end
   return aliases, own
end

--- Draw a category, with `math.random`.
-- @treturn int
function AliasMultinomial:draw()
   local i = math.random(1, self.J:nElement())
   return math.random() < self.q[i] and i or self.J[i]
end

--- Draw a category into every element.
-- @tparam torch.LongTensor output
-- @treturn torch.LongTensor the same
function AliasMultinomial:batchdraw(output)
   if torch.type(output) ~= 'torch.LongTensor' then expected(self, 'a LongTensor', output) end
   local n = output:nElement()
   if n == 0 then return output end
   local drawn = torch.LongTensor(n):random(1, self.J:nElement())
   local stays = torch.LongTensor(n):bernoulli(self.q:index(1, drawn):double():clamp(0, 1))
   local aliases = self.J:index(1, drawn)
   local result = drawn:cmul(stays):add(aliases:cmul(stays:mul(-1):add(1)))
   return output:copy(result:viewAs(output))
end
