import SconceErrors
import SconceTensor

/// The largest element of each of W'xH' windows of one size, whose places a random number for each channel and dimension
/// decides.
///
/// - Sizes: `input` CxHxW or NxCxHxW, `output` and `indices` likewise with H' rows and W' columns, `samples` NxCx2 numbers
///   from 0 to 1, for columns and for rows.
/// - Types: Float or Double, one for all; `indices` Long: places in their channel, counted from 1.
/// - Source: Graham, 2014, arXiv:1412.6071. In scripts: `lua/nn/SpatialFractionalMaxPooling.lua`.
public enum SpatialFractionalMaxPooling {
  /// `output` and `indices` are resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor, _ outputW: Int, _ outputH: Int, _ kW: Int, _ kH: Int,
    _ samples: Tensor
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 2)
    try fractional(check, x, output, indices, (1, outputH, outputW), (1, kH, kW), samples)
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try Volumes(check, input, "input", rank: 2).scatter(check, gradInput, gradOutput, indices)
  }

  private static let check = Check("nn.SpatialFractionalMaxPooling")
}

/// The same over volumes, CxHxWxT or NxCxHxWxT, with `samples` NxCx3: for the dimensions from the last one on.
///
/// - In scripts: `lua/nn/VolumetricFractionalMaxPooling.lua`.
public enum VolumetricFractionalMaxPooling {
  /// `output` and `indices` are resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor, _ outputT: Int, _ outputW: Int, _ outputH: Int, _ kT: Int,
    _ kW: Int, _ kH: Int, _ samples: Tensor
  ) throws(SconceError) {
    let x = try Volumes(check, input, "input", rank: 3)
    try fractional(check, x, output, indices, (outputH, outputW, outputT), (kH, kW, kT), samples)
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor
  ) throws(SconceError) {
    try Volumes(check, input, "input", rank: 3).scatter(check, gradInput, gradOutput, indices)
  }

  private static let check = Check("nn.VolumetricFractionalMaxPooling")
}

private func fractional(
  _ check: Check, _ x: Volumes, _ output: Tensor, _ indices: Tensor, _ extent: Movement.Extent,
  _ kernel: Movement.Extent, _ samples: Tensor
) throws(SconceError) {
  let type = try check.floating(x.tensor, output, samples), size = x.extent
  let fits =
    extent.depth >= 1 && extent.rows >= 1 && extent.columns >= 1 && kernel.depth >= 1 && kernel.rows >= 1
    && kernel.columns >= 1 && extent.depth <= size.depth && extent.rows <= size.rows
    && extent.columns <= size.columns && kernel.depth <= size.depth - extent.depth + 1
    && kernel.rows <= size.rows - extent.rows + 1 && kernel.columns <= size.columns - extent.columns + 1
  try check(
    fits,
    "expected an input that \(extent.depth)x\(extent.rows)x\(extent.columns) windows of \(kernel.depth)x\(kernel.rows)x\(kernel.columns) fit into, got \(size.depth)x\(size.rows)x\(size.columns)"
  )
  try check(
    samples.count == x.planes * x.rank,
    "size mismatch: expected samples of \(x.planes * x.rank) numbers, got \(samples.extent)")
  let numbers = try samples.contiguous()
  func sample(_ i: Int) -> Double {
    type == .float
      ? Double(numbers.base.assumingMemoryBound(to: Float.self)[i])
      : numbers.base.assumingMemoryBound(to: Double.self)[i]
  }
  for i in 0..<samples.count {
    try check((0...1).contains(sample(i)), "expected samples from 0 to 1, got \(sample(i))")
  }
  /// Where the windows begin: at steps of about one length, shifted by the sample; the last ends where the input does.
  func line(_ size: Int, _ count: Int, _ kernel: Int, _ sample: Double) -> Windows.Line {
    let length = count > 1 ? Double(size - kernel) / Double(count - 1) : 0
    let first = (0..<count).map { i in
      i == count - 1 ? size - kernel : Int((Double(i) + sample) * length) - Int(sample * length)
    }
    let counts = Array(repeating: kernel, count: count)
    return (first, counts, counts)
  }
  try x.largest(check, output, indices, extent) { plane in
    let at = plane * x.rank
    return Windows(
      size, line(size.depth, extent.depth, kernel.depth, x.rank == 3 ? sample(at + 2) : 0),
      line(size.rows, extent.rows, kernel.rows, sample(at + 1)),
      line(size.columns, extent.columns, kernel.columns, sample(at)))
  }
}
