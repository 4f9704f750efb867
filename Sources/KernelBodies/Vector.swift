/// What one register holds: the type over which a kernel is written that spells its vectors out.
///
/// Only what compiles to one instruction in generic code too is a member; the rest of SIMD's operations are not to be
/// trusted there (a comparison with `replacing` takes the lanes one by one).
public protocol Vector: SIMD, Sendable where Scalar: FloatElement {
  /// The sum of the lanes, halves first.
  var total: Scalar { get }
}
extension SIMD2: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { self[0] + self[1] }
}
extension SIMD4: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
}
extension SIMD8: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
}
extension SIMD16: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
}

extension Vector {
  @inlinable @inline(__always) static func load(_ p: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(p).loadUnaligned(as: Self.self)
  }
  @inlinable @inline(__always) func store(_ p: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(p).storeBytes(of: self, as: Self.self)
  }
  /// `self + x·y`, rounded once where the CPU can; libm's fma, which would stand in for it, is a hundred times as slow.
  @inlinable @inline(__always) func adding<I: ISAPolicy>(_ isa: I.Type, _ x: Self, times y: Self) -> Self {
    I.hasFMA ? addingProduct(x, y) : self + x * y
  }
}
