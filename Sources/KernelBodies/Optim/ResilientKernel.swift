/// What resilient backpropagation keeps, element by element: numbers of the type of `x` and, in bytes, the answers of its
/// comparisons.
@frozen public struct ResilientVectors: Sendable {
  nonisolated(unsafe) public var x, gradient, before, size, sign: UnsafeMutableRawPointer
  nonisolated(unsafe) public var isAbove, isBelow, isZero, isOutside: UnsafeMutablePointer<UInt8>

  public init(
    x: UnsafeMutableRawPointer, gradient: UnsafeMutableRawPointer, before: UnsafeMutableRawPointer,
    size: UnsafeMutableRawPointer, sign: UnsafeMutableRawPointer, isAbove: UnsafeMutablePointer<UInt8>,
    isBelow: UnsafeMutablePointer<UInt8>, isZero: UnsafeMutablePointer<UInt8>, isOutside: UnsafeMutablePointer<UInt8>
  ) {
    (self.x, self.gradient, self.before, self.size, self.sign) = (x, gradient, before, size, sign)
    (self.isAbove, self.isBelow, self.isZero, self.isOutside) = (isAbove, isBelow, isZero, isOutside)
  }
}
/// How the sizes of the steps change, and between what they stay.
@frozen public struct ResilientSettings: Sendable {
  public var grow, shrink, least, most: Double
  public init(grow: Double, shrink: Double, least: Double, most: Double) {
    (self.grow, self.shrink, self.least, self.most) = (grow, shrink, least, most)
  }
}

/// A step of Rprop (M. Riedmiller, H. Braun, 1993) for elements `first ..< end`; no two vectors share an element.
@frozen public struct ResilientKernel: Sendable {
  public let call: @Sendable (_ first: Int, _ end: Int, _ v: ResilientVectors, _ settings: ResilientSettings) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    call = { first, end, v, settings in
      let x = v.x.assumingMemoryBound(to: T.self), g = v.gradient.assumingMemoryBound(to: T.self)
      let before = v.before.assumingMemoryBound(to: T.self), size = v.size.assumingMemoryBound(to: T.self)
      let sign = v.sign.assumingMemoryBound(to: T.self)
      let least = T(settings.least), most = T(settings.most)
      // By the sign, from -1 to 1: signs change without a rule, and a wrong guess of a branch costs more than a look-up.
      let factors: InlineArray<3, T> = [T(settings.shrink), 1, T(settings.grow)]
      let directions: InlineArray<3, T> = [-1, 0, 1]
      for i in first..<end {
        let turn = signOf(g[i] * before[i])
        v.isAbove[i] = turn == 1 ? 1 : 0
        v.isBelow[i] = turn == -1 ? 1 : 0
        v.isZero[i] = turn == 0 ? 1 : 0
        var s = size[i] * factors[unchecked: turn &+ 1]
        s = s > most ? most : s
        v.isOutside[i] = s < least ? 1 : 0
        s = s < least ? least : s
        let slope = turn == -1 ? 0 : g[i]
        let direction = directions[unchecked: signOf(slope) &+ 1]
        size[i] = s
        sign[i] = direction
        x[i] += -direction * s
        g[i] = slope
        before[i] = slope
      }
    }
  }
}
/// -1, 0 or 1; 0 of NaN.
@inlinable @inline(__always)
func signOf<T: FloatElement>(_ x: T) -> Int { (x > 0 ? 1 : 0) &- (x < 0 ? 1 : 0) }

extension PerFloat where Kernel == ResilientKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
