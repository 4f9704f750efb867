import CLua
import CLuaBridge
import Glibc
import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// Takes a Lua value apart for a ``T7Writer``. What is being written lies on the Lua stack, how far it is in `frames`:
/// however deep a value nests, no function calls itself. Only a class's own `write` does.
///
/// The same value gives the same bytes: keys are sorted.
final class ObjectWriter {
  let L: OpaquePointer
  let state: LuaState
  let file: File
  let position: Int32
  let torch: TorchState
  let target: T7Writer
  private let kept: Int32
  private var keptCount: lua_Integer
  private(set) var frames: [Frame] = []
  /// What the path to a value begins with.
  var name = "<?>"
  /// Where on the stack a function lies that is given every value, and whose answer is written in its place; 0: nowhere.
  var hook: Int32 = 0
  /// What the value on top is known by, also if the hook has put another in its place.
  private var identity: UnsafeRawPointer?

  /// A table being written. On the stack from `base` on: it, and the list of its keys outside 1…`array`.
  struct Frame {
    let base: Int32
    let array: Int, keys: Int
    /// The next pair, from 1; whether its value comes next.
    var next = 1
    var isValue = false
    var isDone: Bool { next > array + keys }
    /// What the path calls it; the fields of an object lie one level below it.
    let typename: String?
    let isUpvalues: Bool
  }

  /// - position: where the file lies on the stack.
  init(_ stack: Stack, _ file: File, at position: Int32) {
    (L, state, self.file, self.position) = (stack.L, stack.state, file, position)
    torch = unsafeDowncast(stack.bindings.owner, to: TorchState.self)
    target = T7Writer(file)
    FileTable.push(L, FileTable.kept, of: position)
    kept = lua_gettop(L)
    keptCount = lua_Integer(lua_rawlen(L, kept))
  }

  /// Writes the value on top of the stack.
  func write() throws(SconceError) {
    try begin()
    try finish()
  }
  /// Writes the fields of the object on top of the stack, as a table.
  func writeFields() throws(SconceError) {
    try open(file.references.number())
    try finish()
  }

  private func finish() throws(SconceError) {
    while let frame = frames.last {
      if frame.isDone {
        frames.removeLast()
        lua_settop(L, frame.base - 1)
        continue
      }
      let i = frames.count - 1
      pushKey(frame)
      if frame.isValue {
        lua_rawget(L, frame.base)
        frames[i].next += 1
      }
      frames[i].isValue = !frame.isValue
      try begin()
    }
  }

  func pushKey(_ frame: Frame) {
    if frame.next <= frame.array {
      lua_pushinteger(L, lua_Integer(frame.next))
    } else {
      lua_rawgeti(L, frame.base + 1, lua_Integer(frame.next - frame.array))
    }
  }

  /// Writes the value on top and takes it off, or makes a frame of it.
  private func begin() throws(SconceError) {
    guard lua_checkstack(L, 64) != 0 else { throw SconceError("expected a value that nests less deeply") }
    identity = sc_object(L, -1).map { UnsafeRawPointer($0) } ?? lua_topointer(L, -1)
    if hook != 0 { try callHook() }
    switch lua_type(L, -1) {
    case LUA_TNIL: try target.null()
    case LUA_TNUMBER: try target.number(lua_tonumberx(L, -1, nil))
    case LUA_TBOOLEAN: try target.boolean(lua_toboolean(L, -1) != 0)
    case LUA_TSTRING:
      var count = 0
      let bytes = lua_tolstring(L, -1, &count)
      try target.string(UnsafeRawBufferPointer(start: bytes, count: count))
    case LUA_TTABLE: return try table()
    case LUA_TFUNCTION: return try function()
    default: return try userdata()
    }
    sc_pop(L, 1)
  }

  /// The number of the value on top; nil if it was there already, and then that is written and it is taken off.
  func number(_ what: T7Writer.Referable) throws(SconceError) -> Int32? {
    let (number, isNew) = file.references.number(at: identity!)
    if !isNew {
      try target.again(what, number)
      sc_pop(L, 1)
      return nil
    }
    keep()
    return number
  }

