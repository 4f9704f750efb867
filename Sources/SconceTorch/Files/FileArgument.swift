import CLua
import CLuaBridge
import SconceFile
import SconceLua

// What a file is to a bound function.

extension File: Argument, Answer {
  public static var type: ArgumentType { ArgumentType("File", .files) }
  public static func read(_ call: Call, _ index: Int32) -> Self {
    unsafeDowncast(Unmanaged<File>.fromOpaque(call[parameter: index].object).takeUnretainedValue(), to: Self.self)
  }
  public static var names: [String] { ["File"] }
  public func write(_ call: Call, _ index: Int32) -> Int32 {
    call.answer(index, kind, sc_value(object: Unmanaged.passRetained(self).toOpaque()))
  }
  private var kind: Kind {
    switch stream {
    case is MemoryStream: .memoryFile
    case is PipeStream: .pipeFile
    default: .diskFile
    }
  }
}

/// The Lua values that belong to a file, in a table that lives as long as its box.
enum FileTable {
  static let objects: lua_Integer = 1  // number → what was read
  static let kept: lua_Integer = 2  // what was written, so that no address is used twice
  static let upvalues: lua_Integer = 3  // id → {function, index}: the first closure that has it

  /// Pushes one of these tables of the file at a place of the stack.
  static func push(_ L: OpaquePointer, _ which: lua_Integer, of file: Int32) {
    lua_pushstring(L, "sconce.files")
    if lua_rawget(L, sc_registry()) != LUA_TTABLE {
      sc_pop(L, 1)
      lua_createtable(L, 0, 0)
      lua_createtable(L, 0, 1)
      lua_pushstring(L, "k")
      lua_setfield(L, -2, "__mode")
      lua_setmetatable(L, -2)
      lua_pushstring(L, "sconce.files")
      lua_pushvalue(L, -2)
      lua_rawset(L, sc_registry())
    }
    lua_pushvalue(L, file)
    if lua_rawget(L, -2) != LUA_TTABLE {
      sc_pop(L, 1)
      lua_createtable(L, 3, 0)
      lua_pushvalue(L, file)
      lua_pushvalue(L, -2)
      lua_rawset(L, -4)
    }
    lua_copy(L, -1, -2)
    sc_pop(L, 1)
    if lua_rawgeti(L, -1, which) != LUA_TTABLE {
      sc_pop(L, 1)
      lua_createtable(L, 0, 0)
      lua_pushvalue(L, -1)
      lua_rawseti(L, -3, which)
    }
    lua_copy(L, -1, -2)
    sc_pop(L, 1)
  }
}

/// What Lua's half knows of classes, which `File.connect` has handed over.
enum FileClasses {
  static let make: lua_Integer = 1  // typename, version → object, its read function
  static let look: lua_Integer = 2  // object → typename, version, its write function, whether every field counts
  static let warn: lua_Integer = 3  // field, typename, path

  static func push(_ L: OpaquePointer, _ which: lua_Integer) {
    lua_pushstring(L, "sconce.classes")
    if lua_rawget(L, sc_registry()) == LUA_TTABLE { lua_rawgeti(L, -1, which) } else { lua_pushnil(L) }
    lua_copy(L, -1, -2)
    sc_pop(L, 1)
  }
}
