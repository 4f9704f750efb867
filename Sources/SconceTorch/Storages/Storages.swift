import CLua
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// Methods of storages; most are also those of tensors, by the same name.
  mutating func defineStorages() {
    define(
      "fill", method: .only, for: .storages, "Sets every element.", form("target, value, ... -> target", Storages.fill))
    define("size", method: .only, for: .storages, "The number of elements.", form("src, ...", Storages.size))
    define(
      "__len__", method: .only, for: .storages, "`#s`: the number of elements.",
      form("src, ...", Storages.size))
    define(
      "resize", method: .only, for: .storages, "Makes it longer, with zeros, or shorter.",
      form("target, size, ... -> target", Storages.resize))
    define(
      "elementSize", method: .only, for: .storages, "The bytes of an element.", form("src, ...", Storages.elementSize))
    define(
      "string", method: .only, for: .textStorages, "The elements as a text; or takes those of a text.",
      form("src -> text", Storages.text), form("target, text: string, ... -> target", Storages.setText))
    define(
      "__index__", method: .only, for: .storages, "`s[i]`: element `i`.", form("src, index", Storages.element))
    define(
      "__newindex__", method: .only, for: .storages, "`s[i] = v`: sets element `i`.",
      form("target, index, value", Storages.setElement))
  }
}

private enum Storages {
  @Sendable static func fill(_ target: Storage, _ value: Double) throws(SconceError) {
    for i in 0..<target.count { target.dtype.store(value, target.base! + i * target.dtype.stride) }
  }
  @Sendable static func size(_ source: Storage) -> Int { source.count }
  @Sendable static func resize(_ target: Storage, _ size: Int) throws(SconceError) {
    guard size >= 0, size < 1 << 48 else { throw SconceError("expected a size from 0 to 2^48, got \(size)") }
    try target.resize(to: size)
  }
  @Sendable static func elementSize(_ source: Storage) -> Int { source.dtype.stride }

  @Sendable static func text(_ source: Storage, _ stack: Stack) -> Pushed {
    _ = lua_pushlstring(stack.L, UnsafeRawPointer(source.base)?.assumingMemoryBound(to: CChar.self), source.count)
    return Pushed(1)
  }
  @Sendable static func setText(_ target: Storage, _ text: Anything) throws(SconceError) {
    var count = 0
    guard let bytes = lua_tolstring(text.state, text.position, &count) else { return }
    try target.resize(to: count)
    if count > 0 { target.base!.copyMemory(from: bytes, byteCount: count) }
  }

  @Sendable static func element(_ source: Storage, _ index: Int) throws(SconceError) -> Double {
    source.dtype.load(try address(source, index))
  }
  @Sendable static func setElement(_ target: Storage, _ index: Int, _ value: Double) throws(SconceError) {
    target.dtype.store(value, try address(target, index))
  }
  private static func address(_ storage: Storage, _ index: Int) throws(SconceError) -> UnsafeMutableRawPointer {
    guard index >= 1, index <= storage.count else {
      throw SconceError("expected an index from 1 to \(storage.count), got \(index)")
    }
    return storage.base! + (index - 1) * storage.dtype.stride
  }
}
