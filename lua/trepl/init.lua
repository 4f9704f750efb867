--- What scripts find before their first line: `torch` and its globals, the `print` of th, and Penlight's names.
-- @module trepl
require 'torch'

for _, part in ipairs {'print', 'names', 'given'} do require('trepl.' .. part) end
return true
