import Glibc
import SconceErrors
import SconceKernels
import Synchronization

/// What sorting and selecting have in common: lines along one dimension, put in order one by one.
struct Order {
  let check: Check
  let family: PerDType<OrderKernel>
  var k = 1
  var descending = false
  /// What the first index is called.
  var base: Int

  /// `values` and `indices` become the first `results` of each line of `t` along `dim`; none: all of them.
  func run(_ t: Tensor, _ dim: Int, _ values: Tensor, _ indices: Tensor, results: Int?) throws(SconceError) {
    let kernel = family[try check.numeric(values, t)], width = t.dtype.stride
    let length = try check.length(t, dim), results = results ?? length
    try check(length < 1 << 32, "expected fewer than 2^32 elements to put in order, got \(length)")
    try values.reduce(t, dim, indices, check, size: results) { values, indices throws(SconceError) in
      let lines = Lines(along: dim, t, values, indices)
      let from = UnsafeRawPointer(t.base), to = values.base
      let places = indices.base.assumingMemoryBound(to: Int64.self)
      try forEachTile(lines, scratch: length * kernel.scratch) { tile, scratch in
        let (start, count) = lines.tile(tile, limit: Order.limit)
        for l in 0..<count {
          let at = start &+ lines.across &* l
          kernel.call(
            length, from + at[0] * width, lines.along[0], descending, k, results, to + at[1] * width, lines.along[1],
            places + at[2], lines.along[2], base, scratch)
        }
      }
    }
  }

  private static let limit = 64

  /// Every tile, with `bytes` of memory of its own.
  private func forEachTile(
    _ lines: Lines, scratch bytes: Int, _ body: (_ tile: Int, _ scratch: UnsafeMutableRawPointer) -> Void
  ) throws(SconceError) {
    let failed = Atomic(false)
    lines.forEachTile(limit: Order.limit, cost: 16) { tile in
      guard let scratch = malloc(bytes) else { return failed.store(true, ordering: .relaxed) }
      body(tile, scratch)
      free(scratch)
    }
    try check(!failed.load(ordering: .relaxed), "not enough memory for \(bytes) bytes")
  }
}
