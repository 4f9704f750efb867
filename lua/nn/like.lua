--- Tensors, and tables of them, made like others: in what lies there from before, where it can be used.
-- @module nn.like
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local like = {}

--- Zeros in the place of every tensor.
-- @param to what lies there from before, or nothing
-- @param from what it is to be like
-- @return `to`, or what was made in its place
function like.zeros(to, from)
   if torch.isTensor(from) then
      if torch.type(to) ~= torch.type(from) then to = from.new() end
      return to:resizeAs(from):zero()
   end
   if torch.type(from) ~= 'table' then return nil end
   to = torch.type(to) == 'table' and to or {}
   for key, part in pairs(from) do to[key] = like.zeros(to[key], part) end
   for key in pairs(to) do
      if from[key] == nil then to[key] = nil end
   end
   return to
end

--- A gradient, refused if it is unlike what it is for.
-- @tparam nn.Module who whose it is
-- @param part what the gradient is for
-- @param gradient a tensor where `part` is one, else a table
-- @return the gradient
function like.fits(who, part, gradient)
   local isTensor = torch.isTensor(part)
   if isTensor ~= torch.isTensor(gradient) or not isTensor and torch.type(gradient) ~= 'table' then
      expected(who, 'gradOutput like what it is for, ' .. torch.type(part), torch.type(gradient))
   end
   return wants.nested(who, 'gradOutput', gradient)
end

--- A copy of such a gradient.
-- @param to what lies there from before, or nothing
-- @return `to`, or what was made in its place
function like.copy(who, to, part, gradient)
   like.fits(who, part, gradient)
   if torch.isTensor(part) and torch.type(to) ~= torch.type(gradient) then to = nil end
   return (utils.recursiveCopy(to, gradient))
end

return like
