/// `∂x = ∂y · y · (1 − y)`, from the output y
public enum SigmoidGradient: BinaryFormula {
  @inlinable @inline(__always)
  public static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ s: T) -> T {
    T.times(x, T.times(y, T.minus(T(casting: 1), y)))
  }
}
