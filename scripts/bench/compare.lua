--- Compares this th with Torch7, and with PyTorch where a benchmark has a twin in Python, all in turns, and prints a
-- table of medians and ratios.
--
--     th scripts/bench/compare.lua --peer 'OPENBLAS_CORETYPE=SKYLAKEX torch/install/bin/th' [--pytorch venv/bin/python]
--        [--runs 5] [--threads 1,2] [--this .build/release/th] [--into FILE --section NAME] [--below RATIO] FILE…
--
-- A benchmark prints lines `RES name value`; a name that ends in gflops is better when higher, every other when lower.
-- A ratio above 1 says that this one is faster. Only ratios from one run mean anything on a shared machine. `--into`
-- puts the table between the comments `<!-- NAME -->` and `<!-- end of NAME -->` of a page. `--below` leaves out all
-- rows of a ratio above this one.
local options = {runs = 5, threads = '1', this = arg[-1]}
local files = {}
do
   local i = 1
   while arg[i] do
      local name = arg[i]:match('^%-%-(%a+)$')
      if name then options[name], i = arg[i + 1], i + 2 else files[#files + 1], i = arg[i], i + 1 end
   end
end
if not options.peer or #files == 0 then
   io.stderr:write('usage: th compare.lua --peer COMMAND [--pytorch PYTHON] [--this COMMAND] [--runs 5] ',
      '[--threads 1,2] [--into FILE --section NAME] [--below RATIO] FILE...\n')
   os.exit(1)
end

--- What runs in turns; the first is compared with the others.
local hosts = {{name = 'Sconce', command = options.this}, {name = 'Torch7', command = options.peer}}
if options.pytorch then hosts[3] = {name = 'PyTorch', command = options.pytorch, isPython = true} end

--- The file that a host runs for a benchmark, if it has one.
local function script(host, file)
   if not host.isPython then return file end
   local twin = file:gsub('%.lua$', '.py')
   local found = io.open(twin)
   if found then found:close() end
   return found and twin
end

--- The values of one run, by name, and the names in their order.
local function run(host, file, threads)
   local own = script(host, file)
   if not own then return {}, {} end
   local call = ('OMP_NUM_THREADS=%s %s %s %s'):format(threads, host.command, own, threads)
   local pipe, values, names = io.popen(call), {}, {}
   for line in pipe:lines() do
      local name, value = line:match('^RES (%S+) (%S+)%s*$')
      if name then values[name], names[#names + 1] = tonumber(value), name end
      host.version = line:match('^VERSION (.+)$') or host.version
   end
   pipe:close()
   if #names == 0 then error('no result from: ' .. call) end
   return values, names
end

local function median(list)
   local sorted = {}
   for i, value in ipairs(list) do sorted[i] = value end
   table.sort(sorted)
   local middle = math.floor((#sorted + 1) / 2)
   return #sorted % 2 == 1 and sorted[middle] or (sorted[middle] + sorted[middle + 1]) / 2
end

--- All runs of a file: the names, and for each host and name its values.
local function measure(file, threads)
   local order, values = nil, {}
   for h in ipairs(hosts) do values[h] = {} end
   for _ = 1, options.runs do
      for h, host in ipairs(hosts) do
         local results, names = run(host, file, threads)
         order = order or names
         for name, value in pairs(results) do
            values[h][name] = values[h][name] or {}
            table.insert(values[h][name], value)
         end
      end
   end
   return order, values
end

--- How many times as fast the first is: the median, and the least and most of the pairs.
local function ratio(name, ours, theirs)
   local isRate, pairwise = name:find('gflops$'), {}
   local function of(a, b) return isRate and a / b or b / a end
   for i = 1, math.min(#ours, #theirs) do pairwise[i] = of(ours[i], theirs[i]) end
   table.sort(pairwise)
   return of(median(ours), median(theirs)), pairwise[1], pairwise[#pairwise]
end

local lines = {}
local function write(format, ...)
   lines[#lines + 1] = format:format(...)
   io.write(lines[#lines], '\n')
   io.stdout:flush()
end

local function compare(threads)
   local logs, counts, least, rows = {}, {}, {}, {}
   for _, file in ipairs(files) do
      local order, values = measure(file, threads)
      for _, name in ipairs(order) do
         local ours, isShown = values[1][name], not options.below
         local cells = {('| %s | %.4g |'):format(name, median(ours))}
         for h = 2, #hosts do
            local theirs = values[h][name]
            if theirs then
               local middle, low, high = ratio(name, ours, theirs)
               cells[h] = (' %.4g | **%.2f** (%.2f to %.2f) |'):format(median(theirs), middle, low, high)
               logs[h], counts[h] = (logs[h] or 0) + math.log(middle), (counts[h] or 0) + 1
               least[h] = math.min(least[h] or math.huge, middle)
               isShown = isShown or middle < tonumber(options.below)
            else
               cells[h] = ' | |'
            end
         end
         if isShown and values[2][name] then rows[#rows + 1] = table.concat(cells) end
      end
   end
   local head, rule = '| benchmark | Sconce |', '|---|--:|'
   for h = 2, #hosts do
      head = head .. (' %s | times as fast |'):format(hosts[h].version or hosts[h].name)
      rule = rule .. '--:|--:|'
   end
   write('Threads: %s. Runs: %s, in turns. In brackets the least and the most of the pairs.\n', threads, options.runs)
   write('%s\n%s\n%s\n', head, rule, table.concat(rows, '\n'))
   for h = 2, #hosts do
      if counts[h] then
         write('Against %s: geometric mean of %d ratios %.2f, least %.2f.%s', hosts[h].version or hosts[h].name,
            counts[h], math.exp(logs[h] / counts[h]), least[h], h == #hosts and '\n' or '')
      end
   end
end

for threads in options.threads:gmatch('%d+') do compare(threads) end

if options.into then
   local page = assert(io.open(options.into))
   local text = page:read('*a')
   page:close()
   local from, to = ('<!-- %s -->\n'):format(options.section), ('<!-- end of %s -->'):format(options.section)
   local _, first = text:find(from, 1, true)
   local last = text:find(to, 1, true)
   assert(first and last, options.into .. ' has no section ' .. options.section)
   page = assert(io.open(options.into, 'w'))
   page:write(text:sub(1, first), table.concat(lines, '\n'), '\n', text:sub(last))
   page:close()
end
