import Glibc
import SconceErrors
import SconceKernels

extension Tensor {
  /// `self[i] = a[i] < b[i]`, 1 or 0. `self` is of bytes or of the type of `a`, and takes its size.
  @discardableResult
  public func lt(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.lt", a, b, rare.less)
  }
  /// `self[i] = a[i] ≤ b[i]`, as in ``lt(_:_:)-(_,Tensor)``.
  @discardableResult
  public func le(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.le", a, b, rare.lessOrEqual)
  }
  /// `self[i] = a[i] > b[i]`, as in ``lt(_:_:)-(_,Tensor)``.
  @discardableResult
  public func gt(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.gt", a, b, rare.less, swapped: true)
  }
  /// `self[i] = a[i] ≥ b[i]`, as in ``lt(_:_:)-(_,Tensor)``.
  @discardableResult
  public func ge(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.ge", a, b, rare.lessOrEqual, swapped: true)
  }
  /// `self[i] = a[i] = b[i]`, as in ``lt(_:_:)-(_,Tensor)``.
  @discardableResult
  public func eq(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.eq", a, b, rare.equal)
  }
  /// `self[i] = a[i] ≠ b[i]`, as in ``lt(_:_:)-(_,Tensor)``.
  @discardableResult
  public func ne(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try compare("torch.ne", a, b, rare.notEqual)
  }

  // Against a number, which is converted to the type of `a` first.
  @discardableResult
  public func lt(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.lt", a, value, rare.less)
  }
  @discardableResult
  public func le(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.le", a, value, rare.lessOrEqual)
  }
  @discardableResult
  public func gt(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.gt", a, value, rare.less, swapped: true)
  }
  @discardableResult
  public func ge(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.ge", a, value, rare.lessOrEqual, swapped: true)
  }
  @discardableResult
  public func eq(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.eq", a, value, rare.equal)
  }
  @discardableResult
  public func ne(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try compare("torch.ne", a, value, rare.notEqual)
  }

  /// Whether both have the same sizes and elements.
  public func equal(_ other: Tensor) throws(SconceError) -> Bool {
    let kernel = rare.notEqual[try Check("torch.equal").numeric(self, other)]
    guard hasSize(of: other) else { return false }
    var differ = false
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { room in
      let found = room.baseAddress!, width = dtype.stride
      forEachRun(self, self, other) { count, _, _, a, aStep, b, bStep in
        for start in Swift.stride(from: 0, to: differ ? 0 : count, by: 512) {
          let n = min(512, count - start)
          kernel.call(n, found, 1, a + start * aStep * width, aStep, b + start * bStep * width, bStep)
          differ = differ || memchr(found, 1, n) != nil
        }
      }
    }
    return !differ
  }

  private func compare(
    _ name: StaticString, _ a: Tensor, _ b: Tensor, _ kernel: PerDType<ComparisonKernel>, swapped: Bool = false
  ) throws(SconceError) -> Tensor {
    let check = Check(name)
    let kernel = kernel[try check.numeric(a, b)]
    try check.counts(a, b)
    return try answering(check, a) { result throws(SconceError) in
      spreadRuns(result, swapped ? b : a, swapped ? a : b) { count, r, rStep, a, aStep, b, bStep in
        kernel.call(count, r, rStep, a, aStep, b, bStep)
      }
    }
  }
  private func compare(
    _ name: StaticString, _ a: Tensor, _ value: Double, _ kernel: PerDType<ComparisonKernel>, swapped: Bool = false
  ) throws(SconceError) -> Tensor {
    let check = Check(name)
    let kernel = kernel[try check.numeric(a)]
    return try answering(check, a) { result throws(SconceError) in
      withElement(value, a.dtype) { value in
        spreadRuns(result, a) { count, r, rStep, a, aStep in
          if swapped {
            kernel.call(count, r, rStep, value, 0, a, aStep)
          } else {
            kernel.call(count, r, rStep, a, aStep, value, 0)
          }
        }
      }
    }
  }

  /// Bytes are written where they are wanted; another type gets them converted.
  private func answering(
    _ check: Check, _ a: Tensor, _ fill: (Tensor) throws(SconceError) -> Void
  ) throws(SconceError) -> Tensor {
    if dtype != .byte { try check.same(a, self) }
    let answer = dtype == .byte ? self : Tensor(.byte, in: storage.memory)
    try answer.resize(as: a)
    try fill(answer)
    if answer === self { return self }
    try resize(as: a)
    let dtype = dtype, width = dtype.stride
    forEachRun(self, answer) { count, r, rStep, a, aStep in
      for i in 0..<count { dtype.store(DType.byte.load(a + i &* aStep), r + i &* rStep &* width) }
    }
    return self
  }

  /// `self = a` where it is the larger, else `b`; NaN in `a` gives `b`.
  @discardableResult
  public func cmax(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cmax")
    return try combine(check, a, b, choose(try check.numeric(self, a, b), kernels.pointwise.maximum, rare.maximum))
  }
  @discardableResult
  public func cmax(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.cmax").numeric(self, a)
    return try combine(a, value, choose(type, kernels.pointwise.maximum, rare.maximum))
  }
  /// `self = a` where it is the smaller, else `b`; NaN in `a` gives `b`.
  @discardableResult
  public func cmin(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cmin")
    return try combine(check, a, b, choose(try check.numeric(self, a, b), kernels.pointwise.minimum, rare.minimum))
  }
  @discardableResult
  public func cmin(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.cmin").numeric(self, a)
    return try combine(a, value, choose(type, kernels.pointwise.minimum, rare.minimum))
  }
  /// `self = a`, but at least `low`, else at most `high`.
  @discardableResult
  public func clamp(_ a: Tensor, _ low: Double, _ high: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.clamp").numeric(self, a)
    return try combine(a, high, scale: low, choose(type, kernels.pointwise.clamp, rare.clamp))
  }
  /// `self =` 1, 0 or −1, as `a` is above, at or below 0; NaN gives 0.
  @discardableResult
  public func sign(_ a: Tensor) throws(SconceError) -> Tensor {
    let kernel = rare.sign[try Check("torch.sign").numeric(self, a)]
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in kernel.call(count, r, rStep, a, aStep, 0) }
    return self
  }
}
