/// What one register holds: the type over which a kernel is written that spells its vectors out.
///
/// Only what compiles to one instruction in generic code too is a member; the rest of SIMD's operations are not to be
/// trusted there (a comparison with `replacing` takes the lanes one by one).
public protocol Vector: SIMD, Sendable where Scalar: FloatElement {
  /// The sum of the lanes, halves first.
  var total: Scalar { get }
  /// Zero in all lanes where the bits of `mask` are 0; where they are 1, what it is.
  func keeping(_ mask: Self) -> Self
  /// Of two registers side by side the elements 0, 2, 4 … and the elements 1, 3, 5 …
  static func parted(_ a: Self, _ b: Self) -> (even: Self, odd: Self)
  /// The way back: two registers side by side whose elements are taken from both in turns.
  static func joined(even: Self, odd: Self) -> (Self, Self)
}
extension SIMD2: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { self[0] + self[1] }
  @inlinable @inline(__always) public func keeping(_ mask: Self) -> Self {
    MemoryLayout<Scalar>.size == 8
      ? both(self, mask, SIMD2<UInt64>.self) : both(self, mask, SIMD2<UInt32>.self)
  }
  @inlinable @inline(__always) public static func parted(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
    let pair = SIMD4(lowHalf: a, highHalf: b)
    return (pair.evenHalf, pair.oddHalf)
  }
  @inlinable @inline(__always) public static func joined(even: Self, odd: Self) -> (Self, Self) {
    var pair = SIMD4<Scalar>()
    (pair.evenHalf, pair.oddHalf) = (even, odd)
    return (pair.lowHalf, pair.highHalf)
  }
}
extension SIMD4: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
  @inlinable @inline(__always) public func keeping(_ mask: Self) -> Self {
    MemoryLayout<Scalar>.size == 8
      ? both(self, mask, SIMD4<UInt64>.self) : both(self, mask, SIMD4<UInt32>.self)
  }
  @inlinable @inline(__always) public static func parted(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
    let pair = SIMD8(lowHalf: a, highHalf: b)
    return (pair.evenHalf, pair.oddHalf)
  }
  @inlinable @inline(__always) public static func joined(even: Self, odd: Self) -> (Self, Self) {
    var pair = SIMD8<Scalar>()
    (pair.evenHalf, pair.oddHalf) = (even, odd)
    return (pair.lowHalf, pair.highHalf)
  }
}
extension SIMD8: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
  @inlinable @inline(__always) public func keeping(_ mask: Self) -> Self {
    MemoryLayout<Scalar>.size == 8
      ? both(self, mask, SIMD8<UInt64>.self) : both(self, mask, SIMD8<UInt32>.self)
  }
  @inlinable @inline(__always) public static func parted(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
    let pair = SIMD16(lowHalf: a, highHalf: b)
    return (pair.evenHalf, pair.oddHalf)
  }
  @inlinable @inline(__always) public static func joined(even: Self, odd: Self) -> (Self, Self) {
    var pair = SIMD16<Scalar>()
    (pair.evenHalf, pair.oddHalf) = (even, odd)
    return (pair.lowHalf, pair.highHalf)
  }
}
extension SIMD16: Vector where Scalar: FloatElement {
  @inlinable @inline(__always) public var total: Scalar { (lowHalf + highHalf).total }
  @inlinable @inline(__always) public func keeping(_ mask: Self) -> Self {
    MemoryLayout<Scalar>.size == 8
      ? both(self, mask, SIMD16<UInt64>.self) : both(self, mask, SIMD16<UInt32>.self)
  }
  @inlinable @inline(__always) public static func parted(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
    let pair = SIMD32(lowHalf: a, highHalf: b)
    return (pair.evenHalf, pair.oddHalf)
  }
  @inlinable @inline(__always) public static func joined(even: Self, odd: Self) -> (Self, Self) {
    var pair = SIMD32<Scalar>()
    (pair.evenHalf, pair.oddHalf) = (even, odd)
    return (pair.lowHalf, pair.highHalf)
  }
}

/// The bits that are 1 in both.
@inlinable @inline(__always)
func both<V, Bits: SIMD>(_ x: V, _ y: V, _ bits: Bits.Type) -> V where Bits.Scalar: FixedWidthInteger {
  unsafeBitCast(unsafeBitCast(x, to: bits) & unsafeBitCast(y, to: bits), to: V.self)
}

extension Vector {
  /// Ones in the last lanes, so many, and zeros before.
  @inlinable @inline(__always) static func mask(last lanes: Int) -> Self {
    let words = MemoryLayout<Self>.size / 8
    var table = InlineArray<16, UInt64>(repeating: 0)
    for i in words..<2 &* words { table[i] = .max }
    return withUnsafeBytes(of: table) {
      $0.loadUnaligned(fromByteOffset: lanes &* MemoryLayout<Scalar>.size, as: Self.self)
    }
  }
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
