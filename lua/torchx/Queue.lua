--- A queue: what was put first is got first.
--
--     local queue = torchx.Queue()
--     queue:put('a')
--     queue:get()      -- 'a'
--
-- @classmod torchx.Queue
local Queue = torch.class('torchx.Queue')

function Queue:__init()
   -- Values lie at `first` … `last`, which go down.
   self.first, self.last, self.list = 0, -1, {}
end

--- Put a value at the end.
-- @param value anything but nil
function Queue:put(value)
   self.first = self.first - 1
   self.list[self.first] = value
end

--- Whether there is nothing in it.
function Queue:empty() return self.first > self.last end

--- Take the value from the front.
function Queue:get()
   if self:empty() then error('torchx.Queue: Queue is empty: expected a put for each get', 2) end
   local value = self.list[self.last]
   self.list[self.last] = nil
   self.last = self.last - 1
   return value
end
