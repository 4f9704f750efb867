import CLua
import CLuaBridge
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// A script's own function over all elements.
  mutating func defineCallbacks() {
    define(
      "apply", method: .only, "Every element becomes what `f` returns for it; it stays if that is nothing.",
      form("target, f, ... -> self", Callbacks.apply))
    define(
      "map", method: .only, "Every element becomes what `f` returns for it and that of `a`.",
      form("target, a: Tensor, f, ... -> self", Callbacks.map))
    define(
      "map2", method: .only, "Every element becomes what `f` returns for it and those of `a` and `b`.",
      form("target, a: Tensor, b: Tensor, f, ... -> self", Callbacks.map2))
  }
}

private enum Callbacks {
  @Sendable static func apply(_ target: Tensor, _ function: Callback, _ stack: Stack) throws(SconceError) -> Pushed {
    try walk("Tensor:apply", [target], function, stack)
  }
  @Sendable static func map(_ target: Tensor, _ a: Tensor, _ function: Callback, _ stack: Stack) throws(SconceError)
    -> Pushed
  {
    try walk("Tensor:map", [target, a], function, stack)
  }
  @Sendable static func map2(_ target: Tensor, _ a: Tensor, _ b: Tensor, _ function: Callback, _ stack: Stack)
    throws(SconceError) -> Pushed
  {
    try walk("Tensor:map2", [target, a, b], function, stack)
  }

  /// The function may resize a tensor or set it to another storage: the walk goes over what was there when it began,
  /// which these views keep.
  private static func walk(_ name: StaticString, _ tensors: [Tensor], _ function: Callback, _ stack: Stack)
    throws(SconceError) -> Pushed
  {
    let views = tensors.map { Tensor(viewing: $0) }, count = views[0].count
    for view in views where view.count != count {
      throw SconceError(
        "size mismatch: expected tensors of as many elements, got \(views[0].extent) and \(view.extent)")
    }
    // Tensors of other shapes walk in their own row-major order, each with its own indices.
    let rank = views.reduce(0) { max($0, $1.dim) }
    var index = [Int](repeating: 0, count: max(1, rank * views.count))
    let headers = views.map { $0.header.pointee }
    lua_pushvalue(stack.L, function.position)
    let status = withExtendedLifetime(views) {
      headers.withUnsafeBufferPointer { headers in
        index.withUnsafeMutableBufferPointer { index in
          var mapped = sc_mapped(
            tensors: headers.baseAddress, count: Int32(views.count), elements: count, index: index.baseAddress,
            rank: Int32(rank), name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self))
          return sc_map(stack.L, &mapped)
        }
      }
    }
    if status != LUA_OK { return .raised }
    lua_pushvalue(stack.L, 1)
    return Pushed(1)
  }
}
