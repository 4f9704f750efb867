import Glibc

/// What arithmetic with fractions runs on, and what the elementary functions need of a type.
///
/// Functions are formulas of one element without branches and calls, which the compiler makes vectors of: an element
/// comes out the same wherever it lies.
public protocol FloatElement: Element, BinaryFloatingPoint, SIMDScalar, Codable {
  /// Added to a small number and taken off again, rounds it to the nearest whole; 1.5 · 2^(bits of the fraction).
  static var rounder: Self { get }
  /// From here on every number is whole: 2^(bits of the fraction).
  static var wholeFrom: Self { get }
  static var log2e: Self { get }
  /// ln 2 in two parts; products of the first with exponents are exact.
  static var ln2High: Self { get }
  static var ln2Low: Self { get }
  /// Beyond these eˣ is infinite, or 0.
  static var expHighest: Self { get }
  static var expLowest: Self { get }
  /// `(eʳ − 1 − r) / r²` for r from −ln 2 / 2 to ¾ ln 2, by a Chebyshev polynomial.
  static func expTail<I: ISAPolicy>(_ isa: I.Type, _ r: Self) -> Self
  /// `(2 artanh(s) − 2s) / s³` of z = s², for |s| up to that of √2, (√2 − 1) / (√2 + 1), by a Chebyshev polynomial.
  static func artanhTail<I: ISAPolicy>(_ isa: I.Type, _ z: Self) -> Self
  /// 2ⁿ of `n + rounder`, for normal results.
  static func power(_ shifted: Self) -> Self
  /// Two factors of 2ⁿ, each of about half the exponent, so that neither leaves the range that n's double spans.
  static func halfPowers(_ shifted: Self) -> (Self, Self)
  /// 2⁻ⁿ of 2ⁿ.
  static func reciprocal(ofPower power: Self) -> Self
  /// `x = m · 2ᵉ` with m from √½ to √2, for a normal x above 0.
  static func split(_ x: Self) -> (m: Self, e: Self)
}
extension FloatElement {
  @inlinable @inline(__always) public static func plus(_ a: Self, _ b: Self) -> Self { a + b }
  @inlinable @inline(__always) public static func minus(_ a: Self, _ b: Self) -> Self { a - b }
  @inlinable @inline(__always) public static func times(_ a: Self, _ b: Self) -> Self { a * b }
  @inlinable @inline(__always) public static func divided(_ a: Self, _ b: Self) -> Self { a / b }
  @inlinable @inline(__always) public static func remainder(_ a: Self, _ b: Self) -> Self {
    Self(fmod(Double(a), Double(b)))
  }
  @inlinable @inline(__always) public static func modulo(_ a: Self, _ b: Self) -> Self {
    let quotient = roundedDown(a / b), remainder = Self(Double(a) - Double(b) * Double(quotient))
    return b == 0 ? .nan : remainder
  }
  @inlinable @inline(__always) public static func shiftedLeft(_ a: Self, _ b: Self) -> Self {
    Self(Double(a) * exp2(Double(b)))
  }
  @inlinable @inline(__always) public static func shiftedRight(_ a: Self, _ b: Self) -> Self {
    Self(Double(a) / exp2(Double(b)))
  }
  @inlinable @inline(__always) public init(casting value: Double) { self = Self(value) }
  @inlinable @inline(__always) public var asDouble: Double { Double(self) }

  /// `a · b + c`; without instructions for it, in two roundings (C's function for it would be a hundred times slower).
  @inlinable @inline(__always)
  public static func multiplyAdd<I: ISAPolicy>(_ isa: I.Type, _ a: Self, _ b: Self, _ c: Self) -> Self {
    I.hasFMA ? c.addingProduct(a, b) : a * b + c
  }
}

extension Float: FloatElement {
  @inlinable @inline(__always) public static func power(_ a: Float, _ b: Float) -> Float { powf(a, b) }
  @inlinable @inline(__always) public static func either(_ condition: Bool, _ a: Float, _ b: Float) -> Float {
    Float(bitPattern: b.bitPattern ^ ((a.bitPattern ^ b.bitPattern) & (condition ? ~0 : 0)))
  }
  @inlinable @inline(__always) public static var rounder: Float { 0x1.8p23 }
  @inlinable @inline(__always) public static var wholeFrom: Float { 0x1p23 }
  @inlinable @inline(__always) public static var log2e: Float { 1.44269502 }
  @inlinable @inline(__always) public static var ln2High: Float { 0.693359375 }
  @inlinable @inline(__always) public static var ln2Low: Float { -2.1219444e-4 }
  @inlinable @inline(__always) public static var expHighest: Float { 89 }
  @inlinable @inline(__always) public static var expLowest: Float { -104 }

  @inlinable @inline(__always) public static func expTail<I: ISAPolicy>(_ isa: I.Type, _ r: Float) -> Float {
    var p: Float = 0.0002126345207216218
    p = multiplyAdd(isa, p, r, 0.0013930867426097393)
    p = multiplyAdd(isa, p, r, 0.00833107065409422)
    p = multiplyAdd(isa, p, r, 0.04166646674275398)
    p = multiplyAdd(isa, p, r, 0.16666674613952637)
    p = multiplyAdd(isa, p, r, 0.5)
    return p
  }
  @inlinable @inline(__always) public static func artanhTail<I: ISAPolicy>(_ isa: I.Type, _ z: Float) -> Float {
    var p: Float = 0.23332761228084564
    p = multiplyAdd(isa, p, z, 0.28550735116004944)
    p = multiplyAdd(isa, p, z, 0.4000012278556824)
    p = multiplyAdd(isa, p, z, 0.6666666865348816)
    return p
  }

