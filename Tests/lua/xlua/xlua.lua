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
   check.equal(table.concat(table.splice(t, 2, 2)), '145')
   check.equal(table.concat(table.splice(t, 4)), '1235')
   check.equal(#t, 5)
   check.equal(table.concat(table.prune(t, function(x) return x < 3 end), ','), '2,5')
   check.equal(xlua.table2string {1, 'a', {b = 2}}, '{1,"a",{b=2}}')
   check.equal(xlua.table2string({a = 1}, true), '{\n   a : 1\n}')
   check.equal(string.tosymbol 'torch.Timer', torch.Timer)
end

return test
