import CLua
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineConstructors() {
    define(
      "Tensor", method: .constructor, for: .tensors,
      "A tensor: without elements, of given sizes and zero, a view of another or of a storage, or filled from nested tables.",
      form("new res -> res", Constructor.empty),
      form("src, ...", Constructor.view),
      form("storage", Constructor.viewStorage),
      form("storage, offset", Constructor.viewPlace),
      form("storage, offset, sizes: LongStorage, [strides: LongStorage]", Constructor.viewSizes),
      form("storage, offset, sizesAndStrides", Constructor.viewPairs),
      form("new res, values, ... -> res", Constructor.fromTable),
      form("new res, sizes: LongStorage, strides: LongStorage -> res", Constructor.strided),
      form("new res, sizes -> res", Constructor.sized))
    define(
      "Storage", method: .constructor, for: .storages,
      "The elements that tensors share: none, as many as asked for and zero, those of a table, or a part of another's; or the bytes of a file, `shared` for it to get what is written; `sharedMem` names an object of shared memory.",
      form("new res -> res", Constructor.emptyStorage),
      form("new res, size -> res", Constructor.sizedStorage),
      form("new res, values, ... -> res", Constructor.storageFromTable),
      form("src, [offset = 1]", Constructor.restOfStorage),
      form("src, offset, size", Constructor.partOfStorage),
      form("new res, filename -> res", Constructor.mapStorage),
      form("new res, filename, shared, [size = 0,] [sharedMem = false] -> res", Constructor.mapPart))
    define(
      "resize", method: .only, "Resizes in place. New elements are zero.",
      form("target, sizes: LongStorage, strides: LongStorage -> target", Constructor.strided),
      form("target -> target", Constructor.resizeToNothing),
      form("target, sizes -> target", Constructor.sized))
    define(
      "resizeAs", method: .only, "Resizes in place to the size of `other`.",
      form("target, other, ... -> target", Constructor.resizeAs))
    define(
      "set", method: .only, "Becomes a view of what another tensor views, or of a storage.",
      form("target -> target", Constructor.setNothing),
      form("target, src -> target", Constructor.set),
      form("target, storage -> target", Constructor.setStorage),
      form("target, storage, offset -> target", Constructor.setPlace),
      form("target, storage, offset, sizes: LongStorage, [strides: LongStorage] -> target", Constructor.setSizes),
      form("target, storage, offset, sizesAndStrides -> target", Constructor.setPairs),
      form("target, sizes: LongStorage, strides: LongStorage -> target", Constructor.setStrided),
      form("target, sizes -> target", Constructor.setSized))
  }
}

/// Offsets count from 1 in scripts.
private enum Constructor {
  @Sendable static func empty(_ result: Tensor) {}
  @Sendable static func view(_ source: Tensor) -> Tensor { Tensor(viewing: source) }
  @Sendable static func sized(_ target: Tensor, _ sizes: Sizes) throws(SconceError) {
    try target.resize(sizes.values.count) { sizes.values[$0] }
  }
  @Sendable static func resizeToNothing(_ target: Tensor) throws(SconceError) { try target.resize([]) }
  @Sendable static func resizeAs(_ target: Tensor, _ other: Tensor) throws(SconceError) { try target.resize(as: other) }

  @Sendable static func viewStorage(_ storage: Storage) -> Tensor { Tensor(viewing: storage) }
  @Sendable static func viewPlace(_ storage: Storage, _ offset: Int) throws(SconceError) -> Tensor {
    let view = Tensor(storage.dtype, in: storage.memory)
    try setPlace(view, storage, offset)
    return view
  }
  @Sendable static func viewSizes(_ storage: Storage, _ offset: Int, _ sizes: Storage, _ strides: Storage?)
    throws(SconceError) -> Tensor
  {
    let view = Tensor(storage.dtype, in: storage.memory)
    try setSizes(view, storage, offset, sizes, strides)
    return view
  }
  @Sendable static func viewPairs(_ storage: Storage, _ offset: Int, _ pairs: Sizes) throws(SconceError) -> Tensor {
    let view = Tensor(storage.dtype, in: storage.memory)
    try setPairs(view, storage, offset, pairs)
    return view
  }
  @Sendable static func strided(_ target: Tensor, _ sizes: Storage, _ strides: Storage) throws(SconceError) {
    try setSizes(target, target.storage, target.offset + 1, sizes, strides)
  }

  @Sendable static func setNothing(_ target: Tensor) throws(SconceError) {
    try target.set(Tensor(target.dtype, in: target.storage.memory))
  }
  @Sendable static func set(_ target: Tensor, _ source: Tensor) throws(SconceError) { try target.set(source) }
  @Sendable static func setStorage(_ target: Tensor, _ storage: Storage) throws(SconceError) {
    try target.set(storage, offset: 0, 1, { _ in storage.count }, { _ in 1 })
  }
  /// As in Torch7: an offset without sizes names a place, and no element there.
  @Sendable static func setPlace(_ target: Tensor, _ storage: Storage, _ offset: Int) throws(SconceError) {
    try target.set(storage, offset: offset &- 1, 0, { _ in 0 }, { _ in 0 })
  }
  @Sendable static func setSizes(
    _ target: Tensor, _ storage: Storage, _ offset: Int, _ sizes: Storage, _ strides: Storage?
  ) throws(SconceError) {
    let sizes = sizes.longs, strides = strides?.longs
    guard strides == nil || strides!.count == sizes.count else {
      throw SconceError("expected as many strides as sizes, got \(strides!.count) and \(sizes.count)")
    }
    try target.set(storage, offset: offset &- 1, sizes.count, { sizes[$0] }, { strides?[$0] ?? -1 })
  }
  /// Size and stride in turn; the last stride may be left out.
  @Sendable static func setPairs(_ target: Tensor, _ storage: Storage, _ offset: Int, _ pairs: Sizes)
    throws(SconceError)
  {
    let pairs = Array(pairs.values)
    try target.set(
      storage, offset: offset &- 1, (pairs.count + 1) / 2, { pairs[2 * $0] },
      { 2 * $0 + 1 < pairs.count ? pairs[2 * $0 + 1] : -1 })
  }
  @Sendable static func setSized(_ target: Tensor, _ sizes: Sizes) throws(SconceError) {
    let fresh = Tensor(target.dtype, in: target.storage.memory)
    try sized(fresh, sizes)
    try target.set(fresh)
  }
  @Sendable static func setStrided(_ target: Tensor, _ sizes: Storage, _ strides: Storage) throws(SconceError) {
    try setSizes(target, Storage(target.dtype, in: target.storage.memory), 1, sizes, strides)
  }

