--- How often each class was taken for which.
--
-- Row t, column p of `mat` counts samples of class t that were predicted as p. Printed, it shows the counts, the share
-- of each class that was right and three averages.
--
--     local confusion = optim.ConfusionMatrix {'cat', 'dog'}
--     confusion:add(torch.Tensor {0.3, 0.7}, 1)             -- a cat, taken for a dog
--     confusion:batchAdd(torch.LongTensor {1, 2}, torch.LongTensor {1, 2})
--     print(confusion)
--
-- Fields: `mat` (LongTensor), `nclasses`, `classes` (their names); after `updateValids`, which printing does too,
-- `valids` (FloatTensor: the right share of each row), `unionvalids` (of row and column together), `averageValid`,
-- `averageUnionValid` (their means, over classes that came), `totalValid` (the right share of all).
--
-- @classmod optim.ConfusionMatrix
local expected = require 'nn.expected'
local wants = require 'optim.wants'
local ConfusionMatrix = torch.class('optim.ConfusionMatrix')

--- Make a matrix of zeros.
-- @tparam int|table nclasses how many classes, or their names
-- @tparam[opt] table classes their names
function ConfusionMatrix:__init(nclasses, classes)
   if type(nclasses) == 'table' then nclasses, classes = #nclasses, nclasses end
   if type(nclasses) ~= 'number' or nclasses < 1 or nclasses % 1 ~= 0 then
      expected('optim.ConfusionMatrix', 'a number of classes or a table of their names', nclasses)
   end
   self.nclasses, self.classes = nclasses, wants.table('optim.ConfusionMatrix', 'classes', classes or {})
   self.mat = torch.LongTensor(nclasses, nclasses):zero()
   self._mat_flat = self.mat:view(-1)
   self.valids, self.unionvalids = torch.FloatTensor(nclasses):zero(), torch.FloatTensor(nclasses):zero()
   self.totalValid, self.averageValid = 0, 0
   self._prediction, self._target, self._max = torch.FloatTensor(), torch.FloatTensor(), torch.FloatTensor()
   self._pred_idx, self._targ_idx = torch.LongTensor(), torch.LongTensor()
end

-- The class that a number, or a tensor of a number for each class, says.
local function class(self, name, value, buffer, index)
   if type(value) == 'number' then return math.floor(value) end
   if not torch.isTensor(value) or value:dim() ~= 1 then
      expected(self, ('a number or a tensor of one dimension as %s'):format(name), value)
   end
   self._max:max(index, buffer:resize(value:size()):copy(value), 1)
   return index[1]
end

--- Count a sample.
-- @tparam int|torch.Tensor prediction the class, or a number for each class, of which the largest counts
-- @tparam int|torch.Tensor target the same, of the right class; nothing is counted if it is below 1
function ConfusionMatrix:add(prediction, target)
   local p = class(self, 'prediction', prediction, self._prediction, self._pred_idx)
   local t = class(self, 'target', target, self._target, self._targ_idx)
   local n = self.nclasses
   if t < 1 then return end
   if not (t <= n) then expected(self, ('a class up to %d as target'):format(n), t) end
   if not (p >= 1 and p <= n) then expected(self, ('a class from 1 to %d as prediction'):format(n), p) end
   self.mat[t][p] = self.mat[t][p] + 1
end

-- The classes that a batch says: a number a sample, or the largest of a row for each.
local function classes(self, name, value, buffer, index)
   if not torch.isTensor(value) or value:dim() < 1 or value:dim() > 2 then
      expected(self, ('a tensor of classes, or of a row for each sample, as %s'):format(name), value)
   end
   buffer:resize(value:size()):copy(value)
   if value:dim() == 1 then return index:resize(value:size()):copy(buffer) end
   self._max:max(index, buffer, 2)
   return index:select(2, 1)
end

--- Count the samples of a batch.
-- @tparam torch.Tensor predictions N classes, or N×K numbers, of which the largest of each row counts
-- @tparam torch.Tensor targets the same, of the right classes; samples below 1 are not counted
function ConfusionMatrix:batchAdd(predictions, targets)
   local p = classes(self, 'predictions', predictions, self._prediction, self._pred_idx)
   local t = classes(self, 'targets', targets, self._target, self._targ_idx)
   local n = self.nclasses
   if p:size(1) ~= t:size(1) then expected(self, ('targets of %d samples'):format(p:size(1)), t) end
   local counted = t:ge(1)
   if counted:sum() == 0 then return end
   if counted:sum() < t:size(1) then p, t = p[counted], t[counted] end
   if t:max() > n then expected(self, ('classes up to %d as targets'):format(n), t:max()) end
   if p:min() < 1 or p:max() > n then
      expected(self, ('classes from 1 to %d as predictions'):format(n), p:min() < 1 and p:min() or p:max())
   end
   local places = torch.add(p, n, t):add(-n)
   self.mat:view(-1):indexAdd(1, places, self.mat.new(places:size(1)):fill(1))
