-- require as th has it, with files made for it.
local test = {}
local folder = os.tmpname()
os.remove(folder)
paths.mkdir(folder .. '/sub')
local function write(name, text)
   local file = io.open(folder .. '/' .. name, 'w')
   file:write(text)
   file:close()
end
write('x.lua', 'runs = (runs or 0) + 1; return {...}, 2')
write('sub/y.lua', "return require '../x'")
write('sub/init.lua', "return 'the package'")
write('nothing.lua', 'runs = (runs or 0) + 1')
write('itself.lua', "return require 'itself'")
write('wrong.lua', 'this is wrong')
write('raises.lua', "error('boom')")
write('main.lua', "return require './x', require './x', require './sub/y', require './sub', require './x.lua'")

local function withPath(f)
   local old = package.path
   package.path = folder .. '/?.lua;' .. folder .. '/?/init.lua;' .. old
   local ok, message = pcall(f)
   package.path, runs = old, nil
   for _, name in ipairs {'x', 'nothing', 'sub', 'sub.y', 'itself', 'wrong', 'raises'} do package.loaded[name] = nil end
   if not ok then error(message, 0) end
end

function test.oneResultAndOneRun(check)
   withPath(function()
      check.equal(select('#', require 'x'), 1)
      check.equal(require('x')[1], 'x')
      check.equal(#require 'x', 1)
      check.equal(runs, 1)
      check.equal(require 'sub', 'the package')
      check.equal(require 'nothing', true)
      check.equal(package.loaded.nothing, true)
   end)
end

function test.relativePathsAreFilesRunAnew(check)
   local x, again, y, sub, named = dofile(folder .. '/main.lua')
   check.equal(x ~= again, true)
   check.equal(#x, 0)
   check.equal(type(y), 'table')
   check.equal(sub, 'the package')
   check.equal(type(named), 'table')
   check.equal(runs, 4)
   runs = nil
   check.equal(package.loaded['./x'], nil)
   check.raises('cannot open ' .. paths.concat('Tests/lua/compat/none'), function() local _ = require './none' end)
end

-- As scripts do that lie in folders of a project and name each other from its top.
function test.filesOfTheCurrentFolder(check)
   write('sub/z.lua', "return require 'Tests/override/overridden.lua'")
   check.equal(dofile(folder .. '/sub/z.lua'), dofile 'Tests/override/overridden.lua')
   write('sub/beside.lua', "return 'beside'")
   write('sub/w.lua', "return require 'beside.lua'")
   check.equal(dofile(folder .. '/sub/w.lua'), 'beside')
end

function test.failures(check)
   withPath(function()
      check.raises("loop or previous error loading module 'itself'", require, 'itself')
      check.raises("error loading module 'wrong' from file '" .. folder .. '/wrong.lua', require, 'wrong')
      check.raises(folder .. '/raises.lua:1: boom', require, 'raises')
      check.raises(folder .. '/raises.lua:1: boom', require, 'raises')
   end)
   check.raises("module 'none.such' not found:\n\tno field package.preload['none.such']", require, 'none.such')
   check.raises("bad argument #1 to 'require' (string expected, got nil)", require)
end

-- `require 'train.lua'` finds the file beside the one that asks.
function test.aFilesName(check)
   write('asks.lua', "return require 'x.lua'")
   check.equal(type(dofile(folder .. '/asks.lua')), 'table')
   check.equal(package.loaded['x.lua'], nil)
   runs = nil
end

function test.packagesOfTheSystem(check)
   for _, name in ipairs {'lfs', 'cjson', 'pl.tablex', 'pl.stringx', 'pl.pretty', 'pl.class', 'pl.lapp'} do require(name) end
   check.equal(require('cjson').encode {1, 2.5}, '[1,2.5]')
   check.equal(require('pl.pretty').write({1, a = 2}, ''), '{1,a=2}')
end

function test.removed(check) check.equal(paths.rmall(folder, 'yes'), true) end

return test
