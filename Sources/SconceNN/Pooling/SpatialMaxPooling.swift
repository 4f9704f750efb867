import SconceErrors
import SconceKernels
import SconceTensor

/// The largest element of each window, channel by channel.
///
/// - Sizes: `input` CxHxW or NxCxHxW, `output` and `indices` likewise with `(H + 2·padH − kH) / dH + 1` rows, rounded
///   down or, with `ceil`, up; padding of at most half the kernel.
/// - Types: Float or Double, one for all; `indices` Long: places in their plane, row by row, counted from 1.
/// - In scripts: `lua/nn/SpatialMaxPooling.lua`.
public enum SpatialMaxPooling {
  /// `output` and `indices` are resized. A window without a number has the lowest one, and index 0.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ indices: Tensor, _ input: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ ceil: Bool
  ) throws(SconceError) {
    let type = try check.floating(output, input), kernel = kernels.pooling.max[type]
    let it = try Pooling(check, input, kW, kH, dW, dH, padW, padH, ceil)
    try check(output !== input, "expected an output that is not the input")
    try it.resize(output)
    try it.resize(indices)
    let places = indices.base.assumingMemoryBound(to: Int.self), y = output.base
    let enough = it.forEachPlane(scratch: it.shape.scratch(stride: type.numeric.stride)) { plane, x, scratch in
      kernel.forward(it.shape, x, y + plane * it.outputBytes, places + plane * it.outputCount, scratch)
    }
    try check(enough, "not enough memory for windows of \(kH)x\(kW)")
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ indices: Tensor,
    _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ ceil: Bool
  ) throws(SconceError) {
    let kernel = kernels.pooling.max[try check.floating(gradInput, input, gradOutput)]
    let it = try Pooling(check, input, kW, kH, dW, dH, padW, padH, ceil)
    let g = try it.gradient(check, gradOutput)
    try it.sameSize(check, indices, "indices")
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    try it.clear(gradInput)
    let indices = try indices.contiguous()
    let places = indices.base.assumingMemoryBound(to: Int.self), dx = gradInput.base, dy = g.base
    let inside = it.allPlanes { plane in
      kernel.backward(
        it.outputCount, dy + plane * it.outputBytes, places + plane * it.outputCount, dx + plane * it.inputBytes,
        it.inputCount)
    }
    try check(inside, "expected indices within the \(it.shape.rows)x\(it.shape.columns) elements of a plane")
  }
}

private let check = Check("nn.SpatialMaxPooling")
