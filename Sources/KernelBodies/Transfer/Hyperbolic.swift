/// `sinh x`: from 1 on by eˣ, below by a polynomial, since nothing may cancel.
public enum HyperbolicSine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let m = x.magnitude, half = halfExponential(isa, m), near = m > 1 ? 1 : m, z = near * near
    var p = 7.746178593018827e-13
    p = Double.multiplyAdd(isa, p, z, 1.6057679623801638e-10)
    p = Double.multiplyAdd(isa, p, z, 2.5052117695907823e-08)
    p = Double.multiplyAdd(isa, p, z, 2.7557319191381816e-06)
    p = Double.multiplyAdd(isa, p, z, 0.00019841269841324198)
    p = Double.multiplyAdd(isa, p, z, 0.008333333333333299)
    p = Double.multiplyAdd(isa, p, z, 0.16666666666666666)
    return Double(signOf: x, magnitudeOf: m < 1 ? cubicTail(isa, near, z, p) : half - 0.25 / half)
  }
}
/// `cosh x`
public enum HyperbolicCosine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let half = halfExponential(isa, x.magnitude)
    return half + 0.25 / half
  }
}

/// `eˣ / 2` of a number above 0; infinite only where the half is.
@inlinable @inline(__always) func halfExponential<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
  let y = x > 711 ? 711 : x, shifted = Double.multiplyAdd(isa, y, Double.log2e, Double.rounder)
  let r = remainder(isa, y, shifted - Double.rounder), q = Double.multiplyAdd(isa, r * r, Double.expTail(isa, r), r)
  let (s, rest) = Double.halfPowers(shifted)
  return Double.multiplyAdd(isa, s, q, s) * (rest / 2)
}
