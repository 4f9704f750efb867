/// The gradient of a convolution's weights: for each output channel and tap the sum of `gradient · element under the tap`
/// over all pictures of a batch, one call a picture.
///
/// There are two ways. Along the pictures, a sum is a dot product of a channel's gradient and what lies under a tap.
/// Across the channels, a register holds as many output channels as it has lanes, and an element under a tap is spread
/// over it; the gradient is turned round for that, and the sums of all pictures are kept until the last.
@frozen public struct WeightCorrelation {
  /// Output channels, and taps of each.
  public var outputs, taps: Int
  /// The output's gradient: steps of its channels, rows and columns.
  public var gradient: UnsafeRawPointer
  public var gradientSteps: (Int, Int, Int)
  public var rows, columns: Int
  /// The input, spread.
  public var planes: UnsafeRawPointer
  public var offsets: UnsafePointer<Int>
  public var pitch: Int
  /// Added to, times `scale`; a channel's taps lie side by side, channels `weightStep` apart.
  public var weights: UnsafeMutableRawPointer
  public var weightStep: Int
  public var bias: UnsafeMutableRawPointer?
  public var biasStep: Int
  public var scale: Double
  /// Room for ``work(stride:)`` elements, which stay from picture to picture.
  public var work: UnsafeMutableRawPointer
  public var isFirst = true, isLast = true

  public init(
    outputs: Int, taps: Int, gradient: UnsafeRawPointer, gradientSteps: (Int, Int, Int), rows: Int, columns: Int,
    planes: UnsafeRawPointer, offsets: UnsafePointer<Int>, pitch: Int, weights: UnsafeMutableRawPointer,
    weightStep: Int, bias: UnsafeMutableRawPointer?, biasStep: Int, scale: Double, work: UnsafeMutableRawPointer
  ) {
    (self.outputs, self.taps, self.gradient, self.gradientSteps) = (outputs, taps, gradient, gradientSteps)
    (self.rows, self.columns, self.planes, self.offsets, self.pitch) = (rows, columns, planes, offsets, pitch)
    (self.weights, self.weightStep, self.bias, self.biasStep) = (weights, weightStep, bias, biasStep)
    (self.scale, self.work) = (scale, work)
  }

  /// Output channels in whole registers of any level, and elements of a channel likewise.
  @inlinable static func padded(_ count: Int) -> Int { (count &+ 15) & ~15 }

  /// Elements that the two ways need, of which the larger number counts: a spread gradient; a turned one and the sums.
  public static func work(outputs: Int, taps: Int, rows: Int, columns: Int, pitch: Int) -> Int {
    max(outputs * padded(rows * pitch), padded(outputs) * (rows * columns + taps + 1)) + 16
  }
}

@frozen public struct WeightCorrelationKernel: Sendable {
  public let call: @Sendable (_ correlation: WeightCorrelation) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { it in
      if it.isAcross(lanes: V.scalarCount) { correlateAcross(isa, vector, it) } else { correlateAlong(isa, vector, it) }
    }
  }
}

extension WeightCorrelation {
  /// Which way does more useful work. Along: what is not gap, against the addition of lanes at the end of each sum.
  /// Across: lanes with a channel in them; a lone register of them is loaded too often.
  @inlinable @inline(__always) func isAcross(lanes: Int) -> Bool {
    let registers = (rows &* pitch &+ lanes &- 1) / lanes, wide = (outputs &+ lanes &- 1) / lanes
    let along = columns &* registers &* 100 / (pitch &* (registers &+ 8))
    let across = outputs &* (wide == 1 ? 80 : 95) / (wide &* lanes)
    return across > along
  }
}

