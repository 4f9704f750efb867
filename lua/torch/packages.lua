--- Where the files of a package are.
-- @module torch.packages

--- The folder of a package's first file, found as `require` finds it: of `NAME/init.lua`, or of `NAME.lua`. Of no name,
-- the folder that the folders of packages are in. Packages of Sconce's own lie in no folder.
-- @tparam[opt] string name
-- @treturn string|nil
function torch.packageLuaPath(name)
   if name ~= nil and type(name) ~= 'string' then
      error('torch.packageLuaPath: expected the name of a package, got ' .. type(name), 2)
   end
   for template in package.path:gmatch('[^;]+') do
      if not name then
         local folder = template:match('^(.*)%?/init%.lua$')
         if folder then return (folder:gsub('/$', '')) end
      else
         local place = template:gsub('%?', (name:gsub('%%', '%%%%')))
         local file = io.open(place)
         if file then
            file:close()
            return place:match('^(.*)/')
         end
      end
   end
end

--- Run a file of a package.
-- @tparam string name of the package
-- @tparam string file in its folder
-- @return what the file returns
function torch.include(name, file)
   if type(name) ~= 'string' or type(file) ~= 'string' then
      error(('torch.include: expected a package and a file, got %s and %s'):format(type(name), type(file)), 2)
   end
   local folder = torch.packageLuaPath(name)
   if not folder then error(('torch.include: there is no folder of package %s'):format(name), 2) end
   return dofile(folder .. '/' .. file)
end
