-- Debian's lua-check. `th` has torch, paths, sys and xlua as globals, as Torch7's had.
std = 'lua54'
globals = {'torch', 'paths', 'sys', 'xlua', 'nn', 'optim', 'graph', 'nngraph', 'dok', 'dpnn', 'nnx', 'rnn', 'torchx', 'gnuplot', 'arg'}
max_line_length = 120
unused_args = false
self = false
ignore = {'131', '581'}  -- globals that only scripts read; not (x <= y), which nan tells from x > y
-- The compatibility layer puts Lua 5.1's names back, and tests change globals on purpose.
files['lua/compat'] = {allow_defined = true, std = '+lua51', ignore = {'121', '122', '142', '143'}}
-- th's own print and names; what xlua adds to Lua's libraries.
files['lua/trepl'] = {allow_defined = true, ignore = {'111', '121', '122'}}
files['lua/xlua'] = {ignore = {'142'}}
files['scripts/bench'] = {ignore = {'42.'}}
files['lua/torch'] = {ignore = {'121', '122'}}
files['Tests/lua'] = {max_line_length = 140, std = '+lua51', allow_defined = true, ignore = {'121', '122', '142', '143', '11.', '212', '311', '614'}}
