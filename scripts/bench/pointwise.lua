-- Every element-wise function, reduction, order, index and conversion, in ns an element; small tensors in ns a call.
-- usage: pointwise.lua [threads] [pattern of names]
require 'torch'
local timing = dofile 'scripts/bench/timing.lua'
torch.setnumthreads(tonumber(arg and arg[1]) or 1)
torch.manualSeed(1)
local wanted = arg and arg[2] or ''

local function measure(name, per, f)
   -- What one of the two hosts has not has no row.
   if not name:find(wanted) or not pcall(f) then return end
   print(('RES %s %.4g'):format(name, timing.least(f, 4, 3e-3) / per * 1e9))
end

local n, rows, columns = 90000, 300, 300
local function tensor(kind, low, high)
   return torch.DoubleTensor(n):uniform(low, high):type('torch.' .. kind .. 'Tensor')
end
--- What depends on the type: operands of fitting values, and their layouts.
local function operands(kind)
   local o = {kind = kind, x = tensor(kind, 1, 90), y = tensor(kind, 1, 7), z = tensor(kind, 0, 1)}
   o.unit = tensor(kind, -1, 1)
   o.signed = kind == 'Byte' and o.x or tensor(kind, -20, 20)
   o.x2, o.y2, o.z2 = o.x:view(rows, columns), o.y:view(rows, columns), o.z:view(rows, columns)
   o.row, o.column = o.x2[{{1}}]:expand(rows, columns), o.x2[{{}, {1}}]:expand(rows, columns)
   o.long, o.byte = torch.LongTensor(), torch.ByteTensor(n)
   return o
end

-- name, function of (result, operands)
local floating = {
   {'exp', 'signed'}, {'log', 'x'}, {'log1p', 'x'}, {'sqrt', 'x'}, {'rsqrt', 'x'}, {'sin', 'signed'}, {'cos', 'signed'},
   {'tan', 'signed'}, {'asin', 'unit'}, {'acos', 'unit'}, {'atan', 'signed'}, {'sinh', 'signed'}, {'cosh', 'signed'},
   {'tanh', 'unit'}, {'sigmoid', 'signed'}, {'floor', 'signed'}, {'ceil', 'signed'}, {'round', 'signed'},
   {'trunc', 'signed'}, {'frac', 'signed'}, {'neg', 'x'}, {'cinv', 'x'},
}
local function elementwise(o, row)
   local x, y, z, x2, y2, z2 = o.x, o.y, o.z, o.x2, o.y2, o.z2
   local isFloat = o.kind == 'Float' or o.kind == 'Double'
   if isFloat then
      for _, f in ipairs(floating) do
         local method, operand = z[f[1]], o[f[2]]
         row(f[1], function() method(z, operand) end)
      end
      row('atan2', function() z:atan2(o.signed, y) end)
      row('lerp', function() z:lerp(x, y, 0.3) end)
      for _, p in ipairs {2, 3, 0.5, -1, 2.5} do row('pow_' .. p, function() z:pow(x, p) end) end
      row('pow_of_2', function() z:pow(2, y) end)
      row('cpow', function() z:cpow(x, y) end)
   end
   row('abs', function() z:abs(o.signed) end)
   row('sign', function() z:sign(o.signed) end)
   row('fill', function() z:fill(3) end)
   row('copy', function() z:copy(x) end)
   row('add_number', function() z:add(x, 2) end)
   row('mul', function() z:mul(x, 2) end)
   row('div', function() z:div(x, 3) end)
   row('add', function() z:add(x, y) end)
   row('add_scaled', function() z:add(x, 2, y) end)
   row('csub', function() z:csub(x, y) end)
   row('cmul', function() z:cmul(x, y) end)
   row('cdiv', function() z:cdiv(x, y) end)
   row('addcmul', function() z:addcmul(x, 2, y, y) end)
   row('addcdiv', function() z:addcdiv(x, 2, y, y) end)
   row('cmax', function() z:cmax(x, y) end)
   row('cmin_number', function() z:cmin(x, 5) end)
   row('clamp', function() z:clamp(x, 10, 50) end)
   for _, name in ipairs {'fmod', 'remainder'} do
      local number, by = z[name], z['c' .. name]
      row(name, function() number(z, x, 7) end)
      row('c' .. name, function() by(z, x, y) end)
   end
   for _, name in ipairs {'lt', 'le', 'eq', 'ne'} do
      local compare = o.byte[name] and x[name]
      row(name, function() compare(x, y) end)
      row(name .. '_number', function() compare(x, 30) end)
   end
   row('lt_bytes', function() torch.lt(o.byte, x, y) end)
   row('equal', function() return torch.equal and x:equal(x) end)
   if not isFloat then
      for _, name in ipairs {'lshift', 'rshift', 'bitand', 'bitor', 'bitxor'} do
         local number, by = z[name], z['c' .. name]
         row(name, function() number(z, x, 3) end)
         row('c' .. name, function() by(z, x, y) end)
      end
   end
   local t = x2:t()
   row('add_number_in_place', function() x:add(0) end)
   row('add_in_place', function() z:add(y) end)
   row('cmul_in_place', function() z:cmul(y) end)
   row('copy_transposed', function() z2:copy(t) end)
   row('add_number_transposed', function() z2:add(t, 1) end)
   row('add_transposed', function() z2:add(y2, t) end)
   row('cmul_both_transposed', function() z2:cmul(t, t) end)
   row('add_row', function() z2:add(y2, o.row) end)
   row('add_column', function() z2:add(y2, o.column) end)
   row('cmul_row', function() z2:cmul(y2, o.row) end)
   row('cmul_column', function() z2:cmul(y2, o.column) end)
   row('copy_column', function() z2:copy(o.column) end)
   local narrow, to = x2:narrow(2, 2, columns - 2), z2:narrow(2, 2, columns - 2)
   row('add_number_narrowed', function() to:add(narrow, 1) end)
   row('fill_transposed', function() z2:t():fill(2) end)
   if isFloat then row('exp_transposed', function() z2:exp(t) end) end
