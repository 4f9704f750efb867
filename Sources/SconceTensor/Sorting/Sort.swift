import SconceErrors
import SconceKernels

// Of all of these: `dim` counts from 0, `self` and `indices` are resized, `base` is what the first index is called (Lua
// counts from 1). They exist for every numeric type, the same for `self` and `t`; `indices` is Long. NaN is larger than
// all; of equal elements the first comes first.

extension Tensor {
  /// `t` sorted along `dim`, and where each element came from.
  public func sort(_ t: Tensor, dim: Int, descending: Bool, indices: Tensor, base: Int = 0) throws(SconceError) {
    let order = Order(check: Check("torch.sort"), family: portable.sorted, descending: descending, base: base)
    try order.run(t, dim, self, indices, results: nil)
  }

  /// The `k` smallest (or largest) along `dim`, sorted, and where they came from.
  public func topk(
    _ t: Tensor, _ k: Int, dim: Int, largest: Bool, indices: Tensor, base: Int = 0
  ) throws(SconceError) {
    let check = Check("torch.topk"), length = try check.length(t, dim)
    try check(k >= 1 && k <= length, "expected a number from 1 to \(length), got \(k)")
    let order = Order(check: check, family: portable.firstOnes, k: k, descending: largest, base: base)
    try order.run(t, dim, self, indices, results: k)
  }

  /// The `k`-th smallest along `dim`, counted from 1, and where it came from; the size there becomes 1.
  public func kthvalue(_ t: Tensor, _ k: Int, dim: Int, indices: Tensor, base: Int = 0) throws(SconceError) {
    let check = Check("torch.kthvalue"), length = try check.length(t, dim)
    try check(k >= 1 && k <= length, "expected a number from 1 to \(length), got \(k)")
    try Order(check: check, family: portable.kth, k: k, base: base).run(t, dim, self, indices, results: 1)
  }

  /// The middle along `dim`, of an even number the smaller of two, and where it came from; the size there becomes 1.
  public func median(_ t: Tensor, dim: Int, indices: Tensor, base: Int = 0) throws(SconceError) {
    let check = Check("torch.median"), k = (try check.length(t, dim) + 1) / 2
    try Order(check: check, family: portable.kth, k: k, base: base).run(t, dim, self, indices, results: 1)
  }

  /// What there is most of along `dim`, the smallest of several, and its last place; the size there becomes 1.
  public func mode(_ t: Tensor, dim: Int, indices: Tensor, base: Int = 0) throws(SconceError) {
    let order = Order(check: Check("torch.mode"), family: portable.mostFrequent, base: base)
    try order.run(t, dim, self, indices, results: 1)
  }
}
