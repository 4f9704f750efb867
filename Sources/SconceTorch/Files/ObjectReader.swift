import CLua
import CLuaBridge
import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

/// Builds Lua values from those that a ``T7Reader`` pulls. Values under construction lie on the Lua stack, what is to
/// be done with them in `frames`: however deep a file nests, no function calls itself. Only a class's own `read` does.
struct ObjectReader {
  let L: OpaquePointer
  let state: LuaState
  let file: File
  let position: Int32
  let torch: TorchState
  /// Unknown classes become tables; functions are loaded, whoever wrote them.
  var unknownAsTable = false, trustsFunctions = false

  private let source: T7Reader
  private let objects: Int32
  private var frames: [Frame] = []
  private var hasOwnRead: [Kind: Bool] = [:]

  /// What becomes of the next value. Below it on the stack lies: a table, and for `value` the key; a function.
  private enum Frame {
    case key(left: Int), value(left: Int)
    case upvalues(named: Bool)
    case storage(of: T7Tensor, DType, Int32, start: Int)
  }

  /// - position: where the file lies on the stack.
  init(_ stack: Stack, _ file: File, at position: Int32) {
    (L, state, self.file, self.position) = (stack.L, stack.state, file, position)
    torch = unsafeDowncast(stack.bindings.owner, to: TorchState.self)
    FileTable.push(L, FileTable.objects, of: position)
    let L = L, objects = lua_gettop(L)
    self.objects = objects
    source = T7Reader(file) { id in
      defer { sc_pop(L, 1) }
      return lua_rawgeti(L, objects, lua_Integer(id)) != LUA_TNIL
    }
  }

  /// One value more on the stack.
  mutating func read() throws(SconceError) {
    while true {
      if try begin(), try fold() { return }
    }
  }

  /// Pushes the next value; whether it is complete.
  private mutating func begin() throws(SconceError) -> Bool {
    guard lua_checkstack(L, 64) != 0 else { throw SconceError("expected a file that nests less deeply") }
    switch try source.next() {
    case .null: lua_pushnil(L)
    case .number(let value): sc_push_number(L, value)
    case .boolean(let value): lua_pushboolean(L, value ? 1 : 0)
    case .string(let bytes): push(bytes)
    case .again(let id): lua_rawgeti(L, objects, lua_Integer(id))
    case .table(let id, let pairs):
      lua_createtable(L, 0, 0)
      keep(id)
      return open(pairs)
    case .object(let id, let version, let typename): return try object(id, version, typename)
    case .function(let id, let code, let named):
      pushFunction(code)
      if let id { keep(id) }
      frames.append(.upvalues(named: named))
      return false
    }
    return true
  }

  /// Puts the value on top where it belongs; whether it is the one that was asked for.
  private mutating func fold() throws(SconceError) -> Bool {
    while let frame = frames.last {
      switch frame {
      case .key(let left):
        guard lua_type(L, -1) != LUA_TNIL, lua_rawequal(L, -1, -1) != 0 else {
          throw source.broken(
            "expected a key, got \(lua_type(L, -1) == LUA_TNIL ? "nil" : "nan")", at: file.stream.position)
        }
        frames[frames.count - 1] = .value(left: left)
        return false
      case .value(let left):
        if lua_type(L, -1) == LUA_TSTRING { nameHere() }
        lua_rawset(L, -3)
        if left > 1 {
          frames[frames.count - 1] = .key(left: left - 1)
          return false
        }
      case .upvalues(let named):
        guard lua_type(L, -1) == LUA_TTABLE else {
          throw source.broken("expected a table of upvalues", at: file.stream.position)
        }
        setUpvalues(named: named)
        sc_pop(L, 1)
      case .storage(let head, let dtype, let id, let start):
        let tensor: Tensor
        do throws(SconceError) { tensor = try Tensor(head, dtype, storage(dtype)) } catch {
          throw source.broken(error.message, at: start)
        }
        sc_pop(L, 1)
        tensor.pushOntoLua(L)
        keep(id)
      }
      frames.removeLast()
    }
    return true
  }

  /// A layer that was saved on a GPU says so in its fields; here it has the type that its tensors have become.
  private func nameHere() {
    guard lua_type(L, -2) == LUA_TSTRING else { return }
    let bytes = UnsafeBufferPointer(start: lua_tolstring(L, -1, nil), count: Int(lua_rawlen(L, -1)))
    guard bytes.starts(with: Self.onGPU) else { return }
    guard Self.typeFields.contains(String(cString: lua_tolstring(L, -2, nil))),
      let plain = SavedElements.plain(String(cString: bytes.baseAddress!))
    else { return }
    sc_pop(L, 1)
    plain.pushOntoLua(L)
  }
  private static let onGPU = "torch.C".utf8.map { CChar($0) }
  private static let typeFields: Set<String> = ["_type", "moduleType"]

  /// The table on top has so many pairs; whether it is complete with that.
  private mutating func open(_ pairs: Int) -> Bool {
    if pairs > 0 { frames.append(.key(left: pairs)) }
    return pairs == 0
  }

  private func keep(_ id: Int32) {
    guard file.references.isOn else { return }
    lua_pushvalue(L, -1)
    lua_rawseti(L, objects, lua_Integer(id))
  }