  @Sendable static func emptyStorage(_ result: Storage) {}
  @Sendable static func sizedStorage(_ result: Storage, _ size: Int) throws(SconceError) {
    guard size >= 0, size < 1 << 48 else { throw SconceError("expected a size from 0 to 2^48, got \(size)") }
    if size > 0 { try result.resize(to: size) }
  }
  @Sendable static func restOfStorage(_ source: Storage, _ offset: Int) throws(SconceError) -> Storage {
    let (left, overflow) = (source.count + 1).subtractingReportingOverflow(offset)
    return try Storage(source, first: offset &- 1, count: overflow ? -1 : left)
  }
  @Sendable static func partOfStorage(_ source: Storage, _ offset: Int, _ size: Int) throws(SconceError) -> Storage {
    try Storage(source, first: offset &- 1, count: size)
  }
  @Sendable static func storageFromTable(_ result: Storage, _ table: Table) throws(SconceError) {
    let L = table.state, count = Int(lua_rawlen(L, table.position))
    try sizedStorage(result, count)
    for i in 0..<count {
      lua_rawgeti(L, table.position, lua_Integer(i + 1))
      var isNumber: Int32 = 0
      let value = lua_tonumberx(L, -1, &isNumber)
      guard isNumber != 0 else { throw SconceError("expected a table of numbers, got \(typeName(L)) at \(i + 1)") }
      lua_settop(L, -2)
      result.dtype.store(value, result.base! + i * result.dtype.stride)
    }
  }

  @Sendable static func mapStorage(_ result: Storage, _ name: Text) throws(SconceError) {
    try result.map(Mapping(name.path(), of: result.dtype, count: 0, shared: false))
  }
  /// Whether it is shared may be nil, but not be left out: a number in its place would be taken for the size.
  @Sendable static func mapPart(_ result: Storage, _ name: Text, _ shared: Anything, _ size: Int, _ isObject: Bool)
    throws(SconceError)
  {
    let type = lua_type(shared.state, shared.position)
    guard type == LUA_TBOOLEAN || type == LUA_TNIL else {
      throw SconceError("expected shared (boolean), got \(typeName(shared.state, shared.position))")
    }
    let isShared = lua_toboolean(shared.state, shared.position) != 0
    try result.map(
      Mapping(name.path(), isObject ? .sharedMemory : .file, of: result.dtype, count: size, shared: isShared))
  }

  /// The first element of each table says how deep they nest and how wide; all must be alike.
  @Sendable static func fromTable(_ result: Tensor, _ table: Table) throws(SconceError) {
    let L = table.state, top = lua_gettop(L)
    defer { lua_settop(L, top) }
    var sizes: [Int] = []
    lua_pushvalue(L, table.position)
    while lua_type(L, -1) == LUA_TTABLE {
      guard sizes.count < 64, lua_checkstack(L, 4) != 0 else {
        throw SconceError("expected tables nested less than 64 deep")
      }
      let size = Int(lua_rawlen(L, -1))
      if size == 0, !sizes.isEmpty { throw SconceError("expected tables of numbers, got an empty one within") }
      sizes.append(size)
      lua_rawgeti(L, -1, 1)
    }
    if sizes == [0] { return }
    try result.resize(sizes)
    lua_settop(L, top)
    lua_pushvalue(L, table.position)
    var next = 0
    try fill(result, L, sizes[...], &next)
  }

  private static func fill(_ result: Tensor, _ L: OpaquePointer, _ sizes: ArraySlice<Int>, _ next: inout Int)
    throws(SconceError)
  {
    guard let size = sizes.first else {
      var isNumber: Int32 = 0
      let value = lua_tonumberx(L, -1, &isNumber)
      guard isNumber != 0 else { throw SconceError("expected tables of numbers, got \(typeName(L)) within") }
      result.storeScalar(value, at: next)
      next += 1
      return
    }
    guard lua_type(L, -1) == LUA_TTABLE, Int(lua_rawlen(L, -1)) == size else {
      throw SconceError("expected tables of \(size) elements each, got \(typeName(L)) of \(lua_rawlen(L, -1)) within")
    }
    for i in 1...size {
      lua_rawgeti(L, -1, lua_Integer(i))
      try fill(result, L, sizes.dropFirst(), &next)
      lua_settop(L, -2)
    }
  }
  private static func typeName(_ L: OpaquePointer, _ index: Int32 = -1) -> String {
    String(cString: lua_typename(L, lua_type(L, index)))
  }
}

extension Storage {
  /// A LongStorage's elements.
  var longs: [Int] {
    Array(UnsafeBufferPointer(start: base?.assumingMemoryBound(to: Int.self), count: base == nil ? 0 : count))
  }
}
