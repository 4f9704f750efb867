-- Files that Torch7 wrote (Tests/goldens/make/t7.lua), against what Sconce reads and writes.
local test = {}
local folder = arg[0]:match('^(.*)lua/run.lua$') .. 'goldens/t7/'
local objects = dofile(folder .. 'objects.lua')

local function open(object, mode)
   local file = torch.DiskFile(folder .. 'original/' .. object.name .. (mode == 'ascii' and '.txt' or '.t7'))
   return file[mode](file)
end
-- The bytes of a value, written as the golden was.
local function bytes(object, mode, value)
   local path = os.tmpname()
   local file = torch.DiskFile(path, 'w')
   file[mode](file)
   object.prepare(file)
   file:writeObject(value)
   file:close()
   local text = torch.DiskFile(path):readString('*a')
   os.remove(path)
   return text
end

for _, object in ipairs(objects) do
   for _, mode in ipairs {'binary', 'ascii'} do
      test[object.name .. ', ' .. mode] = function(check)
         local golden = open(object, mode):readString('*a')
         check.equal(bytes(object, mode, object.build()), golden, 'written')
         local file = open(object, mode)
         object.prepare(file)
         local value = file:readObject()
         check.equal(file:position(), #golden + 1, 'read')
         if object.name ~= 'objects' then check.equal(bytes(object, mode, value), golden, 'read and written') end
      end
   end
end

function test.objectsOfClasses(check)
   local list = open({name = 'objects'}, 'binary'):readObject()
   check.equal(torch.typename(list[1]), 'attic.Own')
   check.equal(list[1].n, 7)
   check.equal(list[1].rest[2], list[2])
   check.equal(list[2][1], list[1])
   check.equal(list[2][2], 'two')
   check.equal(list[3][1], list[1])
end

function test.functionsOfLuaJIT(check)
   local f = open({name = 'function'}, 'binary'):readObject()[1]
   check.raises('this function was saved by Torch7 as bytecode of LuaJIT, which does not run here', f, 1)
   local trusted = torch.load(folder .. 'original/function.t7', 'binary', {functions = true})[1]
   check.raises('bytecode of LuaJIT', trusted, 1)
end

function test.objectsWithoutVersion(check)
   local storage = torch.load(folder .. 'original/old.t7')
   check.equal(torch.typename(storage), 'torch.IntStorage')
   check.equal(storage[1] + storage[2], 7)
end

-- Files found in public repositories, which are not part of the project.
function test.filesOfOthers(check)
   local shared = folder .. '../../../../shared/data/t7/'
   if not io.open(shared .. 'gm_X.t7') then return print('files of others: not tested, since ../shared is not there') end
   local dump, texts = dofile(folder .. 'dump.lua'), {}
   for _, name in ipairs {'elab_preproc.t7', 'elab_u1net.net', 'gm_X.t7', 'mnistsample.t7', 'tictactoe_231000-O.t7'} do
      texts[#texts + 1] = dump(shared .. name)
   end
   check.equal(table.concat(texts), io.open(folder .. 'found.txt'):read('*a'))
end

return test
