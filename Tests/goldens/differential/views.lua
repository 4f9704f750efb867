-- Views, sizes and what shares storage.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local two = {'Int', 'Double'}
-- Cases of wrong arguments and edges: two types, few layouts.
local function edges(t)
   t.types, t.layouts = t.types or two, t.layouts or {'contiguous', 'transposed'}
   case(t)
end
local cube = {'plain', 2, 3, 4}

case{x = cube, 'x:narrow(2, 2, 2)', 'torch.narrow(x, 1, 1, 1)', 'x:narrow(3, 1, 4)', 'x:narrow(1, 2, 1):narrow(3, 2, 2)', 'x:narrow("2", 1, 1.9)', 'x:narrow(2, 3, 1):storageOffset()'}
edges{x = cube, 'x:narrow(0, 1, 1)', 'x:narrow(4, 1, 1)', 'x:narrow(1, 0, 1)', 'x:narrow(1, 3, 1)', 'x:narrow(1, 2, 2)', 'x:narrow(1, 1, 0)', 'x:narrow(1, 1, -1)', 'x:narrow(1, 1)', 'x:narrow()', 'x:narrow(-1, 1, 1)', 'x:narrow({}, 1, 1)'}
case{x = cube, 'x:sub(1, 2)', 'torch.sub(x, 2, 2, 2, 3)', 'x:sub(1, -1, 2, -1, -2, -1)', 'x:sub(-1, -1)', 'x:sub(1, 1, 1, 1)', 'x:sub(-2, 2, -3, -2)'}
edges{x = cube, 'x:sub(0, 1)', 'x:sub(1, 3)', 'x:sub(2, 1)', 'x:sub(1, 2, 1)', 'x:sub(1)', 'x:sub()', 'x:sub(1, 2, 1, 2, 1, 2, 1, 2)', 'x:sub(-3, 1)', 'x:sub(1, 2, 3, 2)'}
case{x = cube, 'x:select(1, 2)', 'torch.select(x, 2, 1)', 'x:select(3, 4)', 'x:select(1, 1):select(1, 2)', 'x:select(1, 1):select(1, 2):select(1, 3)', 'x:select(2, -1)', 'x:select(2, 3):storageOffset()'}
edges{x = cube, 'x:select(0, 1)', 'x:select(4, 1)', 'x:select(1, 0)', 'x:select(1, 3)', 'x:select(1)', 'x:select("1", "2")', 'x:select(1, 1.9)', 'x:select(1, -3)'}
case{'x:t()', 'torch.t(x)', 'x:t():isContiguous()', 'x:t():t()', 'x:t():stride()'}
edges{x = cube, 'x:t()', 'x:select(1, 1):select(1, 1):t()', 'torch.t()'}
case{x = cube, 'x:transpose(1, 3)', 'torch.transpose(x, 2, 3)', 'x:transpose(2, 2)', 'x:transpose(1, 2):transpose(2, 3)', 'x:transpose(3, 1):stride()'}
edges{x = cube, 'x:transpose(0, 1)', 'x:transpose(1, 4)', 'x:transpose(1)', 'x:transpose()', 'x:transpose(-1, 1)'}
case{x = cube, 'x:permute(3, 1, 2)', 'torch.permute(x, 2, 1, 3)', 'x:permute(1, 2, 3)', 'x:permute(3, 2, 1):stride()'}
edges{x = cube, 'x:permute(1, 2)', 'x:permute(1, 2, 4)', 'x:permute(1, 1, 2)', 'x:permute()', 'x:permute(1, 2, 3, 4)', 'x:permute(0, 1, 2)'}

case{'x:view(3, 2)', 'torch.view(x, 6)', 'x:view(-1)', 'x:view(-1, 2)', 'x:view(1, 2, 3, 1)', 'x:view(torch.LongStorage({3, -1}))', 'x:view(r, 3, 2)', 'torch.view(r, x, torch.LongStorage({6}))', 'x:narrow(1, 1, 1):view(3)',
   'x:view(x:size())', 'T():view(x, 3, 2)', 'x:contiguous():view(2, 3)'}
edges{'x:view(4)', 'x:view(-1, 4)', 'x:view(-1, -1)', 'x:view(0)', 'x:view()', 'x:view({2, 3})', 'x:view("a")', 'x:view(torch.LongStorage())', 'x:view(-2, 3)', 'x:t():view(6)', 'x:view(1e10, 6)'}
case{x = {'plain', 2, 6}, y = {'plain', 3, 4}, mixed = false, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'one'}, 'x:viewAs(y)', 'torch.viewAs(x, y)', 'x:viewAs(r)'}
case{'x:reshape(3, 2)', 'torch.reshape(x, 6)', 'x:reshape(1, 6)', 'torch.reshape(r, x, 3, 2)', 'torch.reshape(n, x, 6)', 'x:reshape(torch.LongStorage({3, 2}))', 'x:reshape(2, 1, 3)', 'x:t():reshape(2, 3)', 'x:reshape(x:size()):storageOffset()',
   'torch.reshape(o, x, torch.LongStorage({6, 1}))'}
