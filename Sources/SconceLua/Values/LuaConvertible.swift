import CLua
import CLuaBridge

/// What Swift can hand to a script: numbers, strings, booleans, Lua's own values, and tensors (in `SconceTorch`).
public protocol LuaConvertible {
  /// One value more on the stack. Not for calling: `call` and `set` do.
  func pushOntoLua(_ L: OpaquePointer)
}

extension LuaValue: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) { push(L) }
}
extension Bool: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) { lua_pushboolean(L, self ? 1 : 0) }
}
extension Double: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) { sc_push_number(L, self) }
}
extension Int: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) { sc_push_integer(L, Int64(self)) }
}
extension String: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) {
    var text = self
    text.withUTF8 {
      _ = lua_pushlstring(L, UnsafeRawPointer($0.baseAddress)?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }
}
