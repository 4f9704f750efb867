import SconceErrors
import SconceKernels
import Synchronization

// Products of matrices, one for each place in a batch.

extension Tensor {
  /// `self = beta·source + alpha·a·b`, for each of B: BxMxN, BxMxK and BxKxN. With beta 0 `source` need not hold numbers.
  @discardableResult
  public func baddbmm(_ beta: Double, _ source: Tensor, _ alpha: Double, _ a: Tensor, _ b: Tensor)
    throws(SconceError) -> Tensor
  {
    let check = Check("torch.baddbmm")
    try check.batches(self, source, a, b)
    try check.size(source, "source", [a.size(0), a.size(1), b.size(2)])
    return try begin(source, beta, a, b) { result throws(SconceError) in
      let enough = Atomic<Bool>(true)
      ThreadPool.shared.run(chunks: a.size(0)) { n in
        do throws(SconceError) {
          try Matrix(n, of: result).accumulate(beta, alpha, Matrix(n, of: a), Matrix(n, of: b))
        } catch { enough.store(false, ordering: .relaxed) }
      }
      try check(enough.load(ordering: .relaxed), "not enough memory")
    }
  }
  /// `self = a·b`, for each of a batch; `self` has the size of the product, or no elements.
  @discardableResult
  public func bmm(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.bmm")
    try check.batches(self, self, a, b)
    try sized(check, [a.size(0), a.size(1), b.size(2)])
    return try baddbmm(0, self, 1, a, b)
  }

  /// `self = beta·source + alpha·Σ a·b`, the sum over a batch: MxN, BxMxK and BxKxN. With beta 0 `source` need not hold
  /// numbers.
  @discardableResult
  public func addbmm(_ beta: Double, _ source: Tensor, _ alpha: Double, _ a: Tensor, _ b: Tensor)
    throws(SconceError) -> Tensor
  {
    let check = Check("torch.addbmm")
    try check.batches(self, source, a, b)
    try check.size(source, "source", [a.size(1), b.size(2)])
    return try begin(source, beta, a, b) { result throws(SconceError) in
      for n in 0..<a.size(0) {
        try Matrix(rows: result).accumulate(n == 0 ? beta : 1, alpha, Matrix(n, of: a), Matrix(n, of: b))
      }
    }
  }
}

extension Check {
  fileprivate func batches(_ result: Tensor, _ source: Tensor, _ a: Tensor, _ b: Tensor) throws(SconceError) {
    _ = try numeric(result, source, a, b)
    if a.dim != 3 { throw mismatch(a, "batch1", "BxMxK") }
    if b.dim != 3 || b.size(0) != a.size(0) || b.size(1) != a.size(2) {
      throw mismatch(b, "batch2", "\(a.size(0))x\(a.size(2))xN")
    }
  }
}
