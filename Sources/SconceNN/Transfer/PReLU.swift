import SconceErrors
import SconceKernels
import SconceTensor

/// `y = x` above 0, `w·x` elsewhere, with a slope w for each channel or one for all.
///
/// - Sizes: `input` any for one slope; for C of them C, or N×C×…. `weight` 1 or C.
/// - Types: Float or Double, one for all.
/// - Source: He, Zhang, Ren and Sun, 2015, arXiv:1502.01852. In scripts: `lua/nn/PReLU.lua`.
public enum PReLU {
  /// `output` is resized. `planes`: C, or 0 for one slope.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ planes: Int
  ) throws(SconceError) {
    let type = try check.floating(output, input, weight), kernel = kernels.activations.leakyLinear[type]
    let channels = try Channels(input, weight, planes)
    try output.resize(as: input)
    try forEachChannel(channels, output, input) { count, y, yStep, x, xStep, w in
      kernel.forward(count, y, yStep, x, xStep, w, 0)
    }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor, _ planes: Int
  ) throws(SconceError) {
    let type = try check.floating(gradInput, input, gradOutput, weight), kernel = kernels.activations.leakyLinear[type]
    let channels = try Channels(input, weight, planes), x = try input.contiguous()
    try check.sameCount(gradOutput, "gradOutput", as: input)
    try gradInput.resize(as: input)
    let gradient = try gradOutput.contiguous(), offset = UnsafeRawPointer(x.base) - UnsafeRawPointer(gradient.base)
    try forEachChannel(channels, gradInput, gradient) { count, dx, dxStep, g, gStep, w in
      kernel.gradient(count, dx, dxStep, g, gStep, g + offset, gStep, w, 0)
    }
  }

  /// Calls `body` with runs of one channel, of a contiguous result and operand, and the channel's slope.
  private static func forEachChannel(
    _ channels: Channels, _ result: Tensor, _ operand: Tensor,
    _ body: (Int, UnsafeMutableRawPointer, Int, UnsafeRawPointer, Int, Double) -> Void
  ) throws(SconceError) {
    try check(result.isContiguous, "expected a contiguous result, got \(result.extent) with other strides")
    let operand = try operand.contiguous(), width = result.dtype.stride
    for c in 0..<channels.count {
      if channels.plane == 1 {
        let at = c * width
        body(channels.samples, result.base + at, channels.count, operand.base + at, channels.count, channels.slope(c))
      } else {
        for n in 0..<channels.samples {
          let at = (n * channels.count + c) * channels.plane * width
          body(channels.plane, result.base + at, 1, operand.base + at, 1, channels.slope(c))
        }
      }
    }
  }

  /// Elements by channel; all of them are one channel's if there is one slope.
  private struct Channels {
    let samples, count, plane: Int
    private let weight: Tensor

    init(_ input: Tensor, _ weight: Tensor, _ planes: Int) throws(SconceError) {
      self.weight = weight
      try check(planes >= 0, "expected nOutputPlane of 0 or more, got \(planes)")
      try check.size(weight, "weight", [max(1, planes)])
      if planes == 0 {
        (samples, count, plane) = (1, 1, input.count)
      } else {
        let d = input.dim > 1 ? 1 : 0
        guard input.dim > 0, input.size(d) == planes else {
          throw check.mismatch(input, "input", "\(planes) or Nx\(planes)x…")
        }
        (samples, count) = (d == 0 ? 1 : input.size(0), planes)
        plane = samples == 0 ? 0 : input.count / (samples * planes)
      }
    }
    func slope(_ c: Int) -> Double {
      let place = weight.base + c * weight.stride(0) * weight.dtype.stride
      return weight.dtype == .float ? Double(place.load(as: Float.self)) : place.load(as: Double.self)
    }
  }
}

private let check = Check("nn.PReLU")
