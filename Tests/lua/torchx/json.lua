-- torch.json: values written and read, as dkjson does.
require 'torchx'
local json, test = torch.json, {}

function test.valuesAreWritten(check)
   local function writes(text, value, state) check.equal(json.encode(value, state), text) end
   writes('[1,2,{"a":1}]', {1, 2, {a = 1}})
   writes('{\n  "b":{\n    "c":1\n  },\n  "a":[1,2]\n}', {a = {1, 2}, b = {c = 1}}, {indent = true, keyorder = {'b', 'a'}})
   writes('[]', {})
   writes('{}', setmetatable({}, {__jsontype = 'object'}))
   writes('[1,2,null,4]', {1, 2, nil, 4})
   writes('[1,null,null]', {n = 3, 1})
   writes('{"1":1,"20":2}', {1, [20] = 2})
   writes('"a\\"\\\\\\u0001\\u007fé\\u2028"', 'a"\\\1\127é\226\128\168')
   writes('[null,1e+20,0.1,-3,true,null]', {0 / 0, 1e20, .1, -3, true, json.null})
   writes('["<type \'function\' is not supported by JSON.>",1]', {print, 1}, {exception = json.encodeexception})
   local state = {buffer = {'x'}, bufferlen = 1}
   check.equal(json.encode({1}, state), true)
   check.equal(table.concat(state.buffer), 'x[1]')
end

function test.whatCannotBeWritten(check)
   local round = {}
   round.again = round
   check.raises('torch.json: reference cycle', json.encode, round)
   check.raises("torch.json: type 'function' is not supported by JSON.", json.encode, {print})
   check.raises("torch.json: type 'boolean' is not supported as a key by JSON.", json.encode, {[true] = 1})
end

function test.valuesAreRead(check)
   local text = '{"a": 1, "b": [1, 2.5e1, {"c": null}], "d": "x\\u00e9\\n\\ud83d\\ude00"} rest'
   local value, after = json.decode(text)
   check.equal(value.a, 1)
   check.equal(value.b[2], 25)
   check.equal(next(value.b[3]), nil)
   check.equal(value.d, 'xé\n😀')
   check.equal(text:sub(after), ' rest')
   check.equal(getmetatable(value).__jsontype, 'object')
   check.equal(getmetatable(value.b).__jsontype, 'array')
   check.equal(json.decode('[null]', 1, json.null)[1], json.null)
   check.equal(getmetatable(json.decode('[]', 1, nil, nil, nil)), nil)
   check.equal(json.decode(' // a\n [1 /* b */, 2]')[2], 2)
   check.equal(select(2, json.decode('[1] [2]', 4)), 8)
end

function test.whatIsNoJson(check)
   local function refuses(text, at, message)
      local value, place, what = json.decode(text)
      check.equal(value, nil)
      check.equal(place, at, text)
      check.equal(what, message)
   end
   refuses('[', 2, 'unterminated array at line 1, column 1')
   refuses('{"a":', 6, 'no valid JSON value (reached the end)')
   refuses('"abc', 5, 'unterminated string at line 1, column 1')
   refuses('[1,,2]', 4, 'no valid JSON value at line 1, column 4')
   refuses('\n\n  x', 5, 'no valid JSON value at line 3, column 3')
   refuses('{"a":tru}', 6, 'no valid JSON value at line 1, column 6')
   refuses('', 1, 'no valid JSON value (reached the end)')
   refuses(('['):rep(1000), 1001, 'unterminated array at line 1, column 1000')
   check.raises('torch.json.decode: expected a string, got nil', json.decode)
end

return test
