--- How containers whose layers work side by side are shown.
-- @module nn.branches
local shown = require 'nn.shown'

--- `nn.ConcatTable { input |`-> (1): … ... -> output }`, as a tree.
-- @function branches
-- @tparam nn.Container container what is shown
-- @treturn string the text
return function(container)
   local lines = {torch.type(container) .. ' {', '  input'}
   local count = #container.modules
   for i, module in ipairs(container.modules) do
      local last = i == count
      local text = shown(module, last and '         ' or '    |    ')
      lines[#lines + 1] = ('    %s`-> (%d): %s'):format(last and ' ' or '|', i, text)
   end
   lines[#lines + 1] = '     ... -> output'
   lines[#lines + 1] = '}'
   return table.concat(lines, '\n')
end
