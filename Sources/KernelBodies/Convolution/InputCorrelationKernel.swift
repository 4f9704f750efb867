/// The gradient of a convolution's input: each element of the output's gradient, times its window's weights, added where
/// the window lay.
///
/// Rows of the kernel are taken one by one, and all its columns together: the gradient's rows have as many zeros before
/// them as a row of the kernel reaches back, and are as far apart as the planes', so that one line goes over all rows.
@frozen public struct InputCorrelation {
  /// Channels of the input and of the output.
  public var channels, outputs: Int
  /// Of the kernel, by how much it moves on, and how far apart its elements lie.
  public var rows, columns, rowStep, columnStep, rowDilation, columnDilation: Int
  /// An output channel's weights lie side by side, those of the next `weightStep` further on.
  public var weights: UnsafeRawPointer
  public var weightStep: Int
  /// The output's gradient, its channels `gradientStep` apart, and how many elements of each to go over.
  public var gradient: UnsafeRawPointer
  public var gradientStep, count: Int
  /// Spread as the input is; added to. Registers are written whole.
  public var planes: UnsafeMutableRawPointer
  public var channelStep, keptColumns, phase, pitch: Int
  /// Room for `outputs · columns` places.
  public var offsets: UnsafeMutablePointer<Int>

  public init(
    channels: Int, outputs: Int, rows: Int, columns: Int, rowStep: Int, columnStep: Int, rowDilation: Int,
    columnDilation: Int, weights: UnsafeRawPointer, weightStep: Int, gradient: UnsafeRawPointer, gradientStep: Int,
    count: Int, planes: UnsafeMutableRawPointer, channelStep: Int, keptColumns: Int, phase: Int, pitch: Int,
    offsets: UnsafeMutablePointer<Int>
  ) {
    (self.channels, self.outputs, self.rows, self.columns) = (channels, outputs, rows, columns)
    (self.rowStep, self.columnStep, self.weights, self.weightStep) = (rowStep, columnStep, weights, weightStep)
    (self.rowDilation, self.columnDilation, self.keptColumns) = (rowDilation, columnDilation, keptColumns)
    (self.gradient, self.gradientStep, self.count) = (gradient, gradientStep, count)
    (self.planes, self.channelStep, self.phase, self.pitch) = (planes, channelStep, phase, pitch)
    self.offsets = offsets
  }
}

@frozen public struct InputCorrelationKernel: Sendable {
  public let call: @Sendable (_ correlation: InputCorrelation) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { it in
      // So many elements of a channel that all channels of the gradient stay in the cache, and a sum of so many terms.
      let atOnce = 512, termsAtOnce = 256
      let reach = (it.columns &- 1) &* it.columnDilation / it.columnStep, apart = it.columnsApart
      for first in 0..<min(apart, it.columns) {
        // Columns of the kernel that meet this remainder, the last of which reaches back furthest.
        let terms = (it.columns &- first &+ apart &- 1) / apart, shift = apart &* it.columnDilation / it.columnStep
        let (start, phase) = (first &* it.columnDilation).quotientAndRemainder(dividingBy: it.columnStep)
        for o in 0..<it.outputs {
          for s in 0..<terms { it.offsets[o &* terms &+ s] = o &* it.gradientStep &+ reach &- start &- s &* shift }
        }
        var n = 0
        while n < it.count {
          let vectors = (min(atOnce, it.count &- n) &+ V.scalarCount &- 1) / V.scalarCount
          var o = 0
          while o < it.outputs {
            let outputs = min(max(1, termsAtOnce / terms), it.outputs &- o)
            for y in 0..<it.rows { addRow(isa, vector, it, first, phase, terms, o, outputs, n, vectors, y) }
            o &+= outputs
          }
          n &+= atOnce
        }
      }
    }
  }
}

extension InputCorrelation {
  /// The columns of the kernel that meet one remainder lie so far apart.
  @inlinable var columnsApart: Int {
    var (a, b) = (columnStep, columnDilation)
    while b != 0 { (a, b) = (b, a % b) }
    return columnStep / a
  }
}

/// What one row of the kernel adds, its columns from `first` on.
@inlinable @inline(__always)
func addRow<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: InputCorrelation, _ first: Int, _ phase: Int, _ terms: Int, _ o: Int,
  _ outputs: Int,
  _ n: Int, _ vectors: Int, _ y: Int
) {
  let area = it.rows &* it.columns, step = it.weightStep
  let weights = it.weights.assumingMemoryBound(to: V.Scalar.self) + (o &* step &+ y &* it.columns &+ first)
  let gradient = it.gradient.assumingMemoryBound(to: V.Scalar.self) + n
  let (row, rowPhase) = (y &* it.rowDilation).quotientAndRemainder(dividingBy: it.rowStep)
  let plane = (rowPhase &* it.keptColumns &+ phase) &* it.phase &+ row &* it.pitch
  multiply(
    isa, vector, it.channels, vectors, Terms(terms, step: it.columnsApart, groups: outputs, groupStep: step),
    EvenRows(weights, area), ListedRows(gradient, it.offsets + o &* terms), Update(alpha: 1, beta: 1),
    it.planes.assumingMemoryBound(to: V.Scalar.self) + (plane &+ n), it.channelStep)
}

extension PerFloat where Kernel == InputCorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
