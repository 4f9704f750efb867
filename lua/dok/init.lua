--- What functions with named arguments say of themselves: `dok.unpack`, `dok.usage`, `dok.error`, as in `xlua`.
-- @module dok
require 'xlua'

dok = {}
for _, name in ipairs {'unpack', 'usage', 'error'} do dok[name] = xlua[name] end

return dok
