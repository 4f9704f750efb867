-- scripts/cifar10.lua on batches made here: two images each, whose bytes say where they belong.
local test = {}
local th, script = arg[-1], arg[0]:gsub('Tests/lua/run.lua$', 'scripts/cifar10.lua')

-- A record is a label and 3,072 bytes: plane c of image i holds the value 10·c + i everywhere but in its first pixel.
local function record(label, image)
   local planes = {}
   for channel = 1, 3 do planes[channel] = string.char(200 + channel) .. string.char(10 * channel + image):rep(1023) end
   return string.char(label) .. table.concat(planes)
end

local function folder(batches)
   local name = os.tmpname()
   os.remove(name)
   assert(os.execute('mkdir ' .. name))
   for file, bytes in pairs(batches) do
      local out = assert(io.open(name .. '/' .. file, 'wb'))
      out:write(bytes)
      out:close()
   end
   return name
end

local function convert(name, options)
   local absolute = script:sub(1, 1) == '/' and script or '$OLDPWD/' .. script
   local command = th:sub(1, 1) == '/' and th or '$OLDPWD/' .. th
   local pipe = io.popen(('cd %s && %s %s . %s 2>&1'):format(name, command, absolute, options or ''))
   local output = pipe:read('a')
   return pipe:close(), output
end

function test.firstBatchAndTest(check)
   local name = folder{['data_batch_1.bin'] = record(0, 1) .. record(9, 2), ['test_batch.bin'] = record(4, 3)}
   local ok, output = convert(name)
   check.equal(ok, true, output)
   local train, other = torch.load(name .. '/cifar10-train.t7'), torch.load(name .. '/cifar10-test.t7')
   check.equal(torch.type(train.data), 'torch.ByteTensor')
   check.equal(table.concat(train.data:size():totable(), 'x'), '2x3x32x32')
   check.equal(train.label[1], 1)
   check.equal(train.label[2], 10)
   check.equal(train.data[2][3][1][1], 203)
   check.equal(train.data[2][3][32][32], 32)
   check.equal(other.data[1][1][1][2], 13)
   check.equal(other.label[1], 5)
   os.execute('rm -r ' .. name)
end

function test.allBatches(check)
   local batches = {['test_batch.bin'] = record(4, 3)}
   for i = 1, 5 do batches[('data_batch_%d.bin'):format(i)] = record(i, i) end
   local name = folder(batches)
   local ok, output = convert(name, '--all')
   check.equal(ok, true, output)
   local train = torch.load(name .. '/cifar10-train.t7')
   for i = 1, 5 do
      check.equal(train.label[i], i + 1)
      check.equal(train.data[i][2][5][5], 20 + i)
   end
   os.execute('rm -r ' .. name)
end

function test.whatIsNoBatchIsRefused(check)
   local name = folder{['data_batch_1.bin'] = record(0, 1):sub(2)}
   local ok, output = convert(name)
   check.equal(ok, nil)
   check.equal(output, ('cifar10.lua: %s/data_batch_1.bin: expected records of 3073 bytes, got 3072 bytes\n'):format(name))
   os.execute('rm -r ' .. name)
end

return test
