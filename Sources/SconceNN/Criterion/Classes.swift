import SconceErrors
import SconceTensor

/// One sample of K numbers or a batch of N×K, contiguous, with a row of classes for each: for the length of one call.
struct Classes {
  let input: Tensor, samples, count: Int
  /// Classes of a sample, from 1 on.
  let targets: UnsafePointer<Int>, perSample: Int
  private let target: Tensor

  /// `perSample`: how many classes each sample has, or nil for one per element. `lowest`: 1, or 0 where that ends a row.
  init(_ check: Check, _ input: Tensor, _ target: Tensor, perSample: Int?, lowest: Int) throws(SconceError) {
    guard input.dim == 1 || input.dim == 2, input.count > 0 else { throw check.mismatch(input, "input", "K or NxK") }
    (samples, count) = (input.dim == 1 ? 1 : input.size(0), input.size(input.dim - 1))
    self.perSample = perSample ?? count
    if target.count != samples * self.perSample {
      throw check.mismatch(target, "target", perSample == 1 ? "\(samples)" : input.extent)
    }
    (self.input, self.target) = (try input.contiguous(), try target.contiguous())
    targets = UnsafePointer(self.target.base.assumingMemoryBound(to: Int.self))
    for i in 0..<target.count {
      try check(
        (lowest...count).contains(targets[i]), "expected a target from \(lowest) to \(count), got \(targets[i])")
    }
  }
}
