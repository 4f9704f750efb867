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
    min(outputs, outputsAtOnce) * (group(rows: rows, pitch: pitch) * pitch + 16)
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
          isa, vector, outputs, vectors, Terms(taps, step: 1), EvenRows(weights + (o &* it.taps &+ t), it.taps),
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

extension PerFloat where Kernel == CorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
