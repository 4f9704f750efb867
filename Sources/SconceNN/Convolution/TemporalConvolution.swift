import SconceErrors
import SconceKernels
import SconceTensor
import Synchronization

/// Convolution over a sequence of frames: each frame of the output is `W·x + b` of some frames of the input, one after
/// another.
///
/// Frames that follow one another are one row of memory, so that a sequence is a matrix of windows which overlap: all is
/// products of matrices, and nothing is copied.
///
/// - Sizes: `input` TxC or NxTxC (one sequence or a batch), `weight` Ox(kW·C), `bias` O, `output` FxO or NxFxO with
///   `F = (T − kW) / dW + 1` frames, rounded down.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.TemporalConvolution: size mismatch: expected input of size Tx3 or NxTx3, T of 2 or …`.
/// - In scripts: `lua/nn/TemporalConvolution.lua`.
public enum TemporalConvolution {
  /// `output` is resized.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ input: Tensor, _ weight: Tensor, _ bias: Tensor, _ kW: Int, _ dW: Int
  ) throws(SconceError) {
    try check.floating(output, input, weight, bias)
    let it = try Frames(input, weight, kW, dW)
    let bias = try check.row(bias, "bias", of: it.weight.rows)
    try check(output !== input, "expected an output that is not the input")
    try it.resize(output, it.frames, it.weight.rows)
    try it.forEach { n throws(SconceError) in
      let y = it.sequence(n, of: output)
      y.setRows(bias)
      try y.accumulate(1, 1, it.windows(n), it.weight.transposed)
    }
  }

  /// `gradInput` is resized.
  @Sendable public static func updateGradInput(
    _ gradInput: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ weight: Tensor, _ kW: Int, _ dW: Int
  ) throws(SconceError) {
    try check.floating(gradInput, input, gradOutput, weight)
    let it = try Frames(input, weight, kW, dW)
    try it.checkGradient(gradOutput)
    try check(gradInput !== gradOutput, "expected a gradInput that is not the gradOutput")
    try it.resize(gradInput, it.length, it.size)
    try it.forEach { n throws(SconceError) in
      let dx = it.sequence(n, of: gradInput)
      dx.setRows(nil)
      // Windows overlap, but not one and the same frame of each.
      for k in 0..<kW {
        try dx.windows(of: 1, from: k, count: it.frames, step: dW)
          .accumulate(1, 1, it.sequence(n, of: gradOutput), it.weight.columns(k * it.size..<(k + 1) * it.size))
      }
    }
  }

  /// Adds `scale` times the gradients of weights and bias, summed over the batch.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor, _ input: Tensor, _ gradOutput: Tensor, _ kW: Int, _ dW: Int,
    _ scale: Double
  ) throws(SconceError) {
    try check.floating(gradWeight, gradBias, input, gradOutput)
    let it = try Frames(input, gradWeight, kW, dW)
    try it.checkGradient(gradOutput)
    let gradBias = try check.row(gradBias, "gradBias", of: it.weight.rows)
    for n in 0..<it.count {
      let dy = it.sequence(n, of: gradOutput)
      try it.weight.accumulate(1, scale, dy.transposed, it.windows(n))
      gradBias?.addSum(ofRows: dy, scale: scale)
    }
  }
}

/// The sizes of a call, checked against each other.
private struct Frames: @unchecked Sendable {
  /// Contiguous: the input or a copy of it.
  let input: Tensor, weight: Matrix
  /// Sequences, frames of each, numbers of a frame, and frames of the output.
  let count, length, size, frames: Int
  private let kernel, step: Int

  init(_ input: Tensor, _ weight: Tensor, _ kW: Int, _ dW: Int) throws(SconceError) {
    let sizes = 1...1 << 24
    try check(sizes.contains(kW) && sizes.contains(dW), "expected kW and dW from 1 to 2^24, got \(kW) and \(dW)")
    self.weight = try check.matrix(weight, "weight")
    size = self.weight.columns / kW
    try check(
      size * kW == self.weight.columns, "size mismatch: expected weight of size Ox(C·\(kW)), got \(weight.extent)")
    let d = input.dim
    guard d == 2 || d == 3, input.size(d - 1) == size, input.size(d - 2) >= kW, input.count > 0 else {
      throw check.mismatch(input, "input", "Tx\(size) or NxTx\(size), T of \(kW) or more")
    }
    (count, length) = (d == 3 ? input.size(0) : 1, input.size(d - 2))
    (kernel, step, frames) = (kW, dW, (length - kW) / dW + 1)
    self.input = try input.contiguous()
  }

  /// As many sequences as the input, contiguous.
  func resize(_ t: Tensor, _ frames: Int, _ size: Int) throws(SconceError) {
    try t.resize(input.dim) { $0 == input.dim - 1 ? size : $0 == input.dim - 2 ? frames : count }
    if t.isContiguous { return }
    let sizes = t.sizes
    try t.resize([])
    try t.resize(sizes)
  }
  func checkGradient(_ t: Tensor) throws(SconceError) {
    guard t.dim == input.dim, t.dim == 2 || t.size(0) == count, t.size(t.dim - 2) == frames,
      t.size(t.dim - 1) == weight.rows
    else {
      throw check.mismatch(t, "gradOutput", "\(t.dim == 3 ? "\(count)x" : "")\(frames)x\(weight.rows)")
    }
  }

  func sequence(_ n: Int, of t: Tensor) -> Matrix { t.dim == 3 ? Matrix(n, of: t) : Matrix(rows: t) }
  /// A row for each frame of the output.
  func windows(_ n: Int) -> Matrix { sequence(n, of: input).windows(of: kernel, from: 0, count: frames, step: step) }

  /// Calls `body` for every sequence, on several threads.
  func forEach(_ body: (_ n: Int) throws(SconceError) -> Void) throws(SconceError) {
    if count == 1 { return try body(0) }
    let enough = Atomic<Bool>(true)
    ThreadPool.shared.run(chunks: count) { n in
      do throws(SconceError) { try body(n) } catch { enough.store(false, ordering: .relaxed) }
    }
    try check(enough.load(ordering: .relaxed), "not enough memory")
  }
}

private let check = Check("nn.TemporalConvolution")
