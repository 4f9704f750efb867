import SconceErrors
import SconceKernels
import SconceTensor

/// The way back of a convolution over pictures, as a layer: each element of the input adds its multiple of the kernel to
/// the output. What is the input here is the output of that convolution.
///
/// - Sizes: `input` CxHxW or NxCxHxW (one picture or a batch), `weight` CxOxkHxkW, contiguous, `bias` O or absent, `output`
///   OxH'xW' or NxOxH'xW' with `H' = (H − 1)·dH − 2·padH + kH + adjH`.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.SpatialFullConvolution: size mismatch: expected input of size 3xHxW or Nx3xHxW, got …`.
/// - In scripts: `lua/nn/SpatialFullConvolution.lua`.
public enum SpatialFullConvolution {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ adjW: Int, _ adjH: Int
  ) throws(SconceError) {
    let type = try check.floating(output, input, weight, bias)
    let it = try Turned(weight, input, kW, kH, dW, dH, padW, padH, adjW, adjH)
    let bias = try check.row(bias, "bias", of: it.planes)
    try check(output !== input, "expected an output that is not the input")
    try output.resize(as: it.input, it.planes, it.rows, it.columns)
    let convolution = try Convolution(check, weight, "weight", output, it.window)
    try convolution.inputGradient(type, output, try convolution.gradient(input), weight)
    if let bias { try add(bias, to: output, it) }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ adjW: Int, _ adjH: Int
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, gradOutput, weight)
    let it = try Turned(weight, input, kW, kH, dW, dH, padW, padH, adjW, adjH)
    try it.checkGradient(gradOutput)
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    let convolution = try Convolution(check, weight, "weight", gradOutput, it.window)
    try gradInput.resize(as: input)
    try convolution.forward(type, gradInput, weight, nil)
  }

  /// Adds `scale` times the gradients of weights and bias, summed over the batch.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ adjW: Int, _ adjH: Int, _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(gradWeight, gradBias, input, gradOutput)
    let it = try Turned(gradWeight, input, kW, kH, dW, dH, padW, padH, adjW, adjH)
    try it.checkGradient(gradOutput)
    let gradBias = try check.row(gradBias, "gradBias", of: it.planes)
    let convolution = try Convolution(check, gradWeight, "gradWeight", gradOutput, it.window)
    try convolution.weightGradient(type, gradWeight, nil, try convolution.gradient(input), scale)
    if let gradBias { try addSums(of: gradOutput.contiguous(), to: gradBias, it, scale) }
  }

  /// To each plane of a contiguous output its own number.
  private static func add(_ bias: Matrix, to output: Tensor, _ it: Turned) throws(SconceError) {
    let add = kernels.pointwise.addScaled[bias.type], width = bias.type.stride, plane = it.rows * it.columns
    nonisolated(unsafe) let (y, bias) = (try output.contiguous(), bias)
    ThreadPool.shared.run(chunks: it.input.count * it.planes) { n in
      let at = y.base + n * plane * width
      add.call(plane, at, 1, at, 1, bias.base + n % it.planes * bias.columnStep * width, 0, 1)
    }
    if y !== output { try output.copy(y) }
  }

  /// `bias += scale · Σ g`, over pictures, rows and columns.
  private static func addSums(of g: Tensor, to bias: Matrix, _ it: Turned, _ scale: Double) throws(SconceError) {
    let kernel = kernels.reductions.sum[bias.type], add = kernels.pointwise.addScaled[bias.type]
    let width = bias.type.stride, plane = it.rows * it.columns, count = it.input.count
    nonisolated(unsafe) let (g, bias) = (g, bias)
    let enough = ThreadPool.shared.run(chunks: it.planes, scratch: (count + 1) * MemoryLayout<Double>.stride) {
      channel, scratch in
      let totals = scratch.assumingMemoryBound(to: Double.self), parameter = totals + count
      parameter.pointee = 0
      kernel.call(
        count, it.planes * plane, plane, 1, g.base + channel * plane * width, parameter, 0, totals)
      kernel.join(count, totals)
      let total = totals.pointee, sum = UnsafeMutableRawPointer(totals),
        at = bias.base + channel * bias.columnStep * width
      if width == 4 { sum.storeBytes(of: Float(total), as: Float.self) }
      add.call(1, at, 1, at, 1, sum, 1, scale)
    }
    try check(enough, "not enough memory for the sums of \(count) pictures")
  }
}

/// The sizes of a call, checked against each other.
private struct Turned {
  let window: Window, input: Pictures
  /// Of the output.
  let planes, rows, columns: Int

  init(
    _ weight: Tensor, _ input: Tensor, _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int,
    _ adjW: Int,
    _ adjH: Int
  ) throws(SconceError) {
    window = try Window(check, kW, kH, dW, dH, padW, padH)
    try check(weight.dim == 4, "expected a weight of size CxOx\(kH)x\(kW), got \(weight.extent)")
    self.input = try Pictures(check, input, "input", weight.size(0))
    try check(
      (0..<dW).contains(adjW) && (0..<dH).contains(adjH),
      "expected adjW and adjH below \(dW) and \(dH), got \(adjW) and \(adjH)")
    planes = weight.size(1)
    rows = (self.input.rows - 1) * dH - 2 * padH + kH + adjH
    columns = (self.input.columns - 1) * dW - 2 * padW + kW + adjW
    try check(
      rows > 0 && columns > 0, "size mismatch: expected input from which some output is left, got \(input.extent)")
  }

  func checkGradient(_ t: Tensor) throws(SconceError) {
    let d = input.isBatch ? 1 : 0
    guard t.dim == 3 + d, !input.isBatch || t.size(0) == input.count, t.size(d) == planes, t.size(d + 1) == rows,
      t.size(d + 2) == columns
    else {
      let batch = input.isBatch ? "\(input.count)x" : ""
      throw check.mismatch(t, "gradOutput", "\(batch)\(planes)x\(rows)x\(columns)")
    }
  }
}

private let check = Check("nn.SpatialFullConvolution")
