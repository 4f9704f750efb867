import Glibc
import Synchronization

/// Files that are removed when the process ends, however the script ends.
enum Leftovers {
  private static let paths = Mutex<[[CChar]]>([])
  private static let atExit: Void = {
    _ = atexit { Leftovers.paths.withLock { for path in $0 { unlink(path) } } }
  }()

  @Sendable static func add(_ path: Path) {
    _ = atExit
    let copy = Array(UnsafeBufferPointer(start: path.bytes, count: strlen(path.bytes) + 1))
    paths.withLock { $0.append(copy) }
  }
}
