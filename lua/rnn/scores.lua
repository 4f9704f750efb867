--- How well a sequence of words agrees with another one: BLEU (Papineni et al., 2002) and ROUGE (Lin, 2004).
--
-- Sequences are tables of words or numbers, or tensors of numbers.
--
-- @module rnn.scores
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local utils = nn.utils

local function words(name, value)
   if torch.isTensor(value) then value = value:view(-1):totable() end
   if torch.type(value) ~= 'table' then expected(name, 'a table of words or a tensor of their numbers', value) end
   for _, word in ipairs(value) do
      if type(word) ~= 'string' and type(word) ~= 'number' then
         expected(name, 'words or numbers in the table', word)
      end
   end
   return value
end

local function order(name, n, default)
   if n == nil then n = default end
   if type(n) ~= 'number' or n < 1 or n ~= math.floor(n) or n > 1e6 then expected(name, 'a number of words', n) end
   return n
end

--- The runs of up to n words.
-- @tparam table sentence
-- @tparam int n
-- @tparam[opt] boolean count whether they are counted
-- @treturn table by runs: 1; if they are counted, {how often, of how many words}
function utils.get_ngrams(sentence, n, count)
   local runs = {}
   sentence, n = words('nn.utils.get_ngrams', sentence), order('nn.utils.get_ngrams', n)
   for first = 1, #sentence do
      for last = first, math.min(first + n - 1, #sentence) do
         local run = table.concat(sentence, ' ', first, last)
         local known = count and runs[run]
         runs[run] = not count and 1 or {known and known[1] + 1 or 1, last - first + 1}
      end
   end
   return runs
end

--- The pairs of words at most a distance apart, of words that another sequence has.
-- @tparam table sentence
-- @tparam table known words of the other one, as keys
-- @tparam[opt] boolean count of no effect: as in the original, a pair counts once
-- @tparam int distance
-- @treturn table
function utils.get_skip_bigrams(sentence, known, count, distance)  -- luacheck: ignore count
   local name, found = 'nn.utils.get_skip_bigrams', {}
   sentence = words(name, sentence)
   if type(known) ~= 'table' then expected(name, 'a table of words', known) end
   if type(distance) ~= 'number' then expected(name, 'a number of words', distance) end
   for first = 1, #sentence do
      for last = first + 1, math.min(first + distance - 1, #sentence) do
         if known[tostring(sentence[first])] and known[tostring(sentence[last])] then
            found[sentence[first] .. sentence[last]] = 1
         end
      end
   end
   return found
end

-- For runs of each length: how many the one has, and how many of them the other one has too.
local function shared(name, of, other, n)
   local results = {}
   n = order(name, n)
   for i = 1, n do results[i] = {0, 0} end
   local counts = utils.get_ngrams(other, n, true)
   for run, found in pairs(utils.get_ngrams(of, n, true)) do
      local result = results[found[2]]
      result[1] = result[1] + found[1]
      result[2] = result[2] + math.min(found[1], counts[run] and counts[run][1] or 0)
   end
   return results
end

--- For runs of 1 to n words: how many the candidate has, and how many of them the reference has.
-- @param candidate words, as a table or a tensor
-- @param reference likewise
-- @tparam int n
-- @treturn table `{count, shared}` for each length
function utils.get_ngram_prec(candidate, reference, n)
   return shared('nn.utils.get_ngram_prec', candidate, reference, n)
end
--- For runs of 1 to n words: how many the reference has, and how many of them the candidate has.
-- @param candidate words, as a table or a tensor
-- @param reference likewise
-- @tparam int n
-- @treturn table `{count, shared}` for each length
function utils.get_ngram_recall(candidate, reference, n)
   return shared('nn.utils.get_ngram_recall', reference, candidate, n)
end

--- BLEU: the geometric mean of the precisions of runs of 1 to n words, less for a short candidate.
-- @param candidate
-- @param reference
-- @tparam[opt=4] int n
-- @treturn number
function nn.get_bleu(candidate, reference, n)
   n = order('nn.get_bleu', n, 4)
   candidate, reference = words('nn.get_bleu', candidate), words('nn.get_bleu', reference)
   local product, smooth = 1, 1
   for _, result in ipairs(utils.get_ngram_prec(candidate, reference, n)) do
      local total, right = result[1], result[2]
      if total > 0 then
         if right == 0 then
            smooth = smooth / 2
            right = smooth
         end
         product = product * right / total
      end
   end
   return product ^ (1 / n) * math.exp(1 - math.max(1, #reference / #candidate))
end

--- ROUGE-N: the recall of runs of n words, or a weighted mean over runs of 1 to n.
-- @param candidate
-- @param reference
-- @tparam[opt=4] int n
-- @tparam[opt] table weight a weight for each length
-- @treturn number
function nn.get_rougeN(candidate, reference, n, weight)
   n = order('nn.get_rougeN', n, 4)
   candidate, reference = words('nn.get_rougeN', candidate), words('nn.get_rougeN', reference)
   local given = weight and #weight > 0
   local sum, total = 0, 0
   for i, result in ipairs(utils.get_ngram_recall(candidate, reference, n)) do
      local w = given and weight[i] or not given and (i == n and 1 or 0)
      if type(w) ~= 'number' then expected('nn.get_rougeN', ('%d weights'):format(n), weight) end
      sum, total = sum + w * result[2] / result[1], total + w
   end
   return sum / total
end

--- ROUGE-S: the F measure of pairs of words at most a distance apart.
-- @param candidate
-- @param reference
-- @tparam[opt=1] number beta the weight of precision
-- @tparam[opt] int distance that of the whole candidate by default
-- @treturn number
function nn.get_rougeS(candidate, reference, beta, distance)
   candidate, reference = words('nn.get_rougeS', candidate), words('nn.get_rougeS', reference)
   local square = wants.number('nn.get_rougeS', 'a weight of precision', beta or 1) ^ 2
   distance = math.min(wants.number('nn.get_rougeS', 'a number of words', distance or #candidate), #candidate)
   local known = utils.get_ngrams(reference, 1)
   local ours = utils.get_skip_bigrams(candidate, known, true, distance)
   local right = 0
   for pair in pairs(utils.get_skip_bigrams(reference, utils.get_ngrams(candidate, 1), true, distance)) do
      right = right + (ours[pair] or 0)
   end
   local recall = right / ((distance - 1) * (2 * #candidate - distance) / 2)
   local precision = right / ((distance - 1) * (2 * #reference - distance) / 2)
   return (1 + square) * recall * precision / (recall + square * precision + 1e-8)
end
