import SconceErrors
import SconceKernels
import SconceTensor

/// What layers that are convolutions compute; errors name the layer.
struct ConvolutionLayer {
  let check: Check

  init(_ name: StaticString) { check = Check(name) }

  /// `output` is resized.
  func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ window: Window
  ) throws(SconceError) {
    let type = try check.floating(output, input, weight, bias)
    let it = try Convolution(check, weight, "weight", input, window)
    let bias = try check.row(bias, "bias", of: it.outputs)
    try check(output !== input, "expected an output that is not the input")
    try output.resize(as: it.input, it.outputs, it.fits.rows, it.fits.columns)
    try it.forward(type, output, weight, bias)
  }

  /// `gradInput` is resized.
  func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor, _ window: Window
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, gradOutput, weight)
    let it = try Convolution(check, weight, "weight", input, window)
    let gradient = try it.gradient(gradOutput)
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    try gradInput.resize(as: input)
    try it.inputGradient(type, gradInput, gradient, weight)
  }

  /// Adds `scale` times the gradients of weights and bias, summed over the batch.
  func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor, _ window: Window,
    _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(gradWeight, gradBias, input, gradOutput)
    let it = try Convolution(check, gradWeight, "gradWeight", input, window)
    let gradient = try it.gradient(gradOutput)
    let gradBias = try check.row(gradBias, "gradBias", of: it.outputs)
    try it.weightGradient(type, gradWeight, gradBias, gradient, scale)
  }
}
