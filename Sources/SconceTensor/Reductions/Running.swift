import SconceErrors
import SconceKernels

extension Tensor {
  /// `self` becomes the running sums of `t` along `dim`.
  ///
  /// - self: resized to `t`'s size; it may be `t`. dim: from 0.
  /// - Types: every numeric one, the same for both. Counted in double or long, each then cut to the type.
  public func cumsum(_ t: Tensor, dim: Int) throws(SconceError) {
    try running(portable.runningSum, t, dim, Check("torch.cumsum"))
  }
  /// `self` becomes the running products of `t` along `dim`; see ``cumsum(_:dim:)``.
  public func cumprod(_ t: Tensor, dim: Int) throws(SconceError) {
    try running(portable.runningProduct, t, dim, Check("torch.cumprod"))
  }

  private func running(_ family: PerDType<RunningKernel>, _ t: Tensor, _ dim: Int, _ check: Check)
    throws(SconceError)
  {
    let kernel = family[try check.numeric(self, t)], width = dtype.stride
    let length = try check.length(t, dim)
    try resize(as: t)
    let lines = Lines(along: dim, t, self), from = UnsafeRawPointer(t.base), to = base
    lines.forEachTile(limit: 512) { n in
      let (start, count) = lines.tile(n, limit: 512)
      kernel.call(
        count, length, from + start[0] * width, lines.across[0], lines.along[0], to + start[1] * width,
        lines.across[1], lines.along[1])
    }
  }
}
