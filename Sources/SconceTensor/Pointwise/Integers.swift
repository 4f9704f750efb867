import Glibc
import SconceErrors
import SconceKernels

// Remainders, shifts and bits. The operand is a tensor of as many elements as `a`, or a number, converted to its type.

extension Tensor {
  /// `self =` what remains of `a / b` cut off toward zero; integers refuse a 0 in `b`.
  @discardableResult
  public func fmod(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try divided("torch.fmod", a, value, rare.remainder)
  }
  @discardableResult
  public func cfmod(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try divided("torch.cfmod", a, b, rare.remainder)
  }
  /// `self =` what remains of `a / b` rounded down; integers refuse a 0 in `b`.
  @discardableResult
  public func remainder(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try divided("torch.remainder", a, value, rare.modulo)
  }
  @discardableResult
  public func cremainder(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    try divided("torch.cremainder", a, b, rare.modulo)
  }
  private func divided(
    _ name: StaticString, _ a: Tensor, _ value: Double, _ kernel: PerDType<BinaryKernel>
  ) throws(SconceError) -> Tensor {
    let check = Check(name)
    let type = try check.numeric(self, a)
    try check.divisor(value, type)
    return try combine(a, value, kernel[type])
  }
  private func divided(
    _ name: StaticString, _ a: Tensor, _ b: Tensor, _ kernel: PerDType<BinaryKernel>
  ) throws(SconceError) -> Tensor {
    let check = Check(name)
    let type = try check.numeric(self, a, b)
    try check.divisor(b)
    return try combine(check, a, b, kernel[type])
  }

  /// `self = a · 2ⁿ`; integers shift.
  @discardableResult
  public func lshift(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.lshift").numeric(self, a)
    return try type.float == nil ? combine(a, value, rare.shiftLeft[type]) : mul(a, exp2(value))
  }
  @discardableResult
  public func clshift(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.clshift")
    return try combine(check, a, b, rare.shiftLeft[try check.numeric(self, a, b)])
  }
  /// `self = a / 2ⁿ`; integers shift zeros in.
  @discardableResult
  public func rshift(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.rshift").numeric(self, a)
    return try type.float == nil ? combine(a, value, rare.shiftRight[type]) : div(a, exp2(value))
  }
  @discardableResult
  public func crshift(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.crshift")
    return try combine(check, a, b, rare.shiftRight[try check.numeric(self, a, b)])
  }

  /// The bits that both have, of integers.
  @discardableResult
  public func bitand(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try combine(a, value, try Check("torch.bitand").bits(rare.bitAnd, self, a))
  }
  @discardableResult
  public func cbitand(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cbitand")
    return try combine(check, a, b, try check.bits(rare.bitAnd, self, a, b))
  }
  /// The bits that either has, of integers.
  @discardableResult
  public func bitor(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try combine(a, value, try Check("torch.bitor").bits(rare.bitOr, self, a))
  }
  @discardableResult
  public func cbitor(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cbitor")
    return try combine(check, a, b, try check.bits(rare.bitOr, self, a, b))
  }
  /// The bits that only one has, of integers.
  @discardableResult
  public func bitxor(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    try combine(a, value, try Check("torch.bitxor").bits(rare.bitXor, self, a))
  }
  @discardableResult
  public func cbitxor(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cbitxor")
    return try combine(check, a, b, try check.bits(rare.bitXor, self, a, b))
  }
}

extension Check {
  fileprivate func bits(
    _ kernel: PerInteger<BinaryKernel>, _ first: Tensor, _ b: Tensor, _ c: Tensor? = nil
  ) throws(SconceError) -> BinaryKernel {
    let type = try numeric(first, b, c)
    try self(type.float == nil, "expected integers, got \(first.dtype.typename)")
    return kernel[code: type.rawValue]
  }
}
