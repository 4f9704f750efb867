-- What the original gave for the same declarations and words.
local test = {}

local function reader()
   local cmd = torch.CmdLine()
   cmd:argument('-input', 'the input file')
   cmd:option('-seed', 123, 'initial random seed')
   cmd:option('-name', 'abc', 'a name')
   cmd:option('-quick', false, 'a switch')
   cmd:option('-on', true, 'on by default')
   return cmd
end

function test.defaultsAndValues(check)
   local opt = reader():parse{'in'}
   check.equal(opt.input, 'in')
   check.equal(opt.seed, 123)
   check.equal(opt.quick, false)
   opt = reader():parse{'-seed', '7', '-name', '5', 'in', '-quick', '-on', [0] = 'script'}
   check.equal(opt.seed, 7)
   check.equal(opt.name, '5')
   check.equal(opt.quick, true)
   check.equal(opt.on, false)
end

-- `string` prints what differs; here that is not to be seen.
local function quietly(f)
   local plain = print
   print = function() end
   local ok, value = pcall(f)
   print = plain
   if not ok then error(value, 0) end
   return value
end

function test.nameOfAFolder(check)
   local cmd = reader()
   check.equal(quietly(function() return cmd:string('exp', cmd:parse{'in'}, {}) end), 'exp,input=in,')
   local name = quietly(function() return cmd:string('exp', cmd:parse{'in', '-quick', '-seed', '1'}, {}) end)
   check.equal(name, 'exp,input=in,quick=t,seed=1')
   name = quietly(function() return cmd:string('exp', cmd:parse{'in', '-seed', '1'}, {input = true}) end)
   check.equal(name, 'exp,seed=1')
   local slashed = torch.CmdLine('/', ':')
   slashed:option('-rate', 0.5)
   check.equal(quietly(function() return slashed:string('exp', slashed:parse{'-rate', '1e-3'}, {}) end), 'exp/rate:0.001')
end

