import SconceErrors
import SconceKernels

extension Tensor {
  /// The largest element; NaN if there is one.
  ///
  /// - Types: every numeric one. There must be an element.
  public func largest() throws(SconceError) -> Double { try extreme(kernels.reductions.largest, Check("torch.max")) }
  /// The smallest element; see ``largest()``.
  public func smallest() throws(SconceError) -> Double { try extreme(kernels.reductions.smallest, Check("torch.min")) }

  private func extreme(_ family: PerDType<FoldKernel>, _ check: Check) throws(SconceError) -> Double {
    let type = try check.numeric(self), fold = Fold(family, type)
    try check.elements(self)
    return type.isFloating ? fold.total(self) : Double(fold.total(self) as Int64)
  }
}

extension Tensor {
  /// The largest along `dim`, and where: `self[…,1,…] = max_d t[…,d,…]`, `indices` the first `d` that has it.
  ///
  /// - dim: from 0. `self` and `indices` are resized to `t`'s size with 1 at `dim`.
  /// - base: what the first index is called (Lua counts from 1).
  /// - Types: every numeric one, the same for both; `indices` Long. NaN is larger than all.
  public func largest(_ t: Tensor, dim: Int, indices: Tensor, base: Int = 0) throws(SconceError) {
    try extreme(kernels.reductions.whereLargest, Check("torch.max"), t, dim, indices, base)
  }
  /// The smallest along `dim`, and where; see ``largest(_:dim:indices:base:)``.
  public func smallest(_ t: Tensor, dim: Int, indices: Tensor, base: Int = 0) throws(SconceError) {
    try extreme(kernels.reductions.whereSmallest, Check("torch.min"), t, dim, indices, base)
  }

  private func extreme(
    _ family: PerDType<ExtremeKernel>, _ check: Check, _ t: Tensor, _ dim: Int, _ indices: Tensor, _ base: Int
  ) throws(SconceError) {
    let kernel = family[try check.numeric(self, t)], width = t.dtype.stride
    _ = try check.length(t, dim)
    try reduce(t, dim, indices, check) { values, indices in
      let lines = Lines(along: dim, t, values, indices)
      let from = UnsafeRawPointer(t.base), best = values.base
      let places = indices.base.assumingMemoryBound(to: Int64.self)
      lines.forEachTile(limit: 4096) { n in
        let (start, count) = lines.tile(n, limit: 4096)
        kernel.call(
          count, lines.across[0], lines.length, lines.along[0], from + start[0] * width, best + start[1] * width,
          lines.across[1], places + start[2], lines.across[2], base)
      }
    }
  }
}
