import SconceErrors
import SconceKernels
import SconceTensor

/// Convolution over pictures: each output channel is the sum over windows of all input channels, weighted, plus its bias.
///
/// - Sizes: `input` CxHxW or NxCxHxW (one picture or a batch), `weight` OxCxkHxkW or Ox(C·kH·kW), contiguous, `bias` O or
///   absent, `output` OxH'xW' or NxOxH'xW' with `H' = (H + 2·padH − kH) / dH + 1`, rounded down.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.SpatialConvolution: size mismatch: expected input of size 3xHxW or Nx3xHxW, got 1x28x28`.
/// - In scripts: `lua/nn/SpatialConvolution.lua`.
public enum SpatialConvolution {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int
  ) throws(SconceError) {
    let type = try check.floating(output, input, weight, bias)
    let it = try Convolution(check, weight, "weight", input, Window(check, kW, kH, dW, dH, padW, padH))
    let bias = try check.row(bias, "bias", of: it.outputs)
    try check(output !== input, "expected an output that is not the input")
    try output.resize(as: it.input, it.outputs, it.fits.rows, it.fits.columns)
    try it.forward(type, output, weight, bias)
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, gradOutput, weight)
    let it = try Convolution(check, weight, "weight", input, Window(check, kW, kH, dW, dH, padW, padH))
    let gradient = try it.gradient(gradOutput)
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    try gradInput.resize(as: input)
    try it.inputGradient(type, gradInput, gradient, weight)
  }

  /// Adds `scale` times the gradients of weights and bias, summed over the batch.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(gradWeight, gradBias, input, gradOutput)
    let it = try Convolution(check, gradWeight, "gradWeight", input, Window(check, kW, kH, dW, dH, padW, padH))
    let gradient = try it.gradient(gradOutput)
    let gradBias = try check.row(gradBias, "gradBias", of: it.outputs)
    try it.weightGradient(type, gradWeight, gradBias, gradient, scale)
  }
}

private let check = Check("nn.SpatialConvolution")
