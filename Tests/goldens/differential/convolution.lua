-- conv2, xcorr2, conv3 and xcorr3. Inputs are eighths, so that every sum is exact whatever its order.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near = {1e-6, 1e-14}
local function calls(f, x, y, result, ...)
   local list = {x = {'plain', unpack(x)}, y = {'plain', unpack(y)}, tolerance = near}
   for k, call in ipairs{'torch.F(x, y)', "x:F(y, 'F')", "torch.F(x, y, 'V')", 'torch.F(r, x, y)', 'torch.F(o, x, y)',
      "T():F(x, y, 'F')", 'torch.F(T(' .. result .. '):fill(7), x, y)', ...} do list[k] = call:gsub('F%(', f .. '(') end
   case(list)
end
for _, f in ipairs{'conv2', 'xcorr2'} do
   calls(f, {5, 6}, {2, 3}, '4, 4', "torch.F(y, x, 'F')", 'torch.F(y, x)', 'torch.F(n, x, y)')
   calls(f, {2, 4, 5}, {2, 3, 2}, '2, 2, 4', 'torch.F(y, x)')
   calls(f, {2, 4, 5}, {3, 2, 3, 2}, '3, 2, 4', 'torch.F(y, x)')
   case{types = {'Int', 'Double'}, layouts = {'contiguous'}, x = {'plain', 2, 4, 5}, y = {'plain', 3, 2, 2}, z = {'plain', 2, 3, 2, 2},
      ('torch.%s(x, y)'):format(f), ('torch.%s(x, z)'):format(f), ('torch.%s(x[1], y)'):format(f), ('torch.%s(x, y[1])'):format(f),
      ('torch.%s(x[1], y[1])'):format(f), ('torch.%s(x)'):format(f), ('torch.%s()'):format(f), ("torch.%s(x[1], y[1], 'X')"):format(f),
      ("torch.%s(x[1], y[1], 'f')"):format(f), ("torch.%s(x[1], y[1], '')"):format(f), ("torch.%s(x[1], y[1], 'Full')"):format(f),
      ('torch.%s(x[1], L)'):format(f), ('torch.%s(x[1], y[1], 1)'):format(f), ('torch.%s(x[1][1], y[1])'):format(f),
      ('torch.%s(T(), y[1])'):format(f)}
end
for _, f in ipairs{'conv3', 'xcorr3'} do
   calls(f, {3, 4, 5}, {2, 3, 2}, '2, 2, 4', "torch.F(y, x, 'F')", 'torch.F(y, x)')
   calls(f, {2, 3, 3, 4}, {2, 2, 2, 3}, '2, 2, 2, 2', 'torch.F(y, x)')
   calls(f, {2, 3, 3, 4}, {2, 2, 2, 2, 3}, '2, 2, 2, 2', 'torch.F(y, x)')
   case{types = {'Int', 'Double'}, layouts = {'contiguous'}, x = {'plain', 2, 3, 3, 4}, y = {'plain', 3, 2, 2, 2},
      ('torch.%s(x, y)'):format(f), ('torch.%s(x[1], y)'):format(f), ('torch.%s(x, y[1])'):format(f), ('torch.%s(x[1][1], y[1][1])'):format(f),
      ("torch.%s(x[1], y[1], 'X')"):format(f)}
end
return cases
