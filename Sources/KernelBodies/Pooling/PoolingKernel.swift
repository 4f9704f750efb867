/// Windows over one plane, all within it as far as they reach: what lies in the padding is left out.
@frozen public struct PoolingShape: Sendable {
  public var rows, columns, rowStep, columnStep: Int
  public var outputRows, outputColumns: Int
  public var kernelRows, kernelColumns, strideRows, strideColumns, padRows, padColumns: Int

  public init(
    rows: Int, columns: Int, rowStep: Int, columnStep: Int, outputRows: Int, outputColumns: Int, kernelRows: Int,
    kernelColumns: Int, strideRows: Int, strideColumns: Int, padRows: Int, padColumns: Int
  ) {
    (self.rows, self.columns, self.rowStep, self.columnStep) = (rows, columns, rowStep, columnStep)
    (self.outputRows, self.outputColumns) = (outputRows, outputColumns)
    (self.kernelRows, self.kernelColumns) = (kernelRows, kernelColumns)
    (self.strideRows, self.strideColumns, self.padRows, self.padColumns) = (
      strideRows, strideColumns, padRows, padColumns
    )
  }
  @inlinable @inline(__always) func rowRange(_ y: Int) -> Range<Int> {
    let start = y &* strideRows &- padRows
    return max(start, 0)..<max(0, start, min(start &+ kernelRows, rows))
  }
  @inlinable @inline(__always) func columnRange(_ x: Int) -> Range<Int> {
    let start = x &* strideColumns &- padColumns
    return max(start, 0)..<max(0, start, min(start &+ kernelColumns, columns))
  }
}

/// The largest element of each window and its place in the plane, counted from 1; 0 if none exceeds the lowest number.
/// `scratch`: as many bytes as the shape says, on a cache line.
@frozen public struct MaxPoolingKernel: Sendable {
  public let forward:
    @Sendable (
      _ shape: PoolingShape, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer,
      _ indices: UnsafeMutablePointer<Int>, _ scratch: UnsafeMutableRawPointer
    ) -> Void
  /// Adds each element of the output's gradient at the place it came from. Whether all places lie in the plane; what does
  /// not is left out.
  public let backward:
    @Sendable (
      _ count: Int, _ gradient: UnsafeRawPointer, _ indices: UnsafePointer<Int>, _ result: UnsafeMutableRawPointer,
      _ elements: Int
    ) -> Bool

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    forward = { shape, input, output, indices, scratch in
      let input = input.assumingMemoryBound(to: T.self), output = output.assumingMemoryBound(to: T.self)
      if shape.kernelRows == 2, shape.kernelColumns == 2, shape.strideColumns == 2, shape.padRows == 0,
        shape.padColumns == 0,
        shape.columnStep == 1, (shape.outputRows &- 1) &* shape.strideRows &+ 2 <= shape.rows,
        (shape.outputColumns &- 1) &* shape.strideColumns &+ 2 <= shape.columns
      {
        largestOfFour(shape, input, output, indices)
      } else if shape.isSpread {
        largestOfSpread(isa, shape, input, output, indices, scratch)
      } else {
        largestOfWindow(shape, input, output, indices)
      }
    }
    backward = { count, gradient, indices, result, elements in
      let gradient = gradient.assumingMemoryBound(to: T.self), result = result.assumingMemoryBound(to: T.self)
      var inside = true
      for i in 0..<count {
        let place = indices[i] &- 1
        if place >= 0, place < elements {
          result[place] += gradient[i]
        } else {
          inside = inside && place == -1
        }
      }
      return inside
    }
  }
}

@inlinable @inline(__always)
func largestOfWindow<T: FloatElement>(
  _ shape: PoolingShape, _ input: UnsafePointer<T>, _ output: UnsafeMutablePointer<T>,
  _ indices: UnsafeMutablePointer<Int>
) {
  for y in 0..<shape.outputRows {
    let rows = shape.rowRange(y)
    for x in 0..<shape.outputColumns {
      var best = -T.greatestFiniteMagnitude, place = 0
      let columns = shape.columnRange(x)
      for v in rows {
        let row = input + v &* shape.rowStep
        for u in columns {
          let element = row[u &* shape.columnStep], larger = element > best
          best = larger ? element : best
          place = larger ? v &* shape.columns &+ u &+ 1 : place
        }
      }
      output[y &* shape.outputColumns &+ x] = best
      indices[y &* shape.outputColumns &+ x] = place
    }
  }
}

