import CLua
import CLuaBridge
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// What a tensor is made of, and what becomes of it as another type.
  mutating func defineTypes() {
    define(
      "copy", method: .only, "Copies the elements of `src`, as many, in any shape, of any type.",
      form("target, src: Tensor, ... -> target", Types.copy))
    define(
      "copy", method: .only, for: .storages, "Copies the elements of `src`, of any type.",
      form("target, src: Storage, ... -> target", Types.copyStorage))
    define(
      "type", method: .only, "The name of its type; or itself as another type, copied if need be.",
      form("src", Types.name), form("src, type, ... -> res", Types.named))
    define(
      "typeAs", method: .only, "Itself as the type of `other`, copied if need be.",
      form("src, other: Tensor, ... -> res", Types.like))
    define("byte", method: .only, "As a ByteTensor, copied if need be.", form("src, ... -> res", Types.to(.byte)))
    define("char", method: .only, "As a CharTensor, copied if need be.", form("src, ... -> res", Types.to(.char)))
    define("short", method: .only, "As a ShortTensor, copied if need be.", form("src, ... -> res", Types.to(.short)))
    define("int", method: .only, "As an IntTensor, copied if need be.", form("src, ... -> res", Types.to(.int)))
    define("long", method: .only, "As a LongTensor, copied if need be.", form("src, ... -> res", Types.to(.long)))
    define("float", method: .only, "As a FloatTensor, copied if need be.", form("src, ... -> res", Types.to(.float)))
    define("double", method: .only, "As a DoubleTensor, copied if need be.", form("src, ... -> res", Types.to(.double)))
    define("half", method: .only, "As a HalfTensor, copied if need be.", form("src, ... -> res", Types.to(.half)))
    define("real", method: .only, "As the default type, copied if need be.", form("src -> res", Types.toDefault))
    define("clone", method: .only, "A copy without gaps.", form("src, ...", Types.clone))
    define(
      "contiguous", method: .only, "Itself if its elements lie row by row in memory, otherwise a copy.",
      form("src, ... -> res", Types.contiguous))
    define("elementSize", method: .only, "The bytes of an element.", form("src, ...", Types.elementSize))
  }
}

private enum Types {
  @Sendable static func copy(_ target: Tensor, _ source: Tensor) throws(SconceError) { try target.copy(source) }
  @Sendable static func copyStorage(_ target: Storage, _ source: Storage) throws(SconceError) {
    try target.copy(source)
  }
  @Sendable static func name(_ source: Tensor) -> String { source.dtype.typename }
  @Sendable static func named(_ source: Tensor, _ name: String, _ stack: Stack) throws(SconceError) -> Pushed {
    guard let dtype = DType.allCases.first(where: { $0.typename == name }) else {
      throw SconceError("expected the name of a tensor type, such as 'torch.FloatTensor', got '\(name)'")
    }
    return try stack.answer(dtype == source.dtype ? source : source.converted(to: dtype), orSelf: source)
  }
  @Sendable static func like(_ source: Tensor, _ other: Tensor, _ stack: Stack) throws(SconceError) -> Pushed {
    try stack.answer(other.dtype == source.dtype ? source : source.converted(to: other.dtype), orSelf: source)
  }
  static func to(_ dtype: DType) -> @Sendable (Tensor, Stack) throws(SconceError) -> Pushed {
    { (source, stack) throws(SconceError) in
      try stack.answer(dtype == source.dtype ? source : source.converted(to: dtype), orSelf: source)
    }
  }
  @Sendable static func toDefault(_ source: Tensor, _ stack: Stack) throws(SconceError) -> Pushed {
    let dtype = Kind(sc_context_of(stack.L).pointee.default_kind).dtype ?? .double
    return try stack.answer(dtype == source.dtype ? source : source.converted(to: dtype), orSelf: source)
  }
  @Sendable static func clone(_ source: Tensor) throws(SconceError) -> Tensor { try source.clone() }
  @Sendable static func contiguous(_ source: Tensor, _ stack: Stack) throws(SconceError) -> Pushed {
    try stack.answer(source.contiguous(), orSelf: source)
  }
  @Sendable static func elementSize(_ source: Tensor) -> Int { source.dtype.stride }
}

extension Stack {
  /// A tensor; the very argument, as scripts may compare it, where it is the first one.
  func answer(_ tensor: Tensor, orSelf first: Tensor) -> Pushed {
    if tensor === first { lua_pushvalue(L, 1) } else { push(tensor) }
    return Pushed(1)
  }
}
