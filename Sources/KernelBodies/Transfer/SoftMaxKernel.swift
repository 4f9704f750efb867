/// `eˣ / Σ eˣ`, its logarithm, and the gradients of both along one line: `count` elements, `step` apart in all operands.
/// Results may lie where an operand does.
@frozen public struct SoftMaxKernel: Sendable {
  public typealias Forward =
    @Sendable (_ count: Int, _ step: Int, _ y: UnsafeMutableRawPointer, _ x: UnsafeRawPointer) -> Void
  public typealias Backward =
    @Sendable (_ count: Int, _ step: Int, _ dx: UnsafeMutableRawPointer, _ dy: UnsafeRawPointer, _ y: UnsafeRawPointer)
    -> Void
  public let softMax, logSoftMax: Forward
  public let softMaxGradient, logSoftMaxGradient: Backward

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    softMax = { count, step, y, x in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      var sum = 0.0
      exponentials(I.self, count, step, x, minus: maximum(count, step, x)) { first, n, e in
        for i in 0..<n { sum += Double(e[i]) }
        for i in 0..<n { y[(first &+ i) &* step] = e[i] }
      }
      let scale = T(1 / sum)
      for i in 0..<count { y[i &* step] *= scale }
    }
    logSoftMax = { count, step, y, x in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      let largest = maximum(count, step, x)
      var sum = 0.0
      exponentials(I.self, count, step, x, minus: largest) { _, n, e in
        for i in 0..<n { sum += Double(e[i]) }
      }
      let offset = largest + T(Log.value(I.self, sum))
      for i in 0..<count { y[i &* step] = x[i &* step] - offset }
    }
    softMaxGradient = { count, step, dx, dy, y in
      let dx = dx.assumingMemoryBound(to: T.self)
      let dy = dy.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      var sum = 0.0
      for i in 0..<count { sum += Double(dy[i &* step]) * Double(y[i &* step]) }
      let mean = T(sum)
      for i in 0..<count { dx[i &* step] = y[i &* step] * (dy[i &* step] - mean) }
    }
    logSoftMaxGradient = { count, step, dx, dy, y in
      let dx = dx.assumingMemoryBound(to: T.self)
      let dy = dy.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
      var sum = 0.0
      for i in 0..<count { sum += Double(dy[i &* step]) }
      let total = T(sum)
      exponentials(I.self, count, step, y, minus: 0) { first, n, e in
        for i in 0..<n {
          let at = (first &+ i) &* step
          dx[at] = dy[at] - e[i] * total
        }
      }
    }
  }
}

/// Hands `e^(x − offset)` on, a few elements at a time: whole vectors are computed, and `count` of them count.
@inlinable @inline(__always)
func exponentials<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ count: Int, _ step: Int, _ x: UnsafePointer<T>, minus offset: T,
  _ body: (_ first: Int, _ count: Int, _ exponentials: UnsafePointer<T>) -> Void
) {
  let whole = 32
  withUnsafeTemporaryAllocation(byteCount: whole &* MemoryLayout<T>.stride, alignment: 64) { room in
    let block = room.baseAddress!.assumingMemoryBound(to: T.self)
    var first = 0
    while first < count {
      let n = min(whole, count &- first)
      for i in 0..<n { block[i] = x[(first &+ i) &* step] - offset }
      for i in n..<whole { block[i] = 0 }
      for i in 0..<whole { block[i] = Exp.value(I.self, block[i]) }
      body(first, n, block)
      first &+= n
    }
  }
}

@inlinable @inline(__always)
func maximum<T: FloatElement>(_ count: Int, _ step: Int, _ x: UnsafePointer<T>) -> T {
  var largest = -T.infinity
  for i in 0..<count where x[i &* step] > largest { largest = x[i &* step] }
  return largest
}

extension PerFloat where Kernel == SoftMaxKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
