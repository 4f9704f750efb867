/// The natural logarithm, by `ln m = 2 artanh(f / (2 + f))` of m = 1 + f near 1.
public enum Log: TransferFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T) -> T {
    let tiny = x < T.leastNormalMagnitude
    let (m, exponent) = T.split(tiny ? x * 0x1p60 : x)
    let e = tiny ? exponent - 60 : exponent
    let f = m - 1, s = f / (2 + f), z = s * s, halfSquare = f * f / 2
    // f is exact and the largest part; what is added to it is rounded where it weighs little.
    let small = T.multiplyAdd(isa, s, T.multiplyAdd(isa, z, T.artanhTail(isa, z), halfSquare), e * T.ln2Low)
    let result = T.multiplyAdd(isa, e, T.ln2High, f - (halfSquare - small))
    let finite = x < T.infinity ? result : x
    let positive = x > 0 ? finite : -T.infinity
    return x >= 0 ? positive : T.nan
  }
}
/// `ln (1 + x)`: of the rounded sum, and what the rounding lost is made good.
public enum LogOfOnePlus: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let sum = 1 + x, log = Log.value(isa, sum), lost = x - (sum - 1)
    let value = sum > 0 && sum < .infinity ? log + lost / sum : log
    return x.magnitude < 0x1p-54 ? x : value
  }
}
