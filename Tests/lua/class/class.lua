-- require 'class', with what the original answered.
local class = require 'class'
local test = {}

local A = class('test.A')
function A:__init(x) self.x = x end
function A:run() return self.x end
local B, parent = class('test.B', 'test.A')
function B:__init(x)
   parent.__init(self, x)
   self.y = 2
end

function test.new(check)
   check.equal(parent, class.metatable('test.A'))
   local a, b = A(1), B.new(3)
   check.equal(a:run() + b:run() + b.y, 6)
   check.equal(A.new('only', 'the first').x, 'only')
   check.equal(rawequal(getmetatable(a), class.metatable('test.A')), true)
   check.equal(getmetatable(A), class.metatable('test.A'))
   check.equal(getmetatable(class.metatable('test.B')), parent)
   check.equal(class {name = 'test.Named', parentname = 'test.A'}(4).x, 4)
   check.equal(class.new('test.New')().x, nil)
   A.z = 5
   check.equal(class.metatable('test.A').z + b.z, 10)
   check.equal(rawget(A, 'z'), nil)
end

function test.newIsLookedUp(check)
   local C = class('test.C')
   C.new = function() return 7 end
   check.equal(C() + C.new(), 14)
end

function test.operatorsAreNotInherited(check)
   function A.__call(_, x) return x + 1 end
   check.equal(A(1)(1), 2)
   check.raises('attempt to call', function() return B(1)(1) end)
end

function test.refusals(check)
   check.raises('class.lua:42: class.new: class <test.A> already exists', function() class('test.A') end)
   check.raises('class.new: parent class <Nope> does not exist', class, 'test.D', 'Nope')
   check.raises('class.new: expected a name, got nil', class)
   check.raises('class.new: expected a name, got number', class, 1)
   check.raises("class.new: expected the parent's name, got number", class.new, 'test.D', 3)
   check.raises("class.new: expected the parent's name, got table", class, 'test.D', A)
   check.raises('class.factory: unknown class <Nope>', class.factory, 'Nope')
   check.raises('class.metatable: expected the name of a class, got table', class.metatable, A(1))
end

function test.type(check)
   check.equal(class.type(A(1)) .. ' ' .. class.type(B(1)) .. ' ' .. class.type(A), 'test.A test.B test.A')
   check.equal(class.type({}) .. ' ' .. class.type(3) .. ' ' .. class.type(nil) .. ' ' .. class.type('x'), 'table number nil string')
   check.equal(class.type({obj = B(1)}), 'table')
   check.equal(class.type(torch.Tensor()), 'torch.DoubleTensor')
   check.equal(class.type(setmetatable({}, {__typename = 'own'})), 'own')
end

function test.istype(check)
   local a, b = A(1), B(1)
   check.equal(class.istype(a, 'test.A') and class.istype(b, 'test.A') and class.istype(b, 'test.B'), true)
   check.equal(class.istype(a, 'test.B') or class.istype(b, 'table') or class.istype(a, 'Nope') or class.istype(a), false)
   check.equal(class.istype(3, 'number') and class.istype({}, 'table') and class.istype(nil, 'nil'), true)
   check.equal(class.istype(torch.Tensor(), 'torch.DoubleTensor'), true)
   check.equal(class.istype(torch.Tensor(), 'torch.*Tensor'), false)
   check.equal(class.istype {obj = b, name = 'test.A'}, true)
end

function test.factory(check)
   local object = class.factory('test.B')
   check.equal(class.type(object), 'test.B')
   check.equal(next(object), nil)
   check.equal(class.metatable('Nope'), nil)
end

return test
