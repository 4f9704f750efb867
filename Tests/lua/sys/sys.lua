-- sys, as the original answered.
local test = {}

function test.programs(check)
   check.equal(sys.execute('printf "  a b \\n\\n  c\\n\\n"'), 'a b \n\n  c')
   check.equal(sys.fexecute('printf "a\\nb\\n"'), 'a\nb')
   check.equal(sys.fexecute('echo oops >&2'), 'oops')
   check.equal(sys.fexecute('printf "a\\nb\\n"', '*l'), 'a')
   check.equal(sys.OS, 'linux')
   check.equal(sys.ls('/no/such/folder'):match('No such file or directory'), 'No such file or directory')
   check.equal(sys.ls('-d /tmp'), '/tmp')
end

function test.split(check)
   for _, case in ipairs {
      {'a,b,,c', ',', 'a|b||c'}, {',a,', ',', 'a'}, {'a1b22c', '%d+', 'a|b|c'}, {'', ',', ''}, {'aaa', 'a', '|'},
   } do
      check.equal(table.concat(sys.split(case[1], case[2]), '|'), case[3], case[1])
      check.equal(table.concat(string.split(case[1], case[2]), '|'), case[3], case[1])
   end
   check.raises('the separator matches nothing at all', sys.split, 'abc', 'x*')
end

function test.time(check)
   check.near(sys.clock(), os.time(), 2)
   sys.tic()
   sys.sleep(0.02)
   check.near(sys.toc(), 0.03, 0.02)
   check.equal(sys.isNaN(0 / 0), true)
end

function test.fpath(check)
   local folder, name = sys.fpath()
   check.equal(name, 'sys.lua')
   check.equal(folder, paths.concat('Tests/lua/sys'))
   check.equal(sys.COLORS.Red .. sys.COLORS._blue .. sys.COLORS.none, '\27[1;31m\27[44m\27[0m')
end

function test.timer(check)
   local timer = torch.Timer()
   sys.sleep(0.02)
   check.near(timer:time().real, 0.03, 0.02)
   check.equal(tostring(timer:stop()), 'torch.Timer [status: stopped]')
   local stopped = timer:time().real
   check.equal(timer:time().real, stopped)
   check.equal(timer:reset():resume():time().real < stopped, true)
   check.near(torch.toc(torch.tic()), 0, 0.01)
end

return test
