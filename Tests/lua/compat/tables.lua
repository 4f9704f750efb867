-- table, select and the iterators as LuaJIT has them.
local test = {}

local function list(...) return table.concat({...}, ',') end

function test.insertAndRemoveTakeAnyPosition(check)
   local t = {1, 2}
   table.insert(t, 5, 'x')
   check.equal(t[5], 'x')
   t = {1, 2, 3}
   table.insert(t, 2.7, 'x')
   check.equal(list(unpack(t)), '1,x,2,3')
   t = {1, 2}
   table.insert(t, 0, 'x')
   check.equal(t[0] .. tostring(t[1]) .. t[2] .. t[3], 'xnil12')
   check.raises("wrong number of arguments to 'insert'", table.insert, {1})
   check.raises('table expected, got nil', table.insert, nil, 1)
   t = {1, 2, 3}
   check.equal(table.remove(t, 1.9) .. list(unpack(t)), '12,3')
   check.equal(table.remove(t, nil), 3)
   check.equal(select('#', table.remove({})), 0)
   check.equal(select('#', table.remove({1}, 5)), 0)
   check.equal(select('#', table.remove({1, 2, 3}, -1)), 0)
end

-- nn's containers refuse their length, and still insert into themselves.
function test.metamethodsAreNotAsked(check)
   local t = setmetatable({1, 2}, {
      __len = function() error('asked') end, __index = function() error('asked') end, __newindex = function() error('asked') end,
   })
   table.insert(t, 3)
   check.equal(list(unpack(t)), '1,2,3')
   check.equal(table.remove(t), 3)
   check.equal(table.getn(t), 2)
   local n = 0
   for _ in ipairs(t) do n = n + 1 end
   check.equal(n, 2)
end

function test.fractions(check)
   check.equal(list(unpack({1, 2, 3}, 1.9, 2.2)), '1,2')
   check.equal(list(unpack({1, 2, 3}, '2', '3')), '2,3')
   check.equal(table.concat({1, 2, 3}, ',', 1.9, 2.9), '1,2')
   check.equal(table.concat({1.5, -0}), '1.5-0')
   check.equal(select(2.9, 1, 2, 3), 2)
   check.equal(select(-1, 1, 2, 3), 3)
   check.raises('index out of range', select, 0)
   check.raises('too many results to unpack', unpack, {}, 1, 1e8)
   check.raises('table expected, got string', unpack, 'abc')
end

function test.names(check)
   check.equal(table.unpack, unpack)
   check.equal(table.maxn {1, [5] = 1}, 5)
   check.equal(table.foreach({1, 2}, function(i, v) if i == 2 then return v end end), 2)
   check.equal(table.foreachi({'a', 'b'}, function(i, v) if v == 'b' then return i end end), 2)
end

function test.iterators(check)
   local function both() return function(_, i) if not i then return 'only' end end end
   for key in pairs(setmetatable({1}, {__pairs = both})) do check.equal(key, 'only') end
   for key in ipairs(setmetatable({1}, {__ipairs = both})) do check.equal(key, 'only') end
   check.raises("bad argument #1 to 'pairs' (table expected, got nil)", function() for _ in pairs(nil) do end end)
   check.raises("bad argument #1 to 'ipairs' (table expected, got nil)", function() for _ in ipairs(nil) do end end)
end

function test.tablesHaveNoFinalisers(check)
   local meta, collected = {}, false
   meta.__gc = function() collected = true end
   check.equal(getmetatable(setmetatable({}, meta)).__gc, meta.__gc)
   collectgarbage()
   collectgarbage()
   check.equal(collected, false)
   local proxy = newproxy(true)
   getmetatable(proxy).__gc = function() end
   check.equal(getmetatable(newproxy(proxy)), getmetatable(proxy))
   check.raises('cannot change a protected metatable', setmetatable, setmetatable({}, {__metatable = 1}), {})
   check.raises('nil or table expected', setmetatable, {}, 1)
end

return test
