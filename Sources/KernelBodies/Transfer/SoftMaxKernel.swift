/// `eˣ / Σ eˣ`, its logarithm, and the gradients of both, along lines of `count` elements.
///
/// A single line lies side by side (`step` 1, `lines` 1). Of several, each begins one element after the one before it, and
/// its elements are `step` apart, as the channels of a picture are. Results may lie where an operand does.
@frozen public struct SoftMaxKernel: Sendable {
  public typealias Forward =
    @Sendable (_ count: Int, _ step: Int, _ lines: Int, _ y: UnsafeMutableRawPointer, _ x: UnsafeRawPointer) -> Void
  public typealias Backward =
    @Sendable (
      _ count: Int, _ step: Int, _ lines: Int, _ dx: UnsafeMutableRawPointer, _ dy: UnsafeRawPointer,
      _ y: UnsafeRawPointer
    ) -> Void
  public let softMax, logSoftMax: Forward
  public let softMaxGradient, logSoftMaxGradient: Backward

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    softMax = { count, step, lines, y, x in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      forEachPanel(T.self, count, step, lines) { panel, largest, sum, e in
        panel.maximum(x, largest)
        panel.sum(sum) { at, n in
          exponentials(I.self, n, x + at, largest, e)
          for i in 0..<n { sum[i] += e[i] }
          for i in 0..<n { y[at &+ i] = e[i] }
        }
        panel.forEach { at, n in for i in 0..<n { y[at &+ i] /= sum[i] } }
      }
    }
    logSoftMax = { count, step, lines, y, x in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      forEachPanel(T.self, count, step, lines) { panel, largest, sum, e in
        panel.maximum(x, largest)
        panel.sum(sum) { at, n in
          exponentials(I.self, n, x + at, largest, e)
          for i in 0..<n { sum[i] += e[i] }
        }
        for i in 0..<panelWidth { sum[i] = largest[i] + Log.value(I.self, sum[i]) }
        panel.forEach { at, n in for i in 0..<n { y[at &+ i] = x[at &+ i] - sum[i] } }
      }
    }
    softMaxGradient = { count, step, lines, dx, dy, y in
      let dx = dx.assumingMemoryBound(to: T.self)
      let dy = dy.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      forEachPanel(T.self, count, step, lines) { panel, _, sum, _ in
        panel.sum(sum) { at, n in for i in 0..<n { sum[i] += dy[at &+ i] * y[at &+ i] } }
        panel.forEach { at, n in for i in 0..<n { dx[at &+ i] = y[at &+ i] * (dy[at &+ i] - sum[i]) } }
      }
    }
    logSoftMaxGradient = { count, step, lines, dx, dy, y in
      let dx = dx.assumingMemoryBound(to: T.self)
      let dy = dy.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      forEachPanel(T.self, count, step, lines) { panel, zero, sum, e in
        for i in 0..<panelWidth { zero[i] = 0 }
        panel.sum(sum) { at, n in for i in 0..<n { sum[i] += dy[at &+ i] } }
        panel.forEach { at, n in
          exponentials(I.self, n, y + at, zero, e)
          for i in 0..<n { dx[at &+ i] = dy[at &+ i] - e[i] * sum[i] }
        }
      }
    }
  }
}

/// Elements that are worked on together: whole vectors at every level.
@inlinable @inline(__always) var panelWidth: Int { 32 }

/// Neighbouring lines, row by row of their elements; or a single line, cut into rows.
@frozen @usableFromInline struct Panel {
  /// Where the first row begins, the rows, the step between them, and the elements of each and of the last.
  @usableFromInline let first, rows, step, width, last: Int
  @usableFromInline let isOneLine: Bool

  @inlinable @inline(__always)
  init(first: Int, rows: Int, step: Int, width: Int, last: Int, isOneLine: Bool) {
    (self.first, self.rows, self.step) = (first, rows, step)
    (self.width, self.last, self.isOneLine) = (width, last, isOneLine)
  }

  @inlinable @inline(__always)
  func forEach(_ body: (_ at: Int, _ count: Int) -> Void) {
    for r in 0..<rows { body(first &+ r &* step, r == rows &- 1 ? last : width) }
  }

  /// What `body` adds up, place by place: the sum of each line.
  @inlinable @inline(__always)
  func sum<T: FloatElement>(_ sum: UnsafeMutablePointer<T>, _ body: (_ at: Int, _ count: Int) -> Void) {
    for i in 0..<panelWidth { sum[i] = 0 }
    forEach(body)
    if isOneLine {
      var total: T = 0
      for i in 0..<panelWidth { total += sum[i] }
      for i in 0..<panelWidth { sum[i] = total }
    }
  }

  /// The largest element of each line; nan is none.
  @inlinable @inline(__always)
  func maximum<T: FloatElement>(_ x: UnsafePointer<T>, _ largest: UnsafeMutablePointer<T>) {
    for i in 0..<panelWidth { largest[i] = -T.infinity }
    forEach { at, n in for i in 0..<n { largest[i] = x[at &+ i] > largest[i] ? x[at &+ i] : largest[i] } }
    if isOneLine {
      var most = -T.infinity
      for i in 0..<panelWidth { most = largest[i] > most ? largest[i] : most }
      for i in 0..<panelWidth { largest[i] = most }
    }
  }
}

/// Calls `body` for every panel, with room for three rows of values.
@inlinable @inline(__always)
func forEachPanel<T: FloatElement>(
  _ type: T.Type, _ count: Int, _ step: Int, _ lines: Int,
  _ body: (Panel, UnsafeMutablePointer<T>, UnsafeMutablePointer<T>, UnsafeMutablePointer<T>) -> Void
) {
  if count == 0 { return }
  withUnsafeTemporaryAllocation(byteCount: 3 &* panelWidth &* MemoryLayout<T>.stride, alignment: 16) { room in
    let a = room.baseAddress!.assumingMemoryBound(to: T.self), b = a + panelWidth, c = b + panelWidth
    if step == 1, lines == 1 {
      let rows = (count &+ panelWidth &- 1) / panelWidth
      let last = count &- (rows &- 1) &* panelWidth
      body(Panel(first: 0, rows: rows, step: panelWidth, width: panelWidth, last: last, isOneLine: true), a, b, c)
      return
    }
    var first = 0
    while first < lines {
      let width = min(panelWidth, lines &- first)
      body(Panel(first: first, rows: count, step: step, width: width, last: width, isOneLine: false), a, b, c)
      first &+= panelWidth
    }
  }
}

/// `e^(x − offset)` of `count` elements; the rest of the row is computed with them, and means nothing.
@inlinable @inline(__always)
func exponentials<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ count: Int, _ x: UnsafePointer<T>, _ offset: UnsafePointer<T>, _ e: UnsafeMutablePointer<T>
) {
  for i in 0..<count { e[i] = x[i] - offset[i] }
  for i in count..<panelWidth { e[i] = 0 }
  for i in 0..<panelWidth { e[i] = Exp.value(I.self, e[i]) }
}

extension PerFloat where Kernel == SoftMaxKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
