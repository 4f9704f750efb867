import SconceErrors
import SconceTensor

/// The largest element of each of W'xH' windows that are spread evenly over a picture, channel by channel.
///
/// - Sizes: `input` CxHxW or NxCxHxW, `output` and `indices` likewise with H' rows and W' columns.
/// - Types: Float or Double, one for all; `indices` Long: places in their channel, counted from 1.
/// - In scripts: `lua/nn/SpatialAdaptiveMaxPooling.lua`.
public enum SpatialAdaptiveMaxPooling {
  /// `output` and `indices` are resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor, _ outputW: Int, _ outputH: Int
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 2)
    let windows = try adaptive(check, x, outputW, outputH)
    try x.largest(check, output, indices, windows.output) { _ in windows }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try Volumes(check, input, "input", rank: 2).scatter(check, gradInput, gradOutput, indices)
  }

  private static let check = Check("nn.SpatialAdaptiveMaxPooling")
}

/// The mean of each of those windows; sizes and types as in ``SpatialAdaptiveMaxPooling``.
///
/// - In scripts: `lua/nn/SpatialAdaptiveAveragePooling.lua`.
public enum SpatialAdaptiveAveragePooling {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ outputW: Int, _ outputH: Int
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 2)
    try x.means(check, output, adaptive(check, x, outputW, outputH))
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ outputW: Int, _ outputH: Int
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 2)
    try x.spread(check, gradInput, gradOutput, adaptive(check, x, outputW, outputH))
  }

  private static let check = Check("nn.SpatialAdaptiveAveragePooling")
}

private func adaptive(_ check: Check, _ x: Volumes, _ width: Int, _ height: Int) throws(SconceError) -> Windows {
  let sizes = 1...1 << 20
  try check(
    sizes.contains(width) && sizes.contains(height) && x.extent.rows <= 1 << 32 && x.extent.columns <= 1 << 32,
    "expected an output size from 1 to 2^20, got \(width)x\(height)")
  return Windows(x.extent, adaptingTo: (1, height, width))
}
