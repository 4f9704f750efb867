import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineDiagonals() {
    define(
      "diag", for: .reals, "Diagonal `k` of a matrix, or the matrix with a vector as its diagonal `k`.",
      form("[res,] src, [k = 0] -> res", Diagonals.diag))
    define("trace", for: .reals, "The sum of the main diagonal of a matrix.", form("src", Diagonals.trace))
    define(
      "tril", for: .reals, "A matrix with zeros above diagonal `k`.",
      form("[res,] src, [k = 0] -> res", Diagonals.tril))
    define(
      "triu", for: .reals, "A matrix with zeros below diagonal `k`.",
      form("[res,] src, [k = 0] -> res", Diagonals.triu))
    define(
      "cross", for: .reals, "Cross products along `dim`, or the first dimension of size 3.",
      form("[res,] src, other, [dim] -> res", Diagonals.cross))
  }
}

/// Scripts count dimensions from 1.
private enum Diagonals {
  @Sendable static func diag(_ result: Tensor, _ source: Tensor, _ k: Int) throws(SconceError) {
    try result.diag(source, k)
  }
  @Sendable static func trace(_ source: Tensor) throws(SconceError) -> Double { try source.trace() }
  @Sendable static func tril(_ result: Tensor, _ source: Tensor, _ k: Int) throws(SconceError) {
    try result.tril(source, k)
  }
  @Sendable static func triu(_ result: Tensor, _ source: Tensor, _ k: Int) throws(SconceError) {
    try result.triu(source, k)
  }
  @Sendable static func cross(_ result: Tensor, _ source: Tensor, _ other: Tensor, _ dim: Int?) throws(SconceError) {
    try result.cross(source, other, dim: dim.map { $0 &- 1 })
  }
}
