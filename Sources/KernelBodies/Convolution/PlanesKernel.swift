/// How planes are spread out before a convolution, so that its windows become rows of memory.
///
/// Around the planes comes a margin of zeros, and rows and columns go to the sub-plane of their remainder by the step:
/// what a window meets as it moves on by a step then lies side by side, whatever the step is. Remainders that no element
/// of the kernel meets, since it is smaller than the step, are left out.
@frozen public struct Planes: Sendable {
  /// What is copied.
  public var channels, rows, columns, channelStep, rowStep, columnStep: Int
  /// Zeros before the first row and the first column.
  public var above, left: Int
  /// By what rows and columns are divided, how many of the remainders are kept, and what each sub-plane has room for.
  public var rowPhases, columnPhases, keptRows, keptColumns, phaseRows, pitch: Int

  public init(
    channels: Int, rows: Int, columns: Int, channelStep: Int, rowStep: Int, columnStep: Int, above: Int, left: Int,
    rowPhases: Int, columnPhases: Int, keptRows: Int, keptColumns: Int, phaseRows: Int, pitch: Int
  ) {
    (self.channels, self.rows, self.columns) = (channels, rows, columns)
    (self.channelStep, self.rowStep, self.columnStep) = (channelStep, rowStep, columnStep)
    (self.above, self.left, self.rowPhases, self.columnPhases) = (above, left, rowPhases, columnPhases)
    (self.keptRows, self.keptColumns, self.phaseRows, self.pitch) = (keptRows, keptColumns, phaseRows, pitch)
  }

  /// Tiles read whole registers: this many elements behind the last plane must be there, and numbers. Whole cache lines,
  /// so that what comes after them in memory begins one.
  @inlinable public var slack: Int { (32 &+ pitch &+ 15) & ~15 }
  @inlinable public var phase: Int { phaseRows &* pitch }
  /// From one channel to the next; whole registers, so that a sum along a plane has no rest.
  @inlinable public var channel: Int { (keptRows &* keptColumns &* phase &+ 15) & ~15 }
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
      let pairs = PlanePairs(planes, V.scalarCount)
      if planes.columnPhases == 1, planes.columnStep == 1 {
        planes.forEachRow { copyRow(V.self, planes.columns, source + $0, target + ($1 &+ planes.left)) }
      } else if pairs.areUsed {
        planes.forEachRow { spreadPairs(V.self, planes, pairs, source + $0, target + $1) }
      }
      let step = planes.columnStep &* planes.columnPhases
      for phase in 0..<planes.lonePhases {
        let run = planes.columnRun(phase, after: pairs.end)
        planes.forEachRow {
          let from = source + ($0 &+ run.source &* planes.columnStep)
          let to = target + ($1 &+ phase &* planes.phase &+ run.target)
          for i in 0..<run.count { to[i] = from[i &* step] }
        }
      }
    }
    collect = { planes, source, target in
      let source = source.assumingMemoryBound(to: V.Scalar.self)
      let target = target.assumingMemoryBound(to: V.Scalar.self)
      if !planes.hasAll { clearPlanes(planes, target) }
      let pairs = PlanePairs(planes, V.scalarCount)
      if planes.columnPhases == 1, planes.columnStep == 1 {
        planes.forEachRow { copyRow(V.self, planes.columns, source + ($1 &+ planes.left), target + $0) }
      } else if pairs.areUsed {
        planes.forEachRow { collectPairs(V.self, planes, pairs, source + $1, target + $0) }
      }
      let step = planes.columnStep &* planes.columnPhases
      for phase in 0..<planes.lonePhases {
        let run = planes.columnRun(phase, after: pairs.end)
        planes.forEachRow {
          let to = target + ($0 &+ run.source &* planes.columnStep)
          let from = source + ($1 &+ phase &* planes.phase &+ run.target)
          for i in 0..<run.count { to[i &* step] = from[i] }
        }
      }
    }
  }
}

/// Rows or columns of one remainder: where they come from, where they go in their sub-plane, and how many they are.
@frozen public struct PlaneRun {
  @usableFromInline let source, target, count: Int

  /// Those of `size` that follow `before` zeros, from `start` on, in a sub-plane with room for so many.
  @inlinable @inline(__always)
  init(_ phase: Int, of phases: Int, size: Int, before: Int, start: Int, room: Int) {
    let (first, remainder) = (before &+ start).quotientAndRemainder(dividingBy: phases)
    let later = phase < remainder ? 1 : 0
    source = start &+ phase &- remainder &+ later &* phases
    target = first &+ later
    count = max(0, min(source < size ? (size &- source &- 1) / phases &+ 1 : 0, room &- target))
  }
}

