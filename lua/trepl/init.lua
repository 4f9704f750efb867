--- What scripts find before their first line: `torch`, `paths`, `sys`, `xlua`, and the `print` of th.
-- @module trepl
require 'torch'
require 'paths'
require 'sys'
require 'xlua'
require 'trepl.print'
return true
