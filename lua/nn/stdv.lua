--- Bounds of uniform numbers that parameters start as.
-- @module nn.stdv

--- √3 times a standard deviation, or `otherwise` if none is given.
-- @function stdv
return function(stdv, otherwise) return stdv and stdv * math.sqrt(3) or otherwise end
