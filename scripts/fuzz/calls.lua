-- Calls what optim, graph, nngraph, rnn, dpnn, nnx, torchx and moses offer, rightly and wrongly, in any order:
-- th scripts/fuzz/calls.lua ROUNDS FIRST FOLDER [PART] [trace|tell]
-- What comes of it must be a result or an error that says what was expected, soon and with little memory. Round N is
-- the same in every run; the last one that began is in FOLDER/round, so that one that ends the process can be played
-- again. PART is one of the parts below, or empty; `trace` shows where faults came from, `tell` each call.
local here = arg[0]:match '^(.*/)' or './'
package.path = here .. '?.lua;' .. package.path
local rounds, first, folder, part = tonumber(arg[1]), tonumber(arg[2]), arg[3], arg[4]
for _, name in ipairs {'optim', 'graph', 'nngraph', 'rnn', 'nnx'} do require(name) end
local values, watch, modules = require 'values', require 'watch', require 'modules'
modules.folder = folder
watch.traces, watch.told = arg[5] == 'trace', arg[5] == 'tell'
local optimizers, graphs, functions = require 'optimizers', require 'graphs', require 'functions'

local parts = {
   modules = modules.round, spoiled = modules.spoiledRound, functions = functions.round, optimizers = optimizers.round,
      graphs = graphs.round,
}
local weighted = {modules.round, modules.round, modules.round, modules.spoiledRound, functions.round, functions.round,
   optimizers.round, graphs.round}

-- What modules print is of no interest.
local out, say = io.stdout, print
rawset(_G, 'print', function(...) for i = 1, select('#', ...) do tostring((select(i, ...))) end end)
io.output(io.open('/dev/null', 'w'))
rawset(io, 'stdout', io.output())

local marker = io.open(folder .. '/round', 'w')
for round = first, first + rounds - 1 do
   marker:seek 'set'
   marker:write(('%d\n'):format(round))
   marker:flush()
   watch.play(round, function()
      local any = values.pick(weighted)
      return (parts[part] or any)()
   end)
end
rawset(_G, 'print', say)
rawset(io, 'stdout', out)
io.output(out)
local report, kinds = watch.report()
if kinds > 0 then print(report) end
print(('%d calls in %d rounds, %d refused; %d kinds of faults'):format(watch.calls, rounds, watch.refused, kinds))
os.exit(kinds == 0 and 0 or 1)
