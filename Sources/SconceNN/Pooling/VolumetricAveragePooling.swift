import SconceErrors
import SconceTensor

/// The mean of each window of a volume, channel by channel.
///
/// - Sizes: `input` CxTxHxW or NxCxTxHxW, `output` likewise with `(T + 2·padT − kT) / dT + 1` planes, rounded down or,
///   with `ceil`, up; rows and columns alike. Divided by the window's elements, with `includingPad` also those in the padding.
/// - Types: Float or Double, one for all.
/// - In scripts: `lua/nn/VolumetricAveragePooling.lua`.
public enum VolumetricAveragePooling {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ kT: Int, _ kW: Int, _ kH: Int, _ dT: Int, _ dW: Int, _ dH: Int,
    _ padT: Int, _ padW: Int, _ padH: Int, _ ceil: Bool, _ includingPad: Bool
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 3)
    try x.means(
      check, output, windows(x, (kT, kH, kW), (dT, dH, dW), (padT, padH, padW), ceil, includingPad))
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ kT: Int, _ kW: Int, _ kH: Int, _ dT: Int,
    _ dW: Int, _ dH: Int, _ padT: Int, _ padW: Int, _ padH: Int, _ ceil: Bool, _ includingPad: Bool
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 3)
    try x.spread(
      check, gradInput, gradOutput, windows(x, (kT, kH, kW), (dT, dH, dW), (padT, padH, padW), ceil, includingPad))
  }

  private static func windows(
    _ x: Volumes, _ kernel: Movement.Extent, _ step: Movement.Extent, _ pad: Movement.Extent, _ ceil: Bool,
    _ includingPad: Bool
  ) throws(SconceError) -> Windows {
    let movement = try Movement(check, kernel: kernel, step: step, pad: pad, dilation: (1, 1, 1))
    try check(
      pad.depth <= kernel.depth / 2 && pad.rows <= kernel.rows / 2 && pad.columns <= kernel.columns / 2,
      "expected a padding of at most half the kernel, got \(pad.depth)x\(pad.rows)x\(pad.columns)")
    return try Windows(check, movement, x.extent, ceil: ceil, includingPad: includingPad)
  }

  private static let check = Check("nn.VolumetricAveragePooling")
}
