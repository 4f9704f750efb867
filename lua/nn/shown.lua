--- A module as its container shows it.
-- @module nn.shown

--- The text of a module, with later lines indented. No call goes through C, so that containers may nest deep.
-- @function shown
-- @param module what is shown
-- @tparam string indent what later lines begin with
-- @treturn string the text
return function(module, indent)
   local describe = type(module) == 'table' and module.__tostring__
   return ((describe and describe(module) or tostring(module)):gsub('\n', '\n' .. indent))
end
