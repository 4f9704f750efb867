import SconceErrors
import SconceTensor

/// The largest element of each window, whose elements lie `dilation` apart, channel by channel.
///
/// - Sizes: `input` CxHxW or NxCxHxW, `output` and `indices` likewise with `(H + 2·padH − dilationH·(kH − 1) − 1) / dH + 1`
///   rows, rounded down or, with `ceil`, up.
/// - Types: Float or Double, one for all; `indices` Long: places in their channel, counted from 1.
/// - In scripts: `lua/nn/SpatialDilatedMaxPooling.lua`.
public enum SpatialDilatedMaxPooling {
  /// `output` and `indices` are resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor, _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int,
    _ padW: Int, _ padH: Int, _ dilationW: Int, _ dilationH: Int, _ ceil: Bool
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 2)
    let movement = try Movement(
      check, kernel: (1, kH, kW), step: (1, dH, dW), pad: (0, padH, padW), dilation: (1, dilationH, dilationW))
    let windows = try Windows(check, movement, x.extent, ceil: ceil)
    try x.largest(check, output, indices, windows.output) { _ in windows }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try Volumes(check, input, "input", rank: 2).scatter(check, gradInput, gradOutput, indices)
  }

  private static let check = Check("nn.SpatialDilatedMaxPooling")
}

/// The same over volumes, CxTxHxW or NxCxTxHxW.
///
/// - In scripts: `lua/nn/VolumetricDilatedMaxPooling.lua`, `lua/nn/VolumetricMaxPooling.lua`.
public enum VolumetricDilatedMaxPooling {
  /// `output` and `indices` are resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor, _ kT: Int, _ kW: Int, _ kH: Int, _ dT: Int, _ dW: Int,
    _ dH: Int, _ padT: Int, _ padW: Int, _ padH: Int, _ dilationT: Int, _ dilationW: Int, _ dilationH: Int, _ ceil: Bool
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 3)
    let movement = try Movement(
      check, kernel: (kT, kH, kW), step: (dT, dH, dW), pad: (padT, padH, padW),
      dilation: (dilationT, dilationH, dilationW))
    let windows = try Windows(check, movement, x.extent, ceil: ceil)
    try x.largest(check, output, indices, windows.output) { _ in windows }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try Volumes(check, input, "input", rank: 3).scatter(check, gradInput, gradOutput, indices)
  }

  private static let check = Check("nn.VolumetricMaxPooling")
}