  private func push(_ bytes: UnsafeRawBufferPointer) {
    lua_pushlstring(L, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }
}

// Objects.
extension ObjectReader {
  private mutating func object(_ id: Int32, _ version: Int, _ typename: String) throws(SconceError) -> Bool {
    if let saved = SavedElements.all[typename], try !ownRead(saved.kind) {
      if let dtype = saved.kind.dtype {
        let start = file.stream.position
        frames.append(.storage(of: try source.tensor(), dtype, id, start: start))
        return false
      }
      try elements(saved).pushOntoLua(L)
      keep(id)
      return true
    }
    if typename == Generator.typename {
      try source.generator().pushOntoLua(L)
      keep(id)
      return true
    }
    FileClasses.push(L, FileClasses.make)
    typename.pushOntoLua(L)
    lua_pushboolean(L, unknownAsTable ? 1 : 0)
    if sc_call(L, 2, 2) != LUA_OK { throw state.popError() }
    if lua_type(L, -2) == LUA_TNIL {
      throw SconceError(
        "unknown Torch class <\(typename)>: require the package that defines it, or read it as a table: torch.load(f, mode, {unknown = 'table'})"
      )
    }
    if lua_type(L, -1) == LUA_TFUNCTION {
      sc_insert(L, -2)
      keep(id)
      lua_pushvalue(L, -1)
      sc_insert(L, -3)  // object, read, object
      lua_pushvalue(L, position)
      lua_pushinteger(L, lua_Integer(version))
      if sc_call(L, 3, 0) != LUA_OK { throw state.popError() }
      return true
    }
    sc_pop(L, 1)
    guard lua_type(L, -1) == LUA_TTABLE else {
      throw SconceError("objects of \(typename) do not lie in files")
    }
    keep(id)
    return try fields(of: typename)
  }

  /// An object without a `read` of its own has written a table of its fields; they go straight into the object on top.
  private mutating func fields(of typename: String) throws(SconceError) -> Bool {
    let start = file.stream.position
    switch try source.next() {
    case .table(let id, let pairs):
      keep(id)
      return open(pairs)
    case .again(let id):
      guard lua_rawgeti(L, objects, lua_Integer(id)) == LUA_TTABLE else { break }
      lua_pushvalue(L, -2)
      sc_insert(L, -2)
      if sc_merge(L) != LUA_OK { throw state.popError() }
      return true
    default: break
    }
    throw source.broken("expected a table of the fields of \(typename)", at: start)
  }

  /// Whether a script has given a type of ours a `read` of its own.
  private mutating func ownRead(_ kind: Kind) throws(SconceError) -> Bool {
    if let known = hasOwnRead[kind] { return known }
    if kind.isTensor {
      Tensor(kind.dtype!, in: torch.memory).pushOntoLua(L)
    } else {
      Storage(kind.storageDType!, in: torch.memory).pushOntoLua(L)
    }
    lua_pushstring(L, "read")
    if sc_get(L) != LUA_OK { throw state.popError() }
    defer { sc_pop(L, 1) }
    let own = lua_type(L, -1) == LUA_TFUNCTION && lua_iscfunction(L, -1) == 0
    hasOwnRead[kind] = own
    return own
  }

  /// What a tensor wrote of itself, without being named: how it lies in its storage, and that.
  mutating func contents(dtype: DType) throws(SconceError) -> Tensor {
    let start = file.stream.position, head = try source.tensor()
    try read()
    defer { sc_pop(L, 1) }
    do throws(SconceError) { return try Tensor(head, dtype, storage(dtype)) } catch {
      throw source.broken(error.message, at: start)
    }
  }
  private func elements(_ saved: SavedElements) throws(SconceError) -> Storage {
    let stored = try source.storage(saved.stored, in: torch.memory)
    guard let dtype = saved.kind.storageDType, dtype != saved.stored else { return stored }
    let here = try Storage(dtype, unset: stored.count, in: torch.memory)
    try here.copy(stored)
    return here
  }
  func contents(storage dtype: DType) throws(SconceError) -> Storage { try source.storage(dtype, in: torch.memory) }
  func generator() throws(SconceError) -> Generator { try source.generator() }

  /// What a tensor has got as its storage: an empty one has none.
  private func storage(_ dtype: DType) throws(SconceError) -> Storage {
    if lua_type(L, -1) == LUA_TNIL { return Storage(dtype, in: torch.memory) }
    guard Kind(sc_kind(L, -1)).storageDType == dtype, let object = sc_object(L, -1) else {
      throw SconceError("expected the storage of a \(dtype.typename)")
    }
    return Unmanaged<Storage>.fromOpaque(object).takeUnretainedValue()
  }
}

extension Tensor {
  fileprivate convenience init(_ head: T7Tensor, _ dtype: DType, _ storage: Storage) throws(SconceError) {
    try self.init(storage, offset: head.offset &- 1, sizes: head.sizes, strides: head.strides)
  }
}

extension Kind {
  var storageDType: DType? { KindSet.storages.contains(self) ? DType(rawValue: code - Kind.storage(0).code) : nil }
}
