/// Windows over planes against weights: for each output the sum over all taps of `weight · element under the tap`.
///
/// A product of matrices whose right side is never made: row t of it is the planes from `offsets[t]` on. Rows of the
/// output are taken together with the gap between them, `pitch` apart, which costs a few columns and saves the copy.
@frozen public struct Correlation {
  /// Output channels, and taps of each.
  public var outputs, taps: Int
  public var weights: UnsafeRawPointer
  public var offsets: UnsafePointer<Int>
  public var planes: UnsafeRawPointer
  /// Of an output channel; its rows lie `pitch` apart in the planes.
  public var rows, columns, pitch: Int
  public var output: UnsafeMutableRawPointer
  public var channelStep, rowStep, columnStep: Int
  /// Added to every element of a channel, if there is one.
  public var bias: UnsafeRawPointer?
  public var biasStep: Int
  /// Room for ``work(outputs:rows:pitch:)`` elements.
  public var work: UnsafeMutableRawPointer

  public init(
    outputs: Int, taps: Int, weights: UnsafeRawPointer, offsets: UnsafePointer<Int>, planes: UnsafeRawPointer,
    rows: Int, columns: Int, pitch: Int, output: UnsafeMutableRawPointer, channelStep: Int, rowStep: Int,
    columnStep: Int, bias: UnsafeRawPointer?, biasStep: Int, work: UnsafeMutableRawPointer
  ) {
    (self.outputs, self.taps, self.weights, self.offsets, self.planes) = (outputs, taps, weights, offsets, planes)
    (self.rows, self.columns, self.pitch, self.output) = (rows, columns, pitch, output)
    (self.channelStep, self.rowStep, self.columnStep) = (channelStep, rowStep, columnStep)
    (self.bias, self.biasStep, self.work) = (bias, biasStep, work)
  }

  /// Rows taken together: their planes and results stay in the cache.
  @inlinable static func group(rows: Int, pitch: Int) -> Int { max(1, min(rows, 512 / max(pitch, 1))) }
  @inlinable static var outputsAtOnce: Int { 64 }
  @inlinable static var tapsAtOnce: Int { 256 }

  public static func work(outputs: Int, rows: Int, pitch: Int) -> Int {
    min(outputs, outputsAtOnce) * (group(rows: rows, pitch: pitch) * pitch + Planes.slack)
  }
}

@frozen public struct CorrelationKernel: Sendable {
  public let call: @Sendable (_ correlation: Correlation) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { correlate(isa, vector, $0) }
  }
}

@inlinable @inline(__always)
func correlate<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type, _ it: Correlation) {
  let weights = it.weights.assumingMemoryBound(to: V.Scalar.self)
  let planes = it.planes.assumingMemoryBound(to: V.Scalar.self)
  let work = it.work.assumingMemoryBound(to: V.Scalar.self)
  let group = Correlation.group(rows: it.rows, pitch: it.pitch)
  var y = 0
  while y < it.rows {
    let rows = min(group, it.rows &- y)
    let vectors = ((rows &- 1) &* it.pitch &+ it.columns &+ V.scalarCount &- 1) / V.scalarCount
    var o = 0
    while o < it.outputs {
      let outputs = min(Correlation.outputsAtOnce, it.outputs &- o)
      var t = 0
      repeat {
        let taps = min(Correlation.tapsAtOnce, it.taps &- t)
        multiply(
          isa, vector, outputs, vectors, taps, weights + (o &* it.taps &+ t), it.taps, 1,
          ListedRows(planes + y &* it.pitch, it.offsets + t), Update(alpha: 1, beta: t == 0 ? 0 : 1), work,
          vectors &* V.scalarCount)
        t &+= taps
      } while t < it.taps
      for i in 0..<outputs { deliver(vector, it, o &+ i, y, rows, work + i &* vectors &* V.scalarCount) }
      o &+= outputs
    }
    y &+= rows
  }
}

