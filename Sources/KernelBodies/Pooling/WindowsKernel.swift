/// Windows over one channel of a volume or, with a depth of 1, a picture: for each place along each dimension its first
/// element and how many it has, `dilation` apart, all inside.
@frozen public struct WindowsShape: @unchecked Sendable {
  public typealias Extent = ColumnsShape.Extent
  public struct Line {
    public let first, count: UnsafePointer<Int>
    /// What a mean along this dimension is divided by.
    public let divisor: UnsafePointer<Int>
    public init(first: UnsafePointer<Int>, count: UnsafePointer<Int>, divisor: UnsafePointer<Int>) {
      (self.first, self.count, self.divisor) = (first, count, divisor)
    }
  }
  public let input, output, dilation: Extent
  public let depth, rows, columns: Line

  public init(input: Extent, output: Extent, dilation: Extent, depth: Line, rows: Line, columns: Line) {
    (self.input, self.output, self.dilation) = (input, output, dilation)
    (self.depth, self.rows, self.columns) = (depth, rows, columns)
  }

  /// Calls `body` with each place and each place's divisor.
  @inlinable @inline(__always)
  func forEachPlace(_ body: (_ place: Int, _ t: Int, _ r: Int, _ c: Int, _ divisor: Int) -> Void) {
    var place = 0
    for t in 0..<output.depth {
      for r in 0..<output.rows {
        let divisor = depth.divisor[t] &* rows.divisor[r]
        for c in 0..<output.columns {
          body(place, t, r, c, divisor &* columns.divisor[c])
          place &+= 1
        }
      }
    }
  }
  /// Calls `body` with where each element of a window lies in the channel.
  @inlinable @inline(__always)
  func forEachElement(_ t: Int, _ r: Int, _ c: Int, _ body: (_ at: Int) -> Void) {
    for kt in 0..<depth.count[t] {
      let plane = (depth.first[t] &+ kt &* dilation.depth) &* input.rows
      for kr in 0..<rows.count[r] {
        let row = (plane &+ rows.first[r] &+ kr &* dilation.rows) &* input.columns &+ columns.first[c]
        for kc in 0..<columns.count[c] { body(row &+ kc &* dilation.columns) }
      }
    }
  }
}

/// Pooling over whatever windows; everything is contiguous.
@frozen public struct WindowsKernel: Sendable {
  /// The largest element of each window and its place in the channel, counted from 1; 0 if none exceeds the lowest number.
  public let largest:
    @Sendable (WindowsShape, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, UnsafeMutablePointer<Int>) -> Void
  /// The mean of each window, times `scale`.
  public let mean:
    @Sendable (WindowsShape, _ scale: Double, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer) -> Void
  /// Spreads the gradient of each mean over its window, adding.
  public let spread:
    @Sendable (WindowsShape, _ scale: Double, _ g: UnsafeRawPointer, _ dx: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    largest = { shape, x, y, indices in
      let x = x.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      shape.forEachPlace { place, t, r, c, _ in
        var best = -T.infinity, at = 0
        shape.forEachElement(t, r, c) { i in
          if x[i] > best { (best, at) = (x[i], i &+ 1) }
        }
        y[place] = best
        indices[place] = at
      }
    }
    mean = { shape, scale, x, y in
      let x = x.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      shape.forEachPlace { place, t, r, c, divisor in
        var sum: T = 0
        shape.forEachElement(t, r, c) { sum += x[$0] }
        y[place] = sum / T(divisor) * T(scale)
      }
    }
    spread = { shape, scale, g, dx in
      let g = g.assumingMemoryBound(to: T.self), dx = dx.assumingMemoryBound(to: T.self)
      shape.forEachPlace { place, t, r, c, divisor in
        let part = g[place] / T(divisor) * T(scale)
        shape.forEachElement(t, r, c) { dx[$0] += part }
      }
    }
  }
}

extension PerFloat where Kernel == WindowsKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
