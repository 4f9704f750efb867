import SconceErrors
import SconceKernels
import SconceTensor

/// `y = x` above a threshold, a fixed value elsewhere; nan is not above, but stays in place.
///
/// - Sizes: any. Types: Float or Double, one for all.
/// - In scripts: `lua/nn/Threshold.lua`, `lua/nn/ReLU.lua`.
public enum Threshold {
  /// `output` is resized; in place it becomes a view of `input`, which is overwritten.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ threshold: Double, _ value: Double, _ inPlace: Bool
  ) throws(SconceError) {
    let type = try check.floating(output, input)
    if inPlace { try output.set(input) } else { try output.resize(as: input) }
    let kernel = inPlace ? kernels.transfer.thresholdInPlace[type] : kernels.transfer.threshold[type]
    var value = value, single = Float(value)
    withUnsafeBytes(of: &value) { double in
      withUnsafeBytes(of: &single) { float in
        let y = (type == .float ? float : double).baseAddress!
        spreadRuns(output, input) { count, r, rStep, x, xStep in
          kernel.call(count, r, rStep, x, xStep, y, 0, threshold)
        }
      }
    }
  }

  /// `∂x = ∂y` where x was above the threshold, 0 elsewhere; in place `gradInput` becomes a view of `gradOutput`.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ threshold: Double, _ inPlace: Bool
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, gradOutput)
    let kernel = inPlace ? kernels.transfer.thresholdGradientInPlace[type] : kernels.transfer.thresholdGradient[type]
    try check.sameCount(gradOutput, "gradOutput", as: input)
    if inPlace { try gradInput.set(gradOutput) } else { try gradInput.resize(as: input) }
    spreadRuns(gradInput, gradOutput, input) { count, dx, dxStep, dy, dyStep, x, xStep in
      kernel.call(count, dx, dxStep, dy, dyStep, x, xStep, threshold)
    }
  }
}

private let check = Check("nn.Threshold")
