-- Half: conversions and views, which is most of what there is for it. Values are compared exactly.
local cases = {}
local function half(t)
   t.types, cases[#cases + 1] = {'Half'}, t
end
half{'x:double()', 'x:float()', 'x:long()', 'x:half()', 'x:clone()', 'x:contiguous()', 'x:type()', 'x:type("torch.FloatTensor")', 'torch.DoubleTensor(2, 3):copy(x)', 'T(2, 3):copy(x)', 'x:totable()'}
half{layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, 'x[1]', 'x[1][2]', 'x:narrow(2, 2, 2)', 'x:select(1, 2)', 'x:t()', 'x:transpose(1, 2)', 'x:size()', 'x:stride()', 'x:dim()', 'x:nElement()', 'x:isContiguous()',
   'x:unfold(2, 2, 1)', 'x:permute(2, 1)', 'x:split(1)', 'x:chunk(2)', 'x:sub(1, 1)', 'x:isSameSizeAs(x)', 'x:elementSize()', 'torch.type(x:storage())', 'x:storage():size()', 'x:storageOffset()', 'x:expand(2, 2, 3)', 'x:repeatTensor(2, 1)'}
half{layouts = {'contiguous'}, 'x:view(6)', 'x:viewAs(x:t())', 'x:reshape(3, 2)', 'x:resize(2, 2)', 'x[{{}, 2}]', 'x:fill(3)', 'x[1]:fill(1)', 'T({1, 2.5, 65504})', 'T({1/3, 70000, -1/0, 1e-8})', 'T(2, 2):fill(1)', 'T():size()', 'torch.HalfStorage({1, 2.5})', 'torch.HalfStorage(2):fill(1)',
   'torch.FloatTensor({0.1, 2049, 1e-7}):half()', 'torch.LongTensor({3, 100000}):half()', 'torch.deserialize(torch.serialize(x))', 'torch.serialize(x, "ascii")', 'torch.isTensor(x)', 'torch.isTypeOf(x, "torch.HalfTensor")'}

return cases
