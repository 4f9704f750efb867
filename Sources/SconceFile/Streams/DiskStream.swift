import Glibc
import SconceErrors
import Synchronization

/// A file descriptor with a buffer, for reading and for writing in turns.
public final class DiskStream: ByteStream {
  private static let capacity = 1 << 16
  private let descriptor: Int32
  private let buffer = UnsafeMutableRawPointer.allocate(byteCount: DiskStream.capacity, alignment: 16)
  /// While reading, `next..<end` was read ahead; while writing, `0..<end` is still to be written.
  private var next = 0, end = 0
  private var isWriting = false
  /// Where the descriptor stands.
  private var offset = 0
  /// The file's size as last asked for; asked again when more of it is read.
  private var size: Int??
  private var isOpen = true
  public var isBuffered = true
  public private(set) var trouble = ""

  /// Takes the descriptor over.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a file as `fopen` does for `r`, `w` and, for both, `r+` or else `w+`.
  public convenience init(_ path: Path, reading: Bool, writing: Bool) throws(SconceError) {
    let flags = (writing ? reading ? O_RDWR | O_CREAT : O_WRONLY | O_CREAT | O_TRUNC : O_RDONLY) | O_CLOEXEC
    let descriptor = open(path.bytes, flags, 0o666)
    guard descriptor >= 0 else {
      throw SconceError(
        "cannot open <\(path.text)> in mode \(reading ? "r" : "")\(writing ? "w" : ""): \(String(cString: strerror(errno)))"
      )
    }
    self.init(descriptor)
  }
  deinit {
    try? close()
    buffer.deallocate()
  }

  public var position: Int { isWriting ? offset + end : offset - (end - next) }

  public var remaining: Int? {
    if size == nil {
      var status = stat()
      let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      size = .some(isRegular ? Int(status.st_size) : nil)
    }
    return size!.map { max(0, $0 - position) }
  }

  public var window: UnsafeRawBufferPointer {
    if isWriting || next == end { fill() }
    return UnsafeRawBufferPointer(start: buffer + next, count: end - next)
  }
  public func skip(_ count: Int) { next += count }

  public func read(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
    if isWriting { flush() }
    var done = min(count, end - next)
    target.copyMemory(from: buffer + next, byteCount: done)
    next += done
    while done < count {
      // What would fill the buffer goes past it.
      if count - done >= DiskStream.capacity || !isBuffered {
        let n = Glibc.read(descriptor, target + done, count - done)
        if n < 0, errno == EINTR { continue }
        if n < 0 { note() }
        if n <= 0 { break }
        offset += n
        done += n
      } else {
        fill()
        if next == end { break }
        let n = min(count - done, end - next)
        (target + done).copyMemory(from: buffer + next, byteCount: n)
        next += n
        done += n
      }
    }
    return done
  }

  /// Reads ahead when everything has been taken.
  private func fill() {
    if isWriting { flush() }
    guard next == end else { return }
    (next, end, size) = (0, 0, nil)
    var n: Int
    repeat { n = Glibc.read(descriptor, buffer, isBuffered ? DiskStream.capacity : 1) } while n < 0 && errno == EINTR
    if n < 0 { note() } else { offset += n; end = n }
  }

  public func write(_ source: UnsafeRawPointer, _ count: Int) -> Int {
    if !isWriting { beginWriting() }
    if count >= DiskStream.capacity || !isBuffered {
      guard flush() else { return 0 }
      isWriting = true
      return writeThrough(source, count)
    }
    if end + count > DiskStream.capacity {
      guard flush() else { return 0 }
      isWriting = true
    }
    (buffer + end).copyMemory(from: source, byteCount: count)
    end += count
    return count
  }

  /// What was read ahead is given back, so that the descriptor stands where the script believes it does.
  private func beginWriting() {
    if end > next { offset = Int(lseek(descriptor, off_t(offset - (end - next)), SEEK_SET)) }
    (next, end, isWriting, size) = (0, 0, true, nil)
    Unwritten.add(self)
  }

  private func writeThrough(_ source: UnsafeRawPointer, _ count: Int) -> Int {
    remaining == nil ? withoutPipeSignal { push(source, count) } : push(source, count)
  }
  private func push(_ source: UnsafeRawPointer, _ count: Int) -> Int {
    var done = 0
    while done < count {
      let n = Glibc.write(descriptor, source + done, count - done)
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else { note(); break }
      offset += n
      done += n
    }
    return done
  }

  @discardableResult fileprivate func flush() -> Bool {
    guard isWriting else { return true }
    let pending = end
    (next, end, isWriting) = (0, 0, false)
    return writeThrough(buffer, pending) == pending
  }
  private func note() { trouble = String(cString: strerror(errno)) }

  public func seek(_ position: Int) throws(SconceError) {
    guard flush(), lseek(descriptor, off_t(position), SEEK_SET) == position else {
      note()
      throw SconceError("unable to seek to position \(position): \(trouble)")
    }
    (next, end, offset) = (0, 0, position)
  }
  public func seekEnd() throws(SconceError) {
    guard flush(), case let place = lseek(descriptor, 0, SEEK_END), place >= 0 else {
      note()
      throw SconceError("unable to seek at end of file: \(trouble)")
    }
    (next, end, offset) = (0, 0, Int(place))
  }
  public func synchronize() throws(SconceError) {
    guard flush() else { throw SconceError("write error: \(trouble)") }
  }

  /// Also sees to it that a power cut loses nothing.
  func persist() throws(SconceError) {
    try synchronize()
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      note()
      throw SconceError("write error: \(trouble)")
    }
  }

  public func close() throws(SconceError) {
    guard isOpen else { return }
    isOpen = false
    Unwritten.remove(self)
    let flushed = flush()
    guard Glibc.close(descriptor) == 0, flushed else {
      if flushed { note() }
      throw SconceError("write error: \(trouble)")
    }
  }
}

/// The streams that may have bytes in their buffers: a script may end the process with `os.exit`, and what it wrote is not
/// to be lost.
private enum Unwritten {
  private static let streams: Mutex<Set<UInt>> = {
    atexit {
      for address in streams.withLock({ $0 }) {
        Unmanaged<DiskStream>.fromOpaque(UnsafeRawPointer(bitPattern: address)!).takeUnretainedValue().flush()
      }
    }
    return Mutex([])
  }()
  private static func address(_ stream: DiskStream) -> UInt {
    UInt(bitPattern: Unmanaged.passUnretained(stream).toOpaque())
  }
  static func add(_ stream: DiskStream) { streams.withLock { _ = $0.insert(address(stream)) } }
  static func remove(_ stream: DiskStream) { streams.withLock { _ = $0.remove(address(stream)) } }
}

/// Nobody at the other end of a pipe is an error like others, and not the end of the process.
private func withoutPipeSignal(_ body: () -> Int) -> Int {
  var pipe = sigset_t(), before = sigset_t(), pending = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  sigpending(&pending)
  let waited = sigismember(&pending, SIGPIPE) == 1
  pthread_sigmask(SIG_BLOCK, &pipe, &before)
  let result = body()
  if !waited {
    var now = timespec()
    while sigtimedwait(&pipe, nil, &now) < 0, errno == EINTR {}
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  return result
}
