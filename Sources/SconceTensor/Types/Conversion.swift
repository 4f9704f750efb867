import SconceErrors
import SconceKernels

extension Tensor {
  /// The elements of `a`, in its row-major order, into those of `self`: as many, in any shape, of any type.
  ///
  /// Conversions are C's on x86: integers wrap, fractions are cut off, and what a type cannot hold is its smallest value
  /// (of int or long).
  @discardableResult
  public func copy(_ a: Tensor) throws(SconceError) -> Tensor {
    try Check("torch.copy")(
      count == a.count, "inconsistent tensor size: expected tensors of as many elements, got \(extent) and \(a.extent)")
    if dtype != a.dtype {
      spreadRuns(self, a) { [dtype, source = a.dtype] count, r, rStep, a, aStep in
        dtype.perform(ConvertInto(source: source, count: count, r: r, rStep: rStep, a: a, aStep: aStep))
      }
    } else if isContiguous, a.isContiguous {
      if count > 0, base != a.base { base.copyMemory(from: a.base, byteCount: count * dtype.stride) }
    } else if !copyAcross(a) {
      let move = Move(dtype)
      forEachRun(self, a) { count, r, rStep, a, aStep in move(count, r, rStep, a, aStep) }
    }
    return self
  }

  /// The same elements as another type, in new memory and without gaps.
  public func converted(to dtype: DType) throws(SconceError) -> Tensor {
    try Tensor(unset: dtype, like: self).copy(self)
  }
  /// The same elements in new memory, without gaps.
  public func clone() throws(SconceError) -> Tensor { try converted(to: dtype) }
  /// The same elements without gaps: `self` if it has none.
  public func contiguous() throws(SconceError) -> Tensor { isContiguous ? self : try clone() }

  /// Of the size of `other`, with elements that are yet to be written.
  convenience init(unset dtype: DType, like other: Tensor) throws(SconceError) {
    self.init(dtype, in: other.storage.memory)
    let count = other.count
    if count == 0 { return }
    try storage.resize(to: count, zeroed: false)
    try resize(as: other)
  }
}

extension Storage {
  /// The first elements of `a`, of any type, into all of these.
  public func copy(_ a: Storage) throws(SconceError) {
    guard a.count >= count else { throw SconceError("expected \(count) elements, got \(a.count)") }
    if count > 0 { try Tensor(viewing: self).copy(try Tensor(viewing: a).narrow(0, 0, count)) }
  }
}

/// One run of elements into one of another type. Twice through the switch over types: 56 loops.
private struct ConvertInto: ScalarAction {
  let source: DType, count: Int, r: UnsafeMutableRawPointer, rStep: Int, a: UnsafeRawPointer, aStep: Int
  func run<T: Scalar>(_ type: T.Type) {
    source.perform(
      ConvertFrom(count: count, r: r.assumingMemoryBound(to: T.self), rStep: rStep, a: a, aStep: aStep))
  }
}
private struct ConvertFrom<T: Scalar>: ScalarAction {
  let count: Int, r: UnsafeMutablePointer<T>, rStep: Int, a: UnsafeRawPointer, aStep: Int
  func run<S: Scalar>(_ type: S.Type) {
    let a = a.assumingMemoryBound(to: S.self)
    if rStep == 1, aStep == 1 {
      for i in 0..<count { r[i] = T(converting: a[i]) }
    } else {
      for i in 0..<count { r[i &* rStep] = T(converting: a[i &* aStep]) }
    }
  }
}

/// Moves elements without looking at them: only their width matters.
struct Move {
  private let width: Int
  init(_ dtype: DType) { width = dtype.stride }

  @inline(__always)
  func callAsFunction(_ n: Int, _ r: UnsafeMutableRawPointer, _ rStep: Int, _ a: UnsafeRawPointer, _ aStep: Int) {
    if rStep == 1, aStep == 1 {
      r.copyMemory(from: a, byteCount: n &* width)
      return
    }
    switch width {
    case 1: go(UInt8.self, n, r, rStep, a, aStep)
    case 2: go(UInt16.self, n, r, rStep, a, aStep)
    case 4: go(UInt32.self, n, r, rStep, a, aStep)
    default: go(UInt64.self, n, r, rStep, a, aStep)
    }
  }
  private func go<T>(
    _ type: T.Type, _ n: Int, _ r: UnsafeMutableRawPointer, _ rStep: Int, _ a: UnsafeRawPointer, _ aStep: Int
  ) {
    let r = r.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self)
    if rStep == 1 {
      for i in 0..<n { r[i] = a[i &* aStep] }
    } else {
      for i in 0..<n { r[i &* rStep] = a[i &* aStep] }
    }
  }
}