@inlinable @inline(__always)
func correlateAlong<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type, _ it: WeightCorrelation) {
  let gradient = it.gradient.assumingMemoryBound(to: V.Scalar.self)
  let planes = it.planes.assumingMemoryBound(to: V.Scalar.self)
  let work = it.work.assumingMemoryBound(to: V.Scalar.self)
  let channel = WeightCorrelation.padded(it.rows &* it.pitch), scale = V.Scalar(it.scale)
  // The gradient at the pitch of the planes, zero in the gaps.
  work.update(repeating: 0, count: it.outputs &* channel)
  for o in 0..<it.outputs {
    for y in 0..<it.rows {
      let from = gradient + (o &* it.gradientSteps.0 &+ y &* it.gradientSteps.1)
      let to = work + (o &* channel &+ y &* it.pitch), step = it.gradientSteps.2
      if step == 1 {
        copyRow(vector, it.columns, from, to)
      } else {
        for x in 0..<it.columns { to[x] = from[x &* step] }
      }
    }
  }
  // So many elements that eight rows of them stay in the first cache.
  let atOnce = 8192 / MemoryLayout<V.Scalar>.stride
  var n = 0
  while n < channel {
    multiplyRows(
      isa, vector, it.outputs, it.taps, min(atOnce, channel &- n), work + n, channel,
      ListedRows(planes + n, it.offsets),
      Update(alpha: scale, beta: 1), it.weights.assumingMemoryBound(to: V.Scalar.self), it.weightStep, 1)
    n &+= atOnce
  }
  guard let bias = it.bias?.assumingMemoryBound(to: V.Scalar.self) else { return }
  for o in 0..<it.outputs { bias[o &* it.biasStep] += scale * sum(vector, work + o &* channel, channel) }
}

@inlinable @inline(__always)
func correlateAcross<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type, _ it: WeightCorrelation) {
  let gradient = it.gradient.assumingMemoryBound(to: V.Scalar.self)
  let planes = it.planes.assumingMemoryBound(to: V.Scalar.self)
  let vectors = (it.outputs &+ V.scalarCount &- 1) / V.scalarCount, width = vectors &* V.scalarCount
  let turned = it.work.assumingMemoryBound(to: V.Scalar.self), sums = turned + it.rows &* it.columns &* width
  if width != it.outputs { turned.update(repeating: 0, count: it.rows &* it.columns &* width) }
  for y in 0..<it.rows {
    let from = gradient + y &* it.gradientSteps.1, to = turned + y &* it.columns &* width
    if it.gradientSteps.2 == 1 {
      transpose(it.outputs, it.columns, from, it.gradientSteps.0, to, width)
    } else {
      for o in 0..<it.outputs {
        for x in 0..<it.columns { to[x &* width &+ o] = from[o &* it.gradientSteps.0 &+ x &* it.gradientSteps.2] }
      }
    }
  }
  let update = Update(alpha: V.Scalar(1), beta: it.isFirst ? 0 : 1), rows = EvenRows(UnsafePointer(turned), width)
  multiply(
    isa, vector, it.taps, vectors, Terms(it.columns, step: 1, groups: it.rows, groupStep: it.pitch),
    ListedRows(planes, it.offsets), rows, update, sums, width)
  if it.bias != nil {  // the same against ones
    let totals = sums + it.taps &* width, one = totals + width
    one.pointee = 1
    multiply(
      isa, vector, 1, vectors, Terms(it.rows &* it.columns, step: 0), EvenRows(UnsafePointer(one), 0), rows, update,
      totals, width)
  }
  if !it.isLast { return }
  let weights = it.weights.assumingMemoryBound(to: V.Scalar.self), scale = V.Scalar(it.scale)
  for o in 0..<it.outputs {
    let row = weights + o &* it.weightStep
    for t in 0..<it.taps { row[t] += scale * sums[t &* width &+ o] }
  }
  guard let bias = it.bias?.assumingMemoryBound(to: V.Scalar.self) else { return }
  for o in 0..<it.outputs { bias[o &* it.biasStep] += scale * sums[it.taps &* width &+ o] }
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

extension PerFloat where Kernel == WeightCorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
