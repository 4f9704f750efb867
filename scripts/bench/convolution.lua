-- Forward, input gradient and weight gradient of convolutions, in µs a call, for shapes that well-known networks have.
-- usage: convolution.lua [threads] [pattern of names] [double]
require 'nn'
local timing = dofile 'scripts/bench/timing.lua'
torch.setnumthreads(tonumber(arg and arg[1]) or 1)
torch.setdefaulttensortype(arg and arg[3] == 'double' and 'torch.DoubleTensor' or 'torch.FloatTensor')
torch.manualSeed(1)
local wanted = arg and arg[2] or ''
local unpack = table.unpack or unpack

local function measure(name, f)
   if not name:find(wanted) then return end
   f()
   print(('RES conv_%s_us %.4g'):format(name, timing.least(f, 5, 5e-3) * 1e6))
   io.stdout:flush()
end

local function rows(name, layer, input)
   local dy = layer:forward(input):clone()
   measure(name .. '_fwd', function() layer:forward(input) end)
   measure(name .. '_gin', function() layer:updateGradInput(input, dy) end)
   measure(name .. '_gw', function() layer:accGradParameters(input, dy, 1) end)
end

-- name, planes in and out, kernel, step, padding, rows and columns of the input (marker SHAPES)
local shapes = {
   {'lenet1', 3, 6, 5, 1, 0, 32}, {'lenet2', 6, 16, 5, 1, 0, 14},
   {'alex1', 3, 64, 11, 4, 2, 64}, {'alex2', 64, 192, 5, 1, 2, 7}, {'alex3', 192, 384, 3, 1, 1, 3},
   {'alex4', 384, 256, 3, 1, 1, 3},
   {'vgg1', 3, 64, 3, 1, 1, 64}, {'vgg2', 64, 64, 3, 1, 1, 64}, {'vgg3', 64, 128, 3, 1, 1, 32},
   {'vgg4', 128, 128, 3, 1, 1, 32}, {'vgg5', 256, 256, 3, 1, 1, 16}, {'vgg6', 512, 512, 3, 1, 1, 8},
   {'vgg7', 512, 512, 3, 1, 1, 4},
   {'res1', 3, 16, 3, 1, 1, 32}, {'res2', 16, 16, 3, 1, 1, 32}, {'res3', 16, 32, 3, 2, 1, 32},
   {'res4', 32, 32, 3, 1, 1, 16}, {'res5', 32, 64, 3, 2, 1, 16}, {'res6', 64, 64, 3, 1, 1, 8},
   {'short1', 16, 32, 1, 2, 0, 32}, {'short2', 32, 64, 1, 2, 0, 16}, {'one', 64, 21, 1, 1, 0, 64},
}
for _, batch in ipairs {1, 32} do
   for _, s in ipairs(shapes) do
      local name, C, O, k, step, pad, size = unpack(s)
      local layer = nn.SpatialConvolution(C, O, k, k, step, step, pad, pad)
      rows(name .. '_b' .. batch, layer, torch.randn(batch, C, size, size))
   end
   for k = 3, 5 do
      rows(('text%d_b%d'):format(k, batch), nn.TemporalConvolution(300, 100, k), torch.randn(batch, 50, 300))
   end
   rows('full_b' .. batch, nn.SpatialFullConvolution(32, 21, 4, 4, 2, 2, 1, 1), torch.randn(batch, 32, 16, 16))
   rows('dilated_b' .. batch, nn.SpatialDilatedConvolution(32, 32, 3, 3, 1, 1, 2, 2, 2, 2),
      torch.randn(batch, 32, 32, 32))
end
