--- What a test may assert: methods of `torch.Tester`.
--
-- Each returns whether it holds. A label, the last argument, goes into the report; where there is a tolerance, the two
-- come in either order.
--
-- @classmod torch.Tester
local comparison, place = require 'torch.comparison', require 'torch.place'

local function refuse(text, ...) error(select('#', ...) > 0 and text:format(...) or text, place.level()) end

-- The label of an assertion that takes nothing else.
local function labelOf(...)
   local label, rest = ...
   if rest ~= nil then refuse('Unexpected arguments passed to test function') end
   if label and type(label) ~= 'string' then refuse('message parameter must be a string, got %s', type(label)) end
   return label or nil
end

-- A tolerance and a label, in either order; what comes after nil does not count.
local function options(...)
   local tolerance, label
   for _, value in ipairs {...} do
      if type(value) == 'number' then
         if tolerance then refuse('Unexpected number argument; already have tolerance') end
         tolerance = value
      elseif type(value) == 'string' then
         if label then refuse('Unexpected string argument; already have message') end
         label = value
      else
         refuse('Unexpected argument: expected a tolerance or a message, got %s', type(value))
      end
   end
   return tolerance, label
end

local function labelled(label, message) return label and label .. '\n' .. message or message end

return function(Tester)
   --- That a condition is true.
   function Tester:assert(condition, ...)
      local label = labelOf(...)
      if type(condition) ~= 'boolean' then
         self:_warning(' :assert should only be used for boolean conditions. To check for non-nil variables, do this '
            .. 'explicitly: Tester:assert(var ~= nil).')
      end
      return self:_assert_sub(condition, labelled(label, 'BOOL violation condition=' .. tostring(condition)))
   end

   for name, relation in pairs {
      lt = {'LT', '>=', function(a, b) return a < b end}, gt = {'GT', '<=', function(a, b) return a > b end},
      le = {'LE', '>', function(a, b) return a <= b end}, ge = {'GE', '<', function(a, b) return a >= b end},
      eq = {'EQ', '~=', function(a, b) return a == b end}, ne = {'NE', '==', function(a, b) return a ~= b end},
   } do
      Tester['assert' .. name] = function(self, a, b, ...)
         local label = labelOf(...)
         if name == 'ne' and (type(a) == 'userdata' or type(a) == 'table' and type(b) == 'table') then
            self:_warning(' :assertne should only be used to compare basic lua objects (numbers, booleans, etc). '
               .. 'Consider using either :assertGeneralNe or :assert(a ~= b).')
         end
         local compared, holds = pcall(relation[3], a, b)
         if not compared then refuse('assert%s: cannot compare %s with %s', name, type(a), type(b)) end
         if holds then return self:_assert_sub(true) end
         local message = ('%s failed: %s %s %s'):format(relation[1], tostring(a), relation[2], tostring(b))
         return self:_assert_sub(false, labelled(label, message))
      end
   end

   --- That two numbers differ by no more than a tolerance (1e-16).
   function Tester:assertalmosteq(a, b, ...)
      local tolerance, label = options(...)
      tolerance = tolerance or 1e-16
      if not tonumber(a) or not tonumber(b) then
         refuse('assertalmosteq: expected two numbers, got %s and %s', type(a), type(b))
      end
      local message = 'ALMOST_EQ failed: %s ~= %s with tolerance=%s'
      message = message:format(tostring(a), tostring(b), tostring(tolerance))
      return self:_assert_sub(math.abs(a - b) <= tolerance, labelled(label, message))
   end

   local function general(wanted)
      return function(self, got, expected, ...)
         local tolerance, label = options(...)
         local holds, message = comparison.holds(got, expected, tolerance or 0, wanted)
         return self:_assert_sub(holds, labelled(label, message))
      end
   end
   --- That two values are equal: numbers and elements up to a tolerance (0), tables all through.
   -- @function Tester:eq
   -- @param got one
   -- @param expected the other
   -- @tparam[opt=0] number tolerance
   -- @tparam[opt] string label what the report calls it
   Tester.eq, Tester.ne = general(true), general(false)
   Tester.assertGeneralEq, Tester.assertGeneralNe = Tester.eq, Tester.ne

   local function ofTensors(wanted)
      return function(self, got, expected, ...)
         if not torch.isTensor(got) then refuse('First argument should be a Tensor, got %s', torch.type(got)) end
         if not torch.isTensor(expected) then
            refuse('Second argument should be a Tensor, got %s', torch.type(expected))
         end
         local tolerance, label = options(...)
         local flat = self._assertTensorEqIgnoresDims
         local holds, message = comparison.holds(got, expected, tolerance or 0, wanted, flat)
         if flat and wanted and holds and got:dim() ~= expected:dim() then
            self:_warning('Tensors have the same content but different dimensions. For backwards compatibility, they '
               .. 'are considered equal, but this may change in the future. Consider using :eq to check for equality '
               .. 'instead.')
         end
         return self:_assert_sub(holds, labelled(label, message))
      end
   end
   --- That two tensors are equal up to a tolerance (0); other dimensions are let pass with a warning.
   -- @function Tester:assertTensorEq
   Tester.assertTensorEq, Tester.assertTensorNe = ofTensors(true), ofTensors(false)

   local function ofTables(wanted)
      local compare = general(wanted)
      return function(self, got, expected, ...)
         if type(got) ~= 'table' then refuse('First argument should be a Table, got %s', torch.type(got)) end
         if type(expected) ~= 'table' then refuse('Second argument should be a Table, got %s', torch.type(expected)) end
         return compare(self, got, expected, ...)
      end
   end
   --- That two tables are equal all through.
   -- @function Tester:assertTableEq
   Tester.assertTableEq, Tester.assertTableNe = ofTables(true), ofTables(false)

   local function raised(self, holds, message, label)
      return self:_assert_sub(holds, labelled(label, 'ERROR violation: err=' .. tostring(message)))
   end
   --- That a function raises an error.
   function Tester:assertError(f, ...)
      local label, ok, message = labelOf(...), pcall(f)
      return raised(self, not ok, message, label)
   end
   --- That a function raises none.
   function Tester:assertNoError(f, ...)
      local label, ok, message = labelOf(...), pcall(f)
      return raised(self, ok, message, label)
   end
   --- That a function raises this very message.
   function Tester:assertErrorMsg(f, text, ...)
      local label, ok, message = labelOf(...), pcall(f)
      return raised(self, not ok and message == text, message, label)
   end
   --- That a function raises a message with this pattern in it.
   function Tester:assertErrorPattern(f, pattern, ...)
      local label = labelOf(...)
      if type(pattern) ~= 'string' and type(pattern) ~= 'number' then
         refuse('assertErrorPattern: expected a pattern, got %s', type(pattern))
      end
      local ok, message = pcall(f)
      local sound, found = pcall(string.find, tostring(message), pattern)
      if not sound then refuse(found) end
      return raised(self, not ok and found ~= nil, message, label)
   end
   --- That a function raises an object of which a function says yes.
   function Tester:assertErrorObj(f, condition, ...)
      local label = labelOf(...)
      if type(condition) ~= 'function' then
         refuse('assertErrorObj: expected a function to ask, got %s', type(condition))
      end
      local ok, object = pcall(f)
      return raised(self, not ok and condition(object), object, label)
   end
end
