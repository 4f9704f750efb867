import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineFunctions() {
    function("exp", "eˣ of every element, or of a number.", Tensor.exp)
    function("log", "The natural logarithm of every element, or of a number.", Tensor.log)
    function("log1p", "ln (1 + x) of every element, or of a number.", Tensor.log1p)
    function("sqrt", "The square root of every element, or of a number.", Tensor.sqrt)
    function("rsqrt", "One divided by the square root of every element, or of a number.", Tensor.rsqrt)
    function("tanh", "The hyperbolic tangent of every element, or of a number.", Tensor.tanh)
    function("sigmoid", "1 / (1 + e⁻ˣ) of every element, or of a number.", Tensor.sigmoid)
    function("sin", "The sine of every element, or of a number.", Tensor.sin)
    function("cos", "The cosine of every element, or of a number.", Tensor.cos)
    function("tan", "The tangent of every element, or of a number.", Tensor.tan)
    function("asin", "The arc sine of every element, or of a number.", Tensor.asin)
    function("acos", "The arc cosine of every element, or of a number.", Tensor.acos)
    function("atan", "The arc tangent of every element, or of a number.", Tensor.atan)
    function("sinh", "The hyperbolic sine of every element, or of a number.", Tensor.sinh)
    function("cosh", "The hyperbolic cosine of every element, or of a number.", Tensor.cosh)
    function("floor", "The largest whole number not above every element, or a number.", Tensor.floor)
    function("ceil", "The smallest whole number not below every element, or a number.", Tensor.ceil)
    function("round", "The nearest whole number; halves go away from zero.", Tensor.round)
    function("trunc", "The whole part of every element, or of a number.", Tensor.trunc)
    function("frac", "What trunc cuts off of every element, or of a number.", Tensor.frac)
    function(
      "abs", for: [KindSet(Kind(.int)), KindSet(Kind(.long)), .floats],
      "The magnitude of every element, or of a number.", Tensor.abs)
    define(
      "atan2", method: .inPlace, for: .floats, "The angle of the point (`other`, `src`).",
      form("[res,] src, other -> res", row(Tensor.atan2)),
      form("src, other", number(Tensor.atan2)))
    define(
      "pow", method: .inPlace, for: .floats, "Every element raised to `value`, or `value` raised to every element.",
      form("[res,] src, value -> res", row(Tensor.pow)),
      form("[res,] value, src -> res", Power.ofNumber),
      form("src, value", number(Tensor.cpow)))
    define(
      "cpow", method: .inPlace, for: .reals, "Every element of `src` raised to that of `other`.",
      form("[res,] src, other -> res", row(Tensor.cpow)))
  }

  /// In place, into a result, or of a number.
  private mutating func function(
    _ name: StaticString, for kinds: KindSet = .floats, _ summary: StaticString,
    _ op: @escaping @Sendable (Tensor) -> (Tensor) throws(SconceError) -> Tensor
  ) {
    define(
      name, method: .inPlace, for: kinds, summary, form("[res,] src -> res", row(op)), form("value", number(op)))
  }
}

private enum Power {
  @Sendable static func ofNumber(_ result: Tensor, _ value: Double, _ source: Tensor) throws(SconceError) {
    try result.pow(value, source)
  }
}
