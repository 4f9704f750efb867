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

function test.logTakesWhatIsPrinted(check)
   local file, cmd = os.tmpname(), torch.CmdLine()
   cmd:silent()
   local plain = print
   cmd:log(file, {b = 1, a = 'q'})
   print('in the log', 5)
   print = plain
   local lines = {}
   for line in io.lines(file) do lines[#lines + 1] = line end
   check.equal(lines[1]:sub(1, 20), '[program started on ')
   check.equal(table.concat(lines, '|', 2), '[command line arguments] |a q |b 1 |[----------------------] |in the log 5 ')
   os.remove(file)
end

function test.wrongDeclarations(check)
   local cmd = torch.CmdLine()
   check.raises('option -x has no default value', cmd.option, cmd, '-x')
   check.raises('option -x has wrong default type value: expected string, got number', cmd.option, cmd, '-x', 1, '', 'string')
   check.raises('torch.CmdLine: expected a table of arguments, got nil', cmd.parse, cmd)
end

return test
