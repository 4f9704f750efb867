import SconceErrors
import SconceTensor

/// Margin between each right class t and each wrong one: `Σ max (0, 1 − x[t] + x[c]) / K`, summed over the batch, or
/// averaged with `sizeAverage`.
///
/// - Sizes: `input` K or N×K, `target` likewise: the numbers of the right classes, from 1, the first 0 ending them;
///   `isTarget` likewise: 1 for a right class, 0 for the others.
/// - Types: Float or Double, one for all but `target`, which is Long.
/// - In scripts: `lua/nn/MultiLabelMarginCriterion.lua`.
public enum MultiLabelMarginCriterion {
  /// `isTarget` is resized and filled.
  @Sendable public static func updateOutput(
    _ isTarget: Tensor, _ input: Tensor, _ target: Tensor, _ sizeAverage: Bool
  ) throws(SconceError) -> Double {
    try check.floating(isTarget, input)
    let batch = try Classes(check, input, target, perSample: nil, lowest: 0)
    try isTarget.resize(as: input)
    try isTarget.fill(0)
    try check(isTarget.isContiguous, "expected a contiguous isTarget, got \(isTarget.extent) with other strides")
    var sum = 0.0
    forEach(batch, isTarget) { _, _, _, z in sum += z }
    return sum / Double(batch.count * (sizeAverage ? batch.samples : 1))
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ isTarget: Tensor, _ input: Tensor, _ target: Tensor, _ sizeAverage: Bool
  ) throws(SconceError) {
    let type = try check.floating(gradInput, isTarget, input)
    let batch = try Classes(check, input, target, perSample: nil, lowest: 0)
    if isTarget.count != input.count || !isTarget.isContiguous {
      throw check.mismatch(isTarget, "isTarget", input.extent)
    }
    try check(gradInput !== input, "expected a gradInput that is not the input")
    try gradInput.resize(as: input)
    try gradInput.fill(0)
    try check(gradInput.isContiguous, "expected a contiguous gradInput, got \(gradInput.extent) with other strides")
    let scale = 1 / Double(batch.count * (sizeAverage ? batch.samples : 1))
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      let dx = gradInput.base.assumingMemoryBound(to: T.self)
      forEach(batch, isTarget) { n, t, c, _ in
        dx[n * batch.count + t] -= T(scale)
        dx[n * batch.count + c] += T(scale)
      }
    }
    type == .float ? compute(Float.self) : compute(Double.self)
  }

  /// Marks the right classes, and calls `body` with the sample, a right class, each wrong one that comes too near, and by
  /// how much.
  private static func forEach(
    _ batch: Classes, _ isTarget: Tensor, _ body: (_ n: Int, _ t: Int, _ c: Int, _ z: Double) -> Void
  ) {
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      for n in 0..<batch.samples {
        let x = batch.input.base.assumingMemoryBound(to: T.self) + n * batch.count
        let isRight = isTarget.base.assumingMemoryBound(to: T.self) + n * batch.count
        let right = UnsafeBufferPointer(start: batch.targets + n * batch.count, count: batch.count).prefix { $0 > 0 }
        for t in right { isRight[t - 1] = 1 }
        for t in right {
          for c in 0..<batch.count where isRight[c] == 0 {
            let z = 1 - Double(x[t - 1]) + Double(x[c])
            if z > 0 { body(n, t - 1, c, z) }
          }
        }
      }
    }
    isTarget.dtype == .float ? compute(Float.self) : compute(Double.self)
  }
}

private let check = Check("nn.MultiLabelMarginCriterion")
