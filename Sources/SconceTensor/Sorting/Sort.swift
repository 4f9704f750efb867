import Glibc
import SconceErrors
import SconceKernels
import Synchronization

extension Tensor {
  /// `t` sorted along `dim`, and where each element came from; equal ones stay in order.
  ///
  /// - dim: from 0. `self` and `indices` are resized to `t`'s size.
  /// - base: what the first index is called (Lua counts from 1).
  /// - Types: every numeric one, the same for both; `indices` Long. NaN is larger than all.
  public func sort(_ t: Tensor, dim: Int, descending: Bool, indices: Tensor, base: Int = 0) throws(SconceError) {
    let check = Check("torch.sort"), kernel = sortKernels[try check.numeric(self, t)], width = t.dtype.stride
    let length = try check.length(t, dim)
    try check(length < 1 << 32, "expected fewer than 2^32 elements to sort, got \(length)")
    try reduce(t, dim, indices, check, size: length) { values, indices throws(SconceError) in
      let lines = Lines(along: dim, t, values, indices)
      let from = UnsafeRawPointer(t.base), to = values.base
      let places = indices.base.assumingMemoryBound(to: Int64.self)
      try lines.forEachTile(limit: 64, cost: 16, scratch: length * kernel.scratch, check) { n, scratch in
        let (start, count) = lines.tile(n, limit: 64)
        for l in 0..<count {
          let at = start &+ lines.across &* l
          kernel.call(
            length, from + at[0] * width, lines.along[0], descending, to + at[1] * width, lines.along[1],
            places + at[2], lines.along[2], base, scratch)
        }
      }
    }
  }
}

private let sortKernels = PerDType<SortKernel>()

extension Lines {
  /// As ``forEachTile(limit:cost:_:)``, each with `bytes` of memory of its own.
  func forEachTile(
    limit: Int, cost: Int, scratch bytes: Int, _ check: Check,
    _ body: (_ tile: Int, _ scratch: UnsafeMutableRawPointer) -> Void
  ) throws(SconceError) {
    let failed = Atomic(false)
    forEachTile(limit: limit, cost: cost) { tile in
      guard let scratch = malloc(bytes) else { return failed.store(true, ordering: .relaxed) }
      body(tile, scratch)
      free(scratch)
    }
    try check(!failed.load(ordering: .relaxed), "not enough memory for \(bytes) bytes")
  }
}
