import SconceErrors
import SconceKernels
import SconceTensor

/// An activation: a function of each element by itself, with up to two parameters; one that has fewer ignores the others.
///
/// - Sizes: any. Types: Float or Double, one for all. In place a result becomes a view of what it is computed from, which
///   is overwritten.
/// - In scripts: the `lua/nn` file of its name.
public struct Activation: Sendable {
  private let check: Check, kernel: PerFloat<ActivationKernel>

  private init(_ name: StaticString, _ kernel: PerFloat<ActivationKernel>) {
    (check, self.kernel) = (Check(name), kernel)
  }

  /// `|x|`
  public static let abs = Self("nn.Abs", kernels.activations.absolute)
  /// `x` above 0, `a·(eˣ − 1)` elsewhere; its gradient is taken from the output.
  /// Source: Clevert, Unterthiner and Hochreiter, 2015, arXiv:1511.07289.
  public static let elu = Self("nn.ELU", kernels.activations.exponentialLinear)
  /// `x` outside of ±a, 0 within
  public static let hardShrink = Self("nn.HardShrink", kernels.activations.hardShrink)
  /// `x`, but no less than a and no more than b
  public static let hardTanh = Self("nn.HardTanh", kernels.activations.hardTanh)
  /// `x` above 0, `a·x` elsewhere. Source: Maas, Hannun and Ng, 2013.
  public static let leakyReLU = Self("nn.LeakyReLU", kernels.activations.leakyLinear)
  /// `log (1 / (1 + e⁻ˣ))`
  public static let logSigmoid = Self("nn.LogSigmoid", kernels.activations.logSigmoid)
  /// `log (1 + eᵃˣ) / a`, and x itself where a·x > b; its gradient is taken from the output.
  public static let softPlus = Self("nn.SoftPlus", kernels.activations.softPlus)
  /// `x`, by a nearer to 0; 0 within ±a
  public static let softShrink = Self("nn.SoftShrink", kernels.activations.softShrink)
  /// `√x`; its gradient is taken from the output, and 0 where that is 0.
  public static let sqrt = Self("nn.Sqrt", kernels.activations.root)
  /// `x²`
  public static let square = Self("nn.Square", kernels.activations.square)

  /// `output` is resized.
  @Sendable public func updateOutput(
    _ output: Tensor, _ input: Tensor, _ a: Double, _ b: Double, _ inPlace: Bool
  ) throws(SconceError) {
    let kernel = kernel[try check.floating(output, input)]
    if inPlace { try output.set(input) } else { try output.resize(as: input) }
    spreadRuns(output, input) { count, y, yStep, x, xStep in kernel.forward(count, y, yStep, x, xStep, a, b) }
  }

  /// `remembered` is the input, or the output of those that say so; `gradInput` is resized.
  @Sendable public func updateGradInput(
    _ gradInput: Tensor, _ gradOutput: Tensor, _ remembered: Tensor, _ a: Double, _ b: Double, _ inPlace: Bool
  ) throws(SconceError) {
    let kernel = kernel[try check.floating(gradInput, gradOutput, remembered)]
    try check.sameCount(gradOutput, "gradOutput", as: remembered)
    if inPlace { try gradInput.set(gradOutput) } else { try gradInput.resize(as: remembered) }
    spreadRuns(gradInput, gradOutput, remembered) { count, dx, dxStep, g, gStep, v, vStep in
      kernel.gradient(count, dx, dxStep, g, gStep, v, vStep, a, b)
    }
  }
}
