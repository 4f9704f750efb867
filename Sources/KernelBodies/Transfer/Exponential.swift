/// `eˣ`
public enum Exp: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let atMost = x > T.expHighest ? T.expHighest : x
    return exponential(isa, atMost < T.expLowest ? T.expLowest : atMost)
  }
}

/// `1 / (1 + e⁻ˣ)`, where the sum is put together without forming `e⁻ˣ`, so that it is rounded once.
public enum Sigmoid: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let atMost = -x > -T.expLowest ? -T.expLowest : -x, y = atMost < T.expLowest ? T.expLowest : atMost
    let shifted = T.multiplyAdd(isa, y, T.log2e, T.rounder)
    let r = remainder(isa, y, shifted - T.rounder), q = T.multiplyAdd(isa, r * r, T.expTail(isa, r), r)
    // Divided by one half of 2ⁿ, above and below, since the whole may be infinite.
    let (s, other) = T.halfPowers(shifted), one = T.reciprocal(ofPower: other)
    let sum = s + one, lost = one - (sum - s)
    return one / (sum + T.multiplyAdd(isa, s, q, lost))
  }
}

/// `tanh x = (e²ˣ − 1) / (e²ˣ + 1)`, where `e²ˣ − 1` is put together without forming `e²ˣ`, so that no digits are lost.
public enum Tanh: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let double = 2 * x.magnitude, y = double > 64 ? 64 : double
    // A quarter less: while n is 0 nothing can cancel, and from 1 on the difference is no small one.
    let shifted = T.multiplyAdd(isa, y, T.log2e, -0.25) + T.rounder
    let r = remainder(isa, y, shifted - T.rounder), s = T.power(shifted)
    let h = T.multiplyAdd(isa, s, r * r * T.expTail(isa, r), T.multiplyAdd(isa, s, r, s - 1)) / 2
    let quotient = h / (h + 1)
    // Near 0 the sum's rounding would show; there the quotient is only a correction.
    return T(signOf: x, magnitudeOf: h < 0.34 ? T.multiplyAdd(isa, -h, quotient, h) : quotient)
  }
}

/// Of what does not overflow, by `eˣ = 2ⁿ · eʳ`.
@inlinable @inline(__always)
func exponential<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
  let shifted = T.multiplyAdd(isa, x, T.log2e, T.rounder)
  let r = remainder(isa, x, shifted - T.rounder), q = T.multiplyAdd(isa, r * r, T.expTail(isa, r), r)
  // In two steps: 2ⁿ of the largest and the smallest results is no number of the type.
  let (s, rest) = T.halfPowers(shifted)
  return T.multiplyAdd(isa, s, q, s) * rest
}

/// `x − n · ln 2`
@inlinable @inline(__always)
func remainder<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ n: T) -> T {
  T.multiplyAdd(isa, n, -T.ln2Low, T.multiplyAdd(isa, n, -T.ln2High, x))
}
