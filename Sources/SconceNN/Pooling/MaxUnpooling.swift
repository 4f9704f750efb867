import SconceErrors
import SconceTensor

/// Each element at the place of an output that its index names, 0 elsewhere: what max pooling left of an input.
///
/// - Sizes: `input` and `indices` CxHxW or NxCxHxW, `output` likewise with the rows and columns that are asked for.
/// - Types: Float or Double, one for all; `indices` Long: places in their channel, counted from 1.
/// - In scripts: `lua/nn/SpatialMaxUnpooling.lua`.
public enum SpatialMaxUnpooling {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ indices: Tensor, _ outputW: Int, _ outputH: Int
  ) throws(SconceError) {
    try unpool(check, output, input, indices, rank: 2, (1, outputH, outputW))
  }
  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try gather(check, gradInput, input, gradOutput, indices, rank: 2)
  }

  private static let check = Check("nn.SpatialMaxUnpooling")
}

/// The same over volumes, CxTxHxW or NxCxTxHxW.
///
/// - In scripts: `lua/nn/VolumetricMaxUnpooling.lua`.
public enum VolumetricMaxUnpooling {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ indices: Tensor, _ outputT: Int, _ outputW: Int, _ outputH: Int
  ) throws(SconceError) {
    try unpool(check, output, input, indices, rank: 3, (outputT, outputH, outputW))
  }
  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try gather(check, gradInput, input, gradOutput, indices, rank: 3)
  }

  private static let check = Check("nn.VolumetricMaxUnpooling")
}

private func unpool(
  _ check: Check, _ output: Tensor, _ input: Tensor, _ indices: Tensor, rank: Int, _ extent: Movement.Extent
) throws(SconceError) {
  try check.floating(output, input)
  let x = try Volumes(check, input, "input", rank: rank)
  let sizes = 1...1 << 20
  try check(
    sizes.contains(extent.depth) && sizes.contains(extent.rows) && sizes.contains(extent.columns),
    "expected an output size from 1 to 2^20, got \(extent.depth)x\(extent.rows)x\(extent.columns)")
  let places = try x.matching(check, indices, "indices", x.extent)
  try x.resize(check, output, extent)
  try output.fill(0)
  try move(check, x.plane, output, places) { p, at, place in
    (output.base + (p * output.count / x.planes + place) * x.width).copyMemory(
      from: x.address(p) + at * x.width, byteCount: x.width)
  }
}

private func gather(
  _ check: Check, _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor, rank: Int
) throws(SconceError) {
  try check.floating(gradInput, input, gradOutput)
  let x = try Volumes(check, input, "input", rank: rank), g = try Volumes(check, gradOutput, "gradOutput", rank: rank)
  try check(
    g.isBatch == x.isBatch && g.planes == x.planes && g.channels == x.channels,
    "size mismatch: expected gradOutput of as many channels as the input, got \(gradOutput.extent)")
  let places = try x.matching(check, indices, "indices", x.extent)
  try x.resize(check, gradInput, x.extent)
  try move(check, x.plane, gradOutput, places) { p, at, place in
    (gradInput.base + (p * x.plane + at) * x.width).copyMemory(from: g.address(p) + place * x.width, byteCount: x.width)
  }
}

/// Calls `body` with each element: its channel, its place there, and the place in the other tensor that its index names.
private func move(
  _ check: Check, _ plane: Int, _ other: Tensor, _ indices: Tensor, _ body: (_ p: Int, _ at: Int, _ place: Int) -> Void
) throws(SconceError) {
  let places = indices.base.assumingMemoryBound(to: Int.self), planes = indices.count / plane
  let reach = other.count / planes
  for i in 0..<indices.count {
    try check(places[i] >= 1 && places[i] <= reach, "expected indices from 1 to \(reach), got \(places[i])")
  }
  for i in 0..<indices.count { body(i / plane, i % plane, places[i] - 1) }
}
