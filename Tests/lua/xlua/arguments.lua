-- xlua.unpack, xlua.OptionParser, xlua.Profiler.
local test = {}

local function f(...)
   local all, a, b = xlua.unpack({...}, 'f', 'does it', {arg = 'a', type = 'number', help = 'first', req = true},
      {arg = 'b', type = 'string | table', help = 'second', default = 'q'})
   return table.concat({tostring(a), tostring(b), tostring(all.a == a and all.b == b)}, ' ')
end

function test.unpack(check)
   check.equal(f(1), '1 q true')
   check.equal(f(1, 'x'), '1 x true')
   check.equal(f {a = 3, b = 'x'}, '3 x true')
   check.equal(f('x'), 'x q true')
   check.equal(f(torch.Tensor(2)):match('q true$'), 'q true')
   local object = {}
   xlua.unpack_class(object, {1, 'v'}, 'f', 'does it', {arg = 'a', type = 'number', help = '', req = true},
      {arg = 'b', type = 'string', help = ''})
   check.equal(object.a .. object.b, '1v')
   check.raises('<f> wrong', xlua.error, 'wrong', 'f', 'the usage')
end

local function parser()
   local op = xlua.OptionParser('%prog [options] text')
   op:option {'-s', '--save', action = 'store', dest = 'save', help = 'where to save', default = 'out'}
   op:option {'-n', '--num', action = 'store', dest = 'num', help = 'count', default = 3}
   op:option {'-v', '--verbose', action = 'store_true', dest = 'verbose', help = 'talk'}
   return op
end

function test.options(check)
   local function parsed(...)
      local options, rest = parser():parse {...}
      return table.concat({options.save, options.num, tostring(options.verbose), table.concat(rest, '+')}, ' ')
   end
   check.equal(parsed(), 'out 3 nil ')
   check.equal(parsed('-s', 'x'), 'x 3 nil ')
   check.equal(parsed('--save', 'y', '-v', 'z', '-5'), 'y 3 true z+-5')
   check.equal(parsed('--num=9'), 'out 9 nil ')
end

function test.profiler(check)
   local profiler = xlua.Profiler()
   profiler:start('a')
   sys.sleep(0.01)
   profiler:lap('a')
   check.near(profiler:real('a'), 0.02, 0.011)
   check.equal(profiler:cpu('a') < 0.01, true)
   check.raises('xlua.Profiler: b has not been started', profiler.lap, profiler, 'b')
end

return test
