--- Numbers drawn from gamma distributions with the given shapes and a scale of 1. (Marsaglia, Tsang, 2000.)
-- @module dpnn.gamma

-- For shapes k of 1 or more: `d·v` with `d = k − 1/3`, `v = (1 + x/√(9d))³`, x normal, unless it is rejected.
local function draw(shape)
   local d = shape - 1 / 3
   local c = 1 / math.sqrt(9 * d)
   while true do
      local x = torch.normal()
      local v = (1 + c * x) ^ 3
      if v > 0 and math.log(1 - torch.uniform()) < x * x / 2 + d - d * v + d * math.log(v) then return d * v end
   end
end

--- @tparam torch.Tensor shapes numbers above 0
-- @treturn torch.DoubleTensor of the same size
return function(shapes)
   return torch.DoubleTensor():resize(shapes:size()):copy(shapes):apply(function(shape)
      if shape >= 1 then return draw(shape) end
      -- A draw for k + 1 times a uniform number to the power of 1/k.
      return draw(shape + 1) * (1 - torch.uniform()) ^ (1 / shape)
   end)
end
