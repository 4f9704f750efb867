import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineSorting() {
    define(
      "sort", for: .reals, "Sorts along `dim` (the last one), and says where each element came from.",
      form("[res,] [indices: LongTensor,] src, [dim,] [descending = false] -> res, indices", Sorting.sort))
  }
}

/// Scripts count dimensions and elements from 1.
private enum Sorting {
  @Sendable static func sort(
    _ result: Tensor, _ indices: Tensor, _ source: Tensor, _ dim: Int?, _ descending: Bool
  ) throws(SconceError) {
    try result.sort(source, dim: (dim ?? source.dim) &- 1, descending: descending, indices: indices, base: 1)
  }
}
