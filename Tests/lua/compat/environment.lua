-- setfenv, getfenv, module, load and the other ways to text that runs.
local test = {}

function test.setfenv(check)
   local f = loadstring('return y')
   check.equal(setfenv(f, {y = 3}), f)
   check.equal(f(), 3)
   check.equal(getfenv(f).y, 3)
   check.equal(getfenv(), _G)
   check.equal(getfenv(0), _G)
   check.equal(getfenv(print), _G)
   check.raises('invalid level', getfenv, 100)
   check.raises("'setfenv' cannot change environment of given object", setfenv, math.sin, {})
   check.raises("bad argument #2 to 'setfenv' (table expected, got nil)", setfenv, f)
end

function test.ofTheRunningFunction(check)
   local seen
   local function inner()
      setfenv(1, {value = 7})
      seen = value
   end
   inner()
   check.equal(seen, 7)
   check.equal(value, nil)
   check.equal(setfenv(loadstring('return function() return z end'), {z = 9})()(), 9)
   local text = 'local g = function() return z end; setfenv(1, {z = 2}); return g(), z'
   local old, new = setfenv(loadstring(text), {z = 1, setfenv = setfenv})()
   check.equal(old .. new, '12')
end

function test.module(check)
   loadstring("module('made.here', package.seeall) function hi() return type('x') end")()
   check.equal(made.here.hi(), 'string')
   check.equal(package.loaded['made.here'], made.here)
   check.equal(made.here._NAME .. ' ' .. made.here._PACKAGE, 'made.here made.')
   made, package.loaded['made.here'] = nil, nil
end

function test.load(check)
   check.equal(load('return x', 'c', 't', {x = 9})(), 9)
   check.equal(load(function() end)(), nil)
   local pieces = {'return ', '1 ', '+ 1'}
   check.equal(load(function() return table.remove(pieces, 1) end)(), 2)
   check.equal((select(2, loadstring('x x'))), '[string "x x"]:1: syntax error near \'x\'')
   check.equal(select(2, loadfile('nope.lua')), 'cannot open nope.lua: No such file or directory')
   check.raises('cannot open nope.lua: No such file or directory', dofile, 'nope.lua')
end

function test.files(check)
   local here = debug.getinfo(1, 'S').source:sub(2)
   for _, mode in ipairs {'rw', 'rt', 'rb+', 'r'} do io.open(here, mode):close() end
   check.equal(select(2, io.open(here, 'x')), here .. ': Invalid argument')
   local file = io.open(here)
   check.equal(#file:read(5.7), 5)
   check.equal(file:seek('set', 1.5), 1)
   file:close()
   check.equal(select('#', io.open('/nope')), 3)
end

function test.times(check)
   check.equal(os.time {year = 2020, month = 1.9, day = 1.5, hour = 12} % 60, 0)
   check.equal(os.date('!%Y-%m-%d', 86400.5), '1970-01-02')
   check.equal(select(3, os.execute('exit 3')), 3)
   check.equal(jit.os .. jit.arch, 'Linuxx64')
   check.equal(jit.status(), false)
   check.equal(type(gcinfo()), 'number')
   check.equal(package.loaders, package.searchers)
end

return test
