/// `(x − t)²`
public enum SquaredError: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    (x - t) * (x - t)
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T { 2 * (x - t) }
}
/// `|x − t|`
public enum AbsoluteError: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    (x - t).magnitude
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    x >= t ? 1 : -1
  }
}
/// `d² / 2` of a difference below 1, `|d| − ½` of a larger one.
public enum SmoothAbsoluteError: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    let d = (x - t).magnitude
    return d < 1 ? d * d / 2 : d - 0.5
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    let d = x - t, atMost = d > 1 ? 1 : d
    return d < -1 ? -1 : atMost
  }
}
/// `log (1 + e⁻ˣᵗ)`, formed so that the power does not overflow.
public enum SoftMargin: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    let m = x * t, negative = m < 0 ? -m : 0
    return negative + logOfOneAnd(isa, Exp.value(isa, -m.magnitude))
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    -t * Sigmoid.value(isa, -x * t)
  }
}
/// `max (0, p − x·t)`
public enum HingeMargin: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    let lacking = p - x * t
    return lacking > 0 ? lacking : 0
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    x * t < p ? -t : 0
  }
}
/// `t · (log t − x)` of a t above 0, for log probabilities x.
public enum Divergence: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    let part = t * (Log.value(isa, t) - x)
    return t > 0 ? part : 0
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    t > 0 ? -t : 0
  }
}
/// `−t · log (x + p) − (1 − t) · log (1 − x + p)`; a small p keeps the logarithms finite.
public enum BinaryCrossEntropy: LossFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    -(Log.value(isa, x + p) * t + Log.value(isa, 1 - x + p) * (1 - t))
  }
  @inlinable @inline(__always)
  public static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T {
    -(t - x) / ((1 - x + p) * (x + p))
  }
}
