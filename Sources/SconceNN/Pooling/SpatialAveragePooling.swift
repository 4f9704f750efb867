import SconceErrors
import SconceKernels
import SconceTensor

/// The mean of each window, channel by channel; with `divide` off that times the size of the kernel.
///
/// - Sizes: as those of ``SpatialMaxPooling``. What is divided by: the window's elements, and with `includingPad` also
///   those in the padding.
/// - Types: Float or Double, one for all.
/// - In scripts: `lua/nn/SpatialAveragePooling.lua`.
public enum SpatialAveragePooling {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int,
    _ ceil: Bool, _ includingPad: Bool, _ divide: Bool
  ) throws(SconceError) {
    let kernel = kernels.pooling.average[try check.floating(output, input)]
    let it = try Pooling(check, input, kW, kH, dW, dH, padW, padH, ceil)
    try check(output !== input, "expected an output that is not the input")
    try it.resize(output)
    let y = output.base
    it.forEachPlane { plane, x in
      kernel.forward(it.shape, includingPad, divide ? 1 : Double(kW * kH), x, y + plane * it.outputBytes)
    }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int,
    _ ceil: Bool, _ includingPad: Bool, _ divide: Bool
  ) throws(SconceError) {
    let kernel = kernels.pooling.average[try check.floating(gradInput, input, gradOutput)]
    let it = try Pooling(check, input, kW, kH, dW, dH, padW, padH, ceil)
    let g = try it.gradient(check, gradOutput)
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    try it.clear(gradInput)
    var shape = it.shape
    (shape.rowStep, shape.columnStep) = (shape.columns, 1)
    let dx = gradInput.base, dy = g.base
    _ = it.allPlanes { plane in
      kernel.backward(
        shape, includingPad, divide ? 1 : Double(kW * kH), dy + plane * it.outputBytes, dx + plane * it.inputBytes)
      return true
    }
  }
}

private let check = Check("nn.SpatialAveragePooling")
