--- Reads the arguments of a script: named options with defaults, and arguments that must be there.
--
--     local cmd = torch.CmdLine()
--     cmd:text('Trains a network.')
--     cmd:argument('-data', 'folder of the images')
--     cmd:option('-rate', 0.01, 'learning rate')
--     cmd:option('-quiet', false, 'a switch: naming it turns it over')
--     local opt = cmd:parse(arg)                         -- opt.data, opt.rate, opt.quiet
--
-- @classmod torch.CmdLine
local CmdLine = torch.class('torch.CmdLine')

-- `-rate` is the field `rate`.
local function fieldOf(key) return (tostring(key):gsub('^%-*', '')) end

--- Make a reader.
-- @tparam[opt=','] string argseparator between the parts that `string` makes
-- @tparam[opt='='] string keyseparator between a name and its value there
function CmdLine:__init(argseparator, keyseparator)
   self.argseparator, self.keyseparator = argseparator or ',', keyseparator or '='
   self.options, self.arguments, self.helplines = {}, {}, {}
   self.silentio = false
end

--- Print nothing from now on.
function CmdLine:silent() self.silentio = true end

--- A line of the help, or an empty one.
-- @tparam[opt=''] string text the line
function CmdLine:text(text)
   text = text or ''
   if type(text) ~= 'string' then error('torch.CmdLine: expected a text, got ' .. type(text), 2) end
   table.insert(self.helplines, text)
end

--- An option with a default, whose type is that of the values it takes; naming a boolean one turns it over.
-- @tparam string key its name, with the dash
-- @param default its value when it is not named
-- @tparam[opt] string help what it is
-- @tparam[opt] string kind the type of the default, to make sure of it
function CmdLine:option(key, default, help, kind)
   if default == nil then error(('torch.CmdLine: option %s has no default value'):format(key), 2) end
   kind = kind or type(default)
   if type(default) ~= kind then
      error(('torch.CmdLine: option %s has wrong default type value: expected %s, got %s')
         :format(key, kind, type(default)), 2)
   end
   local option = {key = key, default = default, help = help, type = kind}
   self.options[key] = option
   table.insert(self.helplines, option)
end

--- An argument that must be there; arguments are taken in the order in which they were declared.
-- @tparam string key its name, with the dash
-- @tparam[opt] string help what it is
-- @tparam[opt] string kind the type that its value must have
function CmdLine:argument(key, help, kind)
   local argument = {key = key, help = help, type = kind}
   table.insert(self.arguments, argument)
   table.insert(self.helplines, argument)
end

--- Print the help, say what is wrong on standard error, and end with exit code 1.
function CmdLine:error(message)
   print('')
   io.stderr:write(message)
   print('')
   self:help()
   os.exit(1)
end

--- The defaults of all options, by field.
function CmdLine:default()
   local values = {}
   for key, option in pairs(self.options) do values[fieldOf(key)] = option.default end
   return values
end

-- The value of an option from its word, or nil.
local convert = {
   number = function(word) return tonumber(word) end,
   string = function(word) return word end,
}

-- Reads the option at place i; how many words it took.
function CmdLine:__readOption__(values, words, i)
   local key = words[i]
   local option = self.options[key]
   if not option then self:error('invalid argument: ' .. key) end
   if option.type == 'boolean' then
      values[fieldOf(key)] = not option.default
      return 1
   end
   local word = words[i + 1]
   if not word then self:error('missing argument for option ' .. key) end
   local value = (convert[option.type] or convert.string)(word)
   if value == nil then self:error(('invalid type for option %s (should be %s)'):format(key, option.type)) end
   values[fieldOf(key)] = value
   return 2
end

-- Reads argument number n at place i.
function CmdLine:__readArgument__(values, words, i, n)
   local argument, word = self.arguments[n], words[i]
   if argument.type and type(word) ~= argument.type then
      self:error(('invalid argument type for argument %s (should be %s)'):format(argument.key, argument.type))
   end
   values[fieldOf(argument.key)] = word
   return 1
end

--- The values of all arguments and options, by field; `-h`, `-help` and `--help` print the help and end the program.
-- @tparam table words what the script was called with: `arg`
function CmdLine:parse(words)
   if type(words) ~= 'table' then error('torch.CmdLine: expected a table of arguments, got ' .. type(words), 2) end
   local values = self:default()
   local i, read = 1, 0
   while i <= #words do
      local word = words[i]
      if word == '-help' or word == '-h' or word == '--help' then
         self:help(words)
         os.exit(0)
      end
      if self.options[word] then
         i = i + self:__readOption__(values, words, i)
      else
         read = read + 1
         if not self.arguments[read] then self:error('invalid argument: ' .. word) end
         i = i + self:__readArgument__(values, words, i, read)
      end
   end
   if read < #self.arguments then self:error('not enough arguments') end
   return values
