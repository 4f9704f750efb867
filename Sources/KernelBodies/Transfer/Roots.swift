/// `√x`
public enum SquareRoot: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { x.squareRoot() }
}
/// `|x|`
public enum Magnitude: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { x.magnitude }
}
/// `1 / √x`
public enum InverseRoot: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { 1 / x.squareRoot() }
}
/// `x³`
public enum Cube: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T { x * x * x }
}
