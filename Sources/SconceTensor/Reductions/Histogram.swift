import SconceErrors
import SconceKernels

extension Tensor {
  /// `self` becomes the counts of the elements of `t` in `bins` equal parts of [low, high].
  ///
  /// - low, high: if they are the same, the smallest and the largest element; if those are the same too, one less and
  ///   one more. Elements outside, and NaN, are not counted.
  /// - Types: Float or Double, the same for both.
  public func histc(_ t: Tensor, _ bins: Int, _ low: Double, _ high: Double) throws(SconceError) {
    let histogram = try Histogram(t, bins, low, high, self, Check("torch.histc"))
    try resize([bins])
    try fill(0)
    histogram.count(t, into: self)
  }

  /// As ``histc(_:_:_:_:)`` for each row of a matrix, with the bounds of all.
  public func bhistc(_ t: Tensor, _ bins: Int, _ low: Double, _ high: Double) throws(SconceError) {
    let check = Check("torch.bhistc"), histogram = try Histogram(t, bins, low, high, self, check)
    try check(t.dim == 2, "expected a matrix, got \(t.extent)")
    let rows = t.size(0)
    try resize([rows, bins])
    try fill(0)
    for i in 0..<rows { histogram.count(try t.narrow(0, i, 1), into: try narrow(0, i, 1)) }
  }
}

private struct Histogram {
  let bins: Int, low: Double, high: Double

  init(_ t: Tensor, _ bins: Int, _ low: Double, _ high: Double, _ result: Tensor, _ check: Check) throws(SconceError) {
    let type = try check.floating(t, result)
    try check(result !== t, "expected a result other than the source")
    try check(bins > 0, "expected 1 bin or more, got \(bins)")
    self.bins = bins
    if low == high {
      try check.elements(t)
      let smallest: Double = Fold(kernels.reductions.smallest, type.numeric).total(t)
      let largest: Double = Fold(kernels.reductions.largest, type.numeric).total(t)
      (self.low, self.high) = smallest == largest ? (smallest - 1, largest + 1) : (smallest, largest)
    } else {
      (self.low, self.high) = (low, high)
    }
  }

  func count(_ t: Tensor, into result: Tensor) {
    if t.dtype == .float { count(Float.self, t, result) } else { count(Double.self, t, result) }
  }
  private func count<T: FloatElement>(_ type: T.Type, _ t: Tensor, _ result: Tensor) {
    let step = result.stride(result.dim - 1), counts = result.base.assumingMemoryBound(to: T.self)
    forEachRun(t, t) { count, _, _, a, aStep in
      let a = a.assumingMemoryBound(to: T.self)
      for i in 0..<count {
        let x = Double(a[i &* aStep])
        guard x >= low, x <= high else { continue }
        let bin = (x - low) / (high - low) * Double(bins)
        counts[(bin < Double(bins) ? Int(bin) : bins - 1) &* step] += 1
      }
    }
  }
}