end

--- Forget all samples.
function ConfusionMatrix:zero()
   self.mat:zero()
   self.valids:zero()
   self.unionvalids:zero()
   self.totalValid, self.averageValid = 0, 0
end

-- The mean over the classes that came.
local function mean(shares, rows)
   local sum, count = 0, 0
   for t, share in ipairs(shares:totable()) do
      if rows[t] ~= 0 then sum, count = sum + share, count + 1 end
   end
   return sum / count
end

--- Compute `valids`, `unionvalids`, `averageValid`, `averageUnionValid` and `totalValid`.
function ConfusionMatrix:updateValids()
   local n, counts = self.nclasses, self.mat:double()
   local rows, columns, right = counts:sum(2):resize(n), counts:sum(1):resize(n), counts:diag()
   self.valids:copy(torch.cdiv(right, rows))
   self.unionvalids:copy(torch.cdiv(right, columns:add(rows):add(-1, right)))
   local sums = rows:totable()
   self.averageValid, self.averageUnionValid = mean(self.valids, sums), mean(self.unionvalids, sums)
   self.totalValid = right:sum() / rows:sum()
end

--- The share of each class that was not recognised, and that of the other classes that was taken for it.
-- @treturn torch.Tensor false rejection rates, a class each; -1 if the class never came
-- @treturn torch.Tensor false acceptance rates, a class each: means over the other classes that came
-- @treturn torch.Tensor false rejection rates of the classes that came
-- @treturn torch.Tensor false acceptance rates of the classes that came
function ConfusionMatrix:farFrr()
   local n, counts = self.nclasses, self.mat:double()
   local rows, came = counts:sum(2):resize(n):totable(), 0
   for _, name in ipairs {'_classFrrs', '_classFars', '_frrs', '_fars'} do self[name] = torch.DoubleTensor(n) end
   self._classFrrs:fill(-1)
   self._classFars:fill(-1)
   for t = 1, n do
      if rows[t] > 0 then
         local far, others, column = 0, 0, counts:select(2, t):totable()
         for u = 1, n do
            if u ~= t and rows[u] > 0 then far, others = far + column[u] / rows[u], others + 1 end
         end
         came = came + 1
         self._classFrrs[t], self._classFars[t] = 1 - column[t] / rows[t], far / others
         self._frrs[came], self._fars[came] = self._classFrrs[t], self._classFars[t]
      end
   end
   self._frrs:resize(came)
   self._fars:resize(came)
   return self._classFrrs, self._classFars, self._frrs, self._fars
end

-- A number as text; there is but one nan.
local function shown(format, value) return value == value and format:format(value) or 'nan' end

-- The counts of a class between brackets, and its share.
local function rowText(self, t, width)
   local n, cells, row = self.nclasses, {}, self.mat:select(1, t):totable()
   for p = 1, n do cells[p] = ('%' .. width .. '.0f'):format(math.floor(row[p])) end
   local name = #self.classes > 0 and ('\t[class: %s]'):format(tostring(self.classes[t] or '')) or ''
   return (t == 1 and '[[' or ' [') .. ' ' .. table.concat(cells, ' ') .. (t == n and ']]  ' or ']   ')
      .. shown('%.3f', self.valids[t] * 100) .. '% ' .. name
end

function ConfusionMatrix:__tostring__()
   self:updateValids()
   local lines, width = {'ConfusionMatrix:'}, math.max(7, #('%.0f'):format(self.mat:max()))
   for t = 1, self.nclasses do lines[t + 1] = rowText(self, t, width) end
   local function average(name, share) lines[#lines + 1] = ' + ' .. name .. shown('%.14g', share * 100) .. '%' end
   average('average row correct: ', self.averageValid)
   average('average rowUcol correct (VOC measure): ', self.averageUnionValid)
   average('global correct: ', self.totalValid)
   lines[#lines - 2], lines[#lines - 1] = lines[#lines - 2] .. ' ', lines[#lines - 1] .. ' '
   return table.concat(lines, '\n')
end

--- Windows for a picture of the matrix (Qt's, in the original) there are none: printing it shows it as text.
function ConfusionMatrix:render()
   wants.refuse 'optim.ConfusionMatrix: there are no windows to render in; print the matrix instead'
end
