-- Names of files are bytes, and a file that is saved has no name until it is complete.
local test = {}

local function folder()
   local name = os.tmpname()
   os.remove(name)
   os.execute('mkdir ' .. name)
   return name .. '/', function() os.execute('rm -r ' .. name) end
end
local function names(path)
   local list, pipe = {}, io.popen('ls -A ' .. path)
   for name in pipe:lines() do list[#list + 1] = name end
   pipe:close()
   return list
end

function test.namesNeedNotBeText(check)
   local path, remove = folder()
   local name = path .. 'a\255\254b'
   torch.save(name, {1, 2})
   check.equal(io.open(name, 'rb') ~= nil, true)
   check.equal(torch.load(name)[2], 2)
   local f = torch.DiskFile(name, 'rw')
   check.equal(tostring(f), 'torch.DiskFile on <' .. name .. '> [status: open -- mode rw]')
   f:close()
   f = torch.PipeFile("printf 'x\255' ", 'r')
   check.equal(f:readString('*a'), 'x\255')
   f:close()
   torch.save(name, 3)
   check.equal(#names(path), 1)
   os.execute("ln -s 'a\255\254b' " .. path .. 'link')
   torch.save(path .. 'link', 4)
   check.equal(torch.load(name), 4)
   check.equal(#names(path), 2)
   check.raises('expected a name without zero bytes', torch.DiskFile, name .. '\0x')
   remove()
end

function test.aFileHasNoNameUntilItIsComplete(check)
   local path, remove = folder()
   local seen
   local class = torch.class('TestPaths')
   function class:write(f)
      seen = #names(path)
      f:writeInt(1)
   end
   torch.save(path .. 'new.t7', TestPaths())
   check.equal(seen, 0)
   check.equal(table.concat(names(path)), 'new.t7')
   torch.save(path .. 'new.t7', TestPaths())
   check.equal(seen, 1)
   function class.write() error('not today') end
   check.raises('not today', torch.save, path .. 'new.t7', TestPaths())
   check.equal(table.concat(names(path)), 'new.t7')
   remove()
end

return test
