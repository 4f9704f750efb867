import SconceKernels
import SconceTensor

/// What an optimizer's step goes through: up to six vectors of one type and length, each contiguous, for the length of
/// one call.
///
/// A step is a chain of operations on whole vectors. Here the chain is run block by block, small enough for all vectors'
/// blocks to stay in the first cache, so that memory is read and written once; each element goes through the same
/// kernels in the same order, and comes out the same.
struct FlatVectors {
  private let type: FloatDType, count: Int
  private var bases: InlineArray<6, UnsafeMutableRawPointer>

  /// Nil for what has to take the long way: other types, lengths or layouts, and vectors that share a part of their
  /// elements.
  init?(_ x: Tensor, _ b: Tensor, _ c: Tensor? = nil, _ d: Tensor? = nil, _ e: Tensor? = nil, _ f: Tensor? = nil) {
    guard x.dtype == .float || x.dtype == .double, x.count > 0, x.isContiguous else { return nil }
    (type, count, bases) = (x.dtype == .float ? .float : .double, x.count, InlineArray(repeating: x.base))
    guard add(1, b), add(2, c), add(3, d), add(4, e), add(5, f) else { return nil }
  }
  private mutating func add(_ index: Int, _ t: Tensor?) -> Bool {
    guard let t else { return true }
    return t.dtype == type.numeric.dtype && t.count == count && t.isContiguous && place(index, t.base)
  }
  /// Another vector, by where it lies.
  mutating func place(_ index: Int, _ base: UnsafeMutableRawPointer) -> Bool {
    let bytes = bytes
    for i in 0..<index where bases[i] != base && bases[i] < base + bytes && base < bases[i] + bytes { return false }
    bases[index] = base
    return true
  }
  /// Whether the first so many have no element in common at all.
  func areDistinct(_ vectors: Int) -> Bool {
    for i in 0..<vectors {
      for j in 0..<i where bases[i] == bases[j] { return false }
    }
    return true
  }
  /// Of one vector.
  var bytes: Int { count * type.numeric.stride }
  subscript(_ index: Int) -> UnsafeMutableRawPointer { bases[index] }

  /// Block after block, in any order, on several threads where there are many.
  func forEachBlock(_ body: (Block) -> Void) {
    let width = type.numeric.stride, most = 4096 / width
    inChunks(of: count) { start, end in
      var first = start
      while first < end {
        body(Block(type: type, count: min(most, end - first), bases: bases, offset: first * width))
        first += most
      }
    }
  }

  /// A stretch of each vector, by the vector's number: the first has 0.
  struct Block {
    let type: FloatDType, count: Int
    fileprivate let bases: InlineArray<6, UnsafeMutableRawPointer>, offset: Int
    subscript(_ index: Int) -> UnsafeMutableRawPointer { bases[index] + offset }

    /// `r = a + s`
    func add(_ r: Int, _ a: Int, _ s: Double) {
      kernels.pointwise.plus[type.numeric].call(count, self[r], 1, self[a], 1, s)
    }
    /// `r = s · a`
    func multiply(_ r: Int, _ a: Int, _ s: Double) {
      kernels.pointwise.times[type.numeric].call(count, self[r], 1, self[a], 1, s)
    }
    /// `r = a · b`
    func multiply(_ r: Int, _ a: Int, with b: Int) {
      kernels.pointwise.multiply[type.numeric].call(count, self[r], 1, self[a], 1, self[b], 1, 1)
    }
    /// `r = r / a`
    func divide(_ r: Int, by a: Int) {
      kernels.pointwise.divide[type].call(count, self[r], 1, self[r], 1, self[a], 1, 1)
    }
    /// `r = a + s · b`
    func add(_ r: Int, _ a: Int, _ s: Double, _ b: Int) {
      kernels.pointwise.addScaled[type.numeric].call(count, self[r], 1, self[a], 1, self[b], 1, s)
    }
    /// `r += s · a · b`
    func add(_ r: Int, _ s: Double, _ a: Int, times b: Int) {
      kernels.pointwise.addScaledProduct[type].call(count, self[r], 1, self[r], 1, self[a], 1, self[b], 1, s)
    }
    /// `r += s · a / b`
    func add(_ r: Int, _ s: Double, _ a: Int, over b: Int) {
      kernels.pointwise.addScaledQuotient[type].call(count, self[r], 1, self[r], 1, self[a], 1, self[b], 1, s)
    }
    /// `r = √a`
    func root(_ r: Int, _ a: Int) { kernels.transfer.squareRoot[type].call(count, self[r], 1, self[a], 1) }
    /// `r = |a|`
    func magnitude(_ r: Int, _ a: Int) { kernels.transfer.magnitude[type].call(count, self[r], 1, self[a], 1) }
    /// `r = max(a, b)`
    func largest(_ r: Int, _ a: Int, _ b: Int) {
      kernels.pointwise.maximum[type].call(count, self[r], 1, self[a], 1, self[b], 1, 1)
    }
  }
}

/// As many bytes, contiguous, in each of four tensors that share none.
func flatBytes(
  _ count: Int, _ a: Tensor, _ b: Tensor, _ c: Tensor, _ d: Tensor
) -> InlineArray<4, UnsafeMutablePointer<UInt8>>? {
  let tensors: InlineArray<4, Tensor> = [a, b, c, d]
  for i in 0..<4 {
    guard tensors[i].dtype == .byte, tensors[i].count == count, tensors[i].isContiguous else { return nil }
    for j in 0..<i where abs(tensors[i].base - tensors[j].base) < count { return nil }
  }
  return InlineArray { tensors[$0].base.assumingMemoryBound(to: UInt8.self) }
}

/// Ranges of elements, each for one thread, which together are all of them.
func inChunks(of count: Int, _ body: (_ first: Int, _ end: Int) -> Void) {
  let chunk = 1 << 15
  if count < 2 * chunk || ThreadPool.shared.threads == 1 { return body(0, count) }
  ThreadPool.shared.run(chunks: (count + chunk - 1) / chunk) { index in
    body(index * chunk, min(count, (index + 1) * chunk))
  }
}
