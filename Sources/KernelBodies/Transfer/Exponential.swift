import Glibc

/// `eˣ`
public enum Exp: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { T(exp(Double(x))) }
}
/// The natural logarithm.
public enum Log: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { T(log(Double(x))) }
}
/// `1 / (1 + e⁻ˣ)`
public enum Sigmoid: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    T(1 / (1 + exp(-Double(x))))
  }
}
/// `√x`
public enum SquareRoot: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { x.squareRoot() }
}
/// `|x|`
public enum Magnitude: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { abs(x) }
}
