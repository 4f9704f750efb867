--- Whether a value counts things: a number from 1 on, and neither nan nor infinite.
-- @module nn.isCount
return function(value) return type(value) == 'number' and value >= 1 and value < math.huge end
