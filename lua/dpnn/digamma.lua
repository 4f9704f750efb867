--- The digamma function, `ψ(x) = Γ′(x)/Γ(x)`, of every element, for x above 0.
--
-- `ψ(x) = ψ(x + n) − Σ 1/(x + k)` leads to an argument of 8 or more, where the asymptotic series has 15 digits.
-- (Abramowitz, Stegun, 6.3.5 and 6.3.18.)
--
-- @module dpnn.digamma
local shift = 8

-- The series' coefficients, B₂ₖ/2k.
local coefficients = {1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12}

--- @tparam torch.Tensor x
-- @treturn torch.DoubleTensor
return function(x)
   local below = x:double()
   local far = torch.add(below, shift)
   local result = torch.log(far):add(-.5, torch.cinv(far))
   local inverseSquare = torch.cmul(far, far):cinv()
   local power = inverseSquare:clone()
   for _, coefficient in ipairs(coefficients) do
      result:add(-coefficient, power)
      power:cmul(inverseSquare)
   end
   for k = 0, shift - 1 do result:add(-1, torch.add(below, k):cinv()) end
   return result
end
