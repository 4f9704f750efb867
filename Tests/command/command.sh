# shellcheck shell=sh disable=SC2154
# th as a process: what it prints, and how it ends. Sourced by scripts/test.sh, which defines `says` and $th.
says 'a script, its arguments' 'a b' 0 $th Tests/lua/arguments.lua a b
says 'missing script' 'cannot open missing.lua: No such file or directory' 1 $th missing.lua
says 'a folder as script' 'cannot open Tests: Is a directory' 1 $th Tests
says 'syntax error' "Tests/command/syntax.lua:2: unexpected symbol near '='" 1 $th Tests/command/syntax.lua
says 'error' "Tests/command/error.lua:2: boom
stack traceback:
	[C]: in function 'error'
	Tests/command/error.lua:2: in upvalue 'inner'" 1 $th Tests/command/error.lua
says 'error that is a table with a text' 'its text' 1 $th -e "error(setmetatable({}, {__tostring = function() return 'its text' end}))"
says 'os.exit' '' 3 $th -e 'os.exit(3)'
says 'os.exit with a truth' '' 1 $th -e 'os.exit(false, true)'
says 'code, package' 'function' 0 $th -lnn -e 'print(type(nn.Linear.updateOutput))'
says 'code in order' '(command line):1: second' 1 $th -e 'x = 1' -e "error('second')"
says 'unknown option' 'th: unknown option --bogus' 1 $th --bogus
says 'option without a value' 'th: -e needs an argument' 1 $th -e
says 'help' 'usage: th [options] [script [arguments]]' 0 $th -h
says 'version' 'Sconce ' 0 $th --version
says 'standard input' '1' 0 sh -c "echo 'print(1)' | $th"
says 'standard input, arguments' 'q' 0 sh -c "echo 'print(arg[1])' | $th - q"
says 'first line for the shell' 'fine' 0 sh -c "printf '#!/usr/bin/env th\nprint [[fine]]' | $th"
says 'bytes that are no UTF-8' '233' 0 sh -c "printf 'print(string.byte(\"\\351\"))' | $th"
says 'argument that is no UTF-8' '233' 0 sh -c "$th -e 'print(arg[1]:byte())' - \"\$(printf '\\351')\""
says 'integers on demand' 'integer 2' 0 $th --integers -e "io.write(math.type(3), ' ', 5 // 2)"
says 'numbers are doubles' 'nan 1.844674407371e+19' 0 $th -e "io.write(1 % 0, ' ', 2^32 * 2^32)"
says 'more memory than there is, in Lua' 'not enough memory' 1 sh -c "ulimit -v 600000; $th -e 'local t = {} while true do t[#t + 1] = {} end'"
says 'more memory than there is, in a tensor' 'not enough memory for 1000000000000 elements' 1 $th -e 'torch.Tensor(1e12)'
says 'endless recursion' 'stack overflow' 1 $th -e 'local function f() return f() + 1 end f()'
says 'wrong call' '(command line):1: nn.Linear: size mismatch: expected input of size 10 or Nx10, got 3x7' 1 $th -l nn -e 'nn.Linear(10, 2):forward(torch.Tensor(3, 7))'

says 'prompt' '2' 0 sh -c "echo '1 + 1' | $th -i"
says 'prompt: several lines, =, tables, errors' '1	
2	
{
  1 : 3
}
stdin:1: q' 0 sh -c "printf 'for i = 1, 2 do\nprint(i)\nend\n={3}\nerror [[q]]\n' | $th -i"
says 'prompt at a terminal: completion, giving up, the line before, interrupts, bytes' ' 0
 0
[torch.DoubleTensor of size 2]
^C
7
14
runs
^Cinterrupted!
stack traceback:
	stdin:1: in main chunk
cafe' 0 python3 Tests/command/prompt.py $th
says 'prompt after a script' 'kept' 0 sh -c "echo 'x' | $th -i -e 'x = [[kept]]'"

# Ctrl-C: the script is stopped while it runs, in whatever it does.
for place in loop coroutine kernel read; do
  says "interrupt: $place" 'interrupted!
stack traceback:' 1 sh Tests/command/interrupt.sh $th $place
done
says 'interrupt that the script catches' 'caught' 0 sh Tests/command/interrupt.sh $th caught

says "Penlight's %" '3 items of x' 0 $th -e "print('%d items of %s' % {3, 'x'}, '10' % 3)"
says "Penlight's names" 'table table function nil' 0 $th -e "io.write(type(tablex), ' ', type(List), ' ', type(path.join), ' ', type(nosuch))"
says 'globals before the script' 'table table table table function' 0 $th -e "io.write(type(torch), ' ', type(paths), ' ', type(sys), ' ', type(xlua), ' ', type(xrequire))"

cat >"$log.lua" <<'LUA'
cmd = torch.CmdLine()
cmd:argument('-file', 'the file')
cmd:option('-n', 3, 'how many')
opt = cmd:parse(arg)
print(opt.file, opt.n)
LUA
says 'CmdLine: values' 'f	5' 0 $th "$log.lua" f -n 5
says 'CmdLine: help' 'Usage: '"$log.lua"' [options] <file>
  <file> the file
  -n     how many [3]' 0 $th "$log.lua" -help
says 'CmdLine: too few' 'not enough arguments' 1 $th "$log.lua"
says 'CmdLine: unknown' 'invalid argument: -m' 1 $th "$log.lua" f -m
says 'CmdLine: type' 'invalid type for option -n (should be number)' 1 $th "$log.lua" f -n many
says 'CmdLine: value' 'missing argument for option -n' 1 $th "$log.lua" f -n
rm -f "$log.lua"

# Nothing hangs on the order in which a process keeps its strings.
cat >"$log.lua" <<'LUA'
local t = {}
for i = 1, 40 do t['key' .. i * 7] = {i, [tostring(i)] = true} end
io.write(torch.serialize(t, 'ascii'))
print(t)
LUA
says 'the same bytes in every process' 'same' 0 sh -c "
  first=\$($th $log.lua | md5sum)
  for _ in 1 2 3 4; do [ \"\$first\" = \"\$($th $log.lua | md5sum)\" ] || { echo other; exit; }; done; echo same"
rm -f "$log.lua"
