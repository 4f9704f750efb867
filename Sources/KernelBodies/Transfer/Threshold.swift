/// x above the threshold `s`, the fixed value y elsewhere; nan is not above.
public enum Threshold: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { x > s ? x : y }
}
/// `∂x = ∂y` where the input y was above the threshold `s`, 0 elsewhere
public enum ThresholdGradient: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    y > s ? x : T(casting: 0)
  }
}

// In place Torch7 asks the other way round, what is not above, and so nan stays.

/// y where x is at most `s`, x elsewhere
public enum ThresholdInPlace: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T { x <= s ? y : x }
}
/// 0 where the input y was at most `s`, `∂y` elsewhere
public enum ThresholdGradientInPlace: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    T.either(y <= s, T(casting: 0), x)
  }
}
