import CLua
import CLuaBridge
import Glibc
import SconceErrors
import SconceFile
import SconceLua

/// Functions are written as bytecode, with their upvalues as a table.
extension ObjectWriter {
  func function() throws(SconceError) {
    guard lua_iscfunction(L, -1) == 0 else { throw unwritable() }
    guard let number = try number(.function) else { return }
    var code: [UInt8] = []
    _ = withUnsafeMutablePointer(to: &code) { code in
      lua_dump(
        L,
        { _, piece, count, code in
          code!.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeRawBufferPointer(start: piece, count: count))
          return 0
        }, code, 0)
    }
    var failure: SconceError?
    code.withUnsafeBytes { bytes in
      torch.ownBytecode.insert(bytes)
      do throws(SconceError) { try target.function(number, code: bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    pushUpvalues()
    lua_copy(L, -1, -2)
    sc_pop(L, 1)
    try open(file.references.number(), upvalues: true)
  }

  /// A list of `{name=, value=, id=}` of the function on top. Functions that share a variable have the same id there.
  private func pushUpvalues() {
    let function = lua_gettop(L)
    lua_createtable(L, 0, 0)
    var i: Int32 = 1
    while let name = lua_getupvalue(L, function, i) {
      lua_createtable(L, 0, 3)
      sc_insert(L, -2)
      if strcmp(name, "_ENV") == 0 { sc_pop(L, 1) } else { set("value") }
      lua_pushstring(L, name)
      set("name")
      let id = lua_upvalueid(L, function, i).map { file.references.number(at: UnsafeRawPointer($0)).number } ?? 0
      lua_pushinteger(L, lua_Integer(id))
      set("id")
      lua_rawseti(L, -2, lua_Integer(i))
      i += 1
    }
  }
  /// Into the table below the value on top.
  private func set(_ field: String) {
    lua_pushstring(L, field)
    sc_insert(L, -2)
    lua_rawset(L, -3)
  }
}
