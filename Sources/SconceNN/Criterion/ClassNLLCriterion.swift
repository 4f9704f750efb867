import SconceErrors
import SconceTensor

/// Negative log likelihood of the right class: `−Σ w[t]·x[t]`, divided by `Σ w[t]` if `sizeAverage`.
///
/// - Sizes: `input` C or N×C, `target` 1 or N classes from 1 to C, `weights` C or absent (each 1).
/// - Types: Float or Double, one for all but `target`, which is Long. A target equal to `ignoreIndex` does not count.
/// - In scripts: `lua/nn/ClassNLLCriterion.lua`.
public enum ClassNLLCriterion {
  /// The loss and the weights' sum, each in a tensor of one element.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ totalWeight: Tensor, _ input: Tensor, _ target: Tensor, _ weights: Tensor?,
    _ sizeAverage: Bool, _ ignoreIndex: Int
  ) throws(SconceError) {
    let type = try check.floating(output, totalWeight, input, weights)
    let batch = try Batch(input, target, weights, ignoreIndex)
    try output.resize(1) { _ in 1 }
    try totalWeight.resize(1) { _ in 1 }
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      var (loss, total) = (T.zero, T.zero)
      let x = input.base.assumingMemoryBound(to: T.self)
      for n in 0..<batch.count {
        guard let c = batch.target(n) else { continue }
        let w: T = batch.weight(c)
        loss -= x[n * batch.rowStep + c * batch.step] * w
        total += w
      }
      if sizeAverage, total != 0 { loss /= total }
      output.base.storeBytes(of: loss, as: T.self)
      totalWeight.base.storeBytes(of: total, as: T.self)
    }
    type == .float ? compute(Float.self) : compute(Double.self)
  }

  /// `∂x[t] = −w[t]`, averaged likewise, and 0 for the other classes; `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ totalWeight: Tensor,
    _ sizeAverage: Bool, _ ignoreIndex: Int
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, totalWeight, weights)
    let batch = try Batch(input, target, weights, ignoreIndex)
    try check.size(totalWeight, "total_weight_tensor", [1])
    try gradInput.resize(as: input)
    try gradInput.fill(0)
    let (rowStep, step) = (input.dim == 1 ? 0 : gradInput.stride(0), gradInput.stride(gradInput.dim - 1))
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      let dx = gradInput.base.assumingMemoryBound(to: T.self), total = totalWeight.base.load(as: T.self)
      // As long as no target counts there is no gradient.
      if total <= 0 { return }
      for n in 0..<batch.count {
        guard let c = batch.target(n) else { continue }
        let w: T = batch.weight(c)
        dx[n * rowStep + c * step] = sizeAverage ? -w / total : -w
      }
    }
    type == .float ? compute(Float.self) : compute(Double.self)
  }

  /// The checked sizes of one call.
  private struct Batch {
    let count, rowStep, step, ignoreIndex: Int
    private let classes: Tensor, weights: Tensor?

    init(_ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ ignoreIndex: Int) throws(SconceError) {
      guard input.dim == 1 || input.dim == 2 else { throw check.mismatch(input, "input", "C or NxC") }
      count = input.dim == 1 ? 1 : input.size(0)
      rowStep = input.dim == 1 ? 0 : input.stride(0)
      step = input.stride(input.dim - 1)
      if target.dim != 1 || target.size(0) != count { throw check.mismatch(target, "target", "\(count)") }
      (classes, self.weights, self.ignoreIndex) = (target, weights, ignoreIndex)
      let n = input.size(input.dim - 1)
      if let weights { try check.size(weights, "weights", [n]) }
      for i in 0..<count {
        let t = self.label(i)
        try check(t >= 1 && t <= n || t == ignoreIndex, "expected a target from 1 to \(n), got \(t)")
      }
    }
    private func label(_ n: Int) -> Int {
      classes.base.assumingMemoryBound(to: Int.self)[n * classes.stride(0)]
    }
    /// From 0 on; nil for one that does not count.
    func target(_ n: Int) -> Int? {
      let t = label(n)
      return t == ignoreIndex ? nil : t - 1
    }
    func weight<T: BinaryFloatingPoint>(_ c: Int) -> T {
      weights.map { $0.base.assumingMemoryBound(to: T.self)[c * $0.stride(0)] } ?? 1
    }
  }
}

private let check = Check("nn.ClassNLLCriterion")
