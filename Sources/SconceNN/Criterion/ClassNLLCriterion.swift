import SconceErrors
import SconceTensor

/// Negative log likelihood of the right class: `−Σ w[t]·x[t]`, divided by `Σ w[t]` if `sizeAverage`.
///
/// - Sizes: `input` C or N×C, `target` 1 or N classes from 1 to C; or pictures, N×C×H×W and N×H×W. `weights` C or absent
///   (each 1).
/// - Types: Float or Double, one for all but `target`, which is Long. A target equal to `ignoreIndex` does not count.
/// - In scripts: `lua/nn/ClassNLLCriterion.lua`, `lua/nn/SpatialClassNLLCriterion.lua`.
public enum ClassNLLCriterion {
  /// The loss and the weights' sum, each in a tensor of one element.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ totalWeight: Tensor, _ input: Tensor, _ target: Tensor, _ weights: Tensor?,
    _ sizeAverage: Bool, _ ignoreIndex: Int
  ) throws(SconceError) {
    let type = try check.floating(output, totalWeight, input, weights)
    let batch = try Batch(input, target, weights, ignoreIndex), input = try batch.layable(input), at = Places(input)
    try output.resize(1) { _ in 1 }
    try totalWeight.resize(1) { _ in 1 }
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      var (loss, total) = (T.zero, T.zero)
      let x = input.base.assumingMemoryBound(to: T.self)
      for n in 0..<batch.count {
        guard let c = batch.target(n) else { continue }
        let w: T = batch.weight(c)
        loss -= x[at[n, c]] * w
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
    try check(
      input.dim < 4 || gradInput.isContiguous,
      "expected a contiguous gradInput, got \(gradInput.extent) with other strides")
    let at = Places(gradInput)
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      let dx = gradInput.base.assumingMemoryBound(to: T.self), total = totalWeight.base.load(as: T.self)
      // As long as no target counts there is no gradient.
      if total <= 0 { return }
      for n in 0..<batch.count {
        guard let c = batch.target(n) else { continue }
        let w: T = batch.weight(c)
        dx[at[n, c]] = sizeAverage ? -w / total : -w
      }
    }
    type == .float ? compute(Float.self) : compute(Double.self)
  }

  /// Where the element of a class lies, for each target; of pictures, which are contiguous, class by class.
  private struct Places {
    private let rowStep, step, plane: Int
    init(_ t: Tensor) {
      plane = t.dim == 4 ? t.size(2) * t.size(3) : 1
      rowStep = t.dim == 1 ? 0 : t.stride(0)
      step = t.stride(t.dim == 1 ? 0 : 1)
    }
    subscript(_ n: Int, _ c: Int) -> Int {
      plane == 1 ? n * rowStep + c * step : n / plane * rowStep + c * step + n % plane
    }
  }

  /// The checked sizes of one call.
  private struct Batch {
    let count, ignoreIndex: Int
    private let classes: Tensor, weights: Tensor?

    init(_ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ ignoreIndex: Int) throws(SconceError) {
      guard [1, 2, 4].contains(input.dim) else { throw check.mismatch(input, "input", "C, NxC or NxCxHxW") }
      let n = input.size(input.dim == 1 ? 0 : 1)
      if input.dim == 4 {
        try check.size(target, "target", [input.size(0), input.size(2), input.size(3)])
        count = target.count
      } else {
        count = input.dim == 1 ? 1 : input.size(0)
        if target.dim != 1 || target.size(0) != count { throw check.mismatch(target, "target", "\(count)") }
      }
      (classes, self.weights, self.ignoreIndex) = (try target.contiguous(), weights, ignoreIndex)
      if let weights { try check.size(weights, "weights", [n]) }
      for i in 0..<count {
        let t = self.label(i)
        try check(t >= 1 && t <= n || t == ignoreIndex, "expected a target from 1 to \(n), got \(t)")
      }
    }
    /// The input as ``Places`` can say it.
    func layable(_ input: Tensor) throws(SconceError) -> Tensor { input.dim == 4 ? try input.contiguous() : input }
    private func label(_ n: Int) -> Int { classes.base.assumingMemoryBound(to: Int.self)[n] }
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
