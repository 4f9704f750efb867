import SconceErrors
import SconceKernels
import SconceTensor

/// Batch normalisation, each channel on its own: `y = γ·(x − μ)/√(σ² + ε) + β`.
///
/// - Sizes: `input` and `output` N×C or N×C×…, all others C; γ (`weight`) and β (`bias`) may be absent: 1 and 0.
/// - Types: Float or Double, one for all. Means and variances are counted in double.
/// - Throws: ``SconceError``, `nn.BatchNormalization: size mismatch: expected input of size Nx16 or Nx16x…, got 8x3`.
/// - Source: Ioffe and Szegedy, 2015, arXiv:1502.03167, algorithm 1. In scripts: `lua/nn/BatchNormalization.lua`.
public enum BatchNormalization {
  /// What the layer remembers. The script owns the tensors; training changes them in place.
  public struct State {
    /// Estimates of μ and of the unbiased σ² over all batches so far.
    public let runningMean, runningVar: Tensor
    /// μ and 1/√(σ² + ε) of this batch, for the backward pass. Resized.
    public let saveMean, saveStd: Tensor
    public init(runningMean: Tensor, runningVar: Tensor, saveMean: Tensor, saveStd: Tensor) {
      (self.runningMean, self.runningVar) = (runningMean, runningVar)
      (self.saveMean, self.saveStd) = (saveMean, saveStd)
    }
  }

  /// Training: by μ and σ² of the batch, which also move the running ones, `r = momentum·new + (1 − momentum)·r`.
  /// Evaluation: by the running ones.
  public static func updateOutput(
    _ output: Tensor, _ input: Tensor, weight: Tensor?, bias: Tensor?, _ state: State, training: Bool,
    momentum: Double, eps: Double
  ) throws(SconceError) {
    let type = try check.floating(output, state.saveMean, state.saveStd)
    let x = try Channels(input, state, weight, bias)
    try check(type == x.type, "expected \(input.dtype.typename), got \(output.dtype.typename)")
    try output.resize(as: input)
    try check(output.isContiguous, "expected a contiguous output, got \(output.extent) with other strides")
    try state.saveMean.resize(1) { _ in x.count }
    try state.saveStd.resize(1) { _ in x.count }
    nonisolated(unsafe) let y = output.base, state = state, weight = weight, bias = bias
    try x.forEachChunk(numbers: 3) { range, room in
      let mean = room, factor = room + range.count, shift = factor + range.count
      if training { x.means(range, mean) } else { for c in range { mean[c - range.lowerBound] = state.runningMean[c] } }
      if training { x.squares(range, mean, factor) }
      for c in range {
        let i = c - range.lowerBound
        var variance = training ? factor[i] / x.n : state.runningVar[c]
        if training {
          state.runningMean[c] = momentum * mean[i] + (1 - momentum) * state.runningMean[c]
          state.runningVar[c] = momentum * factor[i] / (x.n - 1) + (1 - momentum) * state.runningVar[c]
        }
        variance = inverse(variance, eps)
        if training { (state.saveMean[c], state.saveStd[c]) = (mean[i], variance) }
        factor[i] = variance * (weight?[c] ?? 1)
        shift[i] = bias?[c] ?? 0
      }
      let (m, f, s) = (x.narrowed(mean, range.count), x.narrowed(factor, range.count), x.narrowed(shift, range.count))
      x.forEachRun(range) { run, count, at, i in
        let i = i * x.width
        x.kernel.normalize(run, count, y + at, x.base + at, m + i, f + i, s + i)
      }
    }
  }

