import SconceErrors
import SconceKernels
import SconceTensor

/// A criterion that adds up a loss of each element: `Σ w·f(x, t)`, divided by the number of elements if `sizeAverage`.
///
/// - Sizes: `input`, `target` and, where there are any, `weights` of as many elements.
/// - Types: Float or Double, one for all.
/// - In scripts: the `lua/nn` file of its name.
public struct ElementwiseCriterion: Sendable {
  private let check: Check, kernel: PerFloat<LossKernel>

  private init(_ name: StaticString, _ kernel: PerFloat<LossKernel>) {
    (check, self.kernel) = (Check(name), kernel)
  }

  /// `(x − t)²`
  public static let squared = Self("nn.MSECriterion", kernels.losses.squared)
  /// `|x − t|`
  public static let absolute = Self("nn.AbsCriterion", kernels.losses.absolute)
  /// `d²/2` of a difference |d| below 1, |d| − ½ of a larger one. Source: Girshick, 2015, arXiv:1504.08083.
  public static let smoothAbsolute = Self("nn.SmoothL1Criterion", kernels.losses.smoothAbsolute)
  /// `log (1 + e⁻ˣᵗ)` of targets ±1
  public static let softMargin = Self("nn.SoftMarginCriterion", kernels.losses.softMargin)
  /// `max (0, margin − x·t)` of targets ±1; the parameter is the margin.
  public static let margin = Self("nn.MarginCriterion", kernels.losses.hingeMargin)
  /// `t·(log t − x)` of log probabilities x: the divergence of Kullback and Leibler.
  public static let divergence = Self("nn.DistKLDivCriterion", kernels.losses.divergence)
  /// `−t·log x − (1 − t)·log (1 − x)`; the parameter is added to what the logarithms are taken of.
  public static let binaryCrossEntropy = Self("nn.BCECriterion", kernels.losses.binaryCrossEntropy)

  @Sendable public func updateOutput(
    _ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ sizeAverage: Bool, _ parameter: Double
  ) throws(SconceError) -> Double {
    let type = try check(input, target, weights), kernel = kernel[type]
    var sum = 0.0
    if let weights {
      forEachRun(input, target, weights) { count, x, xStep, t, tStep, w, wStep in
        sum += kernel.sum(count, x, xStep, t, tStep, w, wStep, parameter)
      }
    } else {
      withOne(type) { one in
        forEachRun(input, target) { count, x, xStep, t, tStep in
          sum += kernel.sum(count, x, xStep, t, tStep, one, 0, parameter)
        }
      }
    }
    return sizeAverage && input.count > 0 ? sum / Double(input.count) : sum
  }

  /// The derivative by x, averaged likewise; `gradInput` is resized.
  @Sendable public func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ target: Tensor, _ weights: Tensor?, _ sizeAverage: Bool,
    _ parameter: Double
  ) throws(SconceError) {
    let type = try check(input, target, weights), kernel = kernel[type]
    try check.floating(input, gradInput)
    try gradInput.resize(as: input)
    let scale = 1 / (sizeAverage ? Double(max(1, input.count)) : 1)
    if let weights {
      forEachRun(gradInput, input, target, weights) { count, dx, dxStep, x, xStep, t, tStep, w, wStep in
        kernel.gradient(count, dx, dxStep, x, xStep, t, tStep, w, wStep, parameter, scale)
      }
    } else {
      withOne(type) { one in
        spreadRuns(gradInput, input, target) { count, dx, dxStep, x, xStep, t, tStep in
          kernel.gradient(count, dx, dxStep, x, xStep, t, tStep, one, 0, parameter, scale)
        }
      }
    }
  }

  private func check(_ input: Tensor, _ target: Tensor, _ weights: Tensor?) throws(SconceError) -> FloatDType {
    let type = try check.floating(input, target, weights)
    try check.sameCount(target, "target", as: input)
    if let weights { try check.sameCount(weights, "weights", as: input) }
    return type
  }
}

/// The weight of everything that has none.
private func withOne(_ type: FloatDType, _ body: (UnsafeRawPointer) -> Void) {
  if type == .float {
    withUnsafeBytes(of: Float(1)) { body($0.baseAddress!) }
  } else {
    withUnsafeBytes(of: 1.0) { body($0.baseAddress!) }
  }
}
