import SconceErrors
import SconceTensor

/// Convolution over pictures: each output channel is the sum over windows of all input channels, weighted, plus its bias.
///
/// - Sizes: `input` CxHxW or NxCxHxW (one picture or a batch), `weight` OxCxkHxkW or Ox(C·kH·kW), contiguous, `bias` O or
///   absent, `output` OxH'xW' or NxOxH'xW' with `H' = (H + 2·padH − kH) / dH + 1`, rounded down.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.SpatialConvolution: size mismatch: expected input of size 3xHxW or Nx3xHxW, got 1x28x28`.
/// - In scripts: `lua/nn/SpatialConvolution.lua`.
public enum SpatialConvolution: PictureConvolution {
  public static var name: StaticString { "nn.SpatialConvolution" }
}

/// ``SpatialConvolution`` under the name of the layer whose weights are a matrix.
///
/// - In scripts: `lua/nn/SpatialConvolutionMM.lua`.
public enum SpatialConvolutionMM: PictureConvolution {
  public static var name: StaticString { "nn.SpatialConvolutionMM" }
}

/// What both compute; they differ in what messages call them.
public protocol PictureConvolution: SendableMetatype {
  static var name: StaticString { get }
}

extension PictureConvolution {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int
  ) throws(SconceError) {
    try layer.updateOutput(
      output, input, weight, bias, Window(layer.check, kW, kH, dW, dH, padW, padH))
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int
  ) throws(SconceError) {
    try layer.updateGradInput(
      gradInput, input, gradOutput, weight, Window(layer.check, kW, kH, dW, dH, padW, padH))
  }

  /// Adds `scale` times the gradients of weights and bias, summed over the batch.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ scale: Double
  ) throws(SconceError) {
    try layer.accGradParameters(
      gradWeight, gradBias, input, gradOutput, Window(layer.check, kW, kH, dW, dH, padW, padH), scale)
  }

  private static var layer: ConvolutionLayer { ConvolutionLayer(name) }
}
