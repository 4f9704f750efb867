/// `arcsin x`
public enum Arcsine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let m = x.magnitude, part = halfArc(isa, m)
    // π / 2 in two parts, as everywhere here, or the last digit would be lost.
    let value = m > 0.5 ? 0x1.921fb54442d18p+0 - (2 * part - 0x1.1a62633145c07p-54) : part
    return Double(signOf: x, magnitudeOf: value)
  }
}
/// `arccos x`
public enum Arccosine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let m = x.magnitude, part = halfArc(isa, m)
    let middle = 0x1.921fb54442d18p+0 - (Double(signOf: x, magnitudeOf: part) - 0x1.1a62633145c07p-54)
    let far = x > 0 ? 2 * part : 0x1.921fb54442d18p+1 - (2 * part - 0x1.1a62633145c07p-53)
    return m > 0.5 ? far : middle
  }
}
/// `arctan x`
public enum Arctangent: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let m = x.magnitude, arc = arctangent(isa, m > 1 ? 1 / m : m)
    let value = m > 1 ? 0x1.921fb54442d18p+0 - (arc - 0x1.1a62633145c07p-54) : arc
    return Double(signOf: x, magnitudeOf: value)
  }
}
/// The angle of the point (y, x).
public enum AngleOf: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    let height = x.asDouble, width = y.asDouble, h = height.magnitude, w = width.magnitude, isSteep = h > w
    let least = isSteep ? w : h, most = isSteep ? h : w
    let quotient = least / (most > 0 ? most : 1), ratio = least == .infinity ? 1 : quotient
    let arc = arctangent(isa, ratio)
    let turned = isSteep ? 0x1.921fb54442d18p+0 - (arc - 0x1.1a62633145c07p-54) : arc
    let isLeft = width.bitPattern >> 63 != 0
    let whole = isLeft ? 0x1.921fb54442d18p+1 - (turned - 0x1.1a62633145c07p-53) : turned
    let value = Double(signOf: height, magnitudeOf: whole), sum = height + width
    return T(casting: sum == sum || h == w ? value : sum)
  }
}

/// Of m up to ½ its arcsine, of others half that of what they lack: arcsin m = π / 2 − 2 arcsin √((1 − m) / 2).
@inlinable @inline(__always) func halfArc<I: ISAPolicy>(_ isa: I.Type, _ m: Double) -> Double {
  let isFar = m > 0.5, z = isFar ? (1 - m) / 2 : m * m, root = z.squareRoot()
  var p = 0.028757851367421566
  p = Double.multiplyAdd(isa, p, z, -0.014851887071247204)
  p = Double.multiplyAdd(isa, p, z, 0.01740087944269402)
  p = Double.multiplyAdd(isa, p, z, 0.005457506718640358)
  p = Double.multiplyAdd(isa, p, z, 0.01032281435018578)
  p = Double.multiplyAdd(isa, p, z, 0.011479177415184906)
  p = Double.multiplyAdd(isa, p, z, 0.013971212973552933)
  p = Double.multiplyAdd(isa, p, z, 0.017352392720869973)
  p = Double.multiplyAdd(isa, p, z, 0.02237217294214989)
  p = Double.multiplyAdd(isa, p, z, 0.030381944138531247)
  p = Double.multiplyAdd(isa, p, z, 0.04464285714635543)
  p = Double.multiplyAdd(isa, p, z, 0.07499999999998433)
  p = Double.multiplyAdd(isa, p, z, 0.16666666666666669)
  return cubicTail(isa, isFar ? root : m, z, p)
}

/// Of numbers from 0 to 1; from tan (π / 8) on as π / 4 + arctan ((m − 1) / (m + 1)).
@inlinable @inline(__always) func arctangent<I: ISAPolicy>(_ isa: I.Type, _ m: Double) -> Double {
  let isFar = m > 0.41421356237309503, s = isFar ? (m - 1) / (m + 1) : m, z = s * s
  var p = 0.01627194475162406
  p = Double.multiplyAdd(isa, p, z, -0.034558092551413795)
  p = Double.multiplyAdd(isa, p, z, 0.04551108126325172)
  p = Double.multiplyAdd(isa, p, z, -0.052303478730160745)
  p = Double.multiplyAdd(isa, p, z, 0.058789145444006215)
  p = Double.multiplyAdd(isa, p, z, -0.06666423628069258)
  p = Double.multiplyAdd(isa, p, z, 0.0769229630497447)
  p = Double.multiplyAdd(isa, p, z, -0.09090908751076636)
  p = Double.multiplyAdd(isa, p, z, 0.11111111105106705)
  p = Double.multiplyAdd(isa, p, z, -0.14285714285659326)
  p = Double.multiplyAdd(isa, p, z, 0.199999999999998)
  p = Double.multiplyAdd(isa, p, z, -0.3333333333333333)
  let tail = s * z * p
  return isFar ? 0x1.921fb54442d18p-1 + (s + (tail + 0x1.1a62633145c07p-55)) : s + tail
}