  @inlinable @inline(__always) public static func power(_ shifted: Float) -> Float {
    Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
  }
  @inlinable @inline(__always) public static func halfPowers(_ shifted: Float) -> (Float, Float) {
    // An even number is added, and half of it taken off, so that no sign is shifted.
    let n = shifted.bitPattern &- rounder.bitPattern, half = ((n &+ 512) &>> 1) &- 256
    return (
      Float(bitPattern: (half &+ 127) &<< 23), Float(bitPattern: (n &- half &+ 127) &<< 23)
    )
  }
  @inlinable @inline(__always) public static func reciprocal(ofPower power: Float) -> Float {
    Float(bitPattern: 254 &<< 23 &- power.bitPattern)
  }
  @inlinable @inline(__always) public static func split(_ x: Float) -> (m: Float, e: Float) {
    let bits = x.bitPattern &+ (0x3f80_0000 &- 0x3f35_04f3)
    let e = Float(bitPattern: (bits &>> 23) | rounder.bitPattern) - (rounder + 127)
    return (Float(bitPattern: (bits & 0x007f_ffff) &+ 0x3f35_04f3), e)
  }
}

extension Double: FloatElement {
  @inlinable @inline(__always) public static func power(_ a: Double, _ b: Double) -> Double { pow(a, b) }
  @inlinable @inline(__always) public static func either(_ condition: Bool, _ a: Double, _ b: Double) -> Double {
    Double(bitPattern: b.bitPattern ^ ((a.bitPattern ^ b.bitPattern) & (condition ? ~0 : 0)))
  }
  @inlinable @inline(__always) public static var rounder: Double { 0x1.8p52 }
  @inlinable @inline(__always) public static var wholeFrom: Double { 0x1p52 }
  @inlinable @inline(__always) public static var log2e: Double { 1.4426950408889634 }
  @inlinable @inline(__always) public static var ln2High: Double { 0x1.62e42fefp-1 }
  @inlinable @inline(__always) public static var ln2Low: Double { 7.440617110012397e-11 }
  @inlinable @inline(__always) public static var expHighest: Double { 710 }
  @inlinable @inline(__always) public static var expLowest: Double { -746 }

  @inlinable @inline(__always) public static func expTail<I: ISAPolicy>(_ isa: I.Type, _ r: Double) -> Double {
    var p: Double = 2.2535479277083387e-09
    p = multiplyAdd(isa, p, r, 2.5065966957412282e-08)
    p = multiplyAdd(isa, p, r, 2.75522458229094e-07)
    p = multiplyAdd(isa, p, r, 2.7557365698826233e-06)
    p = multiplyAdd(isa, p, r, 2.480159292897015e-05)
    p = multiplyAdd(isa, p, r, 0.0001984126977190878)
    p = multiplyAdd(isa, p, r, 0.0013888888886232757)
    p = multiplyAdd(isa, p, r, 0.008333333333361226)
    p = multiplyAdd(isa, p, r, 0.04166666666667129)
    p = multiplyAdd(isa, p, r, 0.1666666666666664)
    p = multiplyAdd(isa, p, r, 0.5)
    return p
  }
  @inlinable @inline(__always) public static func artanhTail<I: ISAPolicy>(_ isa: I.Type, _ z: Double) -> Double {
    var p: Double = 0.1461916477718642
    p = multiplyAdd(isa, p, z, 0.1533150172120742)
    p = multiplyAdd(isa, p, z, 0.18182895746801428)
    p = multiplyAdd(isa, p, z, 0.22222211043822487)
    p = multiplyAdd(isa, p, z, 0.28571428626533335)
    p = multiplyAdd(isa, p, z, 0.3999999999989827)
    p = multiplyAdd(isa, p, z, 0.666666666666667)
    return p
  }

  @inlinable @inline(__always) public static func power(_ shifted: Double) -> Double {
    Double(bitPattern: (shifted.bitPattern &+ 1023) &<< 52)
  }
  @inlinable @inline(__always) public static func halfPowers(_ shifted: Double) -> (Double, Double) {
    // An even number is added, and half of it taken off, so that no sign is shifted.
    let n = shifted.bitPattern &- rounder.bitPattern, half = ((n &+ 4096) &>> 1) &- 2048
    return (
      Double(bitPattern: (half &+ 1023) &<< 52), Double(bitPattern: (n &- half &+ 1023) &<< 52)
    )
  }
  @inlinable @inline(__always) public static func reciprocal(ofPower power: Double) -> Double {
    Double(bitPattern: 2046 &<< 52 &- power.bitPattern)
  }
  @inlinable @inline(__always) public static func split(_ x: Double) -> (m: Double, e: Double) {
    let bits = x.bitPattern &+ (0x3ff0_0000_0000_0000 &- 0x3fe6_a09e_667f_3bcd)
    let e = Double(bitPattern: (bits &>> 52) | rounder.bitPattern) - (rounder + 1023)
    return (Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd), e)
  }
}
