import SconceKernels

/// The lines of tensors along one dimension, side by side: what a reduction, a running sum or a sort goes through.
///
/// The other dimensions are walked in the order of the first tensor's memory and merged where they lie in one row, so
/// that lines come in *rows* of evenly spaced ones. Steps count elements, one for each tensor (up to four).
struct Lines {
  typealias Steps = SIMD4<Int>
  private struct Axis { var size: Int, steps: Steps }
  /// All but the innermost, outermost first.
  private var outer: [Axis] = []
  /// Lines in a row, and the steps from one to the next.
  private(set) var width = 1, across = Steps()
  /// Elements of a line of the first tensor, and the steps from one to the next.
  let length: Int, along: Steps
  private(set) var rows = 1

  /// The tensors have the same sizes, but along `dim`. None may be empty.
  init(along dim: Int, _ t: Tensor, _ second: Tensor? = nil, _ third: Tensor? = nil) {
    func steps(_ d: Int) -> Steps { Steps(t.stride(d), second?.stride(d) ?? 0, third?.stride(d) ?? 0, 0) }
    (length, along) = (t.size(dim), steps(dim))
    if t.dim <= 2 {  // without a list to sort, since most tensors are vectors and matrices
      if t.dim == 2, t.size(1 - dim) > 1 { (width, across) = (t.size(1 - dim), steps(1 - dim)) }
      return
    }
    var axes = (0..<t.dim).filter { $0 != dim && t.size($0) > 1 }.map { Axis(size: t.size($0), steps: steps($0)) }
    axes.sort { $0.steps[0].magnitude > $1.steps[0].magnitude }
    for axis in axes {
      if let last = outer.last, last.steps == axis.steps &* axis.size {
        outer[outer.count - 1] = Axis(size: last.size * axis.size, steps: axis.steps)
      } else {
        outer.append(axis)
      }
    }
    if let inner = outer.popLast() { (width, across) = (inner.size, inner.steps) }
    for axis in outer { rows *= axis.size }
  }
  /// All elements of a tensor as lines along the dimension that is innermost in memory.
  init(all t: Tensor) {
    var inner = 0
    for d in 1..<max(t.dim, 1) where t.size(d) > 1 {
      if t.size(inner) == 1 || t.stride(d).magnitude < t.stride(inner).magnitude { inner = d }
    }
    self.init(along: inner, t)
  }

  /// Tiles are at most `limit` lines of one row each.
  func tiles(limit: Int) -> Int { rows * ((width + limit - 1) / limit) }

  /// Where the first line of tile `n` begins, and how many lines it has.
  func tile(_ n: Int, limit: Int) -> (start: Steps, lines: Int) {
    let perRow = (width + limit - 1) / limit, first = n % perRow * limit
    var start = across &* first, rest = n / perRow
    for axis in outer.reversed() {
      start &+= axis.steps &* (rest % axis.size)
      rest /= axis.size
    }
    return (start, min(limit, width - first))
  }

  /// The numbers of all tiles, on several threads if there is work for them, in groups that hang on the sizes alone.
  ///
  /// - cost: of one element, in elements of a simple sum.
  func forEachTile(limit: Int, cost: Int = 1, _ body: (_ tile: Int) -> Void) {
    let tiles = tiles(limit: limit)
    let group = max(1, 65_536 / max(1, min(width, limit) * length * cost))
    if tiles <= group { return (0..<tiles).forEach(body) }
    ThreadPool.shared.run(chunks: (tiles + group - 1) / group) { n in
      for tile in n * group..<min(tiles, (n + 1) * group) { body(tile) }
    }
  }
}
