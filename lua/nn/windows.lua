--- What layers share that pool windows of pictures.
-- @module nn.windows
local expected = require 'nn.expected'
local windows = {}

--- Set the sizes of the windows.
-- @tparam nn.Module layer
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam int dW columns that it moves on by
-- @tparam int dH rows that it moves on by
-- @tparam[opt=0] int padW columns on both sides
-- @tparam[opt=0] int padH rows above and below
function windows.set(layer, kW, kH, dW, dH, padW, padH)
   if type(kW) ~= 'number' then expected(layer, 'a number of columns kW', kW) end
   if type(kH) ~= 'number' then expected(layer, 'a number of rows kH', kH) end
   layer.kW, layer.kH, layer.dW, layer.dH = kW, kH, dW, dH
   layer.padW, layer.padH, layer.ceil_mode = padW or 0, padH or 0, false
end

--- Bring a layer up to date that an older version saved, without padding or rounding.
function windows.upToDate(layer)
   layer.padW, layer.padH, layer.ceil_mode = layer.padW or 0, layer.padH or 0, layer.ceil_mode or false
end

--- Let sizes of outputs be rounded up: the last window may go over the edge.
-- @function ceil
-- @return the layer itself
function windows.ceil(layer)
   layer.ceil_mode = true
   return layer
end

--- Let sizes of outputs be rounded down, as at first.
-- @function floor
-- @return the layer itself
function windows.floor(layer)
   layer.ceil_mode = false
   return layer
end

--- `nn.SpatialMaxPooling(2x2, 2,2, 1,1` and `)`: sizes, steps and what padding there is.
-- @treturn string
function windows.shown(layer, close)
   local text = ('%s(%dx%d, %d,%d'):format(torch.type(layer), layer.kW, layer.kH, layer.dW, layer.dH)
   local padW, padH = layer.padW or 0, layer.padH or 0
   if padW ~= 0 or padH ~= 0 then text = text .. (', %d,%d'):format(padW, padH) end
   return text .. (close or ')')
end

return windows
