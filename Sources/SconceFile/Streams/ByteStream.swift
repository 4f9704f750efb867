import SconceErrors

/// Where the bytes of a ``File`` lie: on a disk, in memory, behind a pipe.
///
/// Reading and writing never throw: they do what they can, and ``trouble`` says why it was not more, if the system knows.
public protocol ByteStream: AnyObject {
  /// Bytes from the start.
  var position: Int { get }
  /// Bytes from the position to the end; nil where nobody knows, as in a pipe.
  var remaining: Int? { get }
  /// What the system said when a read or a write fell short.
  var trouble: String { get }
  /// Bytes that are at hand without asking the system, from the position on: none only at the end. Valid until the next
  /// call of anything.
  var window: UnsafeRawBufferPointer { get }
  /// Passes over bytes of the window.
  func skip(_ count: Int)
  /// Reads `count` bytes, fewer only at the end. How many.
  func read(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int
  /// How many bytes were written.
  func write(_ source: UnsafeRawPointer, _ count: Int) -> Int
  func seek(_ position: Int) throws(SconceError)
  func seekEnd() throws(SconceError)
  /// What was written is with the system.
  func synchronize() throws(SconceError)
  /// Everything else is over after this.
  func close() throws(SconceError)
}

extension ByteStream {
  /// The next byte, which stays the next; nil at the end.
  @inline(__always) func peek() -> UInt8? { window.first }
}
