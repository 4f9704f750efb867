/// An element that can be counted up: what its sums are kept in, and where its range ends.
///
/// Floats are counted in double and integers in long, as the original does; a result in the type itself is cut from that.
public protocol Accumulated: Element {
  associatedtype Sum: Accumulated
  /// The start of a search for the largest: no element lies below it.
  static var lowest: Self { get }
  /// The start of a search for the smallest.
  static var highest: Self { get }
  var widened: Sum { get }
  init(narrowing sum: Sum)
  var real: Double { get }
  static func magnitude(_ x: Self) -> Self
}
extension Accumulated where Self: FixedWidthInteger, Sum == Int64 {
  @inlinable @inline(__always) public static var lowest: Self { .min }
  @inlinable @inline(__always) public static var highest: Self { .max }
  @inlinable @inline(__always) public var widened: Int64 { Int64(truncatingIfNeeded: self) }
  @inlinable @inline(__always) public init(narrowing sum: Int64) { self.init(truncatingIfNeeded: sum) }
  @inlinable @inline(__always) public var real: Double { Double(self) }
  @inlinable @inline(__always) public static func magnitude(_ x: Self) -> Self { x < 0 ? 0 &- x : x }
}
extension Accumulated where Self: FloatElement, Sum == Double {
  @inlinable @inline(__always) public static var lowest: Self { -.infinity }
  @inlinable @inline(__always) public static var highest: Self { .infinity }
  @inlinable @inline(__always) public var widened: Double { Double(self) }
  @inlinable @inline(__always) public init(narrowing sum: Double) { self.init(sum) }
  @inlinable @inline(__always) public var real: Double { Double(self) }
  @inlinable @inline(__always) public static func magnitude(_ x: Self) -> Self { x.magnitude }
}
extension UInt8: Accumulated { public typealias Sum = Int64 }
extension Int8: Accumulated { public typealias Sum = Int64 }
extension Int16: Accumulated { public typealias Sum = Int64 }
extension Int32: Accumulated { public typealias Sum = Int64 }
extension Int64: Accumulated { public typealias Sum = Int64 }
extension Float: Accumulated { public typealias Sum = Double }
extension Double: Accumulated { public typealias Sum = Double }

/// Totals cut down to what a tensor holds.
@inlinable
public func narrow<T: Accumulated>(
  _ type: T.Type, _ count: Int, _ totals: UnsafePointer<T.Sum>, _ out: UnsafeMutableRawPointer, _ step: Int
) {
  let out = out.assumingMemoryBound(to: T.self)
  if step == 1 {
    for i in 0..<count { out[i] = T(narrowing: totals[i]) }
  } else {
    for i in 0..<count { out[i &* step] = T(narrowing: totals[i]) }
  }
}
