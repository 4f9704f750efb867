import CLua
import Sconce

/// The script's `arg`: `arg[0]` is the script, `arg[1]` … its arguments, `arg[-1]` th itself. As bytes: a file's name may be
/// in any encoding. In the script itself `...` is empty.
func setArguments(_ options: Options, in state: LuaState) {
  let argv = CommandLine.unsafeArgv, count = Int(CommandLine.argc), first = count - options.scriptArguments
  lua_createtable(state.L, Int32(options.scriptArguments), 2)
  func set(_ index: Int, _ text: UnsafePointer<CChar>?) {
    lua_pushstring(state.L, text)
    lua_rawseti(state.L, -2, lua_Integer(index))
  }
  set(-1, argv[0])
  set(0, options.script == nil ? argv[0] : argv[first - 1])
  for i in 0..<options.scriptArguments { set(i + 1, argv[first + i]) }
  lua_setglobal(state.L, "arg")
}
