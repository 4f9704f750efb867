--- The files of folders, listed once.
-- @module torchx.indexdir
local expected = require 'nn.expected'
local md5 = require 'torchx.md5'

local pictures = {'jpg', 'png', 'JPG', 'PNG', 'JPEG', 'ppm', 'PPM', 'bmp', 'BMP'}

-- One string, or a table of some.
local function strings(what, value)
   local list = torch.type(value) == 'table' and value or {value}
   for _, text in ipairs(list) do
      if type(text) ~= 'string' then expected('paths.indexdir', what, text) end
   end
   if #list == 0 then expected('paths.indexdir', what, value) end
   return list
end

local function quoted(text) return "'" .. text:gsub("'", [['\'']]) .. "'" end

-- The condition on names, for find.
local function condition(extensions, ignored)
   local names = {}
   for i, extension in ipairs(extensions) do names[i] = '-iname ' .. quoted('*.' .. extension) end
   local any = '\\( ' .. table.concat(names, ' -o ') .. ' \\)'
   return ignored and ('! -iname %s %s'):format(quoted(ignored), any) or any
end

-- The files in all folders, as one text of lines.
local function found(folders, extensions, ignored)
   local parts = {}
   for i, folder in ipairs(folders) do
      local pipe = assert(io.popen(('find %s %s'):format(quoted(folder), condition(extensions, ignored))))
      parts[i] = pipe:read 'a'
      pipe:close()
   end
   return table.concat(parts)
end

-- The text kept in a file; written first, if there is none to be used.
local function kept(path, use, make)
   local file = use and io.open(path, 'rb')
   if not file then
      local text = make()
      file = assert(io.open(path .. '.new', 'wb'))
      file:write(text)
      file:close()
      assert(os.rename(path .. '.new', path))
      return text
   end
   local text = file:read 'a'
   file:close()
   return text
end

-- Lines as rows of a tensor, zeros behind them.
local function rows(text)
   local lines, longest = {}, 0
   for line in text:gmatch '[^\n]+' do
      lines[#lines + 1] = line
      longest = math.max(longest, #line)
   end
   if #lines == 0 then expected('paths.indexdir', 'files in the given paths (could not find any)', 'none') end
   for i, line in ipairs(lines) do lines[i] = line .. ('\0'):rep(longest + 1 - #line) end
   local storage = torch.CharStorage():string(table.concat(lines))
   return torch.CharTensor(storage):view(#lines, longest + 1)
end

--- List the files of folders and of all that is in them.
--
--     local files = paths.indexdir('data', 'png')
--     for i = 1, files:size() do print(files:filename(i)) end
--
-- @function paths.indexdir
-- @tparam string|{string,...} pathList folders
-- @tparam[opt] string|{string,...} extensionList ends of names, in any case; those of pictures if none are given
-- @tparam[opt=false] boolean use_cache whether the list of an earlier call is taken if there is one
-- @tparam[opt] string ignorePattern names that are left out, such as `'*small*'`
-- @treturn table `size()`, `filename(i)`, `tensor`, and `cachefile`, where the list lies
function paths.indexdir(pathList, extensionList, use_cache, ignorePattern)
   local folders = strings('folders', pathList)
   local extensions = strings('ends of names', extensionList or pictures)
   if ignorePattern ~= nil then strings('a pattern of names', ignorePattern) end
   local name = md5.sumhexa(table.concat(folders) .. table.concat(extensions))
   local list = {cachefile = paths.concat(os.getenv 'TMPDIR' or '/tmp', name)}
   list.tensor = rows(kept(list.cachefile, use_cache, function() return found(folders, extensions, ignorePattern) end))

   function list:size() return self.tensor:size(1) end

   function list:filename(i)
      if type(i) ~= 'number' or not (i >= 1 and i <= self:size()) then
         expected('paths.indexdir', ('a number from 1 to %d'):format(self:size()), i)
      end
      return (self.tensor[i]:clone():storage():string():gsub('%z.*', ''))
   end
   return list
end
