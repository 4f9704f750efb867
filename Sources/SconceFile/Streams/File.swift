import SconceErrors
import SconceTensor

/// What scripts know as `torch.File`: numbers and strings in a ``ByteStream``, as text or as bytes.
///
/// Whatever falls short sets ``hasError``, and throws unless the file is quiet.
public final class File {
  public let stream: any ByteStream
  /// What it is on: a path or a command.
  public let name: Path
  public let isReadable: Bool, isWritable: Bool
  public private(set) var isOpen = true
  public var isBinary = false, isAutoSpacing = true, isQuiet = false, hasError = false
  public var isBigEndian = false
  /// Bytes of a long in binary files: 4 or 8.
  public var longSize = 8
  public var references = References()
  /// Told about every part of an object that is read: what it is, and the bytes it takes.
  public var trace: ((T7Part, Range<Int>) -> Void)?

  public init(_ stream: any ByteStream, name: Path = Path(""), reading: Bool, writing: Bool) {
    (self.stream, self.name, isReadable, isWritable) = (stream, name, reading, writing)
  }

  public func close() throws(SconceError) {
    try checkOpen()
    isOpen = false
    try stream.close()
  }

  public func checkOpen() throws(SconceError) {
    if !isOpen { throw SconceError("attempt to use a closed file") }
  }
  public func checkReadable() throws(SconceError) {
    try checkOpen()
    if !isReadable { throw SconceError("attempt to read in a write-only file") }
  }
  public func checkWritable() throws(SconceError) {
    try checkOpen()
    if !isWritable { throw SconceError("attempt to write in a read-only file") }
  }
}

extension File {
  /// Reads `count` elements, as many as there is room for. How many were there.
  public func read(_ dtype: DType, _ count: Int, _ target: UnsafeMutableRawPointer) throws(SconceError) -> Int {
    try checkReadable()
    let done = isBinary ? readBinary(dtype, count, target) : readText(dtype, count, target)
    if done < count { try fellShort("read", "read", done, count) }
    return done
  }

  @discardableResult
  public func write(_ dtype: DType, _ count: Int, _ source: UnsafeRawPointer) throws(SconceError) -> Int {
    try checkWritable()
    let done = isBinary ? writeBinary(dtype, count, source) : writeText(dtype, count, source)
    if done < count { try fellShort("write", "wrote", done, count) }
    return done
  }

  func fellShort(_ what: String, _ did: String, _ done: Int, _ count: Int) throws(SconceError) {
    hasError = true
    if isQuiet { return }
    let why = stream.trouble.isEmpty ? "" : ": \(stream.trouble)"
    throw SconceError("\(what) error: \(did) \(done) blocks instead of \(count)\(why)")
  }

  /// Does something that a quiet file only notes when it fails.
  public func trying(_ body: () throws(SconceError) -> Void) throws(SconceError) {
    do throws(SconceError) { try body() } catch {
      hasError = true
      if !isQuiet { throw error }
    }
  }

  /// The next line, without its end.
  public func readLine() throws(SconceError) -> [UInt8] {
    try checkReadable()
    if stream.peek() == nil { try fellShort("read", "read", 0, 1) }
    var line: [UInt8] = []
    while case let window = stream.window, !window.isEmpty {
      let end = window.firstIndex(of: UInt8(ascii: "\n"))
      line.append(contentsOf: window[..<(end ?? window.count)])
      stream.skip(end.map { $0 + 1 } ?? window.count)
      if end != nil { break }
    }
    return line
  }

  /// Everything up to the end.
  public func readRest() throws(SconceError) -> [UInt8] {
    try checkReadable()
    if stream.peek() == nil { try fellShort("read", "read", 0, 1) }
    var rest: [UInt8] = []
    while stream.peek() != nil {
      let room = max(1 << 16, stream.remaining ?? rest.count)
      rest += [UInt8](unsafeUninitializedCapacity: room) { $1 = stream.read($0.baseAddress!, room) }
    }
    return rest
  }

  /// The bytes as they are; how many were written.
  public func writeString(_ bytes: UnsafeRawBufferPointer) throws(SconceError) -> Int {
    try checkWritable()
    let done = bytes.baseAddress.map { stream.write($0, bytes.count) } ?? 0
    if done < bytes.count { try fellShort("write", "wrote", done, bytes.count) }
    return done
  }

  /// A storage of the next elements. Never asks for more memory than the file can fill.
  public func readStorage(_ dtype: DType, _ count: Int, in memory: Memory) throws(SconceError) -> Storage {
    try checkReadable()
    guard count >= 0 else { throw SconceError("expected a count of 0 or more, got \(count)") }
    guard let remaining = stream.remaining else { return try readUnmeasured(dtype, count, in: memory) }
    let room = min(count, isBinary ? remaining / width(dtype) : remaining)
    let storage = try Storage(dtype, unset: room, in: memory)
    let done = isBinary ? readBinary(dtype, room, storage.elements) : readText(dtype, room, storage.elements)
    if done < count { try fellShort("read", "read", done, count) }
    return done == room ? storage : try Storage(dtype, copying: storage.elements, done, in: memory)
  }

  /// From a pipe: a piece at a time, so that a length alone asks for nothing.
  private func readUnmeasured(_ dtype: DType, _ count: Int, in memory: Memory) throws(SconceError) -> Storage {
    var storage = try Storage(dtype, unset: min(count, 1 << 16), in: memory), done = 0
    while true {
      let room = storage.count - done, target = storage.elements + done * dtype.stride
      let n = isBinary ? readBinary(dtype, room, target) : readText(dtype, room, target, more: storage.count < count)
      done += n
      if n < room || done == count { break }
      let larger = try Storage(dtype, unset: min(count, 2 * storage.count), in: memory)
      larger.elements.copyMemory(from: storage.elements, byteCount: done * dtype.stride)
      storage = larger
    }
    if done < count { try fellShort("read", "read", done, count) }
    return done == storage.count ? storage : try Storage(dtype, copying: storage.elements, done, in: memory)
  }

  /// Bytes that an element takes in a binary file.
  func width(_ dtype: DType) -> Int { dtype == .long ? longSize : dtype.stride }
}
