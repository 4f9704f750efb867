import CLua
import CLuaBridge
import SconceErrors
import SconceLua

/// What cannot be written: where it lies, and objects that do without it.
extension ObjectWriter {
  private func isWritable(_ index: Int32) -> Bool {
    switch lua_type(L, index) {
    case LUA_TFUNCTION: lua_iscfunction(L, index) == 0
    case LUA_TUSERDATA: KindSet.inFiles.contains(Kind(sc_kind(L, index)))
    case LUA_TTHREAD, LUA_TLIGHTUSERDATA: false
    default: true
    }
  }

  /// Leaves such fields of an object out of the list on top, and says so; how many of 1…`array` are left as they are.
  func skipUnwritable(_ typename: String, _ base: Int32, _ array: Int) throws(SconceError) -> Int {
    var unwritable = false
    for i in 1..<array + 1 where !unwritable {
      lua_rawgeti(L, base, lua_Integer(i))
      unwritable = !isWritable(-1)
      sc_pop(L, 1)
    }
    lua_createtable(L, 0, 0)
    var count: lua_Integer = 0
    for i in (unwritable ? 1 : array + 1)..<array + Int(lua_rawlen(L, base + 1)) + 1 {
      if i <= array { lua_pushinteger(L, lua_Integer(i)) } else { lua_rawgeti(L, base + 1, lua_Integer(i - array)) }
      lua_pushvalue(L, -1)
      lua_rawget(L, base)
      if isWritable(-1) {
        count += 1
        sc_pop(L, 1)
        lua_rawseti(L, -2, count)
        continue
      }
      sc_pop(L, 1)
      FileClasses.push(L, FileClasses.warn)
      sc_insert(L, -2)
      typename.pushOntoLua(L)
      path().pushOntoLua(L)
      if sc_call(L, 3, 0) != LUA_OK { throw state.popError() }
    }
    lua_copy(L, -1, base + 1)
    sc_pop(L, 1)
    return unwritable ? 0 : array
  }

  func unwritable() -> SconceError {
    SconceError("Unwritable object <\(String(cString: lua_typename(L, lua_type(L, -1))))> at \(path())")
  }

  /// Where the writing stands: `<?>.<?>.field`, through the writers in whose classes' `write` this one was called.
  private func path() -> String {
    (torch.writers.filter { $0.file === file && $0 !== self } + [self]).flatMap { $0.steps }.joined(separator: ".")
  }
  private var steps: [String] {
    var steps = [name]
    for (i, frame) in frames.enumerated() where !frame.isUpvalues {
      if let typename = frame.typename { steps.append(typename) }
      steps.append(step(frame, ofUpvalue: i > 0 && frames[i - 1].isUpvalues))
    }
    return steps
  }
  private func step(_ frame: Frame, ofUpvalue: Bool) -> String {
    // While a value is written, the frame stands at the pair after it already.
    if frame.isValue { return "<?>" }
    var current = frame
    current.next -= 1
    if current.next < 1 { return "<?>" }
    pushKey(current)
    defer { sc_pop(L, 1) }
    guard lua_type(L, -1) == LUA_TNUMBER || lua_type(L, -1) == LUA_TSTRING else { return "<?>" }
    var name = String(cString: lua_tolstring(L, -1, nil))
    if ofUpvalue, name == "value" {
      lua_pushstring(L, "name")
      if lua_rawget(L, frame.base) == LUA_TSTRING { name = String(cString: lua_tolstring(L, -1, nil)) }
      sc_pop(L, 1)
    }
    return name
  }
}

extension KindSet {
  /// What of ours can be written.
  static var inFiles: KindSet { .tensors.union(.storages).union(.generator) }
}
