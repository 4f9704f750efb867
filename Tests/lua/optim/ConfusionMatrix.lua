-- optim.ConfusionMatrix: what is counted, and the text, as the original prints it.
require 'optim'
local test = {}

local function animals() return optim.ConfusionMatrix {'cat', 'dog', 'a very long class name'} end

local function mixed()
   local confusion = animals()
   confusion:add(1, 1)
   confusion:add(2, 1)
   confusion:add(torch.Tensor {.1, .2, .7}, 3)
   confusion:add(torch.Tensor {.1, .2, .7}, torch.Tensor {0, 1, 0})
   confusion:add(2, 2)
   return confusion
end

local function counts(confusion) return table.concat(confusion.mat:view(-1):totable(), ' ') end

-- Lines that end in a space have a bar after it here.
local function text(lines) return (lines:gsub('|\n', '\n')) end

function test.textIsTheOriginals(check)
   check.equal(tostring(mixed()), text [==[
ConfusionMatrix:
[[       1       1       0]   50.000% 	[class: cat]
 [       0       1       1]   50.000% 	[class: dog]
 [       0       0       1]]  100.000% 	[class: a very long class name]
 + average row correct: 66.666666666667% |
 + average rowUcol correct (VOC measure): 44.444444775581% |
 + global correct: 60%]==])
   check.equal(tostring(optim.ConfusionMatrix(2)), text [==[
ConfusionMatrix:
[[       0       0]   nan% |
 [       0       0]]  nan% |
 + average row correct: nan% |
 + average rowUcol correct (VOC measure): nan% |
 + global correct: nan%]==])
end

function test.columnsAreAsWideAsTheLargestCount(check)
   local confusion = optim.ConfusionMatrix(2)
   confusion.mat:fill(2)
   confusion.mat[1][1] = 123456789
   check.equal(tostring(confusion), text [==[
ConfusionMatrix:
[[ 123456789         2]   100.000% |
 [         2         2]]  50.000% |
 + average row correct: 75% |
 + average rowUcol correct (VOC measure): 66.66666418314% |
 + global correct: 99.99999676%]==])
end

function test.classesThatNeverCameAreInNoMean(check)
   local confusion = optim.ConfusionMatrix(3)
   confusion.mat:fill(1)
   confusion.mat[1]:zero()
   confusion:updateValids()
   check.equal(confusion.valids[1] ~= confusion.valids[1], true)
   check.near(confusion.averageValid, 1 / 3, 1e-7)
   check.equal(confusion.averageUnionValid, 0.25)
   check.near(confusion.totalValid, 1 / 3, 1e-15)
end

function test.batchesAreCountedByClassOrByTheLargestOfARow(check)
   local confusion = animals()
   local rows = torch.Tensor {{.1, .2, .7}, {.9, .1, 0}}
   confusion:batchAdd(rows, torch.Tensor {1, 2})
   confusion:batchAdd(rows:float(), torch.Tensor {{1, 0, 0}, {0, 1, 0}})
   confusion:batchAdd(torch.LongTensor {3, 2}, torch.IntTensor {1, 2})
   check.equal(counts(confusion), '0 0 3 2 1 0 0 0 0')
   confusion:zero()
   check.equal(confusion.mat:sum(), 0)
end

function test.targetsBelowOneAreNotCounted(check)
   local confusion = animals()
   confusion:add(1, 0)
   confusion:add(torch.Tensor {.1, .2, .7}, -1)
   confusion:batchAdd(torch.LongTensor {1, 2}, torch.LongTensor {0, -3})
   check.equal(confusion.mat:sum(), 0)
   confusion:batchAdd(torch.LongTensor {9, 2}, torch.LongTensor {0, 3})
   check.equal(counts(confusion), '0 0 0 0 0 0 0 1 0')
end

function test.ratesAreTheOriginals(check)
   local confusion = optim.ConfusionMatrix(3)
   confusion.mat:copy(torch.LongTensor {{4, 1, 0}, {3, 0, 0}, {0, 0, 0}})
   local classFrrs, classFars, frrs, fars = confusion:farFrr()
   local function shown(rates) return table.concat(rates:totable(), ' ') end
   check.equal(shown(classFrrs), '0.2 1 -1')
   check.equal(shown(classFars), '1 0.2 -1')
   check.equal(shown(frrs), '0.2 1')
   check.equal(shown(fars), '1 0.2')
end

function test.aSavedMatrixGoesOn(check)
   local file = os.tmpname()
   torch.save(file, mixed())
   local again = torch.load(file)
   os.remove(file)
   again:batchAdd(torch.LongTensor {1}, torch.LongTensor {1})
   check.equal(again.mat[1][1], 2)
   check.equal(again._mat_flat[1], 2)
   check.equal(torch.type(again), 'optim.ConfusionMatrix')
end

function test.wrongCallsSayWhatWasExpected(check)
   local confusion = animals()
   local function raises(message, f) check.raises('optim.ConfusionMatrix: expected ' .. message, f) end
   raises('a number of classes or a table of their names, got nil', function() optim.ConfusionMatrix() end)
   raises('a number of classes or a table of their names, got 2.5', function() optim.ConfusionMatrix(2.5) end)
   raises('a number of classes or a table of their names, got 0', function() optim.ConfusionMatrix {} end)
   raises('a table as classes, got x', function() optim.ConfusionMatrix(2, 'x') end)
   raises('a class from 1 to 3 as prediction, got 0', function() confusion:add(0, 1) end)
   raises('a class from 1 to 3 as prediction, got nan', function() confusion:add(0 / 0, 1) end)
   raises('a class up to 3 as target, got 4', function() confusion:add(1, 4) end)
   raises('a number or a tensor of one dimension as prediction, got 1x3', function() confusion:add(torch.ones(1, 3), 1) end)
   raises('a number or a tensor of one dimension as target, got nil', function() confusion:add(1) end)
   raises('a tensor of classes, or of a row for each sample, as predictions, got 2x2x2',
      function() confusion:batchAdd(torch.ones(2, 2, 2), torch.ones(2)) end)
   raises('targets of 1 samples, got 2', function() confusion:batchAdd(torch.ones(1), torch.ones(2)) end)
   raises('classes up to 3 as targets, got 4', function() confusion:batchAdd(torch.ones(1), torch.ones(1) * 4) end)
   raises('classes from 1 to 3 as predictions, got 4', function() confusion:batchAdd(torch.ones(1) * 4, torch.ones(1)) end)
   raises('classes from 1 to 3 as predictions, got 0', function() confusion:batchAdd(torch.zeros(1), torch.ones(1)) end)
   check.equal(confusion.mat:sum(), 0)
end

return test
