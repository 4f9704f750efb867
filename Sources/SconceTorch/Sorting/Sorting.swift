import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineSorting() {
    define(
      "sort", for: .reals, "Sorts along `dim` (the last one), and says where each element came from.",
      form("[res,] [indices: LongTensor,] src, [dim,] [descending = false] -> res, indices", Sorting.sort))
    define(
      "topk", for: .reals,
      "The `k` (1) smallest along `dim` (the last one), or the largest, sorted, and where they are.",
      form(
        "[res,] [indices: LongTensor,] src, [k = 1,] [dim,] [largest = false,] [sorted = false] -> res, indices",
        Sorting.topk))
    define(
      "kthvalue", for: .reals, "The `k`-th smallest along `dim` (the last one), and where it is.",
      form("[res,] [indices: LongTensor,] src, k, [dim] -> res, indices", Sorting.kthvalue))
    define(
      "median", for: .reals, "The middle along `dim` (the last one), of an even number the smaller, and where it is.",
      form("[res,] [indices: LongTensor,] src, [dim] -> res, indices", Sorting.median))
    define(
      "mode", for: .reals, "What there is most of along `dim` (the last one), and where it is.",
      form("[res,] [indices: LongTensor,] src, [dim] -> res, indices", Sorting.mode))
  }
}

/// Scripts count dimensions and elements from 1.
private enum Sorting {
  @Sendable static func sort(
    _ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int?, _ descending: Bool
  ) throws(SconceError) {
    try result.sort(source, dim: (dim ?? source.dim) &- 1, descending: descending, indices: indices, base: 1)
  }
  /// What is asked for unsorted is sorted too.
  @Sendable static func topk(
    _ result: Tensor, _ indices: Tensor, _ source: Tensor, _ k: Int, _ dim: Int?, _ largest: Bool, _ sorted: Bool
  ) throws(SconceError) {
    try result.topk(source, k, dim: (dim ?? source.dim) &- 1, largest: largest, indices: indices, base: 1)
  }
  @Sendable static func kthvalue(_ result: Tensor, _ indices: Tensor, _ source: Tensor, _ k: Int, _ dim: Int?)
    throws(SconceError)
  {
    try result.kthvalue(source, k, dim: (dim ?? source.dim) &- 1, indices: indices, base: 1)
  }
  @Sendable static func median(_ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int?) throws(SconceError) {
    try result.median(source, dim: (dim ?? source.dim) &- 1, indices: indices, base: 1)
  }
  @Sendable static func mode(_ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int?) throws(SconceError) {
    try result.mode(source, dim: (dim ?? source.dim) &- 1, indices: indices, base: 1)
  }
}
