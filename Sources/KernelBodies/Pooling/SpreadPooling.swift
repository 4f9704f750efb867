// Windows element by element, all windows of a plane at once: their first elements, then their second ones. For that the
// plane is spread out, so that what neighbouring windows compare at a time lies side by side.

extension PoolingShape {
  /// Whether there are enough windows for it, and these are small enough for places in them to be exact as a float.
  @inlinable @inline(__always) var isSpread: Bool {
    outputRows &* outputColumns >= 32 && strideRows <= 4 && strideColumns <= 4
      && kernelRows &* (columns &+ kernelColumns) < 1 << 20
  }
  /// Bytes of scratch memory that a plane of elements of `stride` bytes needs.
  public func scratch(stride: Int) -> Int {
    if !isSpread { return 0 }
    let rows = SpreadRows(self)
    return (rows.count &+ 2 &* rows.run) &* stride
  }
}

/// A plane, or as many of its rows as stay in the first cache: rows and columns go to the sub-plane of their remainder by
/// the stride. Around them are numbers that never exceed anything.
@frozen @usableFromInline struct SpreadRows {
  @usableFromInline let shape: PoolingShape
  /// Rows of windows, places in a row of a sub-plane, and in a sub-plane.
  @usableFromInline let height, pitch, phase: Int

  @inlinable @inline(__always) init(_ shape: PoolingShape) {
    self.shape = shape
    pitch = shape.outputColumns &+ (shape.kernelColumns &- 1) / shape.strideColumns
    height = max(1, min(shape.outputRows, 2048 / pitch))
    phase = (height &+ (shape.kernelRows &- 1) / shape.strideRows) &* pitch
  }
  /// Windows that are compared at once, with what lies between rows: whole registers at every level.
  @inlinable @inline(__always) var run: Int { (height &* pitch &+ 15) & ~15 }
  @inlinable @inline(__always) var count: Int {
    shape.strideRows &* shape.strideColumns &* phase &+ shape.kernelColumns &+ 16
  }
  /// Where the first window finds its element.
  @inlinable @inline(__always) func offset(_ v: Int, _ u: Int) -> Int {
    let (row, rowPhase) = v.quotientAndRemainder(dividingBy: shape.strideRows)
    let (column, columnPhase) = u.quotientAndRemainder(dividingBy: shape.strideColumns)
    return (rowPhase &* shape.strideColumns &+ columnPhase) &* phase &+ row &* pitch &+ column
  }

  /// From row `top` of the plane on, which may lie before its first.
  @inlinable @inline(__always)
  func fill<I: ISAPolicy, T: FloatElement>(
    _ isa: I.Type, _ plane: UnsafePointer<T>, top: Int, _ spread: UnsafeMutablePointer<T>
  ) {
    for i in 0..<count { spread[i] = -T.greatestFiniteMagnitude }
    let stride = shape.strideColumns, step = stride &* shape.columnStep
    let last = min(shape.rows, top &+ (height &- 1) &* shape.strideRows &+ shape.kernelRows)
    for columnPhase in 0..<stride {
      let first = (shape.padColumns &- columnPhase &+ stride &- 1) / stride
      let column = first &* stride &+ columnPhase &- shape.padColumns
      let count = min(pitch &- first, (shape.columns &- column &+ stride &- 1) / stride)
      if count <= 0 { continue }
      for y in max(0, top)..<max(0, top, last) {
        let from = plane + (y &* shape.rowStep &+ column &* shape.columnStep)
        let to = spread + (offset(y &- top, columnPhase) &+ first)
        if step == 1 {
          for i in 0..<count { to[i] = from[i] }
        } else if step == 2 {
          for i in 0..<count { to[i] = from[2 &* i] }
        } else {
          for i in 0..<count { to[i] = from[i &* step] }
        }
      }
    }
  }
}

/// The same comparisons in the same order as window by window.
@inlinable @inline(__always)
func largestOfSpread<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ shape: PoolingShape, _ input: UnsafePointer<T>, _ output: UnsafeMutablePointer<T>,
  _ indices: UnsafeMutablePointer<Int>, _ scratch: UnsafeMutableRawPointer
) {
  let rows = SpreadRows(shape), run = rows.run
  let best = scratch.assumingMemoryBound(to: T.self), place = best + run, spread = place + run
  var first = 0
  while first < shape.outputRows {
    let top = first &* shape.strideRows &- shape.padRows
    rows.fill(isa, input, top: top, spread)
    for i in 0..<run { best[i] = -T.greatestFiniteMagnitude }
    for i in 0..<run { place[i] = 0 }
    for v in 0..<shape.kernelRows {
      for u in 0..<shape.kernelColumns {
        let elements = spread + rows.offset(v, u), here = T(v &* shape.columns &+ u &+ 1)
        var i = 0
        while i < run {
          compare(isa, elements + i, here, best + i, place + i)
          i &+= 16
        }
      }
    }
    for y in first..<min(first &+ rows.height, shape.outputRows) {
      let at = (y &- first) &* rows.pitch, to = y &* shape.outputColumns
      let origin = (y &* shape.strideRows &- shape.padRows) &* shape.columns &- shape.padColumns
      for x in 0..<shape.outputColumns { output[to &+ x] = best[at &+ x] }
      for x in 0..<shape.outputColumns {
        let place = Int(place[at &+ x].asDouble), whole = place &+ origin &+ x &* shape.strideColumns
        indices[to &+ x] = place == 0 ? 0 : whole
      }
    }
    first &+= rows.height
  }
}

/// One element of each of sixteen windows against their largest so far, whose place it takes if it is larger.
@inlinable @inline(__always)
func compare<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ elements: UnsafePointer<T>, _ here: T, _ best: UnsafeMutablePointer<T>,
  _ place: UnsafeMutablePointer<T>
) {
  for i in 0..<16 {
    let element = elements[i], isLarger = element > best[i]
    best[i] = T.either(isLarger, element, best[i])
    place[i] = T.either(isLarger, here, place[i])
  }
}
