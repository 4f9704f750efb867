import Glibc

/// Memory for the length of a call: each thread keeps a block, so that kernels which copy their operands allocate nothing.
public enum Scratch {
  /// Calls `body` with so many bytes, on a cache line and of any content. Nil if there is no memory for them.
  ///
  /// - within: bytes that `body` is going to ask for on this thread.
  public static func with<Result>(bytes: Int, within: Int = 0, _ body: (UnsafeMutableRawPointer) -> Result) -> Result? {
    let arena = Arena.current, bytes = max((bytes + 63) & ~63, 64)
    guard bytes + within <= arena.capacity - arena.used || arena.makeRoom(for: bytes + within) else {
      guard let block = Arena.allocate(bytes) else { return nil }
      defer { free(block) }
      return body(block)
    }
    let start = arena.used
    arena.used += bytes
    defer { arena.used = start }
    return body(arena.base! + start)
  }
}

private final class Arena {
  var base: UnsafeMutableRawPointer?, capacity = 0, used = 0
  /// More than this is given back at once.
  static let limit = 32 << 20

  /// Pthreads destroy it with its thread.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { Unmanaged<Arena>.fromOpaque($0!).release() }
    return key
  }()
  static var current: Arena {
    if let mine = pthread_getspecific(key) { return Unmanaged<Arena>.fromOpaque(mine).takeUnretainedValue() }
    let arena = Arena()
    pthread_setspecific(key, Unmanaged.passRetained(arena).toOpaque())
    return arena
  }
  deinit { free(base) }

  /// A block in use cannot move; what is asked for within its use comes from elsewhere.
  func makeRoom(for bytes: Int) -> Bool {
    guard used == 0, bytes <= Arena.limit else { return false }
    free(base)
    // Calls within this one find some room too.
    capacity = bytes + bytes / 2 + (1 << 16)
    base = Arena.allocate(capacity)
    if base == nil { capacity = 0 }
    return base != nil
  }
  static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
    var block: UnsafeMutableRawPointer?
    return posix_memalign(&block, 64, max(bytes, 64)) == 0 ? block : nil
  }
}
