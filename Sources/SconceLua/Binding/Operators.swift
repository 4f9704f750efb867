import CLua
import CLuaBridge

extension Bindings {
  /// A method into the metatable on top. `__add__` is also what Lua calls for `a + b`, and so are its like.
  func addMethod(_ L: OpaquePointer, _ record: UnsafeMutablePointer<sc_function>, _ name: StaticString) {
    sc_register(L, record)
    let text = "\(name)"
    if name.utf8Start[0] == 0x5f, text.hasPrefix("__"), text.hasSuffix("__"), !text.hasSuffix("index__") {
      lua_pushvalue(L, -1)
      lua_setfield(L, -3, String(text.dropLast(2)))
    }
    lua_setfield(L, -2, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self))
  }
}