/// Rows of one output channel from where they were computed, with gaps, to where they belong.
@inlinable @inline(__always)
func deliver<V: Vector>(
  _ vector: V.Type, _ it: Correlation, _ channel: Int, _ y: Int, _ rows: Int, _ work: UnsafePointer<V.Scalar>
) {
  let bias = it.bias.map { $0.assumingMemoryBound(to: V.Scalar.self)[channel &* it.biasStep] } ?? 0
  let output =
    it.output.assumingMemoryBound(to: V.Scalar.self) + (channel &* it.channelStep &+ y &* it.rowStep)
  for y in 0..<rows {
    let from = work + y &* it.pitch, to = output + y &* it.rowStep
    var x = 0
    if it.columnStep == 1 {
      let bias = V(repeating: bias)
      while x &+ V.scalarCount <= it.columns {
        (V.load(from + x) + bias).store(to + x)
        x &+= V.scalarCount
      }
    }
    while x < it.columns {
      to[x &* it.columnStep] = from[x] + bias
      x &+= 1
    }
  }
}

/// The gradient of the weights: for each output channel and tap the sum of `gradient · element under the tap`.
@frozen public struct WeightCorrelation {
  public var outputs, taps: Int
  /// The output's gradient, its rows as far apart as the planes', zero in the gaps: `count` elements a channel.
  public var gradient: UnsafeRawPointer
  public var gradientStep, count: Int
  public var planes: UnsafeRawPointer
  public var offsets: UnsafePointer<Int>
  public var scale: Double
  /// Both are added to; a channel's taps lie side by side, channels `weightStep` apart.
  public var weights: UnsafeMutableRawPointer
  public var weightStep: Int
  public var bias: UnsafeMutableRawPointer?
  public var biasStep: Int

  public init(
    outputs: Int, taps: Int, gradient: UnsafeRawPointer, gradientStep: Int, count: Int, planes: UnsafeRawPointer,
    offsets: UnsafePointer<Int>, scale: Double, weights: UnsafeMutableRawPointer, weightStep: Int,
    bias: UnsafeMutableRawPointer?, biasStep: Int
  ) {
    (self.outputs, self.taps, self.gradient, self.gradientStep) = (outputs, taps, gradient, gradientStep)
    (self.count, self.planes, self.offsets, self.scale) = (count, planes, offsets, scale)
    (self.weights, self.weightStep, self.bias, self.biasStep) = (weights, weightStep, bias, biasStep)
  }
}

@frozen public struct WeightCorrelationKernel: Sendable {
  public let call: @Sendable (_ correlation: WeightCorrelation) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { it in
      let gradient = it.gradient.assumingMemoryBound(to: V.Scalar.self)
      let planes = it.planes.assumingMemoryBound(to: V.Scalar.self)
      let scale = V.Scalar(it.scale)
      // So many elements that eight rows of them stay in the first cache.
      let atOnce = 8192 / MemoryLayout<V.Scalar>.stride
      var n = 0
      while n < it.count {
        let count = min(atOnce, it.count &- n)
        multiplyRows(
          isa, vector, it.outputs, it.taps, count, gradient + n, it.gradientStep, ListedRows(planes + n, it.offsets),
          Update(alpha: scale, beta: 1), it.weights.assumingMemoryBound(to: V.Scalar.self), it.weightStep, 1)
        n &+= count
      }
      guard let bias = it.bias?.assumingMemoryBound(to: V.Scalar.self) else { return }
      for o in 0..<it.outputs {
        bias[o &* it.biasStep] += scale * sum(vector, gradient + o &* it.gradientStep, it.count)
      }
    }
  }
}

/// Four registers of sums side by side, since each addition waits for the one before it.
@inlinable @inline(__always)
func sum<V: Vector>(_ vector: V.Type, _ a: UnsafePointer<V.Scalar>, _ count: Int) -> V.Scalar {
  var sums = InlineArray<4, V>(repeating: .zero), i = 0
  while i &+ 4 &* V.scalarCount <= count {
    for j in 0..<4 { sums[j] += V.load(a + (i &+ j &* V.scalarCount)) }
    i &+= 4 &* V.scalarCount
  }
  var total = ((sums[0] + sums[1]) + (sums[2] + sums[3])).total
  while i < count {
    total += a[i]
    i &+= 1
  }
  return total
}

extension PerFloat where Kernel == CorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
extension PerFloat where Kernel == WeightCorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
