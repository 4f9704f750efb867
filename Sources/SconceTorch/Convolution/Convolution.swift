import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineConvolution() {
    define(
      "conv2", for: .reals,
      "Pictures convolved with kernels: 'V' where they cover the picture, 'F' wherever they meet it.",
      form("[res,] src, kernel, [mode: 'V'|'F' = 'V'] -> res", convolution(Tensor.conv2)))
    define(
      "xcorr2", for: .reals, "Like `conv2`, but with kernels that are not turned round.",
      form("[res,] src, kernel, [mode: 'V'|'F' = 'V'] -> res", convolution(Tensor.xcorr2)))
    define(
      "conv3", for: .reals,
      "Volumes convolved with kernels: 'V' where they cover the volume, 'F' wherever they meet it.",
      form("[res,] src, kernel, [mode: 'V'|'F' = 'V'] -> res", convolution(Tensor.conv3)))
    define(
      "xcorr3", for: .reals, "Like `conv3`, but with kernels that are not turned round.",
      form("[res,] src, kernel, [mode: 'V'|'F' = 'V'] -> res", convolution(Tensor.xcorr3)))
  }
}

private func convolution(
  _ op: @escaping @Sendable (Tensor) -> (Tensor, Tensor, Bool) throws(SconceError) -> Void
) -> @Sendable (Tensor, Tensor, Tensor, Choice) throws(SconceError) -> Void {
  { r, input, kernel, mode throws(SconceError) in try op(r)(input, kernel, mode.letter == UInt8(ascii: "F")) }
}
