-- Training of a model of characters: the original's losses, and the same ones whether or not it was stopped and went on
-- from a file.
local test = {}
local th, root = arg[-1], arg[0]:gsub('Tests/lua/run.lua$', '')

local function losses(checkpoint)
   local pipe, all = io.popen(('%s %sTests/goldens/make/training.lua %s 2>&1'):format(th, root, checkpoint or '')), {}
   for line in pipe:lines() do all[#all + 1] = line end
   pipe:close()
   return all
end

function test.theOriginalsLosses(check)
   local got, count = losses(), 0
   for line in io.lines(root .. 'Tests/goldens/nngraph/training.txt') do
      count = count + 1
      check.near(tonumber(got[count]) or 0 / 0, tonumber(line), 1e-9, 'loss ' .. count)
   end
   check.equal(count, 20)
   check.equal(#got, 20)
end

function test.stoppedAndResumed(check)
   local file = os.tmpname()
   check.equal(table.concat(losses(file), ' '), table.concat(losses(), ' '))
   check.equal(type(torch.load(file).optimizer.m), 'userdata')
   os.remove(file)
end

return test
