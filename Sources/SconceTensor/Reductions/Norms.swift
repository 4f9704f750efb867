import Glibc
import SconceErrors
import SconceKernels

// `p` is any number: (Σ |x|^p)^(1/p), of 0 the count of elements that are not 0. Float or Double; counted in double.

extension Tensor {
  /// The `p`-norm of all elements; 0 of none.
  public func norm(_ p: Double) throws(SconceError) -> Double {
    let norm = Norm(p, try Check("torch.norm").floating(self))
    return count == 0 ? 0 : norm.of(self)
  }

  /// `self` becomes the `p`-norms of `t` along `dim`, whose size becomes 1.
  public func norm(_ t: Tensor, _ p: Double, dim: Int) throws(SconceError) {
    let check = Check("torch.norm"), norm = Norm(p, try check.floating(self, t))
    _ = try check.length(t, dim)
    try reduce(t, dim) { result in
      norm.fold.totals(t, dim, result) { tile, totals in
        norm.fold.fold(tile, norm.parameter, totals)
        for i in 0..<tile.lines { totals[i] = norm.finish(totals[i]) }
      }
    }
  }

  /// `self` becomes `t`, but that the parts which `dim` counts are scaled down to a `p`-norm of `limit`.
  ///
  /// - t: two dimensions or more, any size; `self` takes it, and may be it. p: above 0.
  public func renorm(_ t: Tensor, _ p: Double, dim: Int, limit: Double) throws(SconceError) {
    let check = Check("torch.renorm"), norm = Norm(p, try check.floating(self, t))
    let length = try check.length(t, dim)
    try check(p > 0, "expected a norm above 0, got \(shown(p))")
    try check(t.dim > 1, "expected a tensor of two or more dimensions, got \(t.extent)")
    if self !== t {
      try resize(as: t)
      try copy(t)
    }
    for i in 0..<length {
      let part = try narrow(dim, i, 1), size = norm.of(part)
      // The original's own small number, which keeps the quotient finite.
      if size > limit { try part.mul(part, limit / (size + 1e-7)) }
    }
  }

  /// The `p`-norm of the difference to `other`, which has as many elements in any shape; with p = 0 that of all ones, as
  /// in the original.
  public func dist(_ other: Tensor, _ p: Double) throws(SconceError) -> Double {
    let check = Check("torch.dist")
    try check.floating(self, other)
    try check(
      count == other.count, "expected tensors of as many elements, got \(extent) and \(other.extent)")
    if p == 0 { return Glibc.pow(Double(count), .infinity) }
    let difference = Tensor(dtype, in: storage.memory)
    try difference.add(self, other, scale: -1)
    return try difference.norm(p)
  }
}

/// One norm: what is counted, with which number, and what becomes of it.
private struct Norm {
  let p: Double, fold: Fold, parameter: Double

  init(_ p: Double, _ type: FloatDType) {
    self.p = p
    parameter = p == 2 ? 0 : p
    switch p {
    case 0: fold = Fold(portable.countOfNonZero, type)
    case 1: fold = Fold(portable.sumOfMagnitudes, type)
    case 2: fold = Fold(kernels.reductions.squaredDeviation, type)
    default: fold = Fold(portable.sumOfPowers, type)
    }
  }
  func finish(_ total: Double) -> Double {
    switch p {
    case 0, 1: total
    case 2: total.squareRoot()
    default: pow(total, 1 / p)
    }
  }
  func of(_ t: Tensor) -> Double { finish(fold.total(t, parameter: parameter)) }
}
