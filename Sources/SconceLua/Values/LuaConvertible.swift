import CLua
import CLuaBridge

/// What Swift can hand to a script: numbers, strings, booleans, lists and tables of them, functions, Lua's own values, and
/// tensors (in `SconceTorch`).
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
extension Float: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) { Double(self).pushOntoLua(L) }
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

/// A table with the elements from 1 on.
extension Array: LuaConvertible where Element: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) {
    lua_checkstack(L, 8)
    lua_createtable(L, Int32(clamping: count), 0)
    for (i, element) in enumerated() {
      element.pushOntoLua(L)
      lua_rawseti(L, -2, lua_Integer(i) + 1)
    }
  }
}

/// A table with the names as keys. Of values of several types: `["rate": 0.01, "name": "small"] as [String: LuaValue]`.
extension Dictionary: LuaConvertible where Key == String, Value: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) {
    lua_checkstack(L, 8)
    lua_createtable(L, 0, Int32(clamping: count))
    for (name, value) in self {
      name.pushOntoLua(L)
      value.pushOntoLua(L)
      lua_rawset(L, -3)
    }
  }
}

/// nil for nothing.
extension Optional: LuaConvertible where Wrapped: LuaConvertible {
  public func pushOntoLua(_ L: OpaquePointer) {
    if let self { self.pushOntoLua(L) } else { lua_pushnil(L) }
  }
}

extension LuaValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
