-- Recorded by Tests/goldens/make/nn.lua. Do not edit.
return {
{make = "nn.Identity()", type = "torch.DoubleTensor", parameters = {},
 input = {size = {3}, -2.9718290309304063, 1.7069510634116105, -0.43049897103891599},
 output = {size = {3}, -2.9718290309304063, 1.7069510634116105, -0.43049897103891599},
 gradOutput = {size = {3}, 0.63723059490032818, 0.33131121063421026, 0.16380597048642986},
 gradInput = {size = {3}, 0.63723059490032818, 0.33131121063421026, 0.16380597048642986},
 gradients = {}},
{make = "nn.Identity()", type = "torch.FloatTensor", parameters = {},
 input = {size = {3}, -0.86108768, -2.56196427, 1.04409349},
 output = {size = {3}, -0.86108768, -2.56196427, 1.04409349},
 gradOutput = {size = {3}, 0.637230575, 0.331311196, 0.163805977},
 gradInput = {size = {3}, 0.637230575, 0.331311196, 0.163805977},
 gradients = {}}
}
