/// An element that can be put in order by a number: the smaller, the earlier.
///
/// Equal elements have one key, 0 and −0 too, so that a stable sort keeps their order. NaN has the largest, as it is the
/// largest to `max`.
public protocol SortKeyed: Accumulated {
  associatedtype Record: SortRecord
  static var keyBits: Int { get }
  var sortKey: UInt64 { get }
}
extension SortKeyed where Self: FixedWidthInteger {
  @inlinable @inline(__always) public static var keyBits: Int { bitWidth }
  @inlinable @inline(__always) public var sortKey: UInt64 {
    UInt64(truncatingIfNeeded: self) &- UInt64(truncatingIfNeeded: Self.min)
  }
}
extension UInt8: SortKeyed { public typealias Record = NarrowRecord }
extension Int8: SortKeyed { public typealias Record = NarrowRecord }
extension Int16: SortKeyed { public typealias Record = NarrowRecord }
extension Int32: SortKeyed { public typealias Record = NarrowRecord }
extension Int64: SortKeyed { public typealias Record = WideRecord }
extension Float: SortKeyed {
  public typealias Record = NarrowRecord
  @inlinable @inline(__always) public static var keyBits: Int { 32 }
  @inlinable @inline(__always) public var sortKey: UInt64 {
    let bits = (self + 0).bitPattern  // −0 + 0 is 0
    return self == self ? UInt64(bits ^ (bits >> 31 == 0 ? 0x8000_0000 : 0xffff_ffff)) : 0xffff_ffff
  }
}
extension Double: SortKeyed {
  public typealias Record = WideRecord
  @inlinable @inline(__always) public static var keyBits: Int { 64 }
  @inlinable @inline(__always) public var sortKey: UInt64 {
    let bits = (self + 0).bitPattern
    return self == self ? bits ^ (bits >> 63 == 0 ? 1 << 63 : .max) : .max
  }
}

/// A key and where it came from.
public protocol SortRecord: BitwiseCopyable, Sendable {
  init(key: UInt64, index: Int)
  var key: UInt64 { get }
  var index: Int { get }
  /// By key, then by index.
  static func precedes(_ a: Self, _ b: Self) -> Bool
}
/// For keys of 32 bits and fewer than 2³² elements: one word.
@frozen public struct NarrowRecord: SortRecord {
  @usableFromInline let word: UInt64
  @inlinable @inline(__always) public init(key: UInt64, index: Int) {
    word = key << 32 | UInt64(truncatingIfNeeded: index)
  }
  @inlinable @inline(__always) public var key: UInt64 { word >> 32 }
  @inlinable @inline(__always) public var index: Int { Int(truncatingIfNeeded: word & 0xffff_ffff) }
  @inlinable @inline(__always) public static func precedes(_ a: Self, _ b: Self) -> Bool { a.word < b.word }
}
@frozen public struct WideRecord: SortRecord {
  public let key: UInt64, index: Int
  @inlinable @inline(__always) public init(key: UInt64, index: Int) { (self.key, self.index) = (key, index) }
  @inlinable @inline(__always) public static func precedes(_ a: Self, _ b: Self) -> Bool {
    // Without a branch, which nothing could foretell.
    let isLess = a.key < b.key ? 1 : 0, isSame = a.key == b.key ? 1 : 0, isEarlier = a.index < b.index ? 1 : 0
    return isLess | isSame & isEarlier != 0
  }
}
