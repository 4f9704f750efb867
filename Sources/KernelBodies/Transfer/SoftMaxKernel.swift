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
      let largest = maximum(count, step, x)
      var sum = 0.0
      for i in 0..<count {
        let e = Exp.value(I.self, x[i &* step] - largest)
        y[i &* step] = e
        sum += Double(e)
      }
      let scale = T(1 / sum)
      for i in 0..<count { y[i &* step] *= scale }
    }
    logSoftMax = { count, step, y, x in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      let largest = maximum(count, step, x)
      var sum = 0.0
      for i in 0..<count { sum += Double(Exp.value(I.self, x[i &* step] - largest)) }
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
      for i in 0..<count { dx[i &* step] = dy[i &* step] - Exp.value(I.self, y[i &* step]) * total }
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
