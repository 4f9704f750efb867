// In each formula `v` of the gradient is the input x, unless it says that it is the output y. Comparisons are written so
// that nan goes where it goes in Torch7.

/// `|x|`
public enum Absolute: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T { x.magnitude }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    v >= 0 ? g : -g
  }
}
/// `x` above 0, `a · (eˣ − 1)` elsewhere; v is y.
public enum ExponentialLinear: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let below = (Exp.value(isa, x) - 1) * a
    return x <= 0 ? below : x
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    let below = g * (v + a)
    return v <= 0 ? below : g
  }
}
/// `x` outside of ±a, 0 within.
public enum HardShrink: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    x.magnitude > a ? x : 0
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    v.magnitude > a ? g : 0
  }
}
/// `x`, but no less than a and no more than b.
public enum HardTanh: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let atMost = x <= b ? x : b
    return x < a ? a : atMost
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    let below = v >= b ? 0 : g
    return v <= a ? 0 : below
  }
}
/// `x` above 0, `a · x` elsewhere.
public enum LeakyLinear: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let below = x * a
    return x > 0 ? x : below
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    let below = g * a
    return v > 0 ? g : below
  }
}
/// `log (1 / (1 + e⁻ˣ))`, formed so that e⁻ˣ does not overflow.
public enum LogSigmoid: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let negative = x < 0 ? x : 0
    return negative - logOfOneAnd(isa, Exp.value(isa, -x.magnitude))
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    g * Sigmoid.value(isa, -v)
  }
}
/// `log (1 + eᵃˣ) / a`, and x itself where a·x > b; v is y.
public enum SoftPlus: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let scaled = x * a, curve = logOfOneAnd(isa, Exp.value(isa, scaled)) / a
    return scaled > b ? x : curve
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    let z = Exp.value(isa, v * a), curve = g * (z - 1) / z
    return v * a > b ? g : curve
  }
}
/// `x`, by a nearer to 0; 0 within ±a.
public enum SoftShrink: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    let above = x > a ? x - a : 0
    return x < -a ? x + a : above
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    v.magnitude > a ? g : 0
  }
}
/// `√x`; v is y, and where that is 0 so is the gradient.
public enum RootOf: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T {
    x.squareRoot()
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    let slope = g / v / 2
    return v == 0 ? 0 : slope
  }
}
/// `x²`
public enum SquareOf: ActivationFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T { x * x }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T {
    2 * v * g
  }
}

/// `log (1 + e)`, exact for small e too: what the sum rounds away is put right by a factor.
@inlinable @inline(__always)
func logOfOneAnd<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ e: T) -> T {
  let sum = 1 + e, added = sum - 1, log = Log.value(isa, sum)
  let corrected = log * (e / added)
  return added == 0 || sum == T.infinity ? log + (e < 1 ? e : 0) : corrected
}
