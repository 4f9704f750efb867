import SconceErrors
import SconceKernels
import SconceTensor

/// Fully connected layer for inputs of which few numbers are not 0: `y = Σ x[i]·W[key i] + b`.
///
/// A layer that normalizes looks at `x / largest + shift`, where the largest magnitude of each feature is what training
/// has met; what is larger afterwards counts as ±1. Rows of `weight` then begin with four numbers of the feature: the
/// largest magnitude, its inverse, the rate of its steps and the shift, which is learned like a weight.
///
/// - Sizes: `keys` and `values` K, the entries of all samples, and `sizes` N, how many are each sample's; `weight` I×M,
///   or I×(4+M); `bias` M; `output` N×M. Gradients of weights are K×M, a row for each entry; K×2M, those for the shift
///   first, for a layer that normalizes. A key belongs to row `key + offset`, counted from 0.
/// - Types: Float or Double, one for all but `keys` and `sizes`, which are Long.
/// - In scripts: `lua/nn/IndexLinear.lua`.
public enum IndexLinear {
  /// `output` is resized, and `normalizedValues` if the layer normalizes; in `training` it changes the first numbers of
  /// the rows of `weight`.
  @Sendable public static func updateOutput(
    _ output: Tensor, _ keys: Tensor, _ values: Tensor, _ sizes: Tensor, _ weight: Tensor, _ bias: Tensor,
    _ normalizedValues: Tensor, _ offset: Int, _ training: Bool
  ) throws(SconceError) {
    let type = try check.floating(output, values, weight, bias), table = try Table(weight, bias)
    try check.same(output, normalizedValues)
    let entries = try Entries(keys, sizes, offset, table), m = table.outputs, width = weight.dtype.stride
    try entries.checkValues(values)
    let values = try values.contiguous(), bias = try bias.contiguous()
    try output.resize([entries.ends.count, m])
    try check(output.isContiguous, "expected a contiguous output, got one with other strides")
    if table.normalizes {
      try normalizedValues.resize([entries.rows.count])
      try check(normalizedValues.isContiguous, "expected contiguous normalizedValues, got some with other strides")
      type == .float
        ? table.normalize(entries, Float.self, values, normalizedValues, training)
        : table.normalize(entries, Double.self, values, normalizedValues, training)
    }
    let kernel = kernels.pointwise.addScaled[type.numeric], factors = table.normalizes ? normalizedValues : values
    let numbers = table.numbers(factors)
    nonisolated(unsafe) let (y, b) = (output.base, UnsafeRawPointer(bias.base))
    entries.forEachSample(cost: m) { sample, range in
      let y = y + sample * m * width
      y.copyMemory(from: b, byteCount: m * width)
      for n in range { kernel.call(m, y, 1, y, 1, table.row(entries.rows[n]), 1, numbers(n)) }
    }
  }

  /// `∂W[n] = s·x[n]·∂y`, a row for each entry, and `∂b += s·Σ ∂y`. `gradWeight` is resized.
  @Sendable public static func accGradParameters(
    _ gradWeight: Tensor, _ gradBias: Tensor, _ keys: Tensor, _ values: Tensor, _ sizes: Tensor, _ gradOutput: Tensor,
    _ weight: Tensor, _ offset: Int, _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(gradWeight, gradBias, values, gradOutput), table = try Table(weight, gradBias)
    try check.same(gradWeight, weight)
    let entries = try Entries(keys, sizes, offset, table), m = table.outputs, width = weight.dtype.stride
    try entries.checkValues(values)
    let g = try entries.gradients(gradOutput, m), values = try values.contiguous(), parts = table.normalizes ? 2 : 1
    try gradWeight.resize([entries.rows.count, parts * m])
    try check(gradWeight.isContiguous, "expected a contiguous gradWeight, got one with other strides")
    let add = kernels.pointwise.addScaled[type.numeric], times = kernels.pointwise.times[type.numeric]
    let numbers = table.numbers(values), step = gradBias.stride(0)
    nonisolated(unsafe) let (dw, dy) = (gradWeight.base, UnsafeRawPointer(g.base))
    for sample in entries.ends.indices {
      add.call(m, gradBias.base, step, gradBias.base, step, dy + sample * m * width, 1, scale)
    }
    entries.forEachSample(cost: parts * m) { sample, range in
      let dy = dy + sample * m * width
      for n in range {
        let row = dw + n * parts * m * width
        if parts == 2 { times.call(m, row, 1, dy, 1, scale) }
        times.call(m, row + (parts - 1) * m * width, 1, dy, 1, numbers(n) * scale)
      }
    }
  }

