-- Where packages lie on disk, and files of theirs.
local test = {}

local function withPackage(body)
   local folder = os.tmpname()
   os.remove(folder)
   os.execute('mkdir -p ' .. folder .. '/testpackage')
   for name, text in pairs {init = 'return {}', part = "return 'part', 2"} do
      local f = assert(io.open(folder .. '/testpackage/' .. name .. '.lua', 'w'))
      f:write(text)
      f:close()
   end
   local before = package.path
   package.path = folder .. '/?.lua;' .. folder .. '/?/init.lua;' .. before
   local ok, message = pcall(body, folder)
   package.path = before
   os.execute('rm -r ' .. folder)
   if not ok then error(message, 0) end
end

function test.packageLuaPath(check)
   withPackage(function(folder)
      check.equal(torch.packageLuaPath('testpackage'), folder .. '/testpackage')
      check.equal(torch.packageLuaPath(), folder)
      os.execute('mv ' .. folder .. '/testpackage/part.lua ' .. folder .. '/onefile.lua')
      check.equal(torch.packageLuaPath('onefile'), folder)
      check.equal(torch.include('onefile', 'onefile.lua'), 'part')
      check.equal(torch.packageLuaPath('testpackage.part'), nil)
      check.equal(torch.packageLuaPath('nosuchpackage'), nil)
      check.equal(torch.packageLuaPath('torch'), nil, 'lies in no folder')
   end)
   check.raises('torch.packageLuaPath: expected the name of a package, got number', torch.packageLuaPath, 2)
end

function test.include(check)
   withPackage(function()
      local part, two = torch.include('testpackage', 'part.lua')
      check.equal(part, 'part')
      check.equal(two, 2)
   end)
   check.raises('torch.include: there is no folder of package nosuchpackage', torch.include, 'nosuchpackage', 'x.lua')
   check.raises('torch.include: expected a package and a file, got string and nil', torch.include, 'nosuchpackage')
end

return test
