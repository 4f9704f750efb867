// By Cody and Waite: x less the nearest multiple of π / 2, in three parts of which two have exact products with it, and a
// polynomial of what is left. So far as to |x| = 2²⁰ (`farthest`); beyond that a caller must ask C's functions.

/// `sin x`
public enum Sine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let angle = Angle(isa, x), value = angle.turned(angle.isOdd ? angle.cosine(isa) : angle.sine(isa), by: 0)
    return x.magnitude < 0x1p-27 ? x : value
  }
}
/// `cos x`
public enum Cosine: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let angle = Angle(isa, x)
    return angle.turned(angle.isOdd ? angle.sine(isa) : angle.cosine(isa), by: 1)
  }
}
/// `tan x`
public enum Tangent: RealFormula {
  @inlinable @inline(__always) public static func real<I: ISAPolicy>(_ isa: I.Type, _ x: Double) -> Double {
    let angle = Angle(isa, x), sine = angle.sine(isa), cosine = angle.cosine(isa)
    let value = (angle.isOdd ? -cosine : sine) / (angle.isOdd ? sine : cosine)
    return x.magnitude < 0x1p-27 ? x : value
  }
}

/// How far from 0 an argument may be.
@inlinable @inline(__always) public var farthestAngle: Double { 0x1p20 }

/// `x = quarters · π / 2 + rest + correction`
@frozen @usableFromInline struct Angle {
  @usableFromInline let rest, correction: Double, quarters: UInt64

  @inlinable @inline(__always) init<I: ISAPolicy>(_ isa: I.Type, _ x: Double) {
    let shifted = Double.multiplyAdd(isa, x, 0x1.45f306dc9c883p-1, Double.rounder), n = shifted - Double.rounder
    let first = x - n * 0x1.921fb544p+0, middle = n * 0x1.0b4611a6p-34, second = first - middle
    let last = n * 0x1.3198a2e037073p-69
    rest = second - last
    correction = ((first - second) - middle) + ((second - rest) - last)
    quarters = shifted.bitPattern
  }
  @inlinable @inline(__always) var isOdd: Bool { quarters & 1 != 0 }

  /// The sign of the quarter that is reached, or of the one after it.
  @inlinable @inline(__always) func turned(_ value: Double, by more: UInt64) -> Double {
    Double(bitPattern: value.bitPattern ^ (quarters &+ more) &<< 62 & 1 << 63)
  }

  @inlinable @inline(__always) func sine<I: ISAPolicy>(_ isa: I.Type) -> Double {
    let z = rest * rest
    var p = 1.5916726193889336e-10
    p = Double.multiplyAdd(isa, p, z, -2.5051112272573243e-08)
    p = Double.multiplyAdd(isa, p, z, 2.755731600817155e-06)
    p = Double.multiplyAdd(isa, p, z, -0.0001984126983657571)
    p = Double.multiplyAdd(isa, p, z, 0.008333333333330827)
    p = Double.multiplyAdd(isa, p, z, -0.16666666666666666)
    return rest + Double.multiplyAdd(isa, rest * z, p, Double.multiplyAdd(isa, -0.5 * z, correction, correction))
  }
  @inlinable @inline(__always) func cosine<I: ISAPolicy>(_ isa: I.Type) -> Double {
    let z = rest * rest
    var p = -1.1381754653662937e-11
    p = Double.multiplyAdd(isa, p, z, 2.0876134024090145e-09)
    p = Double.multiplyAdd(isa, p, z, -2.755731721268659e-07)
    p = Double.multiplyAdd(isa, p, z, 2.4801587298651292e-05)
    p = Double.multiplyAdd(isa, p, z, -0.0013888888888887322)
    p = Double.multiplyAdd(isa, p, z, 0.041666666666666664)
    let half = 0.5 * z, most = 1 - half
    return most + (((1 - most) - half) + Double.multiplyAdd(isa, z * z, p, -rest * correction))
  }
}