-- The lines of a log, while `print` goes nowhere else.
local function log(f)
   local name, plain = os.tmpname(), print
   print = function() end
   local ok, message = pcall(f, name)
   print = plain
   local lines = {}
   for line in io.lines(name) do lines[#lines + 1] = line end
   os.remove(name)
   if not ok then error(message, 0) end
   return lines
end

function test.whatIsLeftOut(check)
   local cmd, lines, plain = reader(), {}, print
   print = function(...) lines[#lines + 1] = table.concat({tostring((...)), select(2, ...) and tostring((select(2, ...)))}, ' ') end
   local values = cmd:parse {'in', '-seed', '1', '-name', 'b'}
   values.other, values.more = 1, 2
   local name = cmd:string('exp', values, {seed = true, more = true, quick = false})
   print = plain
   check.equal(name, 'exp,input=in,name=b')
   check.equal(table.concat(lines, '|'), '-- ignore option more|name b|-- ignore option seed|WARNING: unknown '
      .. 'option/argument: other IGNORING for DIRECTORY NAME')
   check.equal(quietly(function() return torch.CmdLine():string('exp', {}) end), 'exp')
end

function test.logTakesWhatIsPrinted(check)
   local lines = log(function(name)
      local cmd = torch.CmdLine()
      cmd:silent()
      cmd:log(name, {b = 1, a = 'q'})
      print('in the log', 5)
   end)
   check.equal(lines[1]:sub(1, 20), '[program started on ')
   check.equal(table.concat(lines, '|', 2), '[command line arguments] |a q |b 1 |[----------------------] |in the log 5 ')
end

function test.logOfAnOpenFile(check)
   local lines = log(function(name)
      local file = io.open(name, 'w')
      torch.CmdLine():log(file)
      print('more')
      file:close()
   end)
   check.equal(table.concat(lines, '|', 2), '[command line arguments] |[----------------------] |more ')
end

function test.timeInTheLog(check)
   local lines = log(function(name)
      local cmd = torch.CmdLine()
      cmd:log(name, {})
      cmd:addTime('name', 'now')
      print('one', 1)
      cmd:addTime(nil, 'then')
      print('two')
      cmd:addTime()
      print('three')
   end)
   check.equal(table.concat(lines, '|', 4, 5), 'now[name]:  one 1 |then two ')
   check.equal(lines[6]:match('^%d+%-%d%d%-%d%d %d%d:%d%d:%d%d three $'), lines[6])
end

function test.aLogTakesThePlaceOfAnother(check)
   local second
   local lines = log(function(name)
      torch.CmdLine():log(name, {})
      print('first')
      second = os.tmpname()
      torch.CmdLine():log(second, {})
      print('second')
   end)
   check.equal(lines[#lines], 'first ')
   check.equal(io.open(second):read('a'):match('second \n$'), 'second \n')
   os.remove(second)
end

function test.defaults(check)
   local values = reader():default()
   check.equal(values.seed, 123)
   check.equal(values.on, true)
   check.equal(values.input, nil)
end

function test.separators(check)
   local cmd = torch.CmdLine('/', ':')
   cmd:argument('-in')
   cmd:option('-rate', 0.5)
   check.equal(quietly(function() return cmd:string('exp', cmd:parse {'x', '-rate', '1'}) end), 'exp/in:x/rate:1')
end

-- What is said, and with which code the program ends.
local function ending(f, ...)
   local exit, errors, out, code, text = os.exit, io.stderr, os.tmpname(), nil, {}
   os.exit = function(status) code = status error('ended', 0) end
   io.stderr = {write = function(_, message) text[#text + 1] = message end}
   local plain, file = print, io.open(out, 'w')
   print = function() end
   io.output(file)
   local _, message = pcall(f, ...)
   io.output(io.stdout)
   file:close()
   os.exit, io.stderr, print = exit, errors, plain
   local help = io.open(out):read('a')
   os.remove(out)
   return code, table.concat(text), help, message
end

function test.wrongWords(check)
   for _, case in ipairs {
      {{}, 'not enough arguments'}, {{'in', 'more'}, 'invalid argument: more'}, {{'in', '-none'}, 'invalid argument: -none'},
      {{'in', '-seed'}, 'missing argument for option -seed'},
      {{'in', '-seed', 'x'}, 'invalid type for option -seed (should be number)'},
   } do
      local cmd = reader()
      local code, text, help = ending(cmd.parse, cmd, case[1])
      check.equal(code, 1)
      check.equal(text, case[2])
      check.equal(help:find('Usage: [options] <input>\n  <input> the input file\n', 1, true), 1)
   end
   local cmd = torch.CmdLine()
   cmd:argument('-n', 'a number', 'number')
   check.equal(select(2, ending(cmd.parse, cmd, {'5'})), 'invalid argument type for argument -n (should be number)')
   cmd = torch.CmdLine()
   cmd:option('-t', {})
   check.equal(select(2, ending(cmd.parse, cmd, {'-t', 'x'})), 'unknown required option type table')
   check.equal(select(2, ending(cmd.error, cmd, 'my own')), 'my own')
end

function test.helpEndsTheProgram(check)
   for _, word in ipairs {'-h', '-help', '--help'} do
      local cmd = torch.CmdLine()
      cmd:text('What it is')
      cmd:option('-rate', 0.5, 'a rate')
      local code, _, help = ending(cmd.parse, cmd, {word, [0] = 'script'})
      check.equal(code, 0)
      check.equal(help, 'Usage: script [options]\nWhat it is\n  -rate a rate [0.5]\n')
   end
end

function test.wrongDeclarations(check)
   local cmd = torch.CmdLine()
   check.raises('option -x has no default value', cmd.option, cmd, '-x')
   check.raises('option -x has wrong default type value: expected string, got number', cmd.option, cmd, '-x', 1, '', 'string')
   check.raises('torch.CmdLine: expected a table of arguments, got nil', cmd.parse, cmd)
   check.raises('torch.CmdLine: expected a prefix, got table', cmd.string, cmd, {}, {})
   check.raises('torch.CmdLine: expected a table of arguments, got number', cmd.help, cmd, 3)
   check.raises('torch.CmdLine: an argument has no name', cmd.argument, cmd)
   check.raises('torch.CmdLine: an option has no name', cmd.option, cmd, nil, 1)
   check.raises('torch.CmdLine: expected a text, got number', cmd.text, cmd, 3)
   check.raises('torch.CmdLine: expected a table of values, got nil', cmd.string, cmd, 'exp')
   check.raises('torch.CmdLine: expected a path or an open file, got nil', cmd.log, cmd)
   check.raises('torch.CmdLine: missing/log: No such file or directory', cmd.log, cmd, 'missing/log')
end

return test
