import SconceErrors

extension Tensor {
  /// `self` becomes a view of all elements of `other`, one after another, in these sizes.
  ///
  /// - label: what `check`'s messages call `other`.
  /// - Throws: for another element count, for elements that do not lie one after another, and for another type.
  public func view(
    _ other: Tensor, _ label: StaticString, _ rank: Int, _ size: (Int) -> Int, for check: Check
  ) throws(SconceError) {
    try check.same(self, other)
    try check(
      other.isContiguous, "expected \(label) with contiguous elements, got a view with gaps of size \(other.extent)")
    var total = rank > 0 ? 1 : 0
    for d in 0..<rank {
      let (product, overflow) = total.multipliedReportingOverflow(by: size(d))
      try check(size(d) >= 0 && !overflow, "expected sizes of 0 or more, got \(size(d))")
      total = product
    }
    if total != other.count {
      throw check.mismatch(other, label, (0..<rank).map { "\(size($0))" }.joined(separator: "x"))
    }
    try set(other)
    var step = total
    set(rank, size) { d in
      step = size(d) == 0 ? step : step / size(d)
      return step
    }
  }
}
