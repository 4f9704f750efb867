import SconceErrors
import SconceKernels
import SconceTensor

/// `y = 1 / (1 + e⁻ˣ)`, element by element.
///
/// - Sizes: any. Types: Float or Double, one for all.
/// - In scripts: `lua/nn/Sigmoid.lua`.
public enum Sigmoid {
  /// `output` is resized; it may be `input`.
  @Sendable public static func updateOutput(_ output: Tensor, _ input: Tensor) throws(SconceError) {
    let kernel = kernels.transfer.sigmoid[try check.floating(output, input)]
    try output.resize(as: input)
    spreadRuns(output, input) { count, y, yStep, x, xStep in kernel.call(count, y, yStep, x, xStep) }
  }

  /// `∂x = ∂y · y · (1 − y)`; `gradInput` is resized, and may be `gradOutput`.
  @Sendable public static func updateGradInput(_ gradInput: Tensor, _ gradOutput: Tensor, _ output: Tensor)
    throws(SconceError)
  {
    let kernel = kernels.transfer.sigmoidGradient[try check.floating(gradInput, gradOutput, output)]
    try check.sameCount(gradOutput, "gradOutput", as: output)
    try gradInput.resize(as: output)
    spreadRuns(gradInput, gradOutput, output) { count, dx, dxStep, dy, dyStep, y, yStep in
      kernel.call(count, dx, dxStep, dy, dyStep, y, yStep, 1)
    }
  }
}

private let check = Check("nn.Sigmoid")
