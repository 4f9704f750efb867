-- Records what the original's modules compute when a field is missing that older versions did not save:
-- th Tests/goldens/make/lacking.lua [SOURCE], with the original's th, in the project's folder. A source is nn, dpnn, nnx or
-- rnn, whose classes are asked with their first case each (Tests/goldens/nn/lacking*.t7), or sequences, or torchrnn (with
-- torch/rnn in the place of Element-Research's), which are the cases of Tests/goldens/rnn.
--
-- Written are, for each of them, the fields without which the numbers stay as they are, and the numbers of those without
-- which they are others. A field that the original cannot do without is in `never`. For sequences the module is there
-- too, and its numbers.
--
-- A process of its own goes through the fields of each, because some calls that lack a tensor end it: the next one goes on
-- behind the field in question.
local sources = dofile 'Tests/goldens/make/lackingSources.lua'
local name, class, to = arg[1] or 'nn', arg[2], arg[3]
local source = sources[name]()

local function same(numbers, before)
   if numbers:nElement() == 0 then return false end
   return numbers:nElement() <= before:nElement()
      and numbers:clone():csub(before:narrow(1, 1, numbers:nElement())):abs():max() <= 1e-12
end

-- In the process of one class: `answers` has 'same', numbers, or false while a field is being asked.
if class then
   local entry = source.entry(class)
   local ok, answers = pcall(torch.load, to)
   answers = ok and answers or {}
   for _, field in ipairs(entry.fields) do
      if answers[field] == nil then
         answers[field] = false
         torch.save(to, answers)
         local module = torch.deserialize(entry.bytes)
         module[field] = nil
         local numbers
         ok, numbers = pcall(source.play, class, torch.deserialize(torch.serialize(module)))
         if ok then answers[field] = same(numbers, entry.numbers) and 'same' or numbers end
      end
   end
   answers.isDone = true
   torch.save(to, answers)
   os.exit(0)
end

local lacking, answer = {}, os.tmpname()
for _, each in ipairs(source.names) do
   os.remove(answer)
   local answers
   repeat
      os.execute(('%s %s Tests/goldens/make/lacking.lua %s %q %s >/dev/null 2>&1'):format(arg[-1], arg[0], name, each, answer))
      answers = torch.load(answer)
   until answers.isDone
   answers.isDone = nil
   local entry = source.entry(each)
   local kept = {same = {}, other = {}, never = {}}
   if source.isWhole then kept.bytes, kept.numbers = entry.bytes, entry.numbers end
   for _, field in ipairs(entry.fields) do
      local got = answers[field]
      if got == 'same' then
         kept.same[#kept.same + 1] = field
      elseif got then
         kept.other[field] = got
      else
         kept.never[#kept.never + 1] = field
      end
   end
   lacking[each] = kept
   print(each, #kept.same, #kept.never)
end
torch.save(source.path, lacking)
