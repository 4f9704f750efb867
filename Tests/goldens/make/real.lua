-- Records what the original computes with models that others saved: th Tests/goldens/make/real.lua, with the original's th,
-- in the project's folder.
local real = dofile 'Tests/goldens/nn/real.lua'
local recorded = {}
for _, model in ipairs(real.models) do
   recorded[model[1]] = torch.DoubleTensor(real.play(torch.load(real.folder .. model[1]), model[2], model[3]))
end
torch.save('Tests/goldens/nn/real.t7', recorded)
