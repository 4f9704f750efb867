import SconceErrors
import SconceKernels
import SconceTensor

/// `y = eˣ / Σ eˣ`, along the last dimension of K and N×K, and along the first of an image: C×H×W, N×C×H×W.
///
/// - Types: Float or Double, one for all.
/// - In scripts: `lua/nn/SoftMax.lua`.
public enum SoftMax {
  /// `output` is resized.
  @Sendable public static func updateOutput(_ output: Tensor, _ input: Tensor) throws(SconceError) {
    let kernel = kernels.transfer.softMax[try check.floating(output, input)]
    try Lines.forward(check, output, input, kernel.softMax)
  }

  /// `∂x = y · (∂y − Σ ∂y·y)`; `gradInput` is resized.
  @Sendable public static func updateGradInput(_ gradInput: Tensor, _ gradOutput: Tensor, _ output: Tensor)
    throws(SconceError)
  {
    let kernel = kernels.transfer.softMax[try check.floating(gradInput, gradOutput, output)]
    try Lines.backward(check, gradInput, gradOutput, output, kernel.softMaxGradient)
  }
}

/// `y = x − log Σ eˣ`, the logarithm of ``SoftMax``.
///
/// - Sizes and types: as there.
/// - In scripts: `lua/nn/LogSoftMax.lua`.
public enum LogSoftMax {
  /// `output` is resized.
  @Sendable public static func updateOutput(_ output: Tensor, _ input: Tensor) throws(SconceError) {
    let kernel = kernels.transfer.softMax[try logCheck.floating(output, input)]
    try Lines.forward(logCheck, output, input, kernel.logSoftMax)
  }

  /// `∂x = ∂y − eʸ · Σ ∂y`; `gradInput` is resized.
  @Sendable public static func updateGradInput(_ gradInput: Tensor, _ gradOutput: Tensor, _ output: Tensor)
    throws(SconceError)
  {
    let kernel = kernels.transfer.softMax[try logCheck.floating(gradInput, gradOutput, output)]
    try Lines.backward(logCheck, gradInput, gradOutput, output, kernel.logSoftMaxGradient)
  }
}

private let check = Check("nn.SoftMax")
private let logCheck = Check("nn.LogSoftMax")

/// A contiguous tensor as the lines along which the sums go.
private struct Lines {
  /// Elements of a line, the step between them, and the number of lines, of which so many are neighbours.
  let length, step, count, neighbours: Int

  init(_ check: Check, _ t: Tensor, _ label: StaticString) throws(SconceError) {
    try check((1...4).contains(t.dim), "size mismatch: expected \(label) of 1 to 4 dimensions, got \(t.extent)")
    length = t.size(t.dim % 2 == 1 ? 0 : 1)
    step = t.dim > 2 ? t.size(t.dim - 2) * t.size(t.dim - 1) : 1
    count = length == 0 ? 0 : t.count / length
    neighbours = min(step, 64)
  }
  /// Calls `body` with the first elements of neighbouring lines, and how many these are. Samples follow one another, and
  /// in a picture positions do.
  func forEach(_ body: (_ at: Int, _ lines: Int) -> Void) {
    if count == 0 { return }
    let groups = (step + neighbours - 1) / neighbours, all = count / step * groups
    func serve(_ n: Int) {
      let line = n % groups * neighbours
      body(n / groups * (length * step) + line, min(neighbours, step - line))
    }
    // Chunks hang on the sizes alone, so that the result does not depend on the number of threads.
    let chunk = max(1, 8192 / (length * neighbours))
    if all <= chunk {
      for n in 0..<all { serve(n) }
    } else {
      ThreadPool.shared.run(chunks: (all + chunk - 1) / chunk) { c in
        for n in c * chunk..<min(all, (c + 1) * chunk) { serve(n) }
      }
    }
  }

  static func forward(_ check: Check, _ output: Tensor, _ input: Tensor, _ kernel: SoftMaxKernel.Forward)
    throws(SconceError)
  {
    let lines = try Lines(check, input, "input")
    let input = try input.contiguous()
    try output.resize(as: input)
    let y = try contiguousTarget(output), width = output.dtype.stride
    nonisolated(unsafe) let (yBase, xBase) = (y.base, UnsafeRawPointer(input.base))
    lines.forEach { at, n in kernel(lines.length, lines.step, n, yBase + at * width, xBase + at * width) }
    if y !== output { try output.copy(y) }
  }

  static func backward(
    _ check: Check, _ gradInput: Tensor, _ gradOutput: Tensor, _ output: Tensor, _ kernel: SoftMaxKernel.Backward
  ) throws(SconceError) {
    let lines = try Lines(check, output, "output")
    try check.sameCount(gradOutput, "gradOutput", as: output)
    let gradOutput = try gradOutput.contiguous(), output = try output.contiguous()
    try gradInput.resize(as: output)
    let dx = try contiguousTarget(gradInput), width = gradInput.dtype.stride
    nonisolated(unsafe) let bases = (dx.base, UnsafeRawPointer(gradOutput.base), UnsafeRawPointer(output.base))
    lines.forEach { at, n in
      kernel(lines.length, lines.step, n, bases.0 + at * width, bases.1 + at * width, bases.2 + at * width)
    }
    if dx !== gradInput { try gradInput.copy(dx) }
  }

  /// The tensor, or where it is a view with gaps, one of its size to be copied into it.
  private static func contiguousTarget(_ t: Tensor) throws(SconceError) -> Tensor {
    if t.isContiguous { return t }
    let new = Tensor(t.dtype, in: t.storage.memory)
    try new.resize(as: t)
    return new
  }
}