  /// The step `W −= s·∂W`, entry by entry, without a place for the gradient.
  @Sendable public static func accUpdateGradParameters(
    _ weight: Tensor, _ bias: Tensor, _ keys: Tensor, _ values: Tensor, _ sizes: Tensor, _ gradOutput: Tensor,
    _ offset: Int, _ weightDecay: Double, _ scale: Double
  ) throws(SconceError) {
    let type = try check.floating(weight, bias, values, gradOutput), table = try Table(weight, bias)
    let entries = try Entries(keys, sizes, offset, table), m = table.outputs, width = weight.dtype.stride
    try entries.checkValues(values)
    let g = try entries.gradients(gradOutput, m), values = try values.contiguous()
    let add = kernels.pointwise.addScaled[type.numeric], numbers = table.numbers(values), step = bias.stride(0)
    for sample in entries.ends.indices {
      let dy = g.base + sample * m * width
      add.call(m, bias.base, step, bias.base, step, dy, 1, -scale)
      for n in entries.range(sample) { table.step(entries.rows[n], dy, dy, scale, numbers(n) * scale, weightDecay) }
    }
    withExtendedLifetime((g, values)) {}
  }

  /// The step `W −= r·∂W` for gradients of entries.
  @Sendable public static func updateParameters(
    _ weight: Tensor, _ bias: Tensor, _ keys: Tensor, _ gradWeight: Tensor, _ gradBias: Tensor, _ offset: Int,
    _ weightDecay: Double, _ learningRate: Double
  ) throws(SconceError) {
    let type = try check.floating(weight, bias, gradWeight, gradBias), table = try Table(weight, bias)
    let rows = try table.rows(keys, offset), m = table.outputs, parts = table.normalizes ? 2 : 1
    try check.size(gradBias, "gradBias", [m])
    try check(
      gradWeight.count == rows.count * parts * m,
      "size mismatch: expected gradWeight of size \(rows.count)x\(parts * m), got \(gradWeight.extent)")
    let g = try gradWeight.contiguous(), line = m * weight.dtype.stride
    kernels.pointwise.addScaled[type.numeric].call(
      m, bias.base, bias.stride(0), bias.base, bias.stride(0), gradBias.base, gradBias.stride(0), -learningRate)
    for (n, row) in rows.enumerated() {
      let first = g.base + n * parts * line
      table.step(row, first, first + (parts - 1) * line, learningRate, learningRate, weightDecay)
    }
    withExtendedLifetime(g) {}
  }
}

/// The parameters: a row of `weight` for each feature.
private struct Table {
  let features, outputs: Int
  let normalizes: Bool
  private let type: FloatDType, width: Int, weight: Tensor
  /// Numbers in a row, and those before the weights.
  private let columns, head: Int

  init(_ weight: Tensor, _ bias: Tensor) throws(SconceError) {
    type = try check.floating(weight, bias)
    guard bias.dim == 1, bias.count > 0 else { throw check.mismatch(bias, "bias", "M") }
    guard weight.dim == 2, weight.size(1) == bias.count || weight.size(1) == bias.count + 4 else {
      throw check.mismatch(weight, "weight", "Ix\(bias.count) or Ix\(bias.count + 4)")
    }
    try check(weight.isContiguous, "expected a contiguous weight, got \(weight.extent) with other strides")
    (features, columns, outputs) = (weight.size(0), weight.size(1), bias.count)
    (normalizes, head, width) = (columns > outputs, columns - outputs, weight.dtype.stride)
    self.weight = weight
  }

  /// The weights of a row: looked up anew, because the weight may lie in the storage of what is resized.
  func row(_ i: Int) -> UnsafeMutableRawPointer { weight.base + (i * columns + head) * width }

  /// The rows of keys.
  func rows(_ keys: Tensor, _ offset: Int) throws(SconceError) -> [Int] {
    try check(abs(Double(offset)) < 0x1p53, "expected an offset below 2^53, got \(offset)")
    guard keys.dim == 1 else { throw check.mismatch(keys, "keys", "K") }
    let list = try keys.contiguous()
    defer { withExtendedLifetime(list) {} }
    let numbers = list.base.assumingMemoryBound(to: Int.self)
    var rows: [Int] = []
    rows.reserveCapacity(list.count)
    for n in 0..<list.count {
      let (row, overflow) = numbers[n].addingReportingOverflow(offset)
      try check(
        !overflow && row >= 0 && row < features,
        "index out of range: expected keys from \(-offset) to \(features - 1 - offset), got \(numbers[n])")
      rows.append(row)
    }
    return rows
  }

