import CTensor
import Glibc

/// Results that the cache has no room for: written past it, by way of a block, so that what they replace is not read
/// first, which is a quarter of the work of memory.
enum Stream {
  /// Bytes of all operands together from which it pays: what the last cache holds.
  private static let limit = max(32 << 20, sysconf(Int32(_SC_LEVEL3_CACHE_SIZE)))
  private static let blockBytes = 8192

  /// Whether it pays for so many elements. In place it never does, since they are read anyway.
  static func pays(_ count: Int, _ r: Tensor, _ operands: Tensor...) -> Bool {
    var width = r.dtype.stride
    for a in operands { width += a.dtype.stride }
    return count > limit / width && !operands.contains { r.overlaps($0) }
  }

  /// Elements `first ..< first + count` of `r`, as `body` puts them into a block.
  static func write(
    _ first: Int, _ count: Int, _ r: Tensor,
    _ body: (_ first: Int, _ count: Int, _ block: UnsafeMutableRawPointer) -> Void
  ) {
    let width = r.dtype.stride, most = blockBytes / width
    withUnsafeTemporaryAllocation(byteCount: blockBytes, alignment: 16) { block in
      let block = block.baseAddress!
      for start in stride(from: first, to: first + count, by: most) {
        let n = min(most, first + count - start)
        body(start, n, block)
        sc_stream(r.address(start), block, n &* width)
      }
    }
  }
}
