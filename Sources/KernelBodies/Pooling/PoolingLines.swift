import Glibc

// Windows element by element, all windows of a row at once: their first elements, then their second ones. For that the
// rows of the plane are spread out, so that what neighbouring windows compare at a time lies side by side.

extension PoolingShape {
  /// Windows that are computed together: registers of them at every level.
  @inlinable @inline(__always) static var atOnce: Int { 16 }

  /// Whether rows have enough windows for it, and these are small enough for places in them to be exact as a float.
  @inlinable @inline(__always) var hasLines: Bool {
    outputColumns >= 4 && strideColumns <= 4 && kernelRows &* (columns &+ kernelColumns) < 1 << 20
  }
  @inlinable @inline(__always) var blocks: Int { (outputColumns &+ PoolingShape.atOnce &- 1) / PoolingShape.atOnce }
  /// Elements of a spread row for each remainder of a column by the stride.
  @inlinable @inline(__always) var pitch: Int {
    blocks &* PoolingShape.atOnce &+ (kernelColumns &- 1) / strideColumns
  }
  @inlinable @inline(__always) var line: Int { strideColumns &* pitch }
}

/// The same comparisons in the same order as window by window.
@inlinable @inline(__always)
func largestOfLines<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ shape: PoolingShape, _ input: UnsafePointer<T>, _ output: UnsafeMutablePointer<T>,
  _ indices: UnsafeMutablePointer<Int>
) {
  let width = shape.blocks &* PoolingShape.atOnce, spread = shape.kernelRows &* shape.line
  withUnsafeTemporaryAllocation(of: T.self, capacity: spread &+ 2 &* width) { room in
    // As many spread rows as a window has, each in the place of the one that it takes over from.
    let lines = room.baseAddress.unsafelyUnwrapped, best = lines + spread, place = best + width
    // The margins never exceed anything, and nothing is written there.
    for i in 0..<spread { lines[i] = -T.greatestFiniteMagnitude }
    var next = 0
    for y in 0..<shape.outputRows {
      let rows = shape.rowRange(y), top = y &* shape.strideRows &- shape.padRows
      next = max(next, rows.lowerBound)
      while next < rows.upperBound {
        spreadRow(isa, shape, input + next &* shape.rowStep, lines + next % shape.kernelRows &* shape.line)
        next &+= 1
      }
      for i in 0..<width { best[i] = -T.greatestFiniteMagnitude }
      for i in 0..<width { place[i] = 0 }
      for v in rows {
        let line = lines + v % shape.kernelRows &* shape.line
        var (u, phase, first) = (0, 0, 0)
        while u < shape.kernelColumns {
          let here = T((v &- top) &* shape.columns &+ u &+ 1)
          compareLine(isa, shape.blocks, line + (phase &* shape.pitch &+ first), here, best, place)
          u &+= 1
          phase &+= 1
          if phase == shape.strideColumns { (phase, first) = (0, first &+ 1) }
        }
      }
      let origin = top &* shape.columns &- shape.padColumns
      let output = output + y &* shape.outputColumns, indices = indices + y &* shape.outputColumns
      for x in 0..<shape.outputColumns {
        output[x] = best[x]
        indices[x] = place[x] == 0 ? 0 : Int(place[x].asDouble) &+ (origin &+ x &* shape.strideColumns)
      }
    }
  }
}

/// One element of every window against the largest so far, whose place it takes if it is larger.
@inlinable @inline(__always)
func compareLine<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ blocks: Int, _ elements: UnsafePointer<T>, _ here: T, _ best: UnsafeMutablePointer<T>,
  _ place: UnsafeMutablePointer<T>
) {
  for block in 0..<blocks {
    let at = block &* PoolingShape.atOnce
    for i in at..<at &+ PoolingShape.atOnce {
      let element = elements[i], isLarger = element > best[i]
      best[i] = T.either(isLarger, element, best[i])
      place[i] = T.either(isLarger, here, place[i])
    }
  }
}

/// A row by the remainders of its columns, counted from the padding on.
@inlinable @inline(__always)
func spreadRow<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ shape: PoolingShape, _ row: UnsafePointer<T>, _ line: UnsafeMutablePointer<T>
) {
  let stride = shape.strideColumns
  for phase in 0..<stride {
    let first = (shape.padColumns &- phase &+ stride &- 1) / stride,
      column = first &* stride &+ phase &- shape.padColumns
    let count = min(shape.pitch &- first, (shape.columns &- column &+ stride &- 1) / stride)
    if count <= 0 { continue }
    let from = row + column &* shape.columnStep, to = line + (phase &* shape.pitch &+ first)
    let step = stride &* shape.columnStep
    if step == 1 {
      memcpy(to, from, count &* MemoryLayout<T>.stride)
    } else if step == 2 {
      for i in 0..<count { to[i] = from[2 &* i] }
    } else {
      for i in 0..<count { to[i] = from[i &* step] }
    }
  }
}
