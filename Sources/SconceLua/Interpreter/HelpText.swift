import CLua
import CLuaBridge

extension Bindings {
  /// The declaration behind a function of a script's, if it is bound from Swift.
  func function(_ L: OpaquePointer, at index: Int32) -> Function? {
    guard lua_iscfunction(L, index) != 0, lua_getupvalue(L, index, 1) != nil else { return nil }
    defer { sc_pop(L, 1) }
    guard lua_type(L, -1) == LUA_TLIGHTUSERDATA, let address = lua_touserdata(L, -1) else { return nil }
    for (first, count) in [(records, 2 * functions.count), (constructors, 32)] {
      let place = UnsafeRawPointer(address) - UnsafeRawPointer(first)
      guard place >= 0, place < count * MemoryLayout<sc_function>.stride else { continue }
      return functions[Int(address.assumingMemoryBound(to: sc_function.self).pointee.index)]
    }
    return nil
  }
}

/// function → what is declared of it; nothing for one that is not bound from Swift.
func helpText(_ L: OpaquePointer?) -> Int32 {
  guard let L, let function = Bindings.of(L).function(L, at: 1) else { return 0 }
  lua_pushstring(L, function.help)
  return 1
}

/// `nn/Linear.lua` → the text of that file of ours; nothing if there is none.
func sourceText(_ L: OpaquePointer?) -> Int32 {
  guard let L, lua_type(L, 1) == LUA_TSTRING, let path = lua_tolstring(L, 1, nil) else { return 0 }
  guard let bytes = LuaState.of(L).files.find(String(cString: path)) else { return 0 }
  bytes.withUnsafeBytes { _ = lua_pushlstring(L, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
  return 1
}
