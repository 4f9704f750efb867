-- torch.CmdLine, as the original printed it.
local cmd = torch.CmdLine()
cmd:text()
cmd:text('Train it')
cmd:argument('-file', 'the file', 'string')
cmd:argument('second')
cmd:option('-rate', 0.1, 'learning rate')
cmd:option('-name', 'x', 'name of it')
cmd:option('-gpu', false, 'use gpu')
cmd:option('-n', 3)
cmd:option('-fast', true)
print(cmd:parse {'-rate', '0x10', 'f.t7', '-gpu', '-name', '-5', 'more', '-fast'})
--> {
-->   fast : false
-->   file : "f.t7"
-->   gpu : true
-->   n : 3
-->   name : "-5"
-->   rate : 16
-->   second : "more"
--> }
print(cmd:string('exp', {rate = 0.5, name = 'x', gpu = true, n = 3, fast = true, file = 'f', second = 's', other = 1}, {file = true}))
--> -- ignore option file	
--> gpu	t	false	
--> rate	0.5	0.1	
--> WARNING: unknown option/argument: other IGNORING for DIRECTORY NAME	
--> exp,second=s,gpu=t,rate=0.5	
cmd:help {[0] = 'script.lua'}
--> Usage: script.lua [options] <file> <second>
--> 
--> Train it
-->   <file>   the file
-->   <second>
-->   -rate    learning rate [0.1]
-->   -name    name of it [x]
-->   -gpu     use gpu [false]
-->   -n       [3]
-->   -fast    [true]
print(pcall(cmd.option, cmd, '-c'))
--> false	torch.CmdLine: option -c has no default value	

-- What a log prints besides the date.
local name = os.tmpname()
local date = os.date
function os.date(format, time) return format and date(format, time) or 'a day' end
cmd:log(name, {rate = 1, file = 'f'})
--> [program started on a day]	
--> [command line arguments]	
--> file	f	
--> rate	1	
--> [----------------------]	
print('logged', 1)
--> logged	1	
cmd:addTime('me', 'now')
cmd:silent()
print('in the log alone')
for line in io.lines(name) do io.write(line, '|\n') end
os.remove(name)
--> [program started on a day] |
--> [command line arguments] |
--> file f |
--> rate 1 |
--> [----------------------] |
--> logged 1 |
--> now[me]:  in the log alone |
