--- The options of a script, in the manner of Python's optparse.
--
--     op = xlua.OptionParser('%prog [options]')
--     op:option{'-s', '--save', action = 'store', dest = 'save', default = 'out', help = 'where to'}
--     op:option{'-v', '--verbose', action = 'store_true', dest = 'verbose', help = 'talk'}
--     options, rest = op:parse()
--
-- @classmod xlua.OptionParser
local OptionParser = torch.class('xlua.OptionParser')

--- Make one.
-- @tparam[opt] string usage one line; `%prog` is the script
function OptionParser:__init(usage)
   self.usage, self.option_descriptions, self.option_of = usage or 'Usage: %prog [options]', {}, {}
   self:option {'-h', '--help', action = 'store_true', dest = 'help', help = 'show this help message and exit'}
end

--- An option: its names, then `action` (store, store_true, store_false), `dest`, `default`, `help`, `req`.
function OptionParser:option(description)
   description.action = description.action or 'store'
   self.option_descriptions[#self.option_descriptions + 1] = description
   for _, name in ipairs(description) do self.option_of[name] = description end
end

--- Complain, show the help, end the program.
function OptionParser:fail(message)
   io.stderr:write(message, '\n')
   self:help()
   os.exit(1)
end

-- `--name=value` in two.
local function divided(word)
   local name, value = word:match('^(%-%-[^=]+)=(.*)$')
   return name or word, value
end

--- What the command line says.
-- @tparam[opt=arg] table words to read
-- @treturn table values by `dest`
-- @treturn table what is no option
function OptionParser:parse(words)
   words = words or arg
   local options, rest, i = {}, {}, 1
   for _, description in ipairs(self.option_descriptions) do options[description.dest] = description.default end
   while i <= #words do
      local name, value = divided(words[i])
      local description = self.option_of[name]
      if description and description.action == 'store' then
         if value == nil then
            i = i + 1
            value = words[i]
         end
         if value == nil then self:fail('expected an argument for option ' .. name) end
         options[description.dest] = value
      elseif description then
         options[description.dest] = description.action == 'store_true'
      elseif name:find('^%-.') and not tonumber(name) then
         self:fail('invalid option ' .. words[i])
      else
         rest[#rest + 1] = words[i]
      end
      i = i + 1
   end
   if options.help then
      self:help()
      os.exit(0)
   end
   for _, description in ipairs(self.option_descriptions) do
      if description.req and options[description.dest] == nil then self:fail('missing option ' .. description[1]) end
   end
   self.options = options
   return options, rest
end

--- Print the help.
function OptionParser:help()
   local usage = self.usage:gsub('^[Uu]sage: ', ''):gsub('%%prog', function() return arg and arg[0] or 'th' end)
   io.write('Usage: ', usage, '\n\nOptions:\n')
   local shown, width = {}, 0
   for i, description in ipairs(self.option_descriptions) do
      local names, value = {}, description.action == 'store' and description.dest:upper()
      for j, name in ipairs(description) do
         names[j] = value and name .. (name:sub(1, 2) == '--' and '=' or ' ') .. value or name
      end
      shown[i] = table.concat(names, ', ')
      width = math.max(width, #shown[i])
   end
   for i, description in ipairs(self.option_descriptions) do
      local default = description.default ~= nil and (' [default = %s]'):format(tostring(description.default)) or ''
      io.write(('  %s%s  %s%s\n'):format(shown[i], (' '):rep(width - #shown[i]), description.help or '', default))
   end
end

--- Print the values that were read.
-- @tparam[opt] boolean compact on one line
function OptionParser:summarize(compact)
   local names, lines = {}, {}
   for name in pairs(self.options or {}) do names[#names + 1] = name end
   table.sort(names)
   for i, name in ipairs(names) do lines[i] = ('%s = %s'):format(name, tostring(self.options[name])) end
   io.write(('<%s> configuration:\n'):format(arg and arg[0] or 'th'))
   if compact then io.write(' + ', table.concat(lines, ' | '), '\n') return end
   for _, line in ipairs(lines) do io.write(' + ', line, '\n') end
end

return OptionParser
