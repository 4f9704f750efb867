/// What a window meets as it moves over one channel: depth, rows and columns; a picture has a depth of 1.
@frozen public struct ColumnsShape: Sendable {
  public typealias Extent = (depth: Int, rows: Int, columns: Int)
  public let input, output, kernel, step, pad, dilation: Extent

  public init(input: Extent, output: Extent, kernel: Extent, step: Extent, pad: Extent, dilation: Extent) {
    (self.input, self.output, self.kernel) = (input, output, kernel)
    (self.step, self.pad, self.dilation) = (step, pad, dilation)
  }
  public var area: Int { kernel.depth &* kernel.rows &* kernel.columns }
  public var places: Int { output.depth &* output.rows &* output.columns }
}

/// One channel unfolded: a row for each element of the window, with what that element meets at each place, 0 outside; and
/// folded back, by adding. Everything is contiguous.
@frozen public struct ColumnsKernel: Sendable {
  public let unfold:
    @Sendable (_ shape: ColumnsShape, _ channel: UnsafeRawPointer, _ rows: UnsafeMutableRawPointer) -> Void
  public let fold:
    @Sendable (_ shape: ColumnsShape, _ rows: UnsafeRawPointer, _ channel: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    unfold = { shape, channel, rows in
      let channel = channel.assumingMemoryBound(to: T.self), rows = rows.assumingMemoryBound(to: T.self)
      forEachLine(shape) { line, inside, source in
        let row = rows + line &* shape.output.columns, step = shape.step.columns
        for o in 0..<inside.lowerBound { row[o] = 0 }
        if step == 1 {
          (row + inside.lowerBound).update(from: channel + (source &+ inside.lowerBound), count: inside.count)
        } else {
          for o in inside { row[o] = channel[source &+ o &* step] }
        }
        for o in inside.upperBound..<shape.output.columns { row[o] = 0 }
      }
    }
    fold = { shape, rows, channel in
      let channel = channel.assumingMemoryBound(to: T.self), rows = rows.assumingMemoryBound(to: T.self)
      forEachLine(shape) { line, inside, source in
        let row = rows + line &* shape.output.columns, step = shape.step.columns
        if step == 1 {
          let target = channel + source
          for o in inside { target[o] += row[o] }
        } else {
          for o in inside { channel[source &+ o &* step] += row[o] }
        }
      }
    }
  }
}

/// Calls `body` for each line of places with one element of the window: the line's number, at which of its places the
/// element lies inside, and where it lies in the channel at place 0.
@inlinable @inline(__always)
func forEachLine(_ shape: ColumnsShape, _ body: (_ line: Int, _ inside: Range<Int>, _ source: Int) -> Void) {
  var line = 0
  for kt in 0..<shape.kernel.depth {
    let t0 = kt &* shape.dilation.depth &- shape.pad.depth
    for kr in 0..<shape.kernel.rows {
      let r0 = kr &* shape.dilation.rows &- shape.pad.rows
      for kc in 0..<shape.kernel.columns {
        let c0 = kc &* shape.dilation.columns &- shape.pad.columns
        let reach = insideRange(c0, shape.step.columns, shape.input.columns, shape.output.columns)
        for t in 0..<shape.output.depth {
          let depth = t &* shape.step.depth &+ t0
          for r in 0..<shape.output.rows {
            let row = r &* shape.step.rows &+ r0
            let isInside = depth >= 0 && depth < shape.input.depth && row >= 0 && row < shape.input.rows
            body(
              line, isInside ? reach : 0..<0,
              (depth &* shape.input.rows &+ row) &* shape.input.columns &+ c0)
            line &+= 1
          }
        }
      }
    }
  }
}

/// Which of `count` places, `step` apart from `start` on, lie in 0 ..< size.
@inlinable @inline(__always)
func insideRange(_ start: Int, _ step: Int, _ size: Int, _ count: Int) -> Range<Int> {
  let first = start >= 0 ? 0 : (step &- 1 &- start) / step
  let end = start >= size ? 0 : (size &- 1 &- start) / step &+ 1
  let lower = min(first, count)
  return lower..<max(lower, min(end, count))
}

extension PerFloat where Kernel == ColumnsKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
