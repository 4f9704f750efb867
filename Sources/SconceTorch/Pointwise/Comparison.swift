import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineComparisons() {
    comparison("lt", "1 where `src` is less, else 0.", Tensor.lt, Tensor.lt)
    comparison("le", "1 where `src` is less or equal, else 0.", Tensor.le, Tensor.le)
    comparison("gt", "1 where `src` is greater, else 0.", Tensor.gt, Tensor.gt)
    comparison("ge", "1 where `src` is greater or equal, else 0.", Tensor.ge, Tensor.ge)
    comparison("eq", "1 where `src` is equal, else 0.", Tensor.eq, Tensor.eq)
    comparison("ne", "1 where `src` differs, else 0.", Tensor.ne, Tensor.ne)
    define(
      "equal", for: .reals, "Whether both have the same sizes and the same elements.",
      form("src, other", Comparison.equal))
    extreme("cmax", "The larger of two, element by element.", Tensor.cmax, Tensor.cmax)
    extreme("cmin", "The smaller of two, element by element.", Tensor.cmin, Tensor.cmin)
    define(
      "clamp", method: .inPlace, for: .reals, "Every element, but at least `min` and at most `max`.",
      form("[res,] src, min, max -> res", Comparison.clamp))
    define(
      "sign", method: .inPlace, for: .reals, "1, 0 or -1, as an element is above, at or below 0.",
      form("[res,] src -> res", row(Tensor.sign)))
  }

  /// The answer is of bytes, or of the type of `src` if such a result is passed.
  private mutating func comparison(
    _ name: StaticString, _ summary: StaticString,
    _ number: @escaping @Sendable (Tensor) -> (Tensor, Double) throws(SconceError) -> Tensor,
    _ tensor: @escaping @Sendable (Tensor) -> (Tensor, Tensor) throws(SconceError) -> Tensor
  ) {
    define(
      name, for: .reals, summary,
      form("[res: ByteTensor,] src, value -> res", row(number)), form("res, src, value -> res", row(number)),
      form("[res: ByteTensor,] src, other -> res", row(tensor)), form("res, src, other -> res", row(tensor)))
  }

  /// Against another tensor or a number.
  private mutating func extreme(
    _ name: StaticString, _ summary: StaticString,
    _ number: @escaping @Sendable (Tensor) -> (Tensor, Double) throws(SconceError) -> Tensor,
    _ tensor: @escaping @Sendable (Tensor) -> (Tensor, Tensor) throws(SconceError) -> Tensor
  ) {
    define(
      name, method: .inPlace, for: .reals, summary,
      form("[res,] src, other -> res", row(tensor)), form("[res,] src, value -> res", row(number)))
  }
}

private enum Comparison {
  @Sendable static func equal(_ source: Tensor, _ other: Tensor) throws(SconceError) -> Bool { try source.equal(other) }
  @Sendable static func clamp(_ result: Tensor, _ source: Tensor, _ low: Double, _ high: Double) throws(SconceError) {
    try result.clamp(source, low, high)
  }
}
