-- xlua, as the original answered.
local test = {}

function test.formatTime(check)
   for seconds, text in pairs {
      [0] = '0ms', [0.0001] = '0ms', [0.5] = '500ms', [1] = '1s', [1.5] = '1s500ms', [60] = '1m', [60.5] = '1m500ms',
      [75] = '1m15s', [3605] = '1h5s', [4000] = '1h6m', [86405] = '1D5s', [100000] = '1D3h', [-1] = '23h59m',
      [math.huge] = 'infD', [3.6e6] = '41D16h',
   } do
      check.equal(xlua.formatTime(seconds), text)
   end
end

-- What a function writes, with runs of one character shortened. Times vary: in their place stands how many more
-- backspaces follow them than they are long.
local function written(f)
   local name = os.tmpname()
   local file = io.open(name, 'w')
   io.output(file)
   f()
   io.output(io.stdout)
   file:close()
   local text = io.open(name):read('a')
   os.remove(name)
   text = text:gsub('( (%a+): %w+ | Step: %w+)(\b+)', function(times, word, back) return word .. #back - #times end)
   for _, c in ipairs {'=', '%.', ' ', '\b'} do
      text = text:gsub(c .. c .. c .. c .. '+', function(run) return ('{%d%s}'):format(#run, run:sub(1, 1)) end)
   end
   return (text:gsub('\b', '<'):gsub('\r', 'R'):gsub('\n', 'N'))
end

function test.progress(check)
   if os.getenv('COLUMNS') then return end
   check.equal(written(function()
      for i = 1, 3 do xlua.progress(i, 3) end
   end), ' [{14=}>{31.}]{31 }{30<}ETA28 1/3 R'
      .. 'R [{29=}>{16.}]{31 }{30<}ETA28 2/3 R'
      .. 'R [{45=}>]{31 }{30<}Tot28 3/3 NR')
   -- The bar is full: a call beyond the goal draws nothing, one below begins anew.
   check.equal(written(function() xlua.progress(4, 3) end), 'R')
   check.equal(written(function() xlua.progress(0, 3) end), ' [{46.}]{31 }{30<}ETA28 0/3 R')
end

function test.tables(check)
   local t = {1, 2, 3, 4, 5}
   for _, case in ipairs {
      {2, 2, '145 23'}, {4, nil, '1235 4'}, {1, 0, '12345 '}, {2, 10, '1 2345'}, {6, 1, '12345 '}, {1, 5, ' 12345'},
   } do
      local rest, removed = table.splice(t, case[1], case[2])
      check.equal(table.concat(rest) .. ' ' .. table.concat(removed), case[3])
   end
   check.equal(#t, 5)
   check.equal(table.concat(table.prune(t, function(x) return x < 3 end), ','), '2,5')
   check.equal(xlua.table2string {1, 'a', {b = 2}}, '{1,"a",{b=2}}')
   check.equal(xlua.table2string({a = 1}, true), '{\n   a : 1\n}')
   check.equal(string.tosymbol 'torch.Timer', torch.Timer)
   check.raises('symbol "nope" does not exist', string.tosymbol, 'nope')
end

function test.split(check)
   for _, case in ipairs {
      {'a,b,c', ',', 'a|b|c'}, {',a,,b,', ',', 'a||b'}, {'', ',', ''}, {'a  b', ' ', 'a||b'}, {'a.b', '%.', 'a|b'},
      {'a1b22c', '%d+', 'a|b|c'}, {'abc', ',', 'abc'}, {',', ',', ''}, {',,', ',', ''}, {'a,', ',', 'a'}, {',a', ',', 'a'},
   } do
      check.equal(table.concat(case[1]:split(case[2]), '|'), case[3], case[1])
   end
   check.raises('string.split: expected a pattern, got nil', string.split, 'a b')
end

function test.trycatch(check)
   local caught
   check.equal(xlua.trycatch(function() error('boo', 0) end, function(message) caught = message end), false)
   check.equal(caught, 'boo')
   check.equal(xlua.trycatch(function() end), true)
end

function test.usage_module(check)
   local package = {}
   local text = xlua.usage_module(package, 'mine', 'does it')
   check.equal(tostring(package), text)
   check.equal(text:gsub('%++', '+'), '\27[0;35m+\nPACKAGE:\nmine\n\nDESC:\ndoes it\n+\27[0m')
   check.raises('xlua.usage_module: expected a table, got string', xlua.usage_module, 'mine', 'x', 'y')
end

function test.installed(check)
   check.equal(xlua.installed 'nn' and xlua.installed 'pl.tablex' and xlua.installed 'string', true)
   check.equal(xlua.installed 'no.such.package', false)
end

function test.envparams(check)
   local names = xlua.envparams {HOME = 'x', UNSET_ONE = 5, UNSET_TWO = false}
   check.equal(names.HOME, os.getenv 'HOME')
   check.equal(names.UNSET_ONE, 5)
   check.equal(names.UNSET_TWO, false)
   check.raises('xlua.envparams: HOME: expected a number, got ', xlua.envparams, {HOME = 1})
   check.raises('xlua.envparams: expected defaults, got nil', xlua.envparams)
end

function test.require(check)
   check.equal(xlua.require 'sys', sys)
   local message = written(function() check.equal(xlua.require 'no.such.package', false) end)
   check.equal(message:match("^module 'no.such.package' not found:"), "module 'no.such.package' not found:")
   check.equal(message:match('N(warning: .*)N$'), 'warning: <no.such.package> could not be loaded (is it installed?)\t')
   check.raises('\27[1;31mmessage\27[0m', xlua.error, 'message')
end

return test
