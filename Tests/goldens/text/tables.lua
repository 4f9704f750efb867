-- Tables as text, nested; one string key at most in each, since the order of keys was not defined.
print {}
print {1, 'two', true, 2.5, -0.0, 1e15}
print {x = {y = {z = 'deep'}}}
print {{1, {2, {3, {4, {5, {6}}}}}}}
print {torch.Tensor(2, 3), torch.LongStorage {1, 2}, torch.ByteTensor()}
print {tensors = {torch.FloatTensor(4):zero(), torch.FloatTensor(1, 1, 1)}}
print {1, 2, {}, {{}}, name = 'mixed'}
print {'line\nbreak', "quo\"te", '\ttab', [10] = 'ten'}
print {[2.5] = 'fraction'}
print {[true] = 'yes'}
print({1}, {2, {3}}, 'text', {})
print {torch.LongTensor {1}:size(), {torch.range(1, 3)}}
print {0 / 0, 1 / 0, -1 / 0, 2 ^ 53}
print(setmetatable({1}, {__tostring = function() return 'own text' end}), {setmetatable({1}, {__tostring = function() return 'inner' end})})
