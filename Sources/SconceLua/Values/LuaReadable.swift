import CLua
import SconceErrors

/// What Swift can take from a script: numbers, strings, booleans, lists and tables of them, Lua's own values, and tensors
/// (in `SconceTorch`).
public protocol LuaReadable {
  /// What messages call it: `a number`.
  static var nameInLua: String { get }
  /// The value as this type; nil if it is none.
  static func read(_ value: LuaValue) -> Self?
}

extension LuaValue {
  /// The value as a type: `let loss: Double = try value.read()`.
  ///
  /// - Throws: ``SconceError`` that says what was expected and what came.
  public func read<T: LuaReadable>(as type: T.Type = T.self) throws(SconceError) -> T {
    guard let read = T.read(self) else { throw SconceError("expected \(T.nameInLua), got \(shown)") }
    return read
  }

  /// The value of this name as a type.
  public func read<T: LuaReadable>(as type: T.Type, named name: String) throws(SconceError) -> T {
    guard let read = T.read(self) else {
      throw SconceError("\(name): expected \(T.nameInLua), got \(shown)", signed: true)
    }
    return read
  }

  /// Itself as messages show it: a number, or the name of its type.
  var shown: String {
    switch self {
    case .nil: return "nil"
    case .boolean(let b): return "\(b)"
    case .number(let d): return SconceErrors.shown(d)
    case .integer(let i): return "\(i)"
    case .string: return "a string"
    case .reference(let reference):
      let L = reference.state.L
      reference.push(L)
      defer { lua_settop(L, -2) }
      if luaL_getmetafield(L, -1, "__typename") == LUA_TSTRING {
        defer { lua_settop(L, -2) }
        return reference.state.topString(L)
      }
      return "a " + String(cString: lua_typename(L, lua_type(L, -1)))
    }
  }
}

extension [LuaValue] {
  /// The first of a call's results, as a type. `name` is what messages call the function.
  public func first<T: LuaReadable>(as type: T.Type, of name: String) throws(SconceError) -> T {
    let value = first ?? .nil
    guard let read = T.read(value) else {
      throw SconceError("\(name): expected \(T.nameInLua) as result, got \(value.shown)", signed: true)
    }
    return read
  }
}

extension LuaValue: LuaReadable {
  public static var nameInLua: String { "a value" }
  public static func read(_ value: LuaValue) -> LuaValue? { value }
}
extension Double: LuaReadable {
  public static var nameInLua: String { "a number" }
  public static func read(_ value: LuaValue) -> Double? { value.double }
}
extension Float: LuaReadable {
  public static var nameInLua: String { "a number" }
  public static func read(_ value: LuaValue) -> Float? { value.double.map(Float.init) }
}
extension Int: LuaReadable {
  public static var nameInLua: String { "a whole number" }
  public static func read(_ value: LuaValue) -> Int? { value.int }
}
extension String: LuaReadable {
  public static var nameInLua: String { "a string" }
  public static func read(_ value: LuaValue) -> String? { value.string }
}
extension Bool: LuaReadable {
  public static var nameInLua: String { "a boolean" }
  public static func read(_ value: LuaValue) -> Bool? { value.boolean }
}

/// nil is nothing.
extension Optional: LuaReadable where Wrapped: LuaReadable {
  public static var nameInLua: String { Wrapped.nameInLua + " or nil" }
  public static func read(_ value: LuaValue) -> Wrapped?? {
    value.isNil ? .some(nil) : Wrapped.read(value).map { .some($0) }
  }
}

/// A table's list part: its elements from 1 on, without asking a metatable.
extension Array: LuaReadable where Element: LuaReadable {
  public static var nameInLua: String { "a list, each of it \(Element.nameInLua)" }
  public static func read(_ value: LuaValue) -> [Element]? {
    guard case .reference(let reference) = value else { return nil }
    let state = reference.state, L = state.L
    reference.push(L)
    defer { lua_settop(L, -2) }
    guard lua_type(L, -1) == LUA_TTABLE, lua_checkstack(L, 8) != 0 else { return nil }
    var elements: [Element] = []
    for i in 0..<lua_rawlen(L, -1) {
      lua_rawgeti(L, -1, lua_Integer(i) + 1)
      guard let element = Element.read(state.pop()) else { return nil }
      elements.append(element)
    }
    return elements
  }
}

/// A table with names for keys.
extension Dictionary: LuaReadable where Key == String, Value: LuaReadable {
  public static var nameInLua: String { "a table with names, each of it \(Value.nameInLua)" }
  public static func read(_ value: LuaValue) -> [String: Value]? {
    guard case .reference(let reference) = value else { return nil }
    let state = reference.state, L = state.L
    reference.push(L)
    defer { lua_settop(L, -2) }
    guard lua_type(L, -1) == LUA_TTABLE, lua_checkstack(L, 8) != 0 else { return nil }
    var fields: [String: Value] = [:]
    lua_pushnil(L)
    while lua_next(L, -2) != 0 {
      let field = Value.read(state.pop())
      guard let field, lua_type(L, -1) == LUA_TSTRING else {
        lua_settop(L, -2)
        return nil
      }
      fields[state.topString(L)] = field
    }
    return fields
  }
}
