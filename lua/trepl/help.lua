--- What is said of a function, a class or a package: `help(torch.add)`, `help 'nn.Linear'`.
-- @module trepl.help
local about = require 'trepl.about'

--- Print what is known of a function, a class, an object, a package, or what has this name.
-- @param what such a thing, or its name: `'nn.Linear'`
return function(what)
   if what == nil then return print 'help(what): what is known of a function, a class or a package' end
   print(about(what) or 'undocumented symbol')
end
