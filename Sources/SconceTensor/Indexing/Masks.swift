import SconceErrors

// A mask is a ByteTensor of as many elements: 1 where an element is meant.

extension Tensor {
  /// The elements of `a` under the mask, in row-major order.
  public func maskedSelect(_ a: Tensor, _ mask: Tensor) throws(SconceError) {
    let ones = try Check("torch.maskedSelect").mask(mask, of: a)
    let source = self === a || storage === a.storage ? try a.clone() : a
    try resize([ones])
    // A result that was a view with gaps is filled by way of a copy.
    let target = isContiguous ? self : try Tensor(unset: dtype, like: self)
    dtype.performOnBits(MaskedSelection(target: target.base, count: ones, source: source, mask: mask))
    if target !== self { try copy(target) }
  }

  /// `value` under the mask.
  public func maskedFill(_ mask: Tensor, _ value: Double) throws(SconceError) {
    _ = try Check("torch.maskedFill").mask(mask, of: self)
    withElement(value, dtype) { dtype.performOnBits(MaskedFill(target: self, mask: mask, value: $0)) }
  }

  /// The first elements of `a`, in row-major order, to where the mask is.
  public func maskedCopy(_ mask: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.maskedCopy"), ones = try check.mask(mask, of: self)
    try check.same(self, a)
    try check(a.count >= ones, "expected \(ones) elements or more, as the mask has ones, got \(a.count)")
    let source = try storage === a.storage ? a.clone() : a.contiguous()
    dtype.performOnBits(MaskedCopy(target: self, mask: mask, source: source.base, count: ones))
  }
}

// Nobody can guess whether a mask has a one: every element is read and written, and stays as it is where it has none.

private struct MaskedSelection: BitsAction {
  let target: UnsafeMutableRawPointer, count: Int, source: Tensor, mask: Tensor

  func run<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type) {
    let target = target.assumingMemoryBound(to: T.self), count = count
    var n = 0
    forEachRun(source, mask) { length, a, aStep, mask, maskStep in
      let a = a.assumingMemoryBound(to: T.self), mask = mask.assumingMemoryBound(to: UInt8.self)
      var i = 0
      while i < length, n < count {
        target[n] = a[i &* aStep]
        n &+= Int(mask[i &* maskStep])
        i &+= 1
      }
    }
  }
}

private struct MaskedFill: BitsAction {
  let target: Tensor, mask: Tensor, value: UnsafeRawPointer

  func run<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type) {
    let value = value.load(as: T.self)
    forEachRun(target, mask) { count, r, step, mask, maskStep in
      let r = r.assumingMemoryBound(to: T.self), mask = mask.assumingMemoryBound(to: UInt8.self)
      if step == 1, maskStep == 1 {
        for i in 0..<count { r[i] = chosen(mask[i], value, r[i]) }
      } else {
        for i in 0..<count { r[i &* step] = chosen(mask[i &* maskStep], value, r[i &* step]) }
      }
    }
  }
}

private struct MaskedCopy: BitsAction {
  let target: Tensor, mask: Tensor, source: UnsafeRawPointer, count: Int

  func run<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type) {
    let source = source.assumingMemoryBound(to: T.self), count = count
    var n = 0
    forEachRun(target, mask) { length, r, step, mask, maskStep in
      let r = r.assumingMemoryBound(to: T.self), mask = mask.assumingMemoryBound(to: UInt8.self)
      var i = 0
      while i < length, n < count {
        let bit = mask[i &* maskStep]
        r[i &* step] = chosen(bit, source[n], r[i &* step])
        n &+= Int(bit)
        i &+= 1
      }
    }
  }
}

/// `a` if the bit is 1, `b` if it is 0, without a branch.
@inline(__always)
private func chosen<T: FixedWidthInteger & UnsignedInteger>(_ bit: UInt8, _ a: T, _ b: T) -> T {
  let b0 = T(truncatingIfNeeded: bit) &- 1
  return (b & b0) | (a & ~b0)
}

/// Something to be done with elements whatever they mean: only their width counts.
private protocol BitsAction {
  func run<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type)
}
extension DType {
  fileprivate func performOnBits<Action: BitsAction>(_ action: Action) {
    switch stride {
    case 1: action.run(UInt8.self)
    case 2: action.run(UInt16.self)
    case 4: action.run(UInt32.self)
    default: action.run(UInt64.self)
    }
  }
}

extension Check {
  /// How many ones the mask has, which holds zeros and ones, one for each element of `t`.
  fileprivate func mask(_ mask: Tensor, of t: Tensor) throws(SconceError) -> Int {
    try self(mask.dtype == .byte, "expected a torch.ByteTensor as mask, got \(mask.dtype.typename)")
    try self(
      mask.count == t.count,
      "inconsistent tensor size: expected a mask of \(t.count) elements for \(t.extent), got \(mask.extent)")
    var ones = 0, bits: UInt8 = 0
    forEachRun(mask, mask) { count, mask, step, _, _ in
      let mask = mask.assumingMemoryBound(to: UInt8.self)
      // As many as a byte counts, so that bytes are counted side by side.
      for start in stride(from: 0, to: count, by: 255) {
        var some: UInt8 = 0
        if step == 1 {
          for i in start..<min(start &+ 255, count) { (some, bits) = (some &+ mask[i], bits | mask[i]) }
        } else {
          for i in start..<min(start &+ 255, count) { (some, bits) = (some &+ mask[i &* step], bits | mask[i &* step]) }
        }
        ones &+= Int(some)
      }
    }
    try self(bits <= 1, "expected a mask of zeros and ones, got \(largest(mask))")
    return ones
  }
  private func largest(_ mask: Tensor) -> UInt8 {
    var largest: UInt8 = 0
    forEachRun(mask, mask) { count, mask, step, _, _ in
      for i in 0..<count { largest = max(largest, mask.load(fromByteOffset: i * step, as: UInt8.self)) }
    }
    return largest
  }
}
