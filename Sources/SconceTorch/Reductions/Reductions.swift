import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineReductions() {
    define(
      "sum", for: .reals, "The sum of all elements; along `dim`, the sum of each row, whose size there becomes 1.",
      form("src", Sums.sum), form("[res,] src, dim -> res", Sums.sumAlong))
    define(
      "prod", for: .reals, "The product of all elements; along `dim`, the product of each row.",
      form("src", Sums.prod), form("[res,] src, dim -> res", Sums.prodAlong))
    define(
      "mean", for: .floats, "The mean of all elements; along `dim`, the mean of each row.",
      form("src", Sums.mean), form("[res,] src, dim -> res", Sums.meanAlong))
    define(
      "var", for: .floats, "The variance of all elements (n-1; `biased`: n); along `dim`, that of each row.",
      form("src, [biased = false]", Sums.var), form("[res,] src, dim, [biased = false] -> res", Sums.varAlong))
    define(
      "std", for: .floats, "The standard deviation of all elements (n-1; `biased`: n); along `dim`, that of each row.",
      form("src, [biased = false]", Sums.std), form("[res,] src, dim, [biased = false] -> res", Sums.stdAlong))
    define(
      "max", for: .reals, "The largest element; along `dim`, the largest of each row and where it is.",
      form("src", Extremes.max),
      form("[res,] [indices: LongTensor,] src, dim -> res, indices", Extremes.maxAlong))
    define(
      "min", for: .reals, "The smallest element; along `dim`, the smallest of each row and where it is.",
      form("src", Extremes.min),
      form("[res,] [indices: LongTensor,] src, dim -> res, indices", Extremes.minAlong))
  }
}

/// Scripts count dimensions and elements from 1.
private enum Sums {
  @Sendable static func sum(_ source: Tensor) throws(SconceError) -> Double { try source.sum() }
  @Sendable static func sumAlong(_ result: Tensor, _ source: Tensor, _ dim: Int) throws(SconceError) {
    try result.sum(source, dim: dim &- 1)
  }
  @Sendable static func prod(_ source: Tensor) throws(SconceError) -> Double { try source.prod() }
  @Sendable static func prodAlong(_ result: Tensor, _ source: Tensor, _ dim: Int) throws(SconceError) {
    try result.prod(source, dim: dim &- 1)
  }
  @Sendable static func mean(_ source: Tensor) throws(SconceError) -> Double { try source.mean() }
  @Sendable static func meanAlong(_ result: Tensor, _ source: Tensor, _ dim: Int) throws(SconceError) {
    try result.mean(source, dim: dim &- 1)
  }
  @Sendable static func `var`(_ source: Tensor, _ biased: Bool) throws(SconceError) -> Double {
    try source.var(biased: biased)
  }
  @Sendable static func varAlong(_ result: Tensor, _ source: Tensor, _ dim: Int, _ biased: Bool) throws(SconceError) {
    try result.var(source, dim: dim &- 1, biased: biased)
  }
  @Sendable static func std(_ source: Tensor, _ biased: Bool) throws(SconceError) -> Double {
    try source.std(biased: biased)
  }
  @Sendable static func stdAlong(_ result: Tensor, _ source: Tensor, _ dim: Int, _ biased: Bool) throws(SconceError) {
    try result.std(source, dim: dim &- 1, biased: biased)
  }
}

private enum Extremes {
  @Sendable static func max(_ source: Tensor) throws(SconceError) -> Double { try source.largest() }
  @Sendable static func maxAlong(_ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int)
    throws(SconceError)
  {
    try result.largest(source, dim: dim &- 1, indices: indices, base: 1)
  }
  @Sendable static func min(_ source: Tensor) throws(SconceError) -> Double { try source.smallest() }
  @Sendable static func minAlong(_ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int)
    throws(SconceError)
  {
    try result.smallest(source, dim: dim &- 1, indices: indices, base: 1)
  }
}
