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

local function check(what, value, wanted)
   if type(value) ~= wanted then
      error(('torch.CmdLine: expected a %s, got %s'):format(what, torch.type(value)), 3)
   end
end

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
   check('text', text, 'string')
   table.insert(self.helplines, text)
end

--- An option with a default, whose type is that of the values it takes; naming a boolean one turns it over.
-- @tparam string key its name, with the dash
-- @param default its value when it is not named
-- @tparam[opt] string help what it is
-- @tparam[opt] string kind the type of the default, to make sure of it
function CmdLine:option(key, default, help, kind)
   if key == nil or key ~= key then error('torch.CmdLine: an option has no name', 2) end
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
   if key == nil then error('torch.CmdLine: an argument has no name', 2) end
   local argument = {key = key, help = help, type = kind}
   table.insert(self.arguments, argument)
   table.insert(self.helplines, argument)
end

--- Print the help, say what is wrong on standard error, and end with exit code 1.
function CmdLine:error(message)
   print('')
   io.stderr:write(tostring(message))
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
   local value = word
   if option.type == 'number' then value = tonumber(word)
   elseif option.type ~= 'string' then self:error('unknown required option type ' .. option.type) end
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
   check('table of arguments', words, 'table')
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
         if not self.arguments[read] then self:error('invalid argument: ' .. tostring(word)) end
         i = i + self:__readArgument__(values, words, i, read)
      end
   end
   if read < #self.arguments then self:error('not enough arguments') end
   return values
end

-- Keys of a table, sorted as text.
local function sorted(t)
   local keys = {}
   for key in pairs(t) do keys[#keys + 1] = key end
   table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
   return keys
end

-- The options that differ. They are printed in passing, as what is left out and, last, what is no option.
function CmdLine:__changedOptions__(values, ignore)
   local defaults, arguments, parts, unknown = self:default(), {}, {}, {}
   for _, argument in ipairs(self.arguments) do arguments[fieldOf(argument.key)] = true end
   for _, field in ipairs(sorted(values)) do
      local value, default = values[field], defaults[field]
      if ignore[field] then
         print('-- ignore option ' .. tostring(field))
      elseif default == nil then
         if not arguments[field] then unknown[#unknown + 1] = tostring(field) end
      elseif value ~= default then
         if type(value) == 'boolean' then value = value and 't' or 'f' end
         print(field, value, default)
         parts[#parts + 1] = field .. self.keyseparator .. tostring(value)
      end
   end
   for _, field in ipairs(unknown) do
      print(('WARNING: unknown option/argument: %s IGNORING for DIRECTORY NAME'):format(field))
   end
   return parts
end

--- A text of the values that are not the defaults, for the name of a folder: `exp,input=a,rate=0.1`.
-- @tparam string prefix its first part
-- @tparam table values what `parse` gave
-- @tparam[opt] table ignore fields to leave out, as keys
function CmdLine:string(prefix, values, ignore)
   check('table of values', values, 'table')
   if type(prefix) ~= 'number' then check('prefix', prefix or '', 'string') end
   if ignore ~= nil then check('table of fields to ignore', ignore, 'table') end
   ignore = ignore or {}
   local options, arguments = self:__changedOptions__(values, ignore), {}
   for _, argument in ipairs(self.arguments) do
      local field = fieldOf(argument.key)
      if values[field] ~= nil and not ignore[field] then
         arguments[#arguments + 1] = field .. self.keyseparator .. tostring(values[field])
      end
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

-- What printed before any log did, and the latest log's `print`: a log takes the place of an earlier one.
local plain, logging

--- Write to a file, too, what `print` prints from now on; first, when the program was started and with which values.
-- @param file a path, or an open file
-- @tparam[opt] table values what `parse` gave
function CmdLine:log(file, values)
   if values ~= nil then check('table of values', values, 'table') end
   local out = file
   if type(file) == 'string' then
      local why
      out, why = io.open(file, 'w')
      if not out then error('torch.CmdLine: ' .. why, 2) end
   end
   if io.type(out) ~= 'file' then check('path or an open file', out, 'file') end
   if print ~= logging then plain = print end
   function logging(...)
      if not self.silentio then plain(...) end
      if self.timed then out:write(self.timed()) end
      for i = 1, select('#', ...) do out:write(tostring((select(i, ...))), ' ') end
      out:write('\n')
      out:flush()
   end
   print = logging
   print('[program started on ' .. os.date() .. ']')
   print('[command line arguments]')
   for _, field in ipairs(sorted(values or {})) do print(field, values[field]) end
   print('[----------------------]')
end

--- Put the time before every line that is printed to the log.
-- @tparam[opt=''] string name stands after the time
-- @tparam[opt='%Y-%m-%d %H:%M:%S'] string format as `os.date` takes it
function CmdLine:addTime(name, format)
   local stamp = name and ('[%s]: '):format(tostring(name)) or ''
   format = format or '%Y-%m-%d %H:%M:%S'
   self.timed = function() return ('%s%s '):format(os.date(format), stamp) end
end

--- Print the help.
-- @tparam[opt=arg] table words where the name of the program stands at 0
function CmdLine:help(words)
   if words ~= nil then check('table of arguments', words, 'table') end
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
         local text = line.help and ' ' .. tostring(line.help) or ''
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
