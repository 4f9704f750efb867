import SconceErrors
import SconceTensor

/// Margin between the right class t and each other: `Σ w[t]·max (0, margin − x[t] + x[c])ᵖ / K`, summed over the batch,
/// or averaged with `sizeAverage`.
///
/// - Sizes: `input` K or N×K, `target` 1 or N classes from 1 to K, `weights` K or absent (each 1). p: 1 or 2.
/// - Types: Float or Double, one for all but `target`, which is Long.
/// - In scripts: `lua/nn/MultiMarginCriterion.lua`.
public enum MultiMarginCriterion {
  @Sendable public static func updateOutput(
    _ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ p: Int, _ margin: Double, _ sizeAverage: Bool
  ) throws(SconceError) -> Double {
    var sum = 0.0
    let it = try Margins(input, target, weights, p, margin)
    it.forEach { _, _, _, z, w in sum += w * (p == 1 ? z : z * z) }
    return sum / Double(it.batch.count * (sizeAverage ? it.batch.samples : 1))
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ p: Int, _ margin: Double,
    _ sizeAverage: Bool
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input)
    let it = try Margins(input, target, weights, p, margin)
    try check(gradInput !== input, "expected a gradInput that is not the input")
    try gradInput.resize(as: input)
    try gradInput.fill(0)
    try check(gradInput.isContiguous, "expected a contiguous gradInput, got \(gradInput.extent) with other strides")
    let scale = 1 / Double(it.batch.count * (sizeAverage ? it.batch.samples : 1))
    func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
      let dx = gradInput.base.assumingMemoryBound(to: T.self)
      it.forEach { n, t, c, z, w in
        let g = T(w * scale * (p == 1 ? 1 : 2 * z))
        dx[n * it.batch.count + c] = g
        dx[n * it.batch.count + t] -= g
      }
    }
    type == .float ? compute(Float.self) : compute(Double.self)
  }

  /// The checked sizes of one call.
  private struct Margins {
    let batch: Classes
    private let weights: Tensor?, margin: Double, type: FloatDType

    init(_ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ p: Int, _ margin: Double) throws(SconceError) {
      type = try check.floating(input, weights)
      try check(p == 1 || p == 2, "expected p to be 1 or 2, got \(p)")
      batch = try Classes(check, input, target, perSample: 1, lowest: 1)
      if let weights { try check.size(weights, "weights", [batch.count]) }
      (self.weights, self.margin) = (weights, margin)
    }
    /// Calls `body` with the sample, its class, each other class that comes too near, by how much, and the weight.
    func forEach(_ body: (_ n: Int, _ t: Int, _ c: Int, _ z: Double, _ w: Double) -> Void) {
      func compute<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
        for n in 0..<batch.samples {
          let x = batch.input.base.assumingMemoryBound(to: T.self) + n * batch.count, t = batch.targets[n] - 1
          let w = weights.map { Double($0.base.assumingMemoryBound(to: T.self)[t * $0.stride(0)]) } ?? 1
          for c in 0..<batch.count where c != t {
            let z = margin - Double(x[t]) + Double(x[c])
            if z > 0 { body(n, t, c, z, w) }
          }
        }
      }
      type == .float ? compute(Float.self) : compute(Double.self)
    }
  }
}

private let check = Check("nn.MultiMarginCriterion")
