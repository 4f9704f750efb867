import SconceErrors
import SconceTensor

/// What a recurrent layer takes: a sample of D numbers or a batch of N×D, which are one step, or a sequence of T×N×D.
struct StepSizes {
  let steps, samples, inputs: Int

  init(_ input: Tensor, inputs: Int, _ check: Check) throws(SconceError) {
    guard (1...3).contains(input.dim), input.size(input.dim - 1) == inputs else {
      throw check.mismatch(input, "input", "\(inputs), Nx\(inputs) or TxNx\(inputs)")
    }
    self.inputs = inputs
    steps = input.dim == 3 ? input.size(0) : 1
    samples = input.dim == 1 ? 1 : input.size(input.dim - 2)
  }
}

extension Check {
  /// A state of so many numbers for each sample, side by side.
  func state(_ t: Tensor, _ label: StaticString, _ samples: Int, _ units: Int) throws(SconceError) -> Tensor {
    if t.dim == 0 || t.size(t.dim - 1) != units || t.count != samples * units {
      throw mismatch(t, label, "\(samples)x\(units)")
    }
    return try t.contiguous()
  }
  /// So many numbers in all, side by side.
  func numbers(_ t: Tensor, _ label: StaticString, _ sizes: [Int]) throws(SconceError) -> Tensor {
    if t.count != sizes.reduce(1, *) || t.size(t.dim - 1) != sizes[sizes.count - 1] {
      throw mismatch(t, label, sizes.map(String.init).joined(separator: "x"))
    }
    return try t.contiguous()
  }
  /// A result in the sizes of the input, with others in the place of its last.
  func result(_ t: Tensor, _ label: StaticString, as input: Tensor, last: Int) throws(SconceError) {
    try t.resize(as: input, last: last)
    try self(t.isContiguous, "expected a contiguous \(label), got \(t.extent) with other strides")
  }
  /// What must hold after all results have been resized: none of them is another one too.
  func apart(_ results: [Tensor?]) throws(SconceError) {
    let results = results.compactMap { $0 }
    for (i, t) in results.enumerated() {
      for other in results[..<i] { try self(t !== other, "expected another tensor for each result") }
    }
  }
  func enough(_ done: Bool?) throws(SconceError) {
    if done != true { throw signed("not enough memory for the weights on the side") }
  }
}
