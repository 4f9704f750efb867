import SconceErrors
import SconceKernels
import SconceLua
import SconceTensor

extension Library {
  mutating func defineNorms() {
    define(
      "norm", for: .floats, "The `p`-norm (2) of all elements; along `dim`, that of each row.",
      form("src, [p = 2]", Norms.norm), form("[res,] src, p, dim -> res", Norms.normAlong))
    define(
      "renorm", method: .inPlace, for: .floats,
      "Scales the parts that `dim` counts down to a `p`-norm of at most `limit`.",
      form("[res,] src, p, dim, limit -> res", Norms.renorm))
    define(
      "dist", for: .floats, "The `p`-norm (2) of the difference of two tensors.",
      form("src, other, [p = 2]", Norms.dist))
    define(
      "match", for: .reals, "`gain` (1) times the squared distance of each row of `mat1` to each row of `mat2`.",
      form("[res,] mat1, mat2, [gain = 1] -> res") {
        (result: Tensor, a: Tensor, b: Tensor, gain: Double) throws(SconceError) in
        try result.match(a, b, gain: gain)
      })
    define(
      "cumsum", for: .reals, "Running sums along `dim` (1).", form("[res,] src, [dim = 1] -> res", Running.cumsum))
    define(
      "cumprod", for: .reals, "Running products along `dim` (1).", form("[res,] src, [dim = 1] -> res", Running.cumprod)
    )
    define("all", for: KindSet(Kind(.byte)), "Whether no element is 0.", form("src", Truth.all))
    define("any", for: KindSet(Kind(.byte)), "Whether some element is not 0.", form("src", Truth.any))
    define(
      "histc", for: .floats, "Counts elements in `bins` equal parts of [min, max]; by default of all there is.",
      form("[res,] src, [bins = 100,] [min = 0,] [max = 0] -> res", Histograms.histc))
    define(
      "bhistc", for: .floats, "Counts the elements of each row in `bins` equal parts of [min, max].",
      form("[res,] src, [bins = 100,] [min = 0,] [max = 0] -> res", Histograms.bhistc))
  }
}

/// Scripts count dimensions from 1.
private enum Norms {
  @Sendable static func norm(_ source: Tensor, _ p: Double) throws(SconceError) -> Double { try source.norm(p) }
  @Sendable static func normAlong(_ result: Tensor, _ source: Tensor, _ p: Double, _ dim: Int) throws(SconceError) {
    try result.norm(source, p, dim: dim &- 1)
  }
  @Sendable static func renorm(_ result: Tensor, _ source: Tensor, _ p: Double, _ dim: Int, _ limit: Double)
    throws(SconceError)
  {
    try result.renorm(source, p, dim: dim &- 1, limit: limit)
  }
  @Sendable static func dist(_ source: Tensor, _ other: Tensor, _ p: Double) throws(SconceError) -> Double {
    try source.dist(other, p)
  }
}

private enum Running {
  @Sendable static func cumsum(_ result: Tensor, _ source: Tensor, _ dim: Int) throws(SconceError) {
    try result.cumsum(source, dim: dim &- 1)
  }
  @Sendable static func cumprod(_ result: Tensor, _ source: Tensor, _ dim: Int) throws(SconceError) {
    try result.cumprod(source, dim: dim &- 1)
  }
}

private enum Truth {
  @Sendable static func all(_ source: Tensor) throws(SconceError) -> Bool { try source.all() }
  @Sendable static func any(_ source: Tensor) throws(SconceError) -> Bool { try source.any() }
}

private enum Histograms {
  @Sendable static func histc(_ result: Tensor, _ source: Tensor, _ bins: Int, _ low: Double, _ high: Double)
    throws(SconceError)
  {
    try result.histc(source, bins, low, high)
  }
  @Sendable static func bhistc(_ result: Tensor, _ source: Tensor, _ bins: Int, _ low: Double, _ high: Double)
    throws(SconceError)
  {
    try result.bhistc(source, bins, low, high)
  }
}
