/// A function that is computed in double for both types. Of a float it is then rounded right, but for one in a million.
public protocol RealFormula: TransferFormula {
  static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double
}
extension RealFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    T(casting: real(isa, x.asDouble))
  }
}

/// `r + r³ · polynomial`, z being r²: what odd functions are near 0. The polynomials are Chebyshev's, over the range that
/// is left of an argument.
@inlinable @inline(__always)
func cubicTail<I: ISAPolicy>(_ isa: I.Type, _ r: Double, _ z: Double, _ polynomial: Double) -> Double {
  Double.multiplyAdd(isa, r * z, polynomial, r)
}
