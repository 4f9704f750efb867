/// How planes are spread out before a convolution, so that its windows become rows of memory.
///
/// Around the planes comes a margin of zeros, and rows and columns go to the sub-plane of their remainder by the step:
/// what a window meets as it moves on by a step then lies side by side, whatever the step is.
@frozen public struct Planes: Sendable {
  /// What is copied.
  public var channels, rows, columns, channelStep, rowStep, columnStep: Int
  /// Zeros before the first row and the first column.
  public var above, left: Int
  /// Remainders told apart, and what each sub-plane has room for.
  public var rowPhases, columnPhases, phaseRows, pitch: Int

  public init(
    channels: Int, rows: Int, columns: Int, channelStep: Int, rowStep: Int, columnStep: Int, above: Int, left: Int,
    rowPhases: Int, columnPhases: Int, phaseRows: Int, pitch: Int
  ) {
    (self.channels, self.rows, self.columns) = (channels, rows, columns)
    (self.channelStep, self.rowStep, self.columnStep) = (channelStep, rowStep, columnStep)
    (self.above, self.left, self.rowPhases, self.columnPhases) = (above, left, rowPhases, columnPhases)
    (self.phaseRows, self.pitch) = (phaseRows, pitch)
  }

  /// Tiles read whole registers: this many elements behind the last plane must be there, and numbers. Whole cache lines,
  /// so that what comes after them in memory begins one.
  @inlinable public var slack: Int { (32 &+ pitch &+ 15) & ~15 }
  @inlinable public var phase: Int { phaseRows &* pitch }
  /// From one channel to the next; whole registers, so that a sum along a plane has no rest.
  @inlinable public var channel: Int { (rowPhases &* columnPhases &* phase &+ 15) & ~15 }
  @inlinable public var count: Int { channels &* channel &+ slack }
}

/// Spreads planes out, and collects them again.
@frozen public struct PlanesKernel: Sendable {
  public let spread: @Sendable (_ planes: Planes, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) -> Void
  /// From where `spread` would put them back to where it takes them from; 0 for what it leaves out.
  public let collect:
    @Sendable (_ planes: Planes, _ spread: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    spread = { planes, source, target in
      let source = source.assumingMemoryBound(to: V.Scalar.self)
      let target = target.assumingMemoryBound(to: V.Scalar.self)
      clearMargins(planes, target)
      for c in 0..<planes.channels {
        for y in 0..<planes.rows {
          guard let row = planes.row(c, y) else { continue }
          spreadRow(V.self, planes, source + (c &* planes.channelStep &+ y &* planes.rowStep), target + row)
        }
      }
    }
    collect = { planes, source, target in
      let source = source.assumingMemoryBound(to: V.Scalar.self)
      let target = target.assumingMemoryBound(to: V.Scalar.self)
      for c in 0..<planes.channels {
        for y in 0..<planes.rows {
          let to = target + (c &* planes.channelStep &+ y &* planes.rowStep)
          if let row = planes.row(c, y) {
            collectRow(V.self, planes, source + row, to)
          } else {
            for x in 0..<planes.columns { to[x &* planes.columnStep] = 0 }
          }
        }
      }
    }
  }
}

extension Planes {
  /// Where a row begins in the first of its sub-planes, if there is room for it.
  @inlinable @inline(__always) func row(_ c: Int, _ y: Int) -> Int? {
    let (row, rowPhase) = rowPhases == 1 ? (y &+ above, 0) : (y &+ above).quotientAndRemainder(dividingBy: rowPhases)
    return row < phaseRows ? c &* channel &+ rowPhase &* columnPhases &* phase &+ row &* pitch : nil
  }
}

/// Zero wherever no element is going to be.
@inlinable @inline(__always)
func clearMargins<T: FloatElement>(_ planes: Planes, _ target: UnsafeMutablePointer<T>) {
  func clear(_ range: Range<Int>) { (target + range.lowerBound).update(repeating: 0, count: range.count) }
  if planes.rowPhases &* planes.columnPhases > 1 || planes.rows > planes.phaseRows { return clear(0..<planes.count) }
  let end = planes.left &+ planes.columns, gap = planes.pitch &- planes.columns
  for c in 0..<planes.channels {
    // From the end of each row to the beginning of the next, the first and the last with the margins above and below.
    var at = c &* planes.channel
    clear(at..<at &+ planes.above &* planes.pitch &+ planes.left)
    at &+= planes.above &* planes.pitch
    if gap > 0 {
      for y in 0..<planes.rows &- 1 { clear(at &+ y &* planes.pitch &+ end..<at &+ y &* planes.pitch &+ end &+ gap) }
    }
    clear(at &+ (planes.rows &- 1) &* planes.pitch &+ end..<(c &+ 1) &* planes.channel)
  }
  clear(planes.channels &* planes.channel..<planes.count)
}

/// One row, to the sub-planes of its columns' remainders.
@inlinable @inline(__always)
func spreadRow<V: Vector>(
  _ vector: V.Type, _ planes: Planes, _ from: UnsafePointer<V.Scalar>, _ to: UnsafeMutablePointer<V.Scalar>
) {
  let step = planes.columnStep
  if planes.columnPhases == 1, step == 1 {
    let to = to + planes.left
    var x = 0
    while x &+ V.scalarCount <= planes.columns {
      V.load(from + x).store(to + x)
      x &+= V.scalarCount
    }
    while x < planes.columns {
      to[x] = from[x]
      x &+= 1
    }
    return
  }
  var (column, phase) = planes.left.quotientAndRemainder(dividingBy: planes.columnPhases)
  for x in 0..<planes.columns {
    if column < planes.pitch { to[phase &* planes.phase &+ column] = from[x &* step] }
    phase &+= 1
    if phase == planes.columnPhases { (phase, column) = (0, column &+ 1) }
  }
}

/// The way back.
@inlinable @inline(__always)
func collectRow<V: Vector>(
  _ vector: V.Type, _ planes: Planes, _ from: UnsafePointer<V.Scalar>, _ to: UnsafeMutablePointer<V.Scalar>
) {
  let step = planes.columnStep
  if planes.columnPhases == 1, step == 1 {
    let from = from + planes.left
    var x = 0
    while x &+ V.scalarCount <= planes.columns {
      V.load(from + x).store(to + x)
      x &+= V.scalarCount
    }
    while x < planes.columns {
      to[x] = from[x]
      x &+= 1
    }
    return
  }
  var (column, phase) = planes.left.quotientAndRemainder(dividingBy: planes.columnPhases)
  for x in 0..<planes.columns {
    to[x &* step] = column < planes.pitch ? from[phase &* planes.phase &+ column] : 0
    phase &+= 1
    if phase == planes.columnPhases { (phase, column) = (0, column &+ 1) }
  }
}

extension PerFloat where Kernel == PlanesKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
