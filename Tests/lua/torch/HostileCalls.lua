-- Every function of torch, paths, sys and xlua that is written in Lua, and every method of the classes that are,
-- called with what it cannot take: a refusal names it and the caller's line. (Functions bound from Swift are called so
-- by the tests in Swift, from their declarations.)
local test = {}

local values = {n = 14, nil, true, 0, -1, 1.5, 0/0, {}, {1, 'a'}, function() end, io.stdout, torch.Tensor(2), torch.LongStorage(2),
   coroutine.create(print), setmetatable({}, {__index = function() error('of its own', 0) end})}

local texts = {n = 8, nil, true, {}, {1, 'a'}, function() end, io.stdout, torch.Tensor(2), coroutine.create(print)}

-- These do with any value what their name says, or end, wait, print or run what they are given.
local apart = {}
for _, name in ipairs {
   'sys.sleep', 'sys.usleep', 'xlua.clear', 'xlua.clearall', 'xlua.print', 'sys.execute', 'sys.fexecute',
   'torch.setheaptracking', 'xlua.log', 'xlua.who', 'xlua.error', 'xlua.usage_module', 'xlua.installed', 'sys.ls',
   'sys.la', 'sys.ll', 'sys.lla', 'sys.toc', 'xlua.progress', 'xlua.require',
} do apart[name] = true end

-- What others refuse on behalf of: the same function, or what it is made of.
local other = {
   ['torch.loadobj'] = 'torch.load', ['torch.saveobj'] = 'torch.save', ['torch.serialize'] = 'File:writeObject',
   ['torch.serializeToStorage'] = 'File:writeObject',
}

local function functions()
   local found = {}
   for _, package in ipairs {'torch', 'paths', 'sys', 'xlua'} do
      for name, value in pairs(_G[package]) do
         if type(value) == 'function' and debug.getinfo(value, 'S').what ~= 'C' then
            found[#found + 1] = {package .. '.' .. name, value}
         end
      end
   end
   table.sort(found, function(a, b) return a[1] < b[1] end)
   return found
end

-- What is wrong with a refusal, or nothing.
local function complaint(name, message)
   if message == 'of its own' then return end
   if type(message) ~= 'string' then return 'a refusal that is no text' end
   if not message:find('^[^\n]*HostileCalls%.lua:%d+: ') then return 'not the line of who called' end
   local own, others = name:match('[^.]+$'), other[name]
   if not message:find(own, 1, true) and not (others and message:find(others, 1, true)) then return 'not in its name' end
end

local function attempt(name, f, complaints, ...)
   local ok, message = pcall(function(...) f(...) return true end, ...)
   local wrong = not ok and complaint(name, message)
   if wrong then complaints[name] = ('%s: %s: %s'):format(name, wrong, tostring(message)) end
   return not ok
end

function test.functionsRefuseInTheirName(check)
   local complaints, refused = {}, 0
   local default = torch.getdefaulttensortype()
   for _, entry in ipairs(functions()) do
      local name, f = entry[1], entry[2]
      if not apart[name] then
         -- A number is a good name of a file.
         local given = name:find('^paths') and texts or values
         for a = 1, given.n do
            if attempt(name, f, complaints, given[a]) then refused = refused + 1 end
            for b = 1, given.n do
               if attempt(name, f, complaints, given[a], given[b]) then refused = refused + 1 end
            end
         end
      end
   end
   torch.setdefaulttensortype(default)
   local list = {}
   for _, text in pairs(complaints) do list[#list + 1] = text end
   table.sort(list)
   check.equal(table.concat(list, '\n'), '', 'complaints')
   assert(refused > 1000, refused)
end

return test
