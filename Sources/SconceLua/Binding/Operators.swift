import CLua
import CLuaBridge

extension Bindings {
  /// Gives the metatable on top what Lua calls for `a + b` and its like: a method `__add__` is also `__add`.
  func addOperators(_ L: OpaquePointer) {
    for (i, function) in functions.enumerated() where function.method == .only && function.name.utf8Start[0] == 0x5f {
      let name = "\(function.name)"
      guard name.hasPrefix("__"), name.hasSuffix("__"), !name.hasSuffix("index__") else { continue }
      sc_register(L, records + 2 * i + 1)
      lua_setfield(L, -2, String(name.dropLast(2)))
    }
  }
}
