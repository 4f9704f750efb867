/// The larger; a NaN among the first gives the second.
public enum Maximum: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { x > y ? x : y }
}
/// The smaller; a NaN among the first gives the second.
public enum Minimum: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { x < y ? x : y }
}
/// `x`, but at least `s`, else at most `y`; NaN stays.
public enum Clamp: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    let most = x > y ? y : x
    return x < s ? s : most
  }
}
/// 1, 0 or −1, as `x` is above, at or below 0; NaN gives 0.
public enum Sign: UnaryFormula {
  @inlinable @inline(__always) public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ s: T) -> T {
    let zero = T(casting: 0)
    return x > zero ? T(casting: 1) : x < zero ? T(casting: -1) : zero
  }
}

public enum Less: Comparison {
  @inlinable @inline(__always) public static func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T) -> Bool
  { x < y }
}
public enum LessOrEqual: Comparison {
  @inlinable @inline(__always) public static func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T) -> Bool
  { x <= y }
}
public enum Equal: Comparison {
  @inlinable @inline(__always) public static func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T) -> Bool
  { x == y }
}
public enum NotEqual: Comparison {
  @inlinable @inline(__always) public static func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T) -> Bool
  { x != y }
}
