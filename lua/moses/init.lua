--- Functions on tables, in the manner of the package of that name (1.6): callbacks take the key first, then the value.
--
--     moses.map({1, 2}, function(k, v) return 2 * v end)      -- {2, 4}
--
-- @module moses
local moses = {_VERSION = 'Moses v1.6.1'}

-- The parts add their functions to what they get by this name.
package.loaded.moses = moses
require 'moses.collections'
require 'moses.arrays'
require 'moses.objects'
require 'moses.values'

return require 'moses.chain'(moses)