  /// The value on top lives as long as the file, so that no other gets its address.
  private func keep() {
    guard file.references.isOn else { return }
    keptCount += 1
    lua_pushvalue(L, -1)
    lua_rawseti(L, kept, keptCount)
  }

  private func callHook() throws(SconceError) {
    keep()
    lua_pushvalue(L, hook)
    sc_insert(L, -2)
    if sc_call(L, 1, 1) != LUA_OK { throw state.popError() }
  }

  private func table() throws(SconceError) {
    if lua_getmetatable(L, -1) != 0 {
      sc_pop(L, 1)
      if try object() { return }
    }
    guard let number = try number(.table) else { return }
    try open(number)
  }

  /// The table on top is written pair by pair.
  func open(_ number: Int32, fieldsOf typename: String? = nil, upvalues: Bool = false, skipping: Bool = false)
    throws(SconceError)
  {
    let base = lua_gettop(L)
    lua_pushvalue(L, base)
    if sc_keys(L) != LUA_OK { throw state.popError() }
    var array = Int(lua_tointegerx(L, -1, nil))
    sc_pop(L, 1)
    sortKeys(L)
    if skipping { array = try skipUnwritable(typename ?? "", base, array) }
    let keys = Int(lua_rawlen(L, -1))
    try target.table(number, pairs: array + keys)
    frames.append(Frame(base: base, array: array, keys: keys, typename: typename, isUpvalues: upvalues))
  }

  /// A torch object, or false if the table on top is none.
  private func object() throws(SconceError) -> Bool {
    FileClasses.push(L, FileClasses.look)
    if lua_type(L, -1) == LUA_TNIL { sc_pop(L, 1); return false }
    lua_pushvalue(L, -2)
    if sc_call(L, 1, 4) != LUA_OK { throw state.popError() }
    // object, typename, version, write, strict
    guard lua_type(L, -4) == LUA_TSTRING else { sc_pop(L, 4); return false }
    let typename = String(cString: lua_tolstring(L, -4, nil))
    let version = Int(lua_tonumberx(L, -3, nil)), strict = lua_toboolean(L, -1) != 0
    let ownWrite = lua_type(L, -2) == LUA_TFUNCTION
    sc_pop(L, 1)
    sc_insert(L, -4)  // write, object, typename, version
    sc_pop(L, 2)
    guard let number = try number(.object) else { sc_pop(L, 1); return true }
    try target.object(number, version: version, typename: typename)
    if ownWrite {
      lua_pushvalue(L, position)
      try callOwn(2)
      return true
    }
    lua_copy(L, -1, -2)
    sc_pop(L, 1)
    try open(file.references.number(), fieldsOf: strict ? "<?>" : typename, skipping: !strict)
    return true
  }

  /// A class's own `write`, which lies on the stack with its arguments. It may write to this file: a writer in a writer.
  private func callOwn(_ arguments: Int32) throws(SconceError) {
    torch.writers.append(self)
    defer { torch.writers.removeLast() }
    if sc_call(L, arguments, 0) != LUA_OK { throw state.popError() }
  }

  private func userdata() throws(SconceError) {
    let kind = Kind(sc_kind(L, -1))
    guard KindSet.inFiles.contains(kind), let object = sc_object(L, -1) else { throw unwritable() }
    if kind == .generator {
      try target.generator(Unmanaged<Generator>.fromOpaque(object).takeUnretainedValue())
      return sc_pop(L, 1)
    }
    lua_pushvalue(L, -1)
    lua_pushstring(L, "write")
    if sc_get(L) != LUA_OK { throw state.popError() }
    if lua_type(L, -1) == LUA_TFUNCTION, lua_iscfunction(L, -1) == 0 {
      sc_insert(L, -2)
      guard let number = try number(.object) else { return sc_pop(L, 1) }
      try target.object(number, version: 1, typename: "torch." + kind.name)
      lua_pushvalue(L, position)
      return try callOwn(2)
    }
    sc_pop(L, 1)
    if kind.isTensor {
      try target.tensor(Unmanaged<Tensor>.fromOpaque(object).takeUnretainedValue(), knownAs: identity)
    } else {
      try target.storage(Unmanaged<Storage>.fromOpaque(object).takeUnretainedValue())
    }
    sc_pop(L, 1)
  }
}
