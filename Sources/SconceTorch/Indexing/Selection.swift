import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// Parts named by tensors of indices or by masks.
  mutating func defineSelection() {
    define(
      "index", method: .only, "The slices of dimension `dim` that `indices` names.",
      form("src, dim, indices: LongTensor", Selection.index),
      form("res, src, dim, indices: LongTensor -> res", Selection.indexInto))
    define(
      "indexCopy", method: .only, "Slices of dimension `dim` become those of `src`.",
      form("target, dim, indices: LongTensor, src -> target", Selection.indexCopy))
    define(
      "indexAdd", method: .only, for: .reals, "The slices of `src` are added to slices of dimension `dim`.",
      form("target, dim, indices: LongTensor, src -> target", Selection.indexAdd))
    define(
      "indexFill", method: .only, for: .reals, "Fills slices of dimension `dim`.",
      form("target, dim, indices: LongTensor, value -> target", Selection.indexFill))
    define(
      "gather", "For each index the element with this place along `dim`.",
      form("[res,] src, dim, indices: LongTensor -> res", Selection.gather))
    define(
      "scatter", "Elements, or a number, go to the places that the indices name along `dim`.",
      form("target, dim, indices: LongTensor, src -> target", Selection.scatter),
      form("target, dim, indices: LongTensor, value -> target", Selection.scatterValue))
    define(
      "maskedSelect", method: .only, "The elements under a mask of zeros and ones.",
      form("src, mask: ByteTensor", Selection.maskedSelect),
      form("res, src, mask: ByteTensor -> res", Selection.maskedSelectInto))
    define(
      "maskedFill", method: .only, "Fills the elements under a mask.",
      form("target, mask: ByteTensor, value -> target", Selection.maskedFill))
    define(
      "maskedCopy", method: .only, "The elements under a mask become the first ones of `src`.",
      form("target, mask: ByteTensor, src -> target", Selection.maskedCopy))
    define(
      "nonzero", "The indices of the elements other than 0, a row each.",
      form("[res: LongTensor,] src -> res", Selection.nonzero))
  }
}

/// Scripts count dimensions from 1.
private enum Selection {
  @Sendable static func index(_ source: Tensor, _ dim: Int, _ indices: Tensor) throws(SconceError) -> Tensor {
    let result = Tensor(source.dtype, in: source.storage.memory)
    try result.indexSelect(source, dim &- 1, indices)
    return result
  }
  @Sendable static func indexInto(_ result: Tensor, _ source: Tensor, _ dim: Int, _ indices: Tensor)
    throws(SconceError)
  {
    try result.indexSelect(source, dim &- 1, indices)
  }
  @Sendable static func indexCopy(_ target: Tensor, _ dim: Int, _ indices: Tensor, _ source: Tensor)
    throws(SconceError)
  {
    try target.indexCopy(dim &- 1, indices, source)
  }
  @Sendable static func indexAdd(_ target: Tensor, _ dim: Int, _ indices: Tensor, _ source: Tensor)
    throws(SconceError)
  {
    try target.indexAdd(dim &- 1, indices, source)
  }
  @Sendable static func indexFill(_ target: Tensor, _ dim: Int, _ indices: Tensor, _ value: Double)
    throws(SconceError)
  {
    try target.indexFill(dim &- 1, indices, value)
  }
  @Sendable static func gather(_ result: Tensor, _ source: Tensor, _ dim: Int, _ indices: Tensor) throws(SconceError) {
    try result.gather(source, dim &- 1, indices)
  }
  @Sendable static func scatter(_ target: Tensor, _ dim: Int, _ indices: Tensor, _ source: Tensor) throws(SconceError) {
    try target.scatter(dim &- 1, indices, source)
  }
  @Sendable static func scatterValue(_ target: Tensor, _ dim: Int, _ indices: Tensor, _ value: Double)
    throws(SconceError)
  {
    try target.scatter(dim &- 1, indices, value)
  }
  @Sendable static func maskedSelect(_ source: Tensor, _ mask: Tensor) throws(SconceError) -> Tensor {
    let result = Tensor(source.dtype, in: source.storage.memory)
    try result.maskedSelect(source, mask)
    return result
  }
  @Sendable static func maskedSelectInto(_ result: Tensor, _ source: Tensor, _ mask: Tensor) throws(SconceError) {
    try result.maskedSelect(source, mask)
  }
  @Sendable static func maskedFill(_ target: Tensor, _ mask: Tensor, _ value: Double) throws(SconceError) {
    try target.maskedFill(mask, value)
  }
  @Sendable static func maskedCopy(_ target: Tensor, _ mask: Tensor, _ source: Tensor) throws(SconceError) {
    try target.maskedCopy(mask, source)
  }
  @Sendable static func nonzero(_ result: Tensor, _ source: Tensor) throws(SconceError) { try result.nonzero(source) }
}
