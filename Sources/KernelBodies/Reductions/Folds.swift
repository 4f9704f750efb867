import Glibc

/// `Σ x`
public enum Sum: FoldFormula, Additive {
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    A.plus(total, x)
  }
}
/// `Σ (x − parameter)²`
public enum SquaredDeviation: FoldFormula, Additive {
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    let d = A.minus(x, parameter)
    return A.plus(total, A.times(d, d))
  }
}
/// `Σ |x|`
public enum SumOfMagnitudes: FoldFormula, Additive {
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    A.plus(total, A.magnitude(x))
  }
}
/// `Σ |x|^parameter`
public enum SumOfPowers: FoldFormula, Additive {
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    let m = A.magnitude(x).real
    return A.plus(total, A(casting: parameter.real == 3 ? m * m * m : pow(m, parameter.real)))
  }
}
/// How many are not 0.
public enum CountOfNonZero: FoldFormula, Additive {
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    A.plus(total, A(casting: x != A(casting: 0) ? 1 : 0))
  }
}
/// `Π x`
public enum Product: FoldFormula {
  @inlinable @inline(__always) public static func start<A: Accumulated>(_: A.Type) -> A { A(casting: 1) }
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    A.times(total, x)
  }
  @inlinable @inline(__always)
  public static func join<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ a: A, _ b: A) -> A { A.times(a, b) }
}

/// What begins at 0 and is joined by adding.
public protocol Additive {}
extension FoldFormula where Self: Additive {
  @inlinable @inline(__always) public static func start<A: Accumulated>(_: A.Type) -> A { A(casting: 0) }
  @inlinable @inline(__always)
  public static func join<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ a: A, _ b: A) -> A { A.plus(a, b) }
}

// Largest and Smallest say by `beats` which of two is better; here they choose it. A NaN beats all and stays.
extension Largest: FoldFormula {
  @inlinable @inline(__always) public static func start<A: Accumulated>(_: A.Type) -> A { A.lowest }
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    x <= total || total != total ? total : x
  }
  @inlinable @inline(__always)
  public static func join<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ a: A, _ b: A) -> A { fold(isa, a, b, b) }
}
extension Smallest: FoldFormula {
  @inlinable @inline(__always) public static func start<A: Accumulated>(_: A.Type) -> A { A.highest }
  @inlinable @inline(__always)
  public static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A {
    x >= total || total != total ? total : x
  }
  @inlinable @inline(__always)
  public static func join<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ a: A, _ b: A) -> A { fold(isa, a, b, b) }
}
