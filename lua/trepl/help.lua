--- What is said of a function, a class or a package: `help(torch.add)`, `help 'nn.Linear'`.
-- @module trepl.help
local about = require 'trepl.about'

--- Print what is known of a function, a class, an object, a package, or what has this name.
-- @param ... such a thing, or its name: `'nn.Linear'`
return function(...)
   if select('#', ...) == 0 then return print 'help(what): what is known of a function, a class or a package' end
   local what = ...
   print(what == nil and 'nil: nothing has this name' or about(what) or 'undocumented symbol')
end
