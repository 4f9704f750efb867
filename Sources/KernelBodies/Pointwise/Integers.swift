/// What remains of `x / y` cut off toward zero.
public enum Remainder: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { T.remainder(x, y) }
}
/// What remains of `x / y` rounded down.
public enum Modulo: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { T.modulo(x, y) }
}
public enum ShiftLeft: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { T.shiftedLeft(x, y) }
}
public enum ShiftRight: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    T.shiftedRight(x, y)
  }
}
/// `xʸ`, of integers too by way of double.
public enum Power: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    T.power(x, y)
  }
}
public enum BitAnd: BitFormula {
  @inlinable @inline(__always) public static func value<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, _ x: T, _ y: T)
    -> T
  { x & y }
}
public enum BitOr: BitFormula {
  @inlinable @inline(__always) public static func value<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, _ x: T, _ y: T)
    -> T
  { x | y }
}
public enum BitXor: BitFormula {
  @inlinable @inline(__always) public static func value<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, _ x: T, _ y: T)
    -> T
  { x ^ y }
}
/// `|x|`; the smallest stays as it is.
public enum IntegerMagnitude: UnaryFormula {
  @inlinable @inline(__always) public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ s: T) -> T {
    let zero = T(casting: 0)
    return x < zero ? T.minus(zero, x) : x
  }
}
