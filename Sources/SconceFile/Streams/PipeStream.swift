import Glibc
import SconceErrors

/// What a command prints, or what it is given to read.
public final class PipeStream: ByteStream {
  private let process: UnsafeMutablePointer<FILE>
  private let stream: DiskStream
  private var isOpen = true

  public init(_ command: Path, writing: Bool) throws(SconceError) {
    fflush(nil)
    guard let process = popen(command.bytes, writing ? "we" : "re") else {
      throw SconceError(
        "cannot open <\(command.text)> in mode \(writing ? "w" : "r"): \(String(cString: strerror(errno)))")
    }
    self.process = process
    // No other command inherits this end: the reader would wait for both of them to close it.
    stream = DiskStream(fcntl(fileno(process), F_DUPFD_CLOEXEC, 0))
  }
  deinit { try? close() }

  public var position: Int { stream.position }
  public var remaining: Int? { nil }
  public var trouble: String { stream.trouble }
  public var window: UnsafeRawBufferPointer { stream.window }
  public func skip(_ count: Int) { stream.skip(count) }
  public func read(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int { stream.read(target, count) }
  public func write(_ source: UnsafeRawPointer, _ count: Int) -> Int { stream.write(source, count) }
  public func seek(_ position: Int) throws(SconceError) { try stream.seek(position) }
  public func seekEnd() throws(SconceError) { try stream.seekEnd() }
  public func synchronize() throws(SconceError) { try stream.synchronize() }
  /// Waits for the command to end.
  public func close() throws(SconceError) {
    guard isOpen else { return }
    isOpen = false
    defer { pclose(process) }
    try stream.close()
  }
}