end

local function reductions(o, row)
   local x, x2, t, r, i = o.unit, o.unit:view(rows, columns), o.unit:view(rows, columns):t(), o.z.new(), o.long
   local names = {'sum', 'prod', 'max', 'min'}
   if o.kind == 'Float' or o.kind == 'Double' then
      for _, name in ipairs {'mean', 'var', 'std'} do table.insert(names, name) end
      for _, p in ipairs {2, 1, 3} do
         row('norm_' .. p, function() return x:norm(p) end)
         for d = 1, 2 do row('norm_' .. p .. '_dim_' .. d, function() r:norm(x2, p, d) end) end
      end
      row('dist', function() return x:dist(o.y) end)
      row('renorm', function() r:renorm(x2, 2, 1, 0.5) end)
      row('histc', function() r:histc(x, 20) end)
      row('dot', function() return x:dot(o.y) end)
   end
   for _, name in ipairs(names) do
      local reduce, isExtreme = x[name], name == 'max' or name == 'min'
      row(name, function() return reduce(x) end)
      row(name .. '_transposed', function() return reduce(t) end)
      for d = 1, 2 do
         row(name .. '_dim_' .. d, isExtreme and function() reduce(r, i, x2, d) end or function() reduce(r, x2, d) end)
      end
   end
   for _, name in ipairs {'cumsum', 'cumprod'} do
      local run = r[name]
      row(name, function() run(r, x) end)
      for d = 1, 2 do row(name .. '_dim_' .. d, function() run(r, x2, d) end) end
   end
end

local function orders(o, row)
   local x, r, i = o.signed, o.z.new(), o.long
   local x2, up, flat = x:view(rows, columns), torch.sort(x), x:clone():fill(3)
   row('sort', function() r:sort(i, x) end)
   row('sort_descending', function() r:sort(i, x, 1, true) end)
   row('sort_sorted', function() r:sort(i, up) end)
   row('sort_backwards', function() r:sort(i, up, 1, true) end)
   row('sort_equal', function() r:sort(i, flat) end)
   for d = 1, 2 do row('sort_dim_' .. d, function() r:sort(i, x2, d) end) end
   row('topk_10', function() r:topk(i, x, 10) end)
   row('topk_1000', function() r:topk(i, x, 1000) end)
   row('kthvalue', function() r:kthvalue(i, x, 30000) end)
   for _, name in ipairs {'median', 'mode'} do
      local find = r[name]
      row(name, function() find(r, i, x) end)
      for d = 1, 2 do row(name .. '_dim_' .. d, function() find(r, i, x2, d) end) end
   end
   row('median_sorted', function() r:median(i, up) end)
   row('median_equal', function() r:median(i, flat) end)
   row('topk_dim_1', function() r:topk(i, x2, 10, 1) end)
