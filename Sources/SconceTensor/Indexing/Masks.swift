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
    var next = target.base
    let width = dtype.stride, move = Move(dtype)
    forEachRun(source, mask) { count, a, aStep, mask, maskStep in
      let mask = mask.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count where mask[i * maskStep] != 0 {
        move(1, next, 1, a + i * aStep * width, 1)
        next += width
      }
    }
    if target !== self { try copy(target) }
  }

  /// `value` under the mask.
  public func maskedFill(_ mask: Tensor, _ value: Double) throws(SconceError) {
    _ = try Check("torch.maskedFill").mask(mask, of: self)
    let dtype = dtype, width = dtype.stride
    forEachRun(self, mask) { count, r, step, mask, maskStep in
      let mask = mask.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count where mask[i * maskStep] != 0 { dtype.store(value, r + i * step * width) }
    }
  }

  /// The first elements of `a`, in row-major order, to where the mask is.
  public func maskedCopy(_ mask: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.maskedCopy"), ones = try check.mask(mask, of: self)
    try check.same(self, a)
    try check(a.count >= ones, "expected \(ones) elements or more, as the mask has ones, got \(a.count)")
    let source = try storage === a.storage ? a.clone() : a.contiguous()
    var next = UnsafeRawPointer(source.base)
    let width = dtype.stride, move = Move(dtype)
    forEachRun(self, mask) { count, r, step, mask, maskStep in
      let mask = mask.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count where mask[i * maskStep] != 0 {
        move(1, r + i * step * width, 1, next, 1)
        next += width
      }
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
    var ones = 0, largest: UInt8 = 0
    forEachRun(mask, mask) { count, mask, step, _, _ in
      let mask = mask.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count {
        let bit = mask[i * step]
        ones += Int(bit)
        largest = max(largest, bit)
      }
    }
    try self(largest <= 1, "expected a mask of zeros and ones, got \(largest)")
    return ones
  }
}