extension Planes {
  @inlinable @inline(__always) func rowRun(_ phase: Int) -> PlaneRun {
    PlaneRun(phase, of: rowPhases, size: rows, before: above, start: 0, room: phaseRows)
  }
  @inlinable @inline(__always) func columnRun(_ phase: Int, after start: Int) -> PlaneRun {
    PlaneRun(phase, of: columnPhases, size: columns, before: left, start: start, room: pitch)
  }
  /// Columns' remainders that are not copied as whole rows.
  @inlinable @inline(__always) var lonePhases: Int { columnPhases == 1 && columnStep == 1 ? 0 : keptColumns }
  /// Whether every element has its place.
  @inlinable @inline(__always) var hasAll: Bool {
    var placed = (rows: 0, columns: 0)
    for phase in 0..<keptRows { placed.rows &+= rowRun(phase).count }
    for phase in 0..<keptColumns { placed.columns &+= columnRun(phase, after: 0).count }
    return placed == (rows, columns)
  }
  /// Calls `body` with the places of each row that is kept: of its elements, and of its first sub-plane's row.
  @inlinable @inline(__always) func forEachRow(_ body: (_ elements: Int, _ spread: Int) -> Void) {
    for rowPhase in 0..<keptRows {
      let run = rowRun(rowPhase)
      for c in 0..<channels {
        let from = c &* channelStep &+ run.source &* rowStep
        let to = c &* channel &+ rowPhase &* keptColumns &* phase &+ run.target &* pitch
        for i in 0..<run.count { body(from &+ i &* rowPhases &* rowStep, to &+ i &* pitch) }
      }
    }
  }
}

/// Zero wherever no element is going to be.
@inlinable @inline(__always)
func clearMargins<T: FloatElement>(_ planes: Planes, _ target: UnsafeMutablePointer<T>) {
  func clear(_ range: Range<Int>) { (target + range.lowerBound).update(repeating: 0, count: range.count) }
  if planes.rowPhases > 1 || planes.columnPhases > 1 || planes.rows > planes.phaseRows {
    return clear(0..<planes.count)
  }
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

/// Zero, wherever its elements lie.
@inlinable @inline(__always)
func clearPlanes<T: FloatElement>(_ planes: Planes, _ target: UnsafeMutablePointer<T>) {
  for c in 0..<planes.channels {
    for y in 0..<planes.rows {
      let row = target + (c &* planes.channelStep &+ y &* planes.rowStep)
      for x in 0..<planes.columns { row[x &* planes.columnStep] = 0 }
    }
  }
}

/// One row whose elements lie side by side.
@inlinable @inline(__always)
func copyRow<V: Vector>(
  _ vector: V.Type, _ count: Int, _ from: UnsafePointer<V.Scalar>, _ to: UnsafeMutablePointer<V.Scalar>
) {
  var x = 0
  while x &+ V.scalarCount <= count {
    V.load(from + x).store(to + x)
    x &+= V.scalarCount
  }
  while x < count {
    to[x] = from[x]
    x &+= 1
  }
}

/// Of rows with two remainders: the odd element before the first pair, and the pairs that fill whole registers. What is
/// left goes element by element.
@frozen public struct PlanePairs {
  @usableFromInline let first, column, blocks, small, end: Int
  @usableFromInline let areUsed: Bool

  @inlinable @inline(__always) init(_ planes: Planes, _ lanes: Int) {
    areUsed = planes.columnPhases == 2 && planes.columnStep == 1
    first = planes.left & 1
    column = (planes.left &+ first) / 2
    let pairs = max(0, min((planes.columns &- first) / 2, planes.pitch &- column))
    blocks = pairs / lanes
    small = pairs % lanes / 4
    end = areUsed ? first &+ 2 &* (blocks &* lanes &+ small &* 4) : 0
  }
}

@inlinable @inline(__always)
func spreadPairs<V: Vector>(
  _ vector: V.Type, _ planes: Planes, _ pairs: PlanePairs, _ from: UnsafePointer<V.Scalar>,
  _ to: UnsafeMutablePointer<V.Scalar>
) {
  let hasOdd = planes.keptColumns == 2, even = to + pairs.column, odd = even + planes.phase, from = from + pairs.first
  if pairs.first == 1, hasOdd, pairs.column <= planes.pitch { odd[-1] = from[-1] }
  for i in 0..<pairs.blocks {
    let x = i &* V.scalarCount
    let both = V.parted(V.load(from + 2 &* x), V.load(from + (2 &* x &+ V.scalarCount)))
    both.even.store(even + x)
    if hasOdd { both.odd.store(odd + x) }
  }
  for i in 0..<pairs.small {
    let x = pairs.blocks &* V.scalarCount &+ i &* 4
    let both = SIMD4.parted(SIMD4.load(from + 2 &* x), SIMD4.load(from + (2 &* x &+ 4)))
    both.even.store(even + x)
    if hasOdd { both.odd.store(odd + x) }
  }
}

/// The way back.
@inlinable @inline(__always)
func collectPairs<V: Vector>(
  _ vector: V.Type, _ planes: Planes, _ pairs: PlanePairs, _ from: UnsafePointer<V.Scalar>,
  _ to: UnsafeMutablePointer<V.Scalar>
) {
  let hasOdd = planes.keptColumns == 2, even = from + pairs.column, odd = even + planes.phase, to = to + pairs.first
  if pairs.first == 1 { to[-1] = hasOdd && pairs.column <= planes.pitch ? odd[-1] : 0 }
  for i in 0..<pairs.blocks {
    let x = i &* V.scalarCount
    let both = V.joined(even: V.load(even + x), odd: hasOdd ? V.load(odd + x) : .zero)
    both.0.store(to + 2 &* x)
    both.1.store(to + (2 &* x &+ V.scalarCount))
  }
  for i in 0..<pairs.small {
    let x = pairs.blocks &* V.scalarCount &+ i &* 4
    let both = SIMD4.joined(even: SIMD4.load(even + x), odd: hasOdd ? SIMD4.load(odd + x) : .zero)
    both.0.store(to + 2 &* x)
    both.1.store(to + (2 &* x &+ 4))
  }
}

extension PerFloat where Kernel == PlanesKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