end

--- A text of the values that are not the defaults, for the name of a folder: `exp,input=a,rate=0.1`.
-- @tparam string prefix its first part
-- @tparam table values what `parse` gave
-- @tparam[opt] table ignore fields to leave out, as keys
function CmdLine:string(prefix, values, ignore)
   ignore = ignore or {}
   local function use(field)
      if ignore[field] then print('-- ignore option ' .. field) end
      return not ignore[field]
   end
   local arguments, options, known = {}, {}, {}
   for _, argument in ipairs(self.arguments) do
      local field = fieldOf(argument.key)
      known[field] = true
      if values[field] ~= nil and use(field) then
         arguments[#arguments + 1] = field .. self.keyseparator .. tostring(values[field])
      end
   end
   local fields = {}
   for key, option in pairs(self.options) do
      local field = fieldOf(key)
      known[field] = true
      if values[field] ~= nil and values[field] ~= option.default then fields[#fields + 1] = {field, option.default} end
   end
   table.sort(fields, function(a, b) return a[1] < b[1] end)
   for _, pair in ipairs(fields) do
      local field, default = pair[1], pair[2]
      local value = values[field]
      if use(field) then
         if type(value) == 'boolean' then value = value and 't' or 'f' end
         print(field, value, default)
         options[#options + 1] = field .. self.keyseparator .. tostring(value)
      end
   end
   local unknown = {}
   for field in pairs(values) do if not known[field] then unknown[#unknown + 1] = tostring(field) end end
   table.sort(unknown)
   for _, field in ipairs(unknown) do
      print(('WARNING: unknown option/argument: %s IGNORING for DIRECTORY NAME'):format(field))
   end
   local parts = {prefix or ''}
   if #arguments > 0 then
      -- The separator after the arguments stays when no option follows, as it did.
      parts[2] = table.concat(arguments, self.argseparator)
      parts[3] = table.concat(options, self.argseparator)
   elseif #options > 0 then
      parts[2] = table.concat(options, self.argseparator)
   end
   return table.concat(parts, self.argseparator)
end

--- Write to a file, too, what `print` prints from now on; first, when the program was started and with which values.
-- @param file a path, or an open file
-- @tparam[opt] table values what `parse` gave
function CmdLine:log(file, values)
   local out = file
   if type(file) == 'string' then out = assert(io.open(file, 'w')) end
   local plain = print
   self.logfile = out
   function print(...)
      if not self.silentio then plain(...) end
      for i = 1, select('#', ...) do out:write(tostring((select(i, ...))), ' ') end
      out:write('\n')
      out:flush()
   end
   print('[program started on ' .. os.date() .. ']')
   print('[command line arguments]')
   local fields = {}
   for field in pairs(values or {}) do fields[#fields + 1] = field end
   table.sort(fields, function(a, b) return tostring(a) < tostring(b) end)
   for _, field in ipairs(fields) do print(field, values[field]) end
   print('[----------------------]')
end

--- Put the time before every line that is printed to the log.
-- @tparam[opt=''] string name stands after the time
-- @tparam[opt='%Y-%m-%d %H:%M:%S'] string format as `os.date` takes it
function CmdLine:addTime(name, format)
   format = format or '%Y-%m-%d %H:%M:%S'
   local stamp = name and ('[%s]: '):format(name) or ': '
   local plain = print
   function print(...)
      if self.logfile then self.logfile:write(os.date(format), stamp, ' ') end
      plain(...)
   end
end

--- Print the help.
-- @tparam[opt=arg] table words where the name of the program stands at 0
function CmdLine:help(words)
   local usage = {'Usage:'}
   local program = words and words[0]
   if program then usage[#usage + 1] = tostring(program) end
   usage[#usage + 1] = '[options]'
   local width = 0
   for _, argument in ipairs(self.arguments) do usage[#usage + 1] = '<' .. fieldOf(argument.key) .. '>' end
   local lines = {}
   for i, line in ipairs(self.helplines) do
      if type(line) == 'table' then
         local name = line.default ~= nil and tostring(line.key) or '<' .. fieldOf(line.key) .. '>'
         local text = line.help and ' ' .. line.help or ''
         if line.default ~= nil then text = ('%s [%s]'):format(text, tostring(line.default)) end
         lines[i] = {name, text}
         width = math.max(width, #name)
      end
   end
   io.write(table.concat(usage, ' '), '\n')
   for i, line in ipairs(self.helplines) do
      if lines[i] then
         io.write('  ', lines[i][1], (' '):rep(width - #lines[i][1]), lines[i][2], '\n')
      else
         io.write(line, '\n')
      end
   end
end
