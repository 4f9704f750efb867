-- Files for other readers: th write.lua FOLDER. Tensors of every type and layout, tables, a network.
require 'nn'
torch.manualSeed(1)
local list = {}
for _, name in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'} do
   local t = torch[name .. 'Tensor'](4, 5):copy(torch.Tensor(4, 5):uniform(0, 100))
   list[#list + 1], list[#list + 2], list[#list + 3] = t, t:t(), t:narrow(1, 2, 2)
   list[#list + 1] = torch[name .. 'Tensor']()
end
local net = nn.Sequential():add(nn.Linear(3, 4)):add(nn.Tanh())
net:forward(torch.Tensor(2, 3):uniform())
local all = {list = list, net = net, text = 'two\nlines', number = 0.1, yes = true, no = false, [3] = 'three', deep = {{{1}}}}
all.itself, all.again = all, list
for mode, name in pairs {binary = 'all.t7', ascii = 'all.txt'} do torch.save(arg[1] .. '/' .. name, all, mode) end