  /// With σ⁻ for 1/√(σ² + ε) and `g` for ∂y, over the n elements of a channel:
  /// `∂x = γ·σ⁻·(g − Σg/n − (x − μ)·σ⁻²·Σg(x − μ)/n)` in training, `γ·σ⁻·g` otherwise;
  /// `∂γ += s·σ⁻·Σg(x − μ)`, `∂β += s·Σg`. What is absent is not computed.
  public static func backward(
    _ gradInput: Tensor?, _ gradWeight: Tensor?, _ gradBias: Tensor?, _ input: Tensor, _ gradOutput: Tensor,
    weight: Tensor?, _ state: State, training: Bool, scale: Double, eps: Double
  ) throws(SconceError) {
    let x = try Channels(input, state, weight, nil)
    try check.floating(input, gradOutput, gradInput)
    try check(
      gradOutput.hasSize(of: input),
      "size mismatch: expected gradOutput of size \(input.extent), got \(gradOutput.extent)"
    )
    if let gradWeight { try check.size(gradWeight, "gradWeight", [x.count]) }
    if let gradBias { try check.size(gradBias, "gradBias", [x.count]) }
    try check.floating(input, gradWeight, gradBias)
    if training {
      try check.size(state.saveMean, "save_mean", [x.count])
      try check.size(state.saveStd, "save_std", [x.count])
      try check.floating(input, state.saveMean, state.saveStd)
    }
    let gradient = try gradOutput.contiguous()
    if let gradInput {
      try gradInput.resize(as: input)
      try check(gradInput.isContiguous, "expected a contiguous gradInput, got \(gradInput.extent) with other strides")
    }
    nonisolated(unsafe) let g = UnsafeRawPointer(gradient.base), dx = gradInput?.base, state = state
    nonisolated(unsafe) let weight = weight, gradWeight = gradWeight, gradBias = gradBias
    try x.forEachChunk(numbers: 5) { range, room in
      let k = range.count, mean = room, offset = mean + k, slope = offset + k, factor = slope + k
      for c in range {
        let i = c - range.lowerBound
        mean[i] = training ? state.saveMean[c] : state.runningMean[c]
        (offset[i], slope[i]) = (0, 0)
      }
      x.forEachRun(range) { run, count, at, i in
        x.kernel.gradientSums(run, count, g + at, x.base + at, mean + i, offset + i, slope + i)
      }
      for c in range {
        let i = c - range.lowerBound
        let invStd = training ? state.saveStd[c] : inverse(state.runningVar[c], eps)
        gradWeight?[c] += scale * invStd * slope[i]
        gradBias?[c] += scale * offset[i]
        (offset[i], slope[i]) = training ? (offset[i] / x.n, slope[i] * invStd * invStd / x.n) : (0, 0)
        factor[i] = invStd * (weight?[c] ?? 1)
      }
      guard let dx else { return }
      let (m, o, s, f) = (x.narrowed(mean, k), x.narrowed(offset, k), x.narrowed(slope, k), x.narrowed(factor, k))
      x.forEachRun(range) { run, count, at, i in
        let i = i * x.width
        x.kernel.gradient(run, count, dx + at, g + at, x.base + at, m + i, o + i, s + i, f + i)
      }
    }
  }

  /// 1/√(σ² + ε); 0 where both are 0, as in Torch7.
  private static func inverse(_ variance: Double, _ eps: Double) -> Double {
    variance + eps == 0 ? 0 : 1 / (variance + eps).squareRoot()
  }
}

/// A batch seen channel by channel, checked against the layer's own sizes, for the length of one call.
private struct Channels: @unchecked Sendable {
  let samples, count, plane: Int, n: Double, type: FloatDType, kernel: BatchNormalizationKernel
  let base: UnsafeRawPointer, width: Int
  private let tensor: Tensor

  init(_ t: Tensor, _ state: BatchNormalization.State, _ weight: Tensor?, _ bias: Tensor?) throws(SconceError) {
    type = try check.floating(t, state.runningMean, state.runningVar, weight)
    try check.floating(t, bias)
    kernel = kernels.batchNormalization[type]
    count = state.runningMean.count
    guard t.dim >= 2, t.size(1) == count, t.count > 0 else {
      throw check.mismatch(t, "input", "Nx\(count) or Nx\(count)x…")
    }
    try check.size(state.runningMean, "running_mean", [count])
    try check.size(state.runningVar, "running_var", [count])
    if let weight { try check.size(weight, "weight", [count]) }
    if let bias { try check.size(bias, "bias", [count]) }
    tensor = try t.contiguous()
    (samples, width) = (t.size(0), t.dtype.stride)
    plane = t.count / (samples * count)
    n = Double(samples * plane)
    base = UnsafeRawPointer(tensor.base)
  }

