-- torchx: concatenation, searching, grouping, and functions on nested tables of tensors.
require 'torchx'
local test = {}

local function shown(t) return table.concat(t, ' ') end

function test.find(check)
   local t = torch.Tensor {{1, 2, 3, 4, 5}, {5, 6, .6, 0, 2}}
   check.equal(shown(torch.find(torch.Tensor {1, 2, 3, 1, 1, 2}, 1)), '1 4 5')
   check.equal(shown(torch.find(t, 2)), '2 10')
   check.equal(shown(t:t():find(2)), '3 10')
   local rows = torch.find(t:t(), 2, 2)
   check.equal(#rows, 5)
   check.equal(shown(rows[2]) .. ',' .. shown(rows[5]), '1,2')
   check.raises('torch.find: expected a matrix and dimension 2, got 2x5', torch.find, t, 2, 1)
   check.raises('torch.find: expected a tensor, got nil', torch.find)
end

function test.concat(check)
   local a, b = torch.ones(2, 1), torch.zeros(2, 2)
   check.equal(shown(torch.concat({a, b}, 2):view(-1):totable()), '1 0 0 1 0 0')
   local result = torch.Tensor()
   check.equal(result:concat({a, a}, 1):size(1), 4)
   check.equal(result:size(1), 4)
   check.raises('torch.concat: expected a table of tensors, got table', torch.concat, {})
end

function test.group(check)
   local groups, val, idx = torch.group(torch.Tensor {5, 3, 4, 5, 3, 5})
   check.equal(shown(val:totable()), '3 3 4 5 5 5')
   check.equal(idx:size(1), 6)
   check.equal(groups[5].idx:size(1), 3)
   check.equal(groups[4].val[1], 4)
   local near = torch.group(torch.Tensor {1, 1.1, 2}, function(first, value) return value - first < .5 end)
   check.equal(near[1].idx:size(1), 2)
end

function test.treemax(check)
   local value, index = torch.treemax(torch.Tensor {0, 0, 0, 0, 0, 13, 1, 1, 1, 1, 1, 10, 0, 6, 2, 5, 7, 5}, {3, 3, 2})
   check.equal(value, 7)
   check.equal(index, 17)
   check.raises('torch.treemax: expected a vector of size 4, got 3', torch.treemax, torch.Tensor(3), {2, 2})
end

function test.remap(check)
   local a, b = {torch.ones(2), {torch.ones(3)}}, {torch.ones(2), {torch.ones(3)}}
   torch.remap(a, b, function(x, y) x:add(y) end)
   check.equal(a[2][1]:sum(), 6)
   local _, made = torch.remap(a, nil, function(x, y) y:resizeAs(x):copy(x) end)
   check.equal(made[1]:sum(), 4)
end

function test.nestedTables(check)
   local from = {torch.ones(2), {torch.ones(3)}}
   local copy = torchx.recursiveCopy(nil, from)
   check.equal(copy[2][1]:sum(), 3)
   torchx.recursiveAdd(copy, from)
   check.equal(torchx.recursiveSum(copy), 10)
   check.equal(torchx.recursiveTensorEq(copy, from), false)
   check.equal(torchx.recursiveTensorEq(from, {torch.ones(2), {torch.ones(3)}}), true)
   check.equal(torchx.recursiveBatchSize(from), 2)
   local x = torch.Tensor(3, 2, 4)
   check.equal(table.concat(torchx.recursiveSize(x), ' '), '3 2 4')
   check.equal(table.concat(torchx.recursiveSize(x, 1), ' '), '2 4')
   check.equal(table.concat(torchx.recursiveSize({x, {x}}, 2)[2][1], ' '), '3 4')
   check.equal(table.concat(torchx.recursiveSize(x, 4), ' '), '3 2 4')
   check.equal(#torchx.recursiveSize(torch.Tensor(), 1), 0)
   local numbers, rows, to = torch.Tensor {1, 2, 3}, torch.LongTensor {3, 1}, {torch.Tensor()}
   check.equal(tostring(torchx.recursiveIndex(nil, numbers, 1, rows)), tostring(torch.Tensor {3, 1}))
   check.equal(torchx.recursiveIndex(to, {numbers, {numbers}}, 1, rows), to)
   check.equal(tostring(to[2][1]), tostring(torch.Tensor {3, 1}))
   check.equal(select('#', torchx.recursiveIndex(nil, numbers, 1, rows)), 1)
   check.equal(torchx.recursiveNew(from)[2][1]:nElement(), 0)
   check.equal(torchx.recursiveFill(from, 3)[1][1], 3)
   check.raises('torchx.recursiveAdd: expected a tensor or a table of tensors, got number', torchx.recursiveAdd, 1, 2)
end

function test.md5(check)
   local function digest(hexadecimal, text) check.equal(torch.md5.sumhexa(text), hexadecimal) end
   digest('d41d8cd98f00b204e9800998ecf8427e', '')
   digest('900150983cd24fb0d6963f7d28e17f72', 'abc')
   digest('04364420e25c512fd958a70738aa8f72', ('x'):rep(55))
   digest('668a72d5ba17f08e62dabcafad6db14b', ('x'):rep(56))
   digest('c1bb4f81d892b2d57947682aeb252456', ('x'):rep(64))
   digest('6e3d828871c0d78f4952331a6a7bba68', ('ab'):rep(1000))
   check.equal(torch.md5.sum 'abc':byte(1), 0x90)
   check.equal(#torch.md5.sum 'abc', 16)
   check.raises('torch.md5: expected a string, got 3', torch.md5.sum, 3)
end

function test.queue(check)
   local queue = torchx.Queue()
   check.equal(queue:empty(), true)
   queue:put(1)
   queue:put(2)
   check.equal(queue:get(), 1)
   check.equal(queue:empty(), false)
   check.equal(queue:get(), 2)
   check.raises('torchx.Queue: Queue is empty', queue.get, queue)
end

function test.filesOfFolders(check)
   local folder = os.tmpname()
   os.remove(folder)
   paths.mkdir(folder)
   paths.mkdir(folder .. '/it\'s')
   for _, name in ipairs {'a.png', 'b.txt', "it's/c.JPG", "it's/small.png"} do
      assert(io.open(folder .. '/' .. name, 'w')):close()
   end
   local caches = {}
   local function listed(...)
      local files, names = paths.indexdir(folder, ...), {}
      caches[#caches + 1] = files.cachefile
      for i = 1, files:size() do names[i] = files:filename(i):sub(#folder + 2) end
      table.sort(names)
      return shown(names), files
   end
   check.equal(listed {'png', 'jpg'}, "a.png it's/c.JPG it's/small.png")
   check.equal(listed(nil, false, '*small*'), "a.png it's/c.JPG")
   local names, files = listed 'txt'
   check.equal(names, 'b.txt')
   os.remove(folder .. '/b.txt')
   check.equal(listed('txt', true), 'b.txt')
   check.raises('paths.indexdir: expected files in the given paths', paths.indexdir, folder, 'txt')
   check.raises('paths.indexdir: expected a number from 1 to 1, got 2', files.filename, files, 2)
   check.raises('paths.indexdir: expected folders, got nil', paths.indexdir)
   for _, cache in ipairs(caches) do os.remove(cache) end
   paths.rmall(folder, 'yes')
end

function test.functionsForTypes(check)
   torchx.extend({'Short'}, {firstOfAll = function(t) return t:storage()[1] end}, true)
   check.equal(torch.ShortTensor {7, 8}:firstOfAll(), 7)
   check.raises('torchx.extend: expected the name of a type, got torch.No', torchx.extend, {'torch.No'}, {})
end

return test
