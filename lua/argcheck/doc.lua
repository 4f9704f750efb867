--- A collector of documentation: what `doc` is called with, and the help of all rules, between `record` and `stop`.
--
--     local doc = require 'argcheck.doc'
--     doc.record()
--     require 'package'
--     print(doc.stop())
--
-- @module argcheck.doc
local doc, texts = {}, nil

--- Begin to collect.
function doc.record() texts = {} end

--- End it.
-- @treturn string all that came, one after the other
function doc.stop()
   if not texts then error('argcheck.doc: stop without record', 2) end
   local text = table.concat(texts)
   texts = nil
   return text
end

--- A piece of documentation; `doc(text)` is short for it.
function doc.doc(text)
   if texts then texts[#texts + 1] = text end
end

return setmetatable(doc, {__call = function(_, text) doc.doc(text) end})