/// The commonest window, without branches: with all steps known, the compiler makes vectors of it.
@inlinable @inline(__always)
func largestOfFour<T: FloatElement>(
  _ shape: PoolingShape, _ input: UnsafePointer<T>, _ output: UnsafeMutablePointer<T>,
  _ indices: UnsafeMutablePointer<Int>
) {
  for y in 0..<shape.outputRows {
    let upper = input + y &* shape.strideRows &* shape.rowStep, lower = upper + shape.rowStep
    let first = y &* shape.strideRows &* shape.columns &+ 1
    for x in 0..<shape.outputColumns {
      let u = 2 &* x
      var best = -T.greatestFiniteMagnitude, place = 0
      (best, place) = upper[u] > best ? (upper[u], first &+ u) : (best, place)
      (best, place) = upper[u &+ 1] > best ? (upper[u &+ 1], first &+ u &+ 1) : (best, place)
      (best, place) = lower[u] > best ? (lower[u], first &+ u &+ shape.columns) : (best, place)
      (best, place) = lower[u &+ 1] > best ? (lower[u &+ 1], first &+ u &+ 1 &+ shape.columns) : (best, place)
      output[y &* shape.outputColumns &+ x] = best
      indices[y &* shape.outputColumns &+ x] = place
    }
  }
}

/// The mean of each window, times `scale`. What it is divided by is the size of the window, with `includingPad` counted up
/// to the end of the padding.
@frozen public struct AveragePoolingKernel: Sendable {
  public let forward:
    @Sendable (
      _ shape: PoolingShape, _ includingPad: Bool, _ scale: Double, _ input: UnsafeRawPointer,
      _ output: UnsafeMutableRawPointer
    ) -> Void
  /// Spreads each element of the output's gradient over its window, adding.
  public let backward:
    @Sendable (
      _ shape: PoolingShape, _ includingPad: Bool, _ scale: Double, _ gradient: UnsafeRawPointer,
      _ result: UnsafeMutableRawPointer
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    forward = { shape, includingPad, scale, input, output in
      let input = input.assumingMemoryBound(to: T.self), output = output.assumingMemoryBound(to: T.self)
      let scale = T(scale)
      for y in 0..<shape.outputRows {
        let rows = shape.rowRange(y)
        for x in 0..<shape.outputColumns {
          let columns = shape.columnRange(x)
          var sum: T = 0
          for v in rows { for u in columns { sum += input[v &* shape.rowStep &+ u &* shape.columnStep] } }
          output[y &* shape.outputColumns &+ x] = sum / T(shape.divisor(y, x, includingPad)) * scale
        }
      }
    }
    backward = { shape, includingPad, scale, gradient, result in
      let gradient = gradient.assumingMemoryBound(to: T.self), result = result.assumingMemoryBound(to: T.self)
      let scale = T(scale)
      for y in 0..<shape.outputRows {
        let rows = shape.rowRange(y)
        for x in 0..<shape.outputColumns {
          let columns = shape.columnRange(x), whole = gradient[y &* shape.outputColumns &+ x]
          let part = whole / T(shape.divisor(y, x, includingPad)) * scale
          for v in rows { for u in columns { result[v &* shape.rowStep &+ u &* shape.columnStep] += part } }
        }
      }
    }
  }
}

extension PoolingShape {
  /// A window that lies behind the last element, which a step larger than the kernel makes, has what these formulas say.
  @inlinable @inline(__always) func divisor(_ y: Int, _ x: Int, _ includingPad: Bool) -> Int {
    let top = y &* strideRows &- padRows, left = x &* strideColumns &- padColumns
    let bottom = min(top &+ kernelRows, rows &+ padRows), right = min(left &+ kernelColumns, columns &+ padColumns)
    if includingPad { return (bottom &- top) &* (right &- left) }
    return (min(bottom, rows) &- max(top, 0)) &* (min(right, columns) &- max(left, 0))
  }
}

extension PerFloat where Kernel == MaxPoolingKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
extension PerFloat where Kernel == AveragePoolingKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
