import CLua
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// What a tensor says of itself.
  mutating func defineShape() {
    define("dim", method: .only, "The number of dimensions.", form("src, ...", Shape.dim))
    define("nDimension", method: .only, "The number of dimensions.", form("src, ...", Shape.dim))
    define("nElement", method: .only, "The number of elements.", form("src, ...", Shape.count))
    define("numel", "The number of elements.", form("src", Shape.count))
    define(
      "size", method: .only, "The sizes, or that of dimension `dim`.",
      form("src", Shape.sizes), form("src, dim, ...", Shape.size))
    define(
      "__len__", method: .only, "`#t`: the sizes.", form("src", Shape.sizes), form("src, same", Shape.sizesTwice))
    define(
      "stride", method: .only, "The strides, or that of dimension `dim`.",
      form("src", Shape.strides), form("src, dim, ...", Shape.stride))
    define(
      "storage", method: .only, "The storage that holds its elements; nil if it never had one.",
      form("src, ...", Shape.storage))
    define(
      "storageOffset", method: .only, "The place of its first element in the storage, from 1.",
      form("src, ...", Shape.offset))
    define(
      "isContiguous", method: .only, "Whether the elements lie row by row in memory.",
      form("src, ...", Shape.isContiguous))
    define("isTensor", method: .only, "Yes.", form("src", Shape.isTensor))
    define("isSize", method: .only, "Whether the sizes are these.", form("src, sizes: LongStorage, ...", Shape.isSize))
    define(
      "isSameSizeAs", method: .only, "Whether the sizes are those of `other`.",
      form("src, other, ...", Shape.isSameSize))
    define(
      "isSetTo", method: .only, "Whether both view the same elements in the same way.",
      form("src, other, ...", Shape.isSet))
    define("totable", "The elements as nested tables.", form("src, ... -> table", Shape.table))
    define(
      "totable", method: .only, for: .storages, "The elements as a table.",
      form("src, ... -> table", Shape.storageTable))
  }
}

/// Scripts count dimensions and elements from 1.
private enum Shape {
  @Sendable static func dim(_ source: Tensor) -> Int { source.dim }
  @Sendable static func count(_ source: Tensor) -> Int { source.count }
  @Sendable static func isContiguous(_ source: Tensor) -> Bool { source.isContiguous }
  @Sendable static func size(_ source: Tensor, _ dim: Int) throws(SconceError) -> Int {
    source.size(try check(dim, source))
  }
  @Sendable static func stride(_ source: Tensor, _ dim: Int) throws(SconceError) -> Int {
    source.stride(try check(dim, source))
  }
  private static func check(_ dim: Int, _ source: Tensor) throws(SconceError) -> Int {
    guard dim >= 1, dim <= source.dim else {
      throw SconceError("expected a dimension from 1 to \(source.dim), got \(dim)")
    }
    return dim - 1
  }
  @Sendable static func sizes(_ source: Tensor) throws(SconceError) -> Storage {
    try Storage(longs: source.dim, in: source.storage.memory) { source.size($0) }
  }
  /// Lua passes the operand of `#` twice.
  @Sendable static func sizesTwice(_ source: Tensor, _ same: Tensor) throws(SconceError) -> Storage {
    try sizes(source)
  }
  @Sendable static func strides(_ source: Tensor) throws(SconceError) -> Storage {
    try Storage(longs: source.dim, in: source.storage.memory) { source.stride($0) }
  }
  @Sendable static func storage(_ source: Tensor) -> Storage? {
    source.dim == 0 && source.storage.count == 0 ? nil : source.storage
  }
  @Sendable static func offset(_ source: Tensor) -> Int { source.offset + 1 }
  @Sendable static func isTensor(_ source: Tensor) -> Bool { true }
  @Sendable static func isSize(_ source: Tensor, _ sizes: Storage) -> Bool { source.sizes == sizes.longs }
  @Sendable static func isSameSize(_ source: Tensor, _ other: Tensor) -> Bool { source.hasSize(of: other) }
  @Sendable static func isSet(_ source: Tensor, _ other: Tensor) -> Bool { source.isSet(to: other) }

  @Sendable static func table(_ source: Tensor, _ stack: Stack) throws(SconceError) -> Pushed {
    guard lua_checkstack(stack.L, Int32(source.dim) + 4) != 0 else {
      throw SconceError("expected fewer dimensions, got \(source.dim)")
    }
    push(source, 0, source.base, stack)
    return Pushed(1)
  }
  @Sendable static func storageTable(_ source: Storage, _ stack: Stack) throws(SconceError) -> Pushed {
    try table(Tensor(viewing: source), stack)
  }
  private static func push(_ t: Tensor, _ d: Int, _ base: UnsafeMutableRawPointer, _ stack: Stack) {
    let count = t.dim == 0 ? 0 : t.size(d)
    lua_createtable(stack.L, Int32(clamping: count), 0)
    for i in 0..<count {
      let at = base + i * t.stride(d) * t.dtype.stride
      if d == t.dim - 1 { stack.push(t.dtype.load(at)) } else { push(t, d + 1, at, stack) }
      lua_rawseti(stack.L, -2, lua_Integer(i + 1))
    }
  }
}
