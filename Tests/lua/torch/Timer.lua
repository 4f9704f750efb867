-- torch.Timer, torch.tic and torch.toc, as the original's.
local test = {}

-- Keeps the processor busy until the clock has gone on by some seconds.
local function wait(seconds)
   local from = torch.tic()
   while torch.toc(from) < seconds do end
end

function test.runsAndStops(check)
   local timer = torch.Timer()
   check.equal(tostring(timer), 'torch.Timer [status: running]')
   wait(0.02)
   local first = timer:time()
   check.equal(first.real >= 0.02, true)
   check.equal(first.user + first.sys > 0, true)
   check.equal(timer:stop(), timer)
   check.equal(tostring(timer), 'torch.Timer [status: stopped]')
   local stopped = timer:time()
   wait(0.02)
   timer:stop()
   for _, name in ipairs {'real', 'user', 'sys'} do check.equal(timer:time()[name], stopped[name], name) end
   check.equal(timer:resume(), timer)
   check.equal(timer:time().real < stopped.real + 0.02, true, 'it did not run meanwhile')
   timer:resume()
   wait(0.01)
   check.equal(timer:time().real >= stopped.real + 0.01, true)
end

function test.reset(check)
   local timer = torch.Timer()
   wait(0.02)
   check.equal(timer:reset(), timer)
   check.equal(timer:time().real < 0.02, true)
   timer:stop():reset()
   check.equal(tostring(timer), 'torch.Timer [status: stopped]')
   check.equal(timer:time().real, 0)
end

function test.ticAndToc(check)
   local from = torch.tic()
   check.equal(from > 1e9, true)
   wait(0.01)
   check.equal(torch.toc(from) >= 0.01, true)
   check.equal(torch.toc(tostring(from - 1)) > 1, true)
   check.raises('torch.toc: expected a number, got nil', torch.toc)
end

function test.wrongSelf(check)
   local timer = torch.Timer()
   for _, name in ipairs {'time', 'stop', 'resume', 'reset'} do
      check.raises('torch.Timer: expected a torch.Timer as self, got number', timer[name], 3)
   end
end

return test
