# shellcheck shell=sh disable=SC2154
# What needs an interpreter of its own: what is loaded when, and names of scripts' own files. Sourced by scripts/test.sh.
says 'nn: a class is loaded when it is read' 'nil table 0' 0 $th -l nn -e "io.write(tostring(rawget(nn, 'ReLU')), ' ', type(nn.ReLU), ' ', #nn.ReLU)"
says 'nn: what there is not is nil' 'nil nil' 0 $th -l nn -e "io.write(tostring(nn.NoSuchLayer), ' ', tostring(nn.linear))"
says 'nn: a class is loaded for its name' 'true nn.Threshold function true' 0 $th -l nn -e "
io.write(tostring(torch.getmetatable('nn.Tanh') == getmetatable(nn.Tanh)), ' ',
  getmetatable(torch.getmetatable 'nn.ReLU').__typename, ' ', type(torch.factory('nn.Linear')), ' ',
  tostring(torch.getconstructortable('nn.View') == nn.View))"
says 'nn: a class is loaded as a parent' 'my.Layer true' 0 $th -l nn -e "my = {}
local Layer, Linear = torch.class('my.Layer', 'nn.Linear')
local layer = my.Layer(2, 3)
io.write(torch.type(layer), ' ', tostring(Linear == torch.getmetatable 'nn.Linear' and torch.isTypeOf(layer, 'nn.Module')))"
says 'nn: a class that is not loaded yet is there' 'torch.class: nn.Linear has already been defined' 1 $th -l nn -e "torch.class('nn.Linear', 'nn.Module')"
says 'nn: pairs finds every class' 'nn.Linear nn.Module true' 0 $th -l nn -e "local seen = {}
for name, value in pairs(nn) do seen[name] = value end
io.write(seen.Linear.__typename, ' ', seen.Module.__typename, ' ', tostring(seen.utils == nn.utils and seen.THNN == nil))"
says 'nn: loading draws nothing' 'true' 0 $th -l nn -e "torch.manualSeed(1) local x = torch.random()
torch.manualSeed(1) for _ in pairs(nn) do end io.write(tostring(x == torch.random()))"
says 'nn: a file brings its classes' 'nn.Linear' 0 sh -c "$th -l nn -e \"torch.save('$log.t7', nn.Linear(2, 2))\"; $th -l nn -e \"io.write(torch.type(torch.load('$log.t7')))\""
says 'nn: a file brings the package' 'nn.Linear' 0 $th -e "io.write(torch.type(torch.load('$log.t7')))"
rm -f "$log.t7"

# Packages that the distribution did not have come after a script's own files, those that it had before them.
folder=$(mktemp -d)
echo "return 'the own one'" >"$folder/class.lua"
echo "return 'the own one'" >"$folder/nn.lua"
says "a script's class.lua" 'the own one' 0 sh -c "cd $folder && $(realpath $th) -e \"io.write(require 'class')\""
says "a script's nn.lua" 'table' 0 sh -c "cd $folder && $(realpath $th) -e \"io.write(type(require 'nn'))\""
says 'class' 'table nil' 0 $th -e "io.write(type(require 'class'), ' ', tostring(package.loaded['outside.class']))"
rm -r "$folder"

says 'xlua.envparams' '0.5 number true boolean x' 0 env RATE=0.5 FAST=true $th -e "local p = xlua.envparams {RATE = 1, FAST = false, NAME_OF_NONE = 'x'}
io.write(p.RATE, ' ', type(p.RATE), ' ', tostring(p.FAST), ' ', type(p.FAST), ' ', p.NAME_OF_NONE)"
says 'xlua.log' 'a    1
written
a    1
written' 0 sh -c "$th -e \"xlua.log('$log.log') print('a', 1) io.write('written\\n')\"; cat '$log.log'"
rm -f "$log.log"
says 'xlua.who' "Global Vars:
{[mine] = 3}" 0 $th -e "mine = 3 local _ = stringx, import, xlua.progress xlua.who()"
says 'xlua.clear' 'nil nil table' 0 $th -e "mine, f = 3, print xlua.clear() io.write(tostring(mine), ' ', tostring(f), ' ', type(torch))"
says 'who' '[mine]                   = torch.DoubleTensor' 0 $th -e "mine = torch.Tensor() who()"

# What th gives a script besides: the interpreter's name, threads, Penlight's modules, other ways to a package.
says 'arg[-1]' "$th" 0 $th -e 'io.write(arg[-1])'
says 'OMP_NUM_THREADS' '3' 0 env OMP_NUM_THREADS=3 $th -e 'io.write(torch.getnumthreads())'
says 'the script gets no ...' '0' 0 sh -c "echo 'io.write(select(\"#\", ...))' | $th - a b"
says "all of Penlight's names" 'none is nil' 0 $th -e "for name in ('path dir file data config test input text utils class List stringx tablex seq sip lexer ' ..
  'pretty types operator func OrderedMap Map Set Date xml app lapp'):gmatch('%a+') do if _G[name] == nil then error(name .. ' is nil') end end io.write 'none is nil'"
says '% on strings' '3 items|a-b|2' 0 $th -e "io.write('%d items' % 3, '|', '%s-%s' % {'a', 'b'}, '|', '7' % 5)"
says 'import' 'true' 0 $th -e "import 'sys' io.write(tostring(clock == sys.clock))"
says 'xrequire' 'nil string' 0 $th -e "local package, message = xrequire 'no.such.one' io.write(tostring(package), ' ', type(message))"
says 'include' '5' 0 sh -c "echo 'included = 5' >'$log.lua'; $th -e \"include('$log.lua') io.write(included)\"; rm -f '$log.lua'"
says 'print_old' 'a	nil' 0 $th -e "print_old('a', nil)"
says 'print flushes, io.write does not' 'first
second' 0 sh -c "$th -e \"io.stdout:setvbuf('full') print('first') io.stderr:write('second\\\\n') io.write('third')\" 2>&1 | head -2 | sed 's/	//'"
says 'a __gc of a table never runs' 'ends' 0 $th -e "setmetatable({}, {__gc = function() io.write('collected ') end}) collectgarbage() io.write('ends')"
says 'env' 'true table table' 0 $th -e "io.write(tostring(require 'env'), ' ', type(torch), ' ', type(xlua))"
