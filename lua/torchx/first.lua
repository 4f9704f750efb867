--- The first tensor of tables that are nested to any depth.
-- @module torchx.first

-- Deeper than any script nests tables: what goes on is a table within itself.
local deepest = 1000

--- The tensor that comes first, depth first; nothing if something else does.
-- @function first
-- @param value a tensor or a table
-- @treturn torch.Tensor|nil
return function(value)
   for _ = 1, deepest do
      if torch.type(value) ~= 'table' then break end
      value = value[1]
   end
   return torch.isTensor(value) and value or nil
end
