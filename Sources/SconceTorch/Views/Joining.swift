import CLua
import CLuaBridge
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// Tensors out of parts, and parts out of tensors.
  mutating func defineJoining() {
    define(
      "reshape", "A copy with other sizes for as many elements.",
      form("[res,] src, sizes -> res", Joining.reshape))
    define(
      "cat", "The tensors one after the other along `dim`, or along the last dimension.",
      form("tensors", Joining.catTable), form("tensors, dim", Joining.catTableAlong),
      form("res, tensors, [dim = -1] -> res", Joining.catTableInto),
      form("[res,] a, b, [dim = -1] -> res", Joining.cat))
    define(
      "repeatTensor", "A copy, repeated so often along each dimension.",
      form("src, times", Joining.repeated), form("res, src, times -> res", Joining.repeatInto))
    define(
      "split", "Views of at most `size` elements each along `dim`, in a table.",
      form("src, size, [dim = 1,] ... -> table", Joining.split),
      form("parts, src, size, [dim = 1] -> table", Joining.splitInto))
    define(
      "chunk", "At most `n` views of equal size along `dim`, in a table.",
      form("src, n, [dim = 1,] ... -> table", Joining.chunk),
      form("parts, src, n, [dim = 1] -> table", Joining.chunkInto))
  }
}

private enum Joining {
  @Sendable static func reshape(_ result: Tensor, _ source: Tensor, _ sizes: Sizes) throws(SconceError) {
    let copied = Tensor(source.dtype, in: source.storage.memory)
    let target = result.storage === source.storage ? copied : result
    try target.resize(sizes.values.count) { sizes.values[$0] }
    guard target.count == source.count else {
      throw SconceError(
        "inconsistent tensor size: expected sizes of \(source.count) elements for \(source.extent), got \(target.extent)"
      )
    }
    try target.copy(source)
    if target !== result { try result.set(target) }
  }

  @Sendable static func cat(_ result: Tensor, _ a: Tensor, _ b: Tensor, _ dim: Int) throws(SconceError) {
    try result.cat([a, b], dim == -1 ? nil : dim &- 1)
  }
  @Sendable static func catTable(_ table: Table) throws(SconceError) -> Tensor { try catTableAlong(table, -1) }
  @Sendable static func catTableAlong(_ table: Table, _ dim: Int) throws(SconceError) -> Tensor {
    let tensors = try tensors(table)
    guard let first = tensors.first else { throw SconceError("expected a table of tensors, got an empty one") }
    let result = Tensor(first.dtype, in: first.storage.memory)
    try result.cat(tensors, dim == -1 ? nil : dim &- 1)
    return result
  }
  @Sendable static func catTableInto(_ result: Tensor, _ table: Table, _ dim: Int) throws(SconceError) {
    try result.cat(try tensors(table), dim == -1 ? nil : dim &- 1)
  }
  private static func tensors(_ table: Table) throws(SconceError) -> [Tensor] {
    let L = table.state
    var tensors: [Tensor] = []
    for i in 0..<Int(lua_rawlen(L, table.position)) {
      lua_rawgeti(L, table.position, lua_Integer(i + 1))
      defer { lua_settop(L, -2) }
      guard let tensor = Tensor.at(L, -1) else {
        throw SconceError(
          "expected a table of tensors, got \(String(cString: lua_typename(L, lua_type(L, -1)))) at \(i + 1)")
      }
      tensors.append(tensor)
    }
    return tensors
  }

  @Sendable static func repeated(_ source: Tensor, _ times: Sizes) throws(SconceError) -> Tensor {
    let result = Tensor(source.dtype, in: source.storage.memory)
    try result.repeating(source, Array(times.values))
    return result
  }
  @Sendable static func repeatInto(_ result: Tensor, _ source: Tensor, _ times: Sizes) throws(SconceError) {
    try result.repeating(source, Array(times.values))
  }

  @Sendable static func split(_ source: Tensor, _ size: Int, _ dim: Int, _ stack: Stack) throws(SconceError) -> Pushed {
    lua_createtable(stack.L, 0, 0)
    return try push(source, dim &- 1, size, stack)
  }
  @Sendable static func splitInto(_ parts: Table, _ source: Tensor, _ size: Int, _ dim: Int, _ stack: Stack)
    throws(SconceError) -> Pushed
  {
    lua_pushvalue(stack.L, parts.position)
    return try push(source, dim &- 1, size, stack)
  }
  @Sendable static func chunk(_ source: Tensor, _ n: Int, _ dim: Int, _ stack: Stack) throws(SconceError) -> Pushed {
    let size = try chunkSize(source, n, dim)
    return try split(source, size, dim, stack)
  }
  @Sendable static func chunkInto(_ parts: Table, _ source: Tensor, _ n: Int, _ dim: Int, _ stack: Stack)
    throws(SconceError) -> Pushed
  {
    let size = try chunkSize(source, n, dim)
    return try splitInto(parts, source, size, dim, stack)
  }
  private static func chunkSize(_ source: Tensor, _ n: Int, _ dim: Int) throws(SconceError) -> Int {
    guard n > 0 else { throw SconceError("expected one part or more, got \(n)") }
    guard dim >= 1, dim <= source.dim else {
      throw SconceError("expected a dimension from 1 to \(source.dim), got \(dim)")
    }
    return (source.size(dim - 1) - 1) / n + 1
  }
  /// Into the table on top.
  private static func push(_ source: Tensor, _ dim: Int, _ size: Int, _ stack: Stack) throws(SconceError) -> Pushed {
    guard size > 0 else { throw SconceError("expected a size of 1 or more, got \(size)") }
    guard dim >= 0, dim < source.dim else {
      throw SconceError("expected a dimension from 1 to \(source.dim), got \(dim &+ 1)")
    }
    var first = 0, part = 1
    while first < source.size(dim) {
      let count = min(size, source.size(dim) - first)
      stack.push(try source.narrow(dim, first, count))
      lua_rawseti(stack.L, -2, lua_Integer(part))
      first += count
      part += 1
    }
    return Pushed(1)
  }
}