end

local function indexing(o, row)
   local x, x2, r = o.x, o.x2, o.z.new()
   local places = torch.LongTensor(n):random(1, n)
   local lines, places2 = torch.randperm(rows):long(), torch.LongTensor(rows, columns):random(1, rows)
   local mask, z, z2 = torch.ByteTensor(n):bernoulli(), o.z, o.z2
   local mask2 = mask:view(rows, columns)
   row('index_elements', function() r:index(x, 1, places) end)
   for d = 1, 2 do
      row('index_dim_' .. d, function() r:index(x2, d, lines) end)
      row('indexCopy_dim_' .. d, function() z2:indexCopy(d, lines, x2) end)
      row('indexAdd_dim_' .. d, function() z2:indexAdd(d, lines, x2) end)
      row('indexFill_dim_' .. d, function() z2:indexFill(d, lines, 1) end)
      row('gather_dim_' .. d, function() z2:gather(x2, d, places2) end)
      row('scatter_dim_' .. d, function() z2:scatter(d, places2, x2) end)
   end
   row('gather', function() z:gather(x, 1, places) end)
   row('maskedSelect', function() r:maskedSelect(x, mask) end)
   row('maskedFill', function() z2:maskedFill(mask2, 1) end)
   row('maskedCopy', function() z:maskedCopy(mask, x) end)
   row('nonzero', function() return mask.nonzero(x) end)
   row('cat', function() torch.cat(r, {x2, x2}, 2) end)
   row('clone', function() return x:clone() end)
   for _, to in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'} do
      local other = torch[to .. 'Tensor'](n)
      row('to_' .. to, function() other:copy(x) end)
   end
end

local function random(o, row)
   local z = o.z
   row('random', function() z:random(1, 100) end)
   row('bernoulli', function() z:bernoulli(0.3) end)
   row('geometric', function() z:geometric(0.3) end)
   if o.kind ~= 'Float' and o.kind ~= 'Double' then return end
   for _, name in ipairs {'uniform', 'normal', 'exponential', 'cauchy', 'logNormal'} do
      local draw = z[name]
      row(name, function() if name == 'exponential' then draw(z, 1) else draw(z, 0, 1) end end)
   end
end

local function small(o)
   for _, size in ipairs {1, 10, 100, 1000} do
      local x, y, r, i = o.x:narrow(1, 1, size):clone(), o.y:narrow(1, 1, size):clone(), o.z.new(size), o.long
      local function row(name, f) measure(('call_%s_%s_%d'):format(o.kind, name, size), 1, f) end
      row('fill', function() r:fill(1) end)
      row('copy', function() r:copy(x) end)
      row('add_number', function() r:add(x, 1) end)
      row('add', function() r:add(x, y) end)
      row('cmul_in_place', function() r:cmul(y) end)
      row('exp', function() r:exp(x) end)
      row('sum', function() return x:sum() end)
      row('sum_dim', function() r:sum(x, 1) end)
      row('max_dim', function() r:max(i, x, 1) end)
      r = o.z.new(size)
      row('lt', function() x:lt(y) end)
      -- Other elements each time, or the processor learns them by heart.
      local many, next = o.signed:narrow(1, 1, 64 * size):view(64, size), 0
      row('sort', function()
         next = next % 64 + 1
         r:sort(i, many[next])
      end)
      row('new_add', function() return x + 1 end)
      row('clone', function() return x:clone() end)
      row('narrow', function() return x:narrow(1, 1, 1) end)
      row('view', function() return x:view(size, 1) end)
      row('uniform', function() r:uniform() end)
   end
end

for _, kind in ipairs {'Float', 'Double', 'Long', 'Int', 'Byte'} do
   local o = operands(kind)
   local function row(name, f) measure(kind .. '_' .. name, n, f) end
   elementwise(o, row)
   reductions(o, row)
   orders(o, row)
   indexing(o, row)
   random(o, row)
   if kind == 'Float' or kind == 'Double' then small(o) end
end
