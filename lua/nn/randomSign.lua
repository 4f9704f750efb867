--- Where two values are equal the gradient of their distance may point either way; it is drawn, as in the original.
-- @module nn.randomSign

--- The sign of a number, 1 or -1; that of 0 is drawn.
-- @function randomSign
return function(x)
   if x > 0 then return 1 end
   if x < 0 then return -1 end
   return 2 * torch.random(2) - 3
end