edges{'x:reshape(4)', 'x:reshape(-1)', 'x:reshape()', 'x:reshape(0)', 'x:reshape({2, 3})', 'x:reshape(7, 1)', 'torch.reshape(x)', 'x:reshape("6")'}

case{x = {'plain', 1, 3}, y = {'plain', 2, 3}, layouts = {'contiguous', 'narrowed', 'transposed', 'one'}, 'x:expand(2, 3)', 'torch.expand(x, 4, 3)', 'x:expand(1, 3)', 'x:expand(torch.LongStorage({2, 3}))', 'x:expand(r, 2, 3)', 'torch.expand(r, x, 2, 3)',
   'x:expandAs(y)', 'torch.expandAs(x, y)', 'x:expandAs(r, y)', 'x:expand(2, 3):stride()', 'x:t():expand(3, 5)', 'x:expand(2, 3):contiguous()', 'x:expand(2, 3):clone()', 'x:expand(2, 3):isContiguous()'}
edges{x = {'plain', 2, 3}, 'x:expand(2, 4)', 'x:expand(4, 3)', 'x:expand(2)', 'x:expand(2, 3, 1)', 'x:expand()', 'x:expand(0, 3)', 'x:expand(-1, 3)', 'x:expand({2, 3})', 'x:expandAs(1)', 'x:expand(1, 3)', 'T():expand(2)'}
case{x = {'plain', 1, 2, 1, 3, 1}, layouts = {'contiguous', 'narrowed', 'transposed', 'empty', 'one'}, 'x:squeeze()', 'torch.squeeze(x)', 'x:squeeze(1)', 'x:squeeze(2)', 'x:squeeze(5)', 'torch.squeeze(r, x)', 'x:squeeze(3):stride()', 'torch.squeeze(x, 3)', 'x:select(2, 1):squeeze()'}
edges{x = {'plain', 1, 2, 1}, 'x:squeeze(0)', 'x:squeeze(4)', 'x:squeeze(-1)', 'x:squeeze("a")', 'x:narrow(2, 1, 1):squeeze()', 'x:narrow(2, 1, 1):squeeze(1)', 'x:narrow(2, 1, 1):squeeze(1):squeeze(1)', 'T({5}):squeeze(1)', 'torch.type(T({5}):squeeze())'}
case{x = {'plain', 7}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:unfold(1, 3, 2)', 'x:unfold(1, 2, 1)', 'x:unfold(1, 7, 1)', 'x:unfold(1, 1, 3)', 'x:unfold(1, 3, 2):stride()', 'torch.unfold(x, 1, 4, 4)'}
case{x = {'plain', 4, 5}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, 'x:unfold(2, 2, 3)', 'x:unfold(1, 2, 1)', 'x:unfold(1, 2, 2):unfold(2, 3, 2)'}
edges{x = {'plain', 4, 5}, 'x:unfold(0, 1, 1)', 'x:unfold(3, 1, 1)', 'x:unfold(1, 5, 1)', 'x:unfold(1, 1, 0)', 'x:unfold(1, 1)', 'x:unfold(1, 2, -1)', 'x:unfold()'}

case{x = {'plain', 5, 4}, 'x:split(2)', 'torch.split(x, 3, 2)', 'x:split(1, 1)[5]', 'x:split(7)', 'local t = {} torch.split(t, x, 2) return t', 'x:split(2, 1)[3]:storageOffset()'}
case{x = {'plain', 5, 4}, 'x:chunk(2)', 'torch.chunk(x, 3, 2)', 'x:chunk(5, 1)[2]', 'x:chunk(9)', 'local t = {} torch.chunk(t, x, 2) return t'}
edges{x = {'plain', 5, 4}, 'x:split(0)', 'x:split(-1)', 'x:split(2, 3)', 'x:split(2, 0)', 'x:split()', 'x:split("2")', 'x:chunk(0)', 'x:chunk(-1)', 'x:chunk(2, 3)', 'x:chunk()'}
case{x = {'plain', 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'one'}, 'x:repeatTensor(2, 1)', 'torch.repeatTensor(x, 1, 3)', 'x:repeatTensor(2, 1, 2)', 'x:repeatTensor(torch.LongStorage({2, 2}))', 'torch.repeatTensor(r, x, 2, 2)', 'torch.repeatTensor(n, x, 1, 1)', 'x:repeatTensor(1, 1)',
   'x:select(1, 1):repeatTensor(3)', 'x:select(1, 1):repeatTensor(2, 2)'}
edges{x = {'plain', 2, 3}, 'x:repeatTensor(2)', 'x:repeatTensor()', 'x:repeatTensor(0, 1)', 'x:repeatTensor(-1, 1)', 'x:repeatTensor("a")', 'torch.repeatTensor(2)'}

case{'x:contiguous()', 'torch.contiguous(x)', 'x:isContiguous()', 'torch.isContiguous(x)', 'x:t():contiguous()', 'x:clone()', 'torch.clone(x)', 'x:clone():storage():size()', 'x:contiguous():storageOffset()'}
case{'x:size()', 'x:size(2)', 'x:stride()', 'x:stride(1)', 'x:dim()', 'x:nDimension()', 'x:nElement()', 'x:numel()', 'x:storageOffset()', '#x', 'torch.size(x)', 'torch.nElement(x)', 'torch.dim(x)', 'x:storage():size()', 'torch.stride(x, 2)', 'torch.numel(x)',
   'torch.storageOffset(x)', 'torch.nDimension(x)', 'x:elementSize()', 'x:storage()'}
edges{'x:size(0)', 'x:size(3)', 'x:size(-1)', 'x:stride(0)', 'x:stride(3)', 'x:size("1")', 'x:size(1.9)', 'T():size()', 'T():dim()', 'T():nElement()', 'T():stride()', 'T():size(1)', 'T():storage()', 'T():storageOffset()', 'torch.size()'}
case{y = {'plain', 2, 3}, 'x:isSameSizeAs(y)', 'torch.isSameSizeAs(x, r)', 'x:isSize(y:size())', 'x:isSize(torch.LongStorage({3, 2}))', 'torch.isSize(x, x:size())', 'x:isSetTo(x)', 'x:isSetTo(y)', 'torch.isSetTo(x, x:narrow(1, 1, 1))', 'x:isSetTo(x:view(x:size()))',
   'x:isSetTo(T(x))', 'x:isSetTo(x:clone())', 'x:t():isSetTo(x)', 'x:isSameSizeAs(x:t())', 'T():isSetTo(T())', 'T():isSameSizeAs(T())'}
edges{'x:isSameSizeAs(1)', 'x:isSize(2, 3)', 'x:isSize({2, 3})', 'x:isSetTo()', 'x:isSize()'}

case{y = {'plain', 3, 2}, 'r:set(x) return r', 'torch.set(r, x)', 'r:set(x) return r:isSetTo(x)', 'r:set(x:storage()) return r', 'r:set(x:storage(), 2) return r', 'r:set(x:storage(), 2, 2) return r', 'r:set(x:storage(), 1, 2, 1) return r',
   'r:set(x:storage(), 1, torch.LongStorage({2, 2})) return r', 'r:set(x:storage(), 1, torch.LongStorage({2, 2}), torch.LongStorage({1, 2})) return r', 'r:set(x:storage(), 1, 2, 2, 1, 1) return r', 'x:set(y) return x', 'x:set() return x',
   'n:set(x):fill(1) return x', 'r:set(x:storage(), 3, -1) return r'}
edges{'r:set(x:storage(), 0)', 'r:set(x:storage(), 1, -2)', 'r:set(1):fill(3)', 'r:set(torch.ByteTensor(2))', 'r:set({})', 'r:set(torch.LongStorage({2, 3})):fill(2)', 'r:set(x:storage(), -1, 2)', 'r:set("a")'}
case{y = {'plain', 3, 2}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'r:resize(2, 2):fill(1)', 'x:resize(3, 2)', 'x:resize(2, 3)', 'x:resize(6)', 'x:resize(torch.LongStorage({1, 6}))', 'r:resizeAs(y):fill(2)', 'x:resizeAs(y)', 'torch.resizeAs(x, y)', 'x:resize(2, 2)', 'x:resize(1)', 'r:resize(3):fill(0)',
   'x:resize(torch.LongStorage({2, 2}), torch.LongStorage({1, 2}))', 'r:resize(0) return r', 'r:resize(torch.LongStorage()) return r', 'torch.resize(x, 3, 2)', 'n:resizeAs(x) return n:isSameSizeAs(x)', 'x:resize(2, 3):isSetTo(x)', 'x:resize(3, -1)'}
edges{'x:resize()', 'x:resize(-2)', 'x:resize({2, 3})', 'x:resize("a")', 'x:resizeAs(1)', 'x:resizeAs()', 'x:resize(2, 0)', 'x:resize(2, -2)'}

case{y = {'plain', 2, 2}, z = {'plain', 3, 3}, 'torch.cat(x, y)', 'torch.cat(x, z, 1)', 'torch.cat(r, x, y, 2)', 'torch.cat({x, y, x})', 'torch.cat({x, z}, 1)', 'torch.cat(r, {x, x}, 1)', 'torch.cat(n, x, x, 1)', 'x:cat(y)', 'x:cat(z, 1)', 'torch.cat(x, x)', 'torch.cat({x}, 1)',
   'torch.cat(x, x, 3)', 'torch.cat(x:select(1, 1), x:select(1, 1))', 'torch.cat(x:select(1, 1), x:select(1, 1), 2)', 'torch.cat({x, T(), y}, 2)', 'torch.cat(T(), T())', 'torch.cat(T(), x, 1)', 'torch.cat(o, {x, z}, 1)'}
edges{y = {'plain', 2, 2}, 'torch.cat(x, y, 1)', 'torch.cat()', 'torch.cat({})', 'torch.cat(x)', 'torch.cat({x, 1})', 'torch.cat(x, y, 0)', 'torch.cat(x, y, -1)', 'torch.cat({x, y}, 5)', 'torch.cat(x, torch.ByteTensor(2, 2))', 'torch.cat("a", x)', 'torch.cat({x, x:select(1, 1)}, 1)'}

return cases
