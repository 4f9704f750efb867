import CLua
import CLuaBridge
import Glibc
import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// Elements as C sees them, from 0: `torch.data(t)[0]`. What `ffi` does with memory is done through these.
  mutating func definePointers() {
    define(
      "data", for: [.tensors, .storages], "A pointer to the first element: `p[i]` counts from 0, and `p + n` moves.",
      form("src", Pointers.data), form("storage", Pointers.storageData),
      form("src, asNumber", Pointers.address), form("storage, asNumber", Pointers.storageAddress))
    define(
      "cdata", for: [.tensors, .storages], "Itself: what functions of C are called with takes tensors.",
      form("src, ... -> src", Pointers.itself), form("storage, ... -> storage", Pointers.itselfAsStorage))
    define(
      "retain", method: .only, for: [.tensors, .storages], "Nothing: objects live as long as they are used.",
      form("src, ...", Pointers.nothing), form("storage, ...", Pointers.nothingForStorages))
    define(
      "free", method: .only, for: [.tensors, .storages], "Nothing: objects live as long as they are used.",
      form("src, ...", Pointers.nothing), form("storage, ...", Pointers.nothingForStorages))
    define(
      "__add__", method: .only, for: .pointers, "`p + n`: `n` elements further.",
      form("pointer, n", Pointers.move), form("n, pointer", Pointers.moved))
    define(
      "__sub__", method: .only, for: .pointers, "`p - n`: `n` elements back; `p - q`: the elements between.",
      form("pointer, n", Pointers.back), form("pointer, other", Pointers.distance))
    define(
      "__eq__", method: .only, for: .pointers, "Whether both point to the same element.",
      form("pointer, other", Pointers.equal))
    define(
      "__tostring__", method: .only, for: .pointers, "The address, as C shows it.", form("pointer", Pointers.text),
      form("pointer, same", Pointers.textAgain))
    define(
      "string", method: .only, for: .pointers, "The bytes from there up to a zero, or as many as asked for.",
      form("pointer -> text", Pointers.string), form("pointer, count -> text", Pointers.bytes))
    define(
      "copy", method: .only, for: .pointers, "Puts bytes there: a text and the zero after it, or `count` bytes.",
      form("pointer, text: string", Pointers.copyText), form("pointer, text: string, count", Pointers.copyPart),
      form("pointer, from, count", Pointers.copy))
    define(
      "fill", method: .only, for: .pointers, "Sets `count` bytes.", form("pointer, count, [byte = 0]", Pointers.fill))
  }
}

extension ElementPointer: Argument, Answer {
  public static var type: ArgumentType { ArgumentType("pointer", .pointers) }
  public static func read(_ call: Call, _ index: Int32) -> Self {
    unsafeDowncast(
      Unmanaged<ElementPointer>.fromOpaque(call[parameter: index].object).takeUnretainedValue(), to: Self.self)
  }
  public static var names: [String] { ["pointer"] }
  public func write(_ call: Call, _ index: Int32) -> Int32 {
    call.answer(index, .pointer, sc_value(object: Unmanaged.passRetained(self).toOpaque()))
  }

  /// The bytes from there to the end of the storage.
  fileprivate var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: view.base, count: view.count * view.dtype.stride)
  }
  /// The first `count` of them.
  fileprivate func bytes(_ count: Int) throws(SconceError) -> UnsafeMutableRawBufferPointer {
    let all = bytes
    guard count >= 0, count <= all.count else {
      throw SconceError("expected 0 to \(all.count) bytes, as there are from this pointer on, got \(count)")
    }
    return UnsafeMutableRawBufferPointer(rebasing: all[..<count])
  }
}

