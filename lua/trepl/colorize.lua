--- Texts in colour, if standard output is a terminal: `colorize.red 'text'`.
-- @module trepl.colorize
local colors, isTerminal = require 'trepl.colors', require('sconce.system').isTerminal()
local colorize = {}
for name, sequence in pairs(colors) do
   colorize[name] = function(text)
      if not isTerminal then return text end
      return sequence .. text .. colors.none
   end
end
return colorize
