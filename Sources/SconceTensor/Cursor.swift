/// A position in a tensor, with what is left of the innermost run after merging dimensions that lie in one line.
///
/// Its sizes, strides and indices lie in memory that the caller lends, so that walking allocates nothing.
struct Cursor {
  private let sizes, strides, index: UnsafeMutablePointer<Int>
  private let last: Int, width: Int
  private(set) var address: UnsafeMutableRawPointer

  /// How many words to lend for this tensor.
  static func words(_ t: Tensor) -> Int { 3 * max(t.dim, 1) }

  /// At element `first`, in row-major order, of a tensor that has it.
  init(_ t: Tensor, _ words: UnsafeMutablePointer<Int>, _ first: Int) {
    let room = max(t.dim, 1)
    (sizes, strides, index) = (words, words + room, words + 2 * room)
    var rank = 0
    for d in 0..<t.dim where t.size(d) != 1 {
      if rank > 0, strides[rank - 1] == t.size(d) &* t.stride(d) {
        sizes[rank - 1] &*= t.size(d)
        strides[rank - 1] = t.stride(d)
      } else {
        (sizes[rank], strides[rank]) = (t.size(d), t.stride(d))
        rank += 1
      }
    }
    if rank == 0 { (sizes[0], strides[0], rank) = (1, 1, 1) }
    (last, width, address) = (rank - 1, t.dtype.stride, t.base)
    var rest = first, d = rank
    while d > 0 {
      d -= 1
      index[d] = 0
      if rest != 0 {
        index[d] = rest % sizes[d]
        rest /= sizes[d]
        address += index[d] &* strides[d] &* width
      }
    }
  }

  var step: Int { strides[last] }
  /// Elements of this run.
  var left: Int { sizes[last] - index[last] }

  mutating func advance(_ k: Int) {
    var d = last
    index[d] += k
    address += k &* strides[d] &* width
    while d > 0, index[d] == sizes[d] {
      address += (strides[d - 1] &- sizes[d] &* strides[d]) &* width
      index[d] = 0
      index[d - 1] += 1
      d -= 1
    }
  }
}
