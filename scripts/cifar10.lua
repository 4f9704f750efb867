--- Makes cifar10-train.t7 and cifar10-test.t7, in the current folder, from the binary version of CIFAR-10.
--
--     th scripts/cifar10.lua FOLDER [--all]
--
-- FOLDER holds data_batch_1.bin … and test_batch.bin, as https://www.cs.toronto.edu/~kriz/cifar.html gives them. The
-- training file takes the first batch, 10,000 images; with --all the five, 50,000. Each file is
-- {data = ByteTensor Nx3x32x32, label = ByteTensor N}, labels 1 to 10.
require 'paths'

local imageSize = 3 * 32 * 32
local recordSize = 1 + imageSize       -- a label, then the red, the green and the blue plane

local function die(message)
   io.stderr:write('cifar10.lua: ', message, '\n')
   os.exit(1)
end

--- The records of one batch, one a row: as many as the file holds.
local function readBatch(name)
   local file = io.open(name, 'rb')
   if not file then die('cannot open ' .. name) end
   local bytes = file:seek('end')
   file:close()
   if bytes == 0 or bytes % recordSize ~= 0 then
      die(('%s: expected records of %d bytes, got %d bytes'):format(name, recordSize, bytes))
   end
   local disk = torch.DiskFile(name, 'r'):binary()
   local records = torch.ByteTensor(disk:readByte(bytes)):view(bytes / recordSize, recordSize)
   disk:close()
   local last = records:select(2, 1):max()
   if last > 9 then die(('%s: expected labels from 0 to 9, got %d'):format(name, last)) end
   return records
end

local function convert(names, target)
   local batches = {}
   for i, name in ipairs(names) do batches[i] = readBatch(name) end
   local records = #batches == 1 and batches[1] or torch.cat(batches, 1)
   local n = records:size(1)
   torch.save(target, {
      data = records:narrow(2, 2, imageSize):contiguous():view(n, 3, 32, 32),
      label = records:select(2, 1):contiguous():add(1),
   })
   print(('%s: %d images'):format(target, n))
end

local folder, all
for _, argument in ipairs(arg) do
   if argument == '--all' then all = true elseif not folder then folder = argument else folder = nil break end
end
if not folder then die('usage: th cifar10.lua FOLDER [--all]') end
local training = {}
for i = 1, all and 5 or 1 do training[i] = paths.concat(folder, ('data_batch_%d.bin'):format(i)) end
convert(training, 'cifar10-train.t7')
convert({paths.concat(folder, 'test_batch.bin')}, 'cifar10-test.t7')