private enum Pointers {
  @Sendable static func data(_ source: Tensor) throws(SconceError) -> ElementPointer {
    try ElementPointer(source.storage, at: source.offset)
  }
  @Sendable static func storageData(_ source: Storage) throws(SconceError) -> ElementPointer {
    try ElementPointer(source, at: 0)
  }
  @Sendable static func address(_ source: Tensor, _ asNumber: Bool) -> Int { Int(bitPattern: source.base) }
  @Sendable static func storageAddress(_ source: Storage, _ asNumber: Bool) -> Int { Int(bitPattern: source.base) }
  @Sendable static func itself(_ source: Tensor) {}
  @Sendable static func itselfAsStorage(_ source: Storage) {}
  @Sendable static func nothing(_ source: Tensor) {}
  @Sendable static func nothingForStorages(_ source: Storage) {}

  @Sendable static func move(_ pointer: ElementPointer, _ n: Int) throws(SconceError) -> ElementPointer {
    try ElementPointer(pointer.view.storage, at: pointer.view.offset &+ n)
  }
  @Sendable static func moved(_ n: Int, _ pointer: ElementPointer) throws(SconceError) -> ElementPointer {
    try move(pointer, n)
  }
  @Sendable static func back(_ pointer: ElementPointer, _ n: Int) throws(SconceError) -> ElementPointer {
    try move(pointer, 0 &- n)
  }
  @Sendable static func distance(_ pointer: ElementPointer, _ other: ElementPointer) throws(SconceError) -> Int {
    guard pointer.view.storage === other.view.storage else { throw SconceError("expected pointers into one storage") }
    return pointer.view.offset - other.view.offset
  }
  @Sendable static func equal(_ pointer: ElementPointer, _ other: Anything) -> Bool {
    guard Kind(sc_kind(other.state, other.position)) == .pointer, let object = sc_object(other.state, other.position)
    else { return false }
    return Unmanaged<ElementPointer>.fromOpaque(object).takeUnretainedValue().view.base == pointer.view.base
  }
  @Sendable static func text(_ pointer: ElementPointer) -> String {
    let type = ["uint8_t", "int8_t", "int16_t", "int", "int64_t", "float", "double", "half"]
    let address = String(UInt(bitPattern: pointer.view.base), radix: 16)
    return "cdata<\(type[Int(pointer.view.dtype.rawValue)]) *>: 0x\(address)"
  }
  @Sendable static func textAgain(_ pointer: ElementPointer, _ same: Anything) -> String { text(pointer) }

  @Sendable static func string(_ pointer: ElementPointer, _ stack: Stack) -> Pushed {
    let bytes = pointer.bytes
    return stack.answer(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)]))
  }
  @Sendable static func bytes(_ pointer: ElementPointer, _ count: Int, _ stack: Stack) throws(SconceError) -> Pushed {
    stack.answer(bytes: UnsafeRawBufferPointer(try pointer.bytes(count)))
  }

  /// The zero after the text only where there is room for it: tensors of just as many bytes are common.
  @Sendable static func copyText(_ pointer: ElementPointer, _ text: Anything) throws(SconceError) {
    var count = 0
    guard let source = lua_tolstring(text.state, text.position, &count) else { return }
    let bytes = try pointer.bytes(count)
    bytes.copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
    if count < pointer.bytes.count { pointer.bytes[count] = 0 }
  }
  @Sendable static func copyPart(_ pointer: ElementPointer, _ text: Anything, _ count: Int) throws(SconceError) {
    var length = 0
    guard let source = lua_tolstring(text.state, text.position, &length) else { return }
    guard count <= length else { throw SconceError("expected at most the text's \(length) bytes, got \(count)") }
    try pointer.bytes(count).copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
  }
  @Sendable static func copy(_ pointer: ElementPointer, _ source: ElementPointer, _ count: Int) throws(SconceError) {
    try pointer.bytes(count).copyMemory(from: UnsafeRawBufferPointer(try source.bytes(count)))
  }
  @Sendable static func fill(_ pointer: ElementPointer, _ count: Int, _ byte: Int) throws(SconceError) {
    let bytes = try pointer.bytes(count)
    if count > 0 { memset(bytes.baseAddress!, Int32(truncatingIfNeeded: byte), count) }
  }
}

extension Stack {
  func answer(bytes: UnsafeRawBufferPointer) -> Pushed {
    _ = lua_pushlstring(L, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    return Pushed(1)
  }
}
