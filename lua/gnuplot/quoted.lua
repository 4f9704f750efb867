--- Texts between quotes: nothing gets out of them.
-- @module gnuplot.quoted
local quoted = {}

local escapes = {['"'] = '\\"', ['`'] = '\\`', ['\n'] = '\\n', ['\r'] = '\\r', ['\\'] = '\\\\'}

--- For the shell.
function quoted.shell(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

--- A text that gnuplot takes as it is, such as a file's name.
function quoted.exact(text) return '"' .. text:gsub('["`\n\r\\]', escapes) .. '"' end

--- A text in which gnuplot's own escapes, such as `\n`, keep their meaning.
function quoted.label(text)
   return '"' .. text:gsub('\\?.', function(sign)
      -- A backslash that escapes nothing, at the end of the text or of a line, is one.
      if sign == '\\\n' then return '\\\\\\n' end
      return escapes[sign]
   end) .. '"'
end

--- A name in the legend: between single quotes gnuplot has no escapes.
function quoted.legend(text)
   if text:find '[\n\r]' then return quoted.exact(text) end
   return "'" .. text:gsub("'", "''") .. "'"
end

return quoted
