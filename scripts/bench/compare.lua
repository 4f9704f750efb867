--- Compares two commands on benchmarks, alternating, and prints a table of medians and ratios.
--
--     th scripts/bench/compare.lua --peer 'OPENBLAS_CORETYPE=SKYLAKEX torch/install/bin/th' [--runs 5] [--threads 1]
--        [--this .build/release/th] FILE…
--
-- A benchmark prints lines `RES name value`; a name that ends in gflops is better when higher, every other when lower.
-- A ratio above 1 says that this one is faster. Only ratios from one run mean anything on a shared machine.
local options = {runs = 5, threads = 1, this = arg[-1]}
local files = {}
do
   local i = 1
   while arg[i] do
      local name = arg[i]:match('^%-%-(%a+)$')
      if name then options[name], i = arg[i + 1], i + 2 else files[#files + 1], i = arg[i], i + 1 end
   end
end
if not options.peer or #files == 0 then
   io.stderr:write("usage: th compare.lua --peer COMMAND [--this COMMAND] [--runs 5] [--threads 1] FILE...\n")
   os.exit(1)
end

--- The values of one run, by name, and the names in their order.
local function run(command, file)
   local call = ('OMP_NUM_THREADS=%s %s %s %s'):format(options.threads, command, file, options.threads)
   local pipe, values, names = io.popen(call), {}, {}
   for line in pipe:lines() do
      local name, value = line:match('^RES (%S+) (%S+)%s*$')
      if name then values[name], names[#names + 1] = tonumber(value), name end
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

print(('Threads: %s. Runs: %s, alternating. Ratio: how many times as fast as the peer (least and most of the pairs).')
   :format(options.threads, options.runs))
print('\n| benchmark | Sconce | peer | ratio |\n|---|--:|--:|--:|')
local logSum, count = 0, 0
for _, file in ipairs(files) do
   local ours, theirs, ratios, names = {}, {}, {}, nil
   for _ = 1, options.runs do
      local a, order = run(options.this, file)
      local b = run(options.peer, file)
      names = names or order
      for name, value in pairs(a) do
         if b[name] then
            ours[name], theirs[name], ratios[name] = ours[name] or {}, theirs[name] or {}, ratios[name] or {}
            table.insert(ours[name], value)
            table.insert(theirs[name], b[name])
            table.insert(ratios[name], name:find('gflops$') and value / b[name] or b[name] / value)
         end
      end
   end
   for _, name in ipairs(names) do
      if ours[name] then
         local a, b = median(ours[name]), median(theirs[name])
         local ratio = name:find('gflops$') and a / b or b / a
         table.sort(ratios[name])
         print(('| %s | %.4g | %.4g | **%.2f** (%.2f to %.2f) |'):format(
            name, a, b, ratio, ratios[name][1], ratios[name][#ratios[name]]))
         logSum, count = logSum + math.log(ratio), count + 1
      end
   end
end
print(('\nGeometric mean of the ratios: %.2f'):format(math.exp(logSum / count)))
