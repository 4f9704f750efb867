-- What every module and criterion of the cases says to wrong inputs, gradients and targets, word for word: messages.txt beside
-- this file. After a change that is meant: SCONCE_RECORD=1 th Tests/lua/run.lua Tests/lua/nn/messages.lua, and read what changed.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local path, test = 'Tests/lua/nn/messages.txt', {}

local function nines(...) return torch.Tensor(...):fill(9) end
local wrong = {
   {'nothing', function() return nil end}, {'a table', function() return {} end}, {'a number', function() return 3 end},
   {'an empty tensor', torch.Tensor}, {'7', function() return nines(7) end}, {'2x9', function() return nines(2, 9) end},
   {'1x1x1', function() return nines(1, 1, 1) end}, {'2x3x2x3', function() return nines(2, 3, 2, 3) end},
   {'2x2x2x2x2', function() return nines(2, 2, 2, 2, 2) end}, {'4 longs', function() return nines(4):long() end},
   {'two tensors', function() return {nines(2), nines(3, 2)} end},
}

-- What a call says, without places in files and in memory.
local function said(f, ...)
   local ok, message = pcall(f, ...)
   return ok and 'fine' or tostring(message):gsub('0x%x%x%x%x+', '0x…'):gsub('[%w/_.]+%.lua:%d+: ', ''):gsub('\n.*', '')
end

-- The messages of a class, with what was wrong; of those that expect the same, one.
local function messages(cases)
   local lines, seen = {}, {}
   local function tell(expression, what, message)
      local kind = message:gsub(', got.*', '')
      if message == 'fine' or seen[kind] then return end
      seen[kind] = true
      lines[#lines + 1] = ('%s, %s: %s'):format(expression, what, message)
   end
   for _, case in ipairs(cases) do
      local isCriterion = torch.isTypeOf(play.make(case, 'torch.DoubleTensor'), 'nn.Criterion')
      for _, value in ipairs(wrong) do
         local name, x = value[1], value[2]()
         local module = play.make(case, 'torch.DoubleTensor')
         torch.manualSeed(3)
         local input = play.draw(case[2], 'torch.DoubleTensor')
         if isCriterion then
            tell(case[1], 'input ' .. name, said(module.forward, module, x, input[2]))
            tell(case[1], 'target ' .. name, said(module.forward, module, input[1], value[2]()))
         else
            tell(case[1], 'input ' .. name, said(module.forward, module, x))
            module = play.make(case, 'torch.DoubleTensor')
            module:forward(input)
            if not case.forward then tell(case[1], 'gradient ' .. name, said(module.backward, module, input, value[2]())) end
         end
      end
   end
   return table.concat(lines, '\n')
end

local classes, names = play.classes()
local function ofAll(say)
   local parts = {}
   for i, class in ipairs(names) do parts[i] = ('# %s\n%s\n'):format(class, say(class)) end
   return table.concat(parts, '\n')
end

if os.getenv 'SCONCE_RECORD' then
   local file = assert(io.open(path, 'w'))
   file:write(ofAll(function(class) return messages(classes[class]) end))
   file:close()
end

local recorded = {}
for class, text in (assert(io.open(path)):read 'a' .. '\n'):gmatch '# (%w+)\n(.-)\n\n' do recorded[class] = text end

for _, class in ipairs(names) do
   test[class] = function(check) check.equal(messages(classes[class]), recorded[class]) end
end

return test
