// Without the instructions of newer CPUs, and so the same everywhere: what is added to a number of that size, and taken
// off again, has pushed its fraction out. The sign of zero stays.

/// The whole part.
public enum Truncate: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    truncated(x)
  }
}
/// The largest whole number that is not above x.
public enum Floor: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { roundedDown(x) }
}
/// The smallest whole number that is not below x.
public enum Ceiling: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let whole = truncated(x), above = T(signOf: x, magnitudeOf: (whole + 1).magnitude)
    return whole < x ? above : whole
  }
}
/// The nearest whole number; halves go away from zero.
public enum Round: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let m = x.magnitude, whole = wholePart(m)
    return T(signOf: x, magnitudeOf: m - whole >= 0.5 ? whole + 1 : whole)
  }
}
/// What truncation cuts off.
public enum Fraction: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { x - truncated(x) }
}

@inlinable @inline(__always)
func truncated<T: FloatElement>(_ x: T) -> T { T(signOf: x, magnitudeOf: wholePart(x.magnitude)) }

@inlinable @inline(__always)
func roundedDown<T: FloatElement>(_ x: T) -> T {
  let whole = truncated(x)
  return whole > x ? whole - 1 : whole
}

/// Of a number above 0.
@inlinable @inline(__always)
func wholePart<T: FloatElement>(_ x: T) -> T {
  let nearest = (x + T.wholeFrom) - T.wholeFrom, below = nearest > x ? nearest - 1 : nearest
  // From there on, and where there is no number, nothing is to be cut off.
  return x < T.wholeFrom ? below : x
}