  /// A sample's channels are a row, or planes.
  private var isRow: Bool { plane == 1 }

  /// Calls `body` with so many channels at once, and room for so many numbers for each; on several threads where there is
  /// much to do. What a channel comes to does not depend on the chunks.
  func forEachChunk(numbers: Int, _ body: (Range<Int>, UnsafeMutablePointer<Double>) -> Void) throws(SconceError) {
    let atOnce = min(count, isRow ? 64 : max(1, 32_768 / (samples * plane)))
    let done = ThreadPool.shared.run(
      chunks: (count + atOnce - 1) / atOnce, scratch: numbers * atOnce * MemoryLayout<Double>.stride
    ) { chunk, room in
      body(chunk * atOnce..<min(count, (chunk + 1) * atOnce), room.assumingMemoryBound(to: Double.self))
    }
    try check(done, "not enough memory for \(count) channels")
  }
  /// Calls `body` with each run of these channels: its elements, the bytes before it, and the
  /// place of its first channel in the chunk.
  func forEachRun(_ range: Range<Int>, _ body: (BatchNormalizationKernel.Run, Int, _ at: Int, _ i: Int) -> Void) {
    for s in 0..<samples {
      if isRow {
        body(.row, range.count, (s * count + range.lowerBound) * width, 0)
      } else {
        for c in range { body(.plane, plane, (s * count + c) * plane * width, c - range.lowerBound) }
      }
    }
  }

  func means(_ range: Range<Int>, _ means: UnsafeMutablePointer<Double>) {
    fold(kernels.reductions.sum[type.numeric], range, nil, means)
    for i in 0..<range.count { means[i] /= n }
  }
  /// `Σ (x − mean)²`
  func squares(_ range: Range<Int>, _ means: UnsafePointer<Double>, _ squares: UnsafeMutablePointer<Double>) {
    fold(kernels.reductions.squaredDeviation[type], range, means, squares)
  }
  private func fold(
    _ kernel: FoldKernel, _ range: Range<Int>, _ parameters: UnsafePointer<Double>?,
    _ totals: UnsafeMutablePointer<Double>
  ) {
    let zero = 0.0
    withUnsafePointer(to: zero) { zero in
      let parameters = parameters ?? zero, step = parameters == zero ? 0 : 1
      if isRow {
        return kernel.call(range.count, 1, samples, count, base + range.lowerBound * width, parameters, step, totals)
      }
      for c in range {
        let i = c - range.lowerBound
        var sum = 0.0
        for s in 0..<samples {
          var part = 0.0
          kernel.call(1, 0, plane, 1, base + (s * count + c) * plane * width, parameters + i * step, 0, &part)
          sum += part
        }
        totals[i] = sum
      }
    }
  }

  /// The numbers as the tensor's type has them, in the same place.
  func narrowed(_ numbers: UnsafeMutablePointer<Double>, _ count: Int) -> UnsafeRawPointer {
    let raw = UnsafeMutableRawPointer(numbers)
    if type == .float {
      for i in 0..<count { raw.storeBytes(of: Float(numbers[i]), toByteOffset: i * 4, as: Float.self) }
    }
    return UnsafeRawPointer(raw)
  }
}

extension Tensor {
  /// Element `i` of a vector of Float or Double.
  fileprivate subscript(_ i: Int) -> Double {
    get {
      let place = base + i * stride(0) * dtype.stride
      return dtype == .float ? Double(place.load(as: Float.self)) : place.load(as: Double.self)
    }
    set {
      let place = base + i * stride(0) * dtype.stride
      if dtype == .float {
        place.storeBytes(of: Float(newValue), as: Float.self)
      } else {
        place.storeBytes(of: newValue, as: Double.self)
      }
    }
  }
}

private let check = Check("nn.BatchNormalization")
