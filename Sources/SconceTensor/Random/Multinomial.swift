import Glibc
import SconceErrors
import SconceKernels

extension Tensor {
  /// `self` becomes `n` categories drawn for each row of `chances`, by weight.
  ///
  /// - chances: k weights, or m rows of them: Float or Double, none negative, not all 0. They need not sum to 1.
  /// - n: at most k without replacement.
  /// - base: what the first category is called (Lua counts from 1).
  /// - self: Long; resized to n, or m×n.
  public func multinomial(
    _ generator: Generator, _ chances: Tensor, _ n: Int, replacement: Bool, base: Int = 0
  ) throws(SconceError) {
    let check = Check("torch.multinomial"), type = try check.floating(chances)
    try check(dtype == .long, "expected torch.LongTensor for the result, got \(dtype.typename)")
    try check(chances.dim == 1 || chances.dim == 2, "expected a vector or a matrix of chances, got \(chances.extent)")
    try check.elements(chances)
    let categories = chances.size(chances.dim - 1), rows = chances.dim == 2 ? chances.size(0) : 1
    try check(n > 0, "expected to draw 1 or more, got \(n)")
    try check(
      replacement || n <= categories,
      "expected to draw at most \(categories), as there are categories and no replacement, got \(n)")
    try resize(chances.dim == 2 ? [rows, n] : [n])
    for i in 0..<rows {
      let row = chances.dim == 2 ? try chances.row(i) : chances
      let out = self.base.assumingMemoryBound(to: Int64.self) + (dim == 2 ? i * stride(0) : 0)
      let step = stride(dim - 1)
      let draw = { (j: Int, category: Int) in out[j * step] = Int64(category + base) }
      if type == .float {
        try generator.multinomial(Float.self, row, n, replacement, check, draw)
      } else {
        try generator.multinomial(Double.self, row, n, replacement, check, draw)
      }
    }
  }

  /// Row `i` of a matrix, as a vector.
  private func row(_ i: Int) throws(SconceError) -> Tensor { try select(0, i) }
}

extension Generator {
  /// By bisection in the running sums, which are doubles whatever the chances are: a float would lose rare categories.
  fileprivate func multinomial<T: FloatElement>(
    _: T.Type, _ chances: Tensor, _ n: Int, _ replacement: Bool, _ check: Check, _ draw: (Int, Int) -> Void
  ) throws(SconceError) {
    let k = chances.size(0), step = chances.stride(0), p = chances.base.assumingMemoryBound(to: T.self)
    var sums = [Double](repeating: 0, count: k), total = 0.0
    for j in 0..<k {
      let chance = Double(p[j * step])
      try check(chance >= 0, "expected chances of 0 or more, got \(shown(chance))")
      total += chance
      sums[j] = total
    }
    try check(total > 0 && total < .infinity, "expected chances with a finite sum above 0, got \(shown(total))")
    for j in 0..<k { sums[j] /= total }
    if replacement { return sums.withUnsafeBufferPointer { bisect($0, n, draw) } }
    for i in 0..<n {
      var category = 0
      sums.withUnsafeBufferPointer { bisect($0, 1) { category = $1 } }
      draw(i, category)
      // What was drawn is taken out, and the rest scaled up.
      let taken = sums[category] - (category == 0 ? 0 : sums[category - 1]), rest = 1 - taken
      for j in 0..<k { sums[j] = (j < category ? sums[j] : sums[j] - taken) / rest }
    }
  }

  /// The first of the sums that is no less than a number drawn, `n` times. Some are sought side by side, so that they wait
  /// for memory together.
  private func bisect(_ sums: UnsafeBufferPointer<Double>, _ n: Int, _ draw: (Int, Int) -> Void) {
    let lanes = 16
    withUnsafeTemporaryAllocation(of: Double.self, capacity: lanes) { drawn in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: lanes) { places in
        for first in stride(from: 0, to: n, by: lanes) {
          let count = min(lanes, n - first)
          for q in 0..<count { (drawn[q], places[q]) = (uniform(0, 1), 0) }
          var length = sums.count
          while length > 1 {
            let half = length / 2
            for q in 0..<count { places[q] &+= sums[places[q] &+ half &- 1] < drawn[q] ? half : 0 }
            length -= half
          }
          for q in 0..<count {
            let place = sums[places[q]] < drawn[q] ? places[q] + 1 : places[q]
            draw(first + q, min(place, sums.count - 1))
          }
        }
      }
    }
  }
}
