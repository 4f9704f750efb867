-- Writes Tests/goldens/t7/original, with Torch7: th Tests/goldens/make/t7.lua, in the root of the repository.
local folder = 'Tests/goldens/t7/'
for _, object in ipairs(dofile(folder .. 'objects.lua')) do
   for _, mode in ipairs {'binary', 'ascii'} do
      local file = torch.DiskFile(folder .. 'original/' .. object.name .. (mode == 'ascii' and '.txt' or '.t7'), 'w')
      file[mode](file)
      object.prepare(file)
      file:writeObject(object.build())
      file:close()
   end
end

-- What Torch7 writes of functions, and what it wrote before objects had versions.
local captured = 5
torch.save(folder .. 'original/function.t7', {function(x) return x + captured end})
local file = torch.DiskFile(folder .. 'original/old.t7', 'w'):binary()
local function text(s) file:writeInt(#s); file:writeString(s) end
file:writeInt(4); file:writeInt(1); text('torch.IntStorage'); file:writeLong(2); file:writeInt(3); file:writeInt(4)
file:close()

-- What is in files found in public repositories: th Tests/goldens/make/t7.lua FILE …
local found, dump = io.open(folder .. 'found.txt', 'w'), dofile(folder .. 'dump.lua')
for _, path in ipairs(arg) do found:write(dump(path)) end
found:close()
