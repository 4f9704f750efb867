import SconceErrors
import SconceKernels

extension Tensor {
  /// The sum of all elements, counted in double or, of integers, in long; 0 of none.
  ///
  /// - Types: every numeric one.
  public func sum() throws(SconceError) -> Double {
    try total(kernels.reductions.sum, Check("torch.sum"), ofNone: 0)
  }

  /// The product of all elements, counted like ``sum()``; 1 of none.
  public func prod() throws(SconceError) -> Double { try total(portable.product, Check("torch.prod"), ofNone: 1) }

  /// The mean of all elements, of which there must be one.
  public func mean() throws(SconceError) -> Double {
    let check = Check("torch.mean"), type = try check.floating(self)
    try check.elements(self)
    return Fold(kernels.reductions.sum, type.numeric).total(self) / Double(count)
  }

  /// The variance of all elements: of a sample (n−1), or biased (n). Of one element it is NaN, or 0.
  public func `var`(biased: Bool) throws(SconceError) -> Double { try variance(biased, Check("torch.var")) }
  /// The standard deviation of all elements; see ``var(biased:)``.
  public func std(biased: Bool) throws(SconceError) -> Double { try variance(biased, Check("torch.std")).squareRoot() }

  private func variance(_ biased: Bool, _ check: Check) throws(SconceError) -> Double {
    let type = try check.floating(self)
    try check.elements(self)
    let mean: Double = Fold(kernels.reductions.sum, type.numeric).total(self) / Double(count)
    let squares = Fold(kernels.reductions.squaredDeviation, type).total(self, parameter: mean)
    return squares / Double(biased ? count : count - 1)
  }

  private func total(_ family: PerDType<FoldKernel>, _ check: Check, ofNone: Double) throws(SconceError) -> Double {
    let type = try check.numeric(self)
    if count == 0 { return ofNone }
    let fold = Fold(family, type)
    return type.isFloating ? fold.total(self) : Double(fold.total(self) as Int64)
  }
}

extension Tensor {
  /// `self` becomes the sums of `t` along `dim`.
  ///
  /// - self: resized to `t`'s size with 1 at `dim`. dim: from 0.
  /// - Types: every numeric one, the same for both. Counted in double or long, then cut to the type.
  public func sum(_ t: Tensor, dim: Int) throws(SconceError) {
    try totals(kernels.reductions.sum, t, dim, Check("torch.sum"))
  }
  /// `self` becomes the products of `t` along `dim`; sizes and types as in ``sum(_:dim:)``.
  public func prod(_ t: Tensor, dim: Int) throws(SconceError) {
    try totals(portable.product, t, dim, Check("torch.prod"))
  }

  /// `self` becomes the means of `t` along `dim`: Float or Double; sizes as in ``sum(_:dim:)``.
  public func mean(_ t: Tensor, dim: Int) throws(SconceError) {
    let check = Check("torch.mean"), type = try check.floating(self, t)
    let scale = Double(try check.length(t, dim))
    let fold = Fold(kernels.reductions.sum, type.numeric)
    try reduce(t, dim) { result in
      fold.totals(t, dim, result) { tile, totals in
        fold.fold(tile, 0, totals)
        for i in 0..<tile.lines { totals[i] /= scale }
      }
    }
  }
  /// `self` becomes the variances of `t` along `dim`, of samples (n−1) or biased (n); sizes as in ``sum(_:dim:)``.
  public func `var`(_ t: Tensor, dim: Int, biased: Bool) throws(SconceError) {
    try deviations(t, dim, biased, Check("torch.var")) { $0 }
  }
  /// `self` becomes the standard deviations of `t` along `dim`; sizes and `biased` as in ``var(_:dim:biased:)``.
  public func std(_ t: Tensor, dim: Int, biased: Bool) throws(SconceError) {
    try deviations(t, dim, biased, Check("torch.std")) { $0.squareRoot() }
  }

  private func deviations(_ t: Tensor, _ dim: Int, _ biased: Bool, _ check: Check, _ finish: (Double) -> Double)
    throws(SconceError)
  {
    let type = try check.floating(self, t), n = try check.length(t, dim)
    let sum = Fold(kernels.reductions.sum, type.numeric), squares = Fold(kernels.reductions.squaredDeviation, type)
    try reduce(t, dim) { result in
      sum.totals(t, dim, result) { tile, totals in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: tile.lines) { means in
          let means = means.baseAddress!
          sum.fold(tile, 0, means)
          for i in 0..<tile.lines { means[i] /= Double(n) }
          squares.fold(tile, means, totals)
        }
        for i in 0..<tile.lines { totals[i] = finish(totals[i] / Double(biased ? n : n - 1)) }
      }
    }
  }

  private func totals(_ family: PerDType<FoldKernel>, _ t: Tensor, _ dim: Int, _ check: Check) throws(SconceError) {
    let type = try check.numeric(self, t), fold = Fold(family, type)
    _ = try check.length(t, dim)
    try reduce(t, dim) { result in
      if type.isFloating {
        fold.totals(t, dim, result) { fold.fold($0, 0, $1 as UnsafeMutablePointer<Double>) }
      } else {
        fold.totals(t, dim, result) { fold.fold($0, 0, $1 as UnsafeMutablePointer<Int64>) }
      }
    }
  }
}
