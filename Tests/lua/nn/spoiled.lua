-- Inputs and gradients that are right but for some part, handed to every layer of the families below: a result, or an
-- error that names the layer.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local test = {}

local families = {'containers', 'shapes', 'simple', 'tables'}

local function any(list) return list[torch.random(#list)] end

-- A tensor of some size and type; a matrix now and then transposed.
local types = {'DoubleTensor', 'DoubleTensor', 'DoubleTensor', 'FloatTensor', 'LongTensor', 'ByteTensor'}
local function anyTensor()
   local size, tensor = {}, torch[any(types)]()
   for d = 1, torch.random(0, 5) do size[d] = torch.random(0, 4) end
   if #size > 0 then tensor:resize(table.unpack(size)) end
   if tensor:nElement() > 0 then tensor:fill(torch.random(0, 3)) end
   return tensor:dim() == 2 and torch.random(3) == 1 and tensor:t() or tensor
end

local others = {function() return nil end, function() return {} end, function() return 'x' end, function() return 0 / 0 end,
   function() return -1 end, function() return 1e300 end, function() return true end, function() return print end,
   function() return {anyTensor(), anyTensor()} end, function() return {anyTensor(), {anyTensor(), anyTensor()}} end,
   function() return torch.LongStorage {2, 2} end}
local function anyValue() return torch.random(4) == 1 and any(others)() or anyTensor() end

-- A value with one part of it replaced, or all of it.
local function spoiled(value)
   if torch.type(value) ~= 'table' or torch.random(3) == 1 then return anyValue() end
   local keys, copy = {}, {}
   for key, part in pairs(value) do keys[#keys + 1], copy[key] = key, part end
   table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
   if #keys > 0 then
      local key = any(keys)
      copy[key] = spoiled(value[key])
   end
   return copy
end

local methods = {'forward', 'updateGradInput', 'accGradParameters', 'backward', 'accUpdateGradParameters'}

-- Some calls of a case's module; how many were refused.
local function call(check, case, seed)
   torch.manualSeed(seed)
   local module, refused = play.make(case, 'torch.DoubleTensor'), 0
   torch.manualSeed(1000 + seed)
   local input = play.draw(case[torch.random(2, #case)], 'torch.DoubleTensor')
   for _ = 1, 5 do
      local x = torch.random(3) == 1 and input or spoiled(input)
      local gradOutput = torch.random(2) == 1 and module.output or anyValue()
      local method = any(methods)
      local ok, message = pcall(module[method], module, x, gradOutput, .5)
      if not ok then
         refused = refused + 1
         check.equal(type(message), 'string', case[1])
         check.equal(message:find 'nn%.[%w.]+: ' ~= nil, true, ('%s, %s: %s'):format(case[1], method, message))
      end
   end
   return refused
end

for _, family in ipairs(families) do
   test[family] = function(check)
      local refused = 0
      local classes, names = play.family(family)
      for _, class in ipairs(names) do
         for _, case in ipairs(classes[class]) do
            for seed = 1, 10 do refused = refused + call(check, case, seed) end
         end
      end
      check.equal(refused > 500, true, 'calls that were refused')
   end
end

return test
