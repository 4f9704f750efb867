--- What scripts find before their first line: `torch`, `paths`, `sys`, `xlua`, the `print` of th, and Penlight's names.
-- @module trepl
require 'torch'
require 'paths'
require 'sys'
require 'xlua'
for _, part in ipairs {'print', 'names', 'import'} do require('trepl.' .. part) end
return true
