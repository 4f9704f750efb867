-- xlua.usage and the help of an option parser, as the original printed them; colours are left out.
local function plain(text) return (text:gsub('\27%[[%d;]*m', '')) end
io.write(plain(xlua.usage('f', 'what it does', 'f(1)', {arg = 'a', type = 'number', help = 'first', req = true},
   {arg = 'longname', type = 'string | table', help = 'second', default = 'x'}, {arg = 't', type = 'table', help = 'third'})), '\n')
--> +++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++
--> f
--> 
--> what it does
--> 
--> > usage:
--> f{
-->     a = number                          -- first
-->     [longname = string | table]         -- second  [default = x]
-->     [t = table]                         -- third
--> }
--> 
--> f(1)
--> +++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++++
arg[0] = 'script.lua'
local op = xlua.OptionParser('%prog [options] text')
op:option {'-s', '--save', action = 'store', dest = 'save', help = 'where to save', default = 'out'}
op:option {'-v', '--verbose', action = 'store_true', dest = 'verbose', help = 'talk'}
op:help()
--> Usage: script.lua [options] text
--> 
--> Options:
-->   -h, --help            show this help message and exit
-->   -s SAVE, --save=SAVE  where to save [default = out]
-->   -v, --verbose         talk
op:parse {'-v'}
op:summarize()
--> <script.lua> configuration:
-->  + save = out
-->  + verbose = true
op:summarize(true)
--> <script.lua> configuration:
-->  + save = out | verbose = true
