--- What a terminal writes in colour after: `sys.COLORS.red`; a capital for bold, an underscore for the ground.
-- @module sys.colors
local colors, escape = {none = '\27[0m'}, '\27[%sm'
for i, name in ipairs {'black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'} do
   colors[name] = escape:format('0;3' .. i - 1)
   colors[name:sub(1, 1):upper() .. name:sub(2)] = escape:format('1;3' .. i - 1)
   colors['_' .. name] = escape:format('4' .. i - 1)
end
return colors