  /// A contiguous tensor's elements, by number.
  func numbers(_ t: Tensor) -> (Int) -> Double {
    nonisolated(unsafe) let base = UnsafeRawPointer(t.base)
    let width = width, isFloat = type == .float
    return { n in
      defer { withExtendedLifetime(t) {} }
      return isFloat
        ? Double((base + n * width).load(as: Float.self)) : (base + n * width).load(as: Double.self)
    }
  }

  /// What the layer looks at, one entry after another; in training the largest magnitudes come to be what they are.
  func normalize<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ entries: Entries, _ type: T.Type, _ values: Tensor, _ normalized: Tensor, _ training: Bool
  ) {
    let x = values.base.assumingMemoryBound(to: T.self), z = normalized.base.assumingMemoryBound(to: T.self)
    let rows = weight.base.assumingMemoryBound(to: T.self)
    for (n, i) in entries.rows.enumerated() {
      let feature = rows + i * columns, magnitude = x[n].magnitude
      if training {
        if magnitude > feature[0] { (feature[0], feature[1]) = (magnitude, 1 / magnitude) }
        feature[2] = 1
      }
      let share: T = magnitude > feature[0] ? (x[n] < 0 ? -1 : 1) : x[n] * feature[1]
      z[n] = share + feature[3]
    }
  }

  /// A step of one row: its shift, by `shiftScale` and the gradient `shift`, and then its weights.
  func step(
    _ i: Int, _ shift: UnsafeRawPointer, _ gradient: UnsafeRawPointer, _ shiftScale: Double, _ scale: Double,
    _ weightDecay: Double
  ) {
    let w = row(i), numeric = type.numeric
    var rate = 1.0
    if normalizes {
      rate = load(w - 2 * width)
      store(load(w - width) - kernels.dot[type].call(outputs, w, 1, shift, 1) * shiftScale * rate, w - width)
    }
    if weightDecay != 0 { kernels.pointwise.times[numeric].call(outputs, w, 1, w, 1, 1 - weightDecay * rate) }
    kernels.pointwise.addScaled[numeric].call(outputs, w, 1, w, 1, gradient, 1, -scale * rate)
  }
  private func load(_ p: UnsafeRawPointer) -> Double {
    type == .float ? Double(p.load(as: Float.self)) : p.load(as: Double.self)
  }
  private func store(_ x: Double, _ p: UnsafeMutableRawPointer) {
    type == .float ? p.storeBytes(of: Float(x), as: Float.self) : p.storeBytes(of: x, as: Double.self)
  }
}

/// The entries of a batch: their rows, and where those of each sample end.
private struct Entries {
  let rows, ends: [Int]

  init(_ keys: Tensor, _ sizes: Tensor, _ offset: Int, _ table: Table) throws(SconceError) {
    rows = try table.rows(keys, offset)
    guard sizes.dim == 1 else { throw check.mismatch(sizes, "sizes", "N") }
    let list = try sizes.contiguous()
    defer { withExtendedLifetime(list) {} }
    let counts = list.base.assumingMemoryBound(to: Int.self)
    var ends: [Int] = [], end = 0
    for n in 0..<list.count {
      try check(
        counts[n] >= 0 && counts[n] <= rows.count - end,
        "expected sizes that add up to \(rows.count), the number of keys, got \(counts[n]) after \(end)")
      end += counts[n]
      ends.append(end)
    }
    try check(end == rows.count, "expected sizes that add up to \(rows.count), the number of keys, got \(end)")
    self.ends = ends
  }

  func checkValues(_ values: Tensor) throws(SconceError) { try check.size(values, "values", [rows.count]) }

  /// A contiguous N×M gradient.
  func gradients(_ gradOutput: Tensor, _ outputs: Int) throws(SconceError) -> Tensor {
    if gradOutput.dim == 0 || gradOutput.count != ends.count * outputs
      || gradOutput.size(gradOutput.dim - 1) != outputs
    {
      throw check.mismatch(gradOutput, "gradOutput", "\(ends.count)x\(outputs)")
    }
    return try gradOutput.contiguous()
  }

  /// The entries of a sample.
  func range(_ sample: Int) -> Range<Int> { (sample == 0 ? 0 : ends[sample - 1])..<ends[sample] }

  /// Calls `body` with samples that have nothing to do with one another; `cost`: numbers that are read for an entry.
  func forEachSample(cost: Int, _ body: (Int, Range<Int>) -> Void) {
    if Double(rows.count) * Double(cost) < 1e5 || ends.count == 1 {
      for sample in ends.indices { body(sample, range(sample)) }
    } else {
      ThreadPool.shared.run(chunks: ends.count) { sample in body(sample, range(sample)) }
    }
  }
}

private let check = Check("nn.IndexLinear")
