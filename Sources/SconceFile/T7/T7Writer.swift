import SconceErrors
import SconceTensor

/// Pushes values into a `.t7` file one by one: the other half of ``T7Reader``. Numbers of objects come from the file's
/// ``File/references``; one that the file has already is only named: ``again(_:_:)``.
public struct T7Writer {
  public let file: File
  public init(_ file: File) { self.file = file }

  public func null() throws(SconceError) { try int(0) }
  public func number(_ value: Double) throws(SconceError) {
    try int(1)
    var value = value
    try file.write(.double, 1, &value)
  }
  public func string(_ bytes: UnsafeRawBufferPointer) throws(SconceError) {
    try int(2)
    try text(bytes)
  }
  public func boolean(_ value: Bool) throws(SconceError) {
    try int(5)
    try int(value ? 1 : 0)
  }
  /// Its pairs follow.
  public func table(_ number: Int32, pairs: Int) throws(SconceError) {
    try int(3)
    try int(number)
    guard let count = Int32(exactly: pairs) else { throw SconceError("expected fewer than 2^31 pairs in a table") }
    try int(count)
  }
  /// What its class writes follows.
  public func object(_ number: Int32, version: Int, typename: String) throws(SconceError) {
    try int(4)
    try int(number)
    try text("V \(version)")
    try text(typename)
  }
  /// A table of its upvalues follows.
  public func function(_ number: Int32, code: UnsafeRawBufferPointer) throws(SconceError) {
    try int(8)
    try int(number)
    try text(code)
  }
  public enum Referable: Int32, Sendable { case table = 3, object = 4, function = 8 }
  public func again(_ what: Referable, _ number: Int32) throws(SconceError) {
    try int(what.rawValue)
    try int(number)
  }

  /// A tensor and its storage, whole, each only once in a file.
  ///
  /// - knownAs: the address of what it stands for, if that is not the tensor itself.
  public func tensor(_ tensor: Tensor, knownAs identity: UnsafeRawPointer? = nil) throws(SconceError) {
    let (number, isNew) = file.references.number(of: tensor, at: identity)
    if !isNew { return try again(.object, number) }
    try object(number, version: 1, typename: tensor.dtype.typename)
    try contents(of: tensor)
  }
  /// What a tensor writes of itself: how it lies in its storage, and that.
  public func contents(of tensor: Tensor) throws(SconceError) {
    try int(Int32(tensor.dim))
    try file.write(.long, tensor.dim, tensor.header.pointee.sizes)
    try file.write(.long, tensor.dim, tensor.header.pointee.strides)
    var offset = tensor.offset + 1
    try file.write(.long, 1, &offset)
    // A tensor that never had elements has no storage in Torch7.
    if tensor.storage.count == 0 { try null() } else { try storage(tensor.storage) }
  }
  public func storage(_ storage: Storage) throws(SconceError) {
    let (number, isNew) = file.references.number(of: storage)
    if !isNew { return try again(.object, number) }
    try object(number, version: 1, typename: storage.typename)
    try contents(of: storage)
  }
  public func contents(of storage: Storage) throws(SconceError) {
    var count = storage.count
    try file.write(.long, 1, &count)
    try file.write(storage.dtype, count, storage.elements)
  }

  public func generator(_ generator: Generator) throws(SconceError) {
    let (number, isNew) = file.references.number(of: generator)
    if !isNew { return try again(.object, number) }
    try object(number, version: 1, typename: Generator.typename)
    try contents(of: generator)
  }
  public func contents(of generator: Generator) throws(SconceError) {
    let state = Tensor(.byte)
    try generator.save(into: state)
    try file.write(.byte, state.count, state.base)
  }

  private func int(_ value: Int32) throws(SconceError) {
    var value = value
    try file.write(.int, 1, &value)
  }
  private func text(_ bytes: UnsafeRawBufferPointer) throws(SconceError) {
    guard let count = Int32(exactly: bytes.count) else {
      throw SconceError("expected strings of fewer than 2^31 bytes")
    }
    try int(count)
    if let start = bytes.baseAddress { try file.write(.char, bytes.count, start) }
  }
  private func text(_ string: String) throws(SconceError) {
    var string = string, failure: SconceError?
    string.withUTF8 { bytes in
      do throws(SconceError) { try text(UnsafeRawBufferPointer(bytes)) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
