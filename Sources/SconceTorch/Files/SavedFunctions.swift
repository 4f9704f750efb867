import CLua
import CLuaBridge

// Functions in files: bytecode and upvalues. Lua verifies no bytecode, so what another process wrote could do anything;
// such a function is loaded as one that only says what it is, unless the caller vouches for the file.

/// Which bytecode this process has written. Both hashes are keyed with random numbers of the process, so that no file
/// can be made to fit one.
struct BytecodeDigests {
  private var known: Set<[Int]> = []
  private static func digest(_ code: UnsafeRawBufferPointer) -> [Int] {
    (0..<2).map { salt in
      var hasher = Hasher()
      hasher.combine(salt)
      hasher.combine(bytes: code)
      return hasher.finalize()
    }
  }
  mutating func insert(_ code: UnsafeRawBufferPointer) { known.insert(Self.digest(code)) }
  func contains(_ code: UnsafeRawBufferPointer) -> Bool { known.contains(Self.digest(code)) }
}

extension ObjectReader {
  func pushFunction(_ code: UnsafeRawBufferPointer) {
    let start = code.baseAddress?.assumingMemoryBound(to: CChar.self)
    let isLuaJIT = code.starts(with: [0x1b, 0x4c, 0x4a])
    if !isLuaJIT, trustsFunctions || torch.ownBytecode.contains(code) {
      if sc_load_binary(L, start, code.count, "=function from a file") == LUA_OK {
        // Lua takes the first upvalue for the globals; here it is what the file says.
        lua_pushnil(L)
        if lua_setupvalue(L, -2, 1) == nil { sc_pop(L, 1) }
        return
      }
      sc_pop(L, 1)
    }
    if isLuaJIT {
      sc_push_raw(L) { refuse($0, "this function was saved by Torch7 as bytecode of LuaJIT, which does not run here") }
    } else {
      sc_push_raw(L) { L in
        refuse(
          L,
          "this function came out of a file as bytecode, which is loaded only with torch.load(f, mode, {functions = true})"
        )
      }
    }
  }

  /// Gives the function below it the upvalues that lie on top. A function that was not loaded takes none.
  func setUpvalues(named: Bool) {
    guard lua_iscfunction(L, -2) == 0 else { return }
    let function = lua_gettop(L) - 1, list = function + 1
    FileTable.push(L, FileTable.upvalues, of: position)
    let closures = lua_gettop(L)
    var i: Int32 = 0
    while i < 255, lua_upvalueid(L, function, i + 1) != nil {
      i += 1
      defer { lua_settop(L, closures) }
      let type = lua_rawgeti(L, list, lua_Integer(i))
      if !named {
        if type != LUA_TNIL { lua_setupvalue(L, function, i) }
        continue
      }
      guard type == LUA_TTABLE else { continue }
      if field("name") == LUA_TSTRING, String(cString: lua_tolstring(L, -1, nil)) == "_ENV" {
        lua_rawgeti(L, sc_registry(), lua_Integer(LUA_RIDX_GLOBALS))
        lua_setupvalue(L, function, i)
        continue
      }
      sc_pop(L, 1)
      _ = field("value")
      lua_setupvalue(L, function, i)
      if field("id") != LUA_TNIL { join(function, i, closures) }
    }
    lua_settop(L, list)
  }

  /// Of the table on top, pushed; its type.
  private func field(_ name: String) -> Int32 {
    lua_pushstring(L, name)
    return lua_rawget(L, -2)
  }

  /// Two functions that shared a variable share it again: the number on top says which.
  private func join(_ function: Int32, _ i: Int32, _ closures: Int32) {
    lua_pushvalue(L, -1)
    guard lua_rawget(L, closures) == LUA_TTABLE else {
      sc_pop(L, 1)
      guard lua_type(L, -1) == LUA_TNUMBER, lua_rawequal(L, -1, -1) != 0 else { return }
      lua_createtable(L, 2, 0)
      lua_pushvalue(L, function)
      lua_rawseti(L, -2, 1)
      lua_pushinteger(L, lua_Integer(i))
      lua_rawseti(L, -2, 2)
      lua_rawset(L, closures)
      return
    }
    lua_rawgeti(L, -1, 2)
    let other = Int32(truncatingIfNeeded: lua_tointegerx(L, -1, nil))
    lua_rawgeti(L, -2, 1)
    lua_upvaluejoin(L, function, i, lua_gettop(L), other)
  }
}

private func refuse(_ L: OpaquePointer?, _ message: String) -> Int32 {
  lua_pushstring(L, message)
  return -1
}
