import SconceErrors
import SconceTensor

/// Bytes in memory, as a storage of characters with a zero after the last.
public final class MemoryStream: ByteStream {
  private let memory: Memory
  /// Its last element is the zero after the room there is.
  private var storage: Storage
  private var size = 0
  public private(set) var position = 0
  public var trouble: String { "" }

  /// Without bytes.
  public init(in memory: Memory) throws(SconceError) {
    self.memory = memory
    storage = try Storage(.char, unset: 256, in: memory)
  }
  /// The bytes of a storage of characters that ends in a zero.
  ///
  /// - keeping: whether to begin with what is in it, or with nothing.
  public init(_ storage: Storage, keeping: Bool) throws(SconceError) {
    guard storage.dtype == .char, storage.count > 0,
      storage.elements.load(fromByteOffset: storage.count - 1, as: UInt8.self) == 0
    else { throw SconceError("provided CharStorage must be terminated by 0") }
    (self.storage, memory) = (storage, storage.memory)
    size = keeping ? storage.count - 1 : 0
  }

  /// What is in it, and a zero. The same storage each time, unless something was written in between.
  public func contents() throws(SconceError) -> Storage {
    if storage.count != size + 1 {
      storage = try Storage(.char, copying: storage.elements, size, room: size + 1, in: memory)
    }
    storage.elements.storeBytes(of: 0, toByteOffset: size, as: UInt8.self)
    return storage
  }

  /// A script may have let the storage shrink.
  private var held: Int { min(size, max(storage.count - 1, 0)) }

  public var remaining: Int? { max(0, held - position) }
  public var window: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: storage.elements + position, count: max(0, held - position))
  }
  public func skip(_ count: Int) { position += count }
  public func read(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let n = min(count, max(0, held - position))
    target.copyMemory(from: storage.elements + position, byteCount: n)
    position += n
    return n
  }
  public func write(_ source: UnsafeRawPointer, _ count: Int) -> Int {
    let end = position + count
    if end >= storage.count {
      guard
        let larger = try? Storage(
          .char, copying: storage.elements, held, room: max(end + 1, 2 * storage.count), in: memory)
      else { return 0 }
      storage = larger
    }
    // A script may have let the storage shrink behind the position.
    for gap in held..<max(held, position) { storage.elements.storeBytes(of: 0, toByteOffset: gap, as: UInt8.self) }
    (storage.elements + position).copyMemory(from: source, byteCount: count)
    position = end
    size = max(size, end)
    return count
  }
  public func seek(_ position: Int) throws(SconceError) {
    guard position <= held else { throw SconceError("unable to seek at position \(position)") }
    self.position = position
  }
  public func seekEnd() throws(SconceError) { position = held }
  public func synchronize() throws(SconceError) {}
  public func close() throws(SconceError) {}
}
