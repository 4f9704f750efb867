import Glibc
import SconceErrors
import SconceKernels

// Functions of one element. `self` takes the size of `a`, and may be it; Float or Double, unless said otherwise.

extension Tensor {
  /// `self = eᵃ`
  @discardableResult
  public func exp(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.exp", a, kernels.transfer.exp) }
  /// `self = ln a`
  @discardableResult
  public func log(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.log", a, kernels.transfer.log) }
  /// `self = tanh a`
  @discardableResult
  public func tanh(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.tanh", a, kernels.transfer.tanh) }
  /// `self = 1 / (1 + e⁻ᵃ)`
  @discardableResult
  public func sigmoid(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.sigmoid", a, kernels.transfer.sigmoid)
  }
  /// `self = √a`
  @discardableResult
  public func sqrt(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.sqrt", a, kernels.transfer.squareRoot) }
  /// `self = |a|`, of integers too.
  @discardableResult
  public func abs(_ a: Tensor) throws(SconceError) -> Tensor {
    guard dtype.isInteger else { return try map("torch.abs", a, kernels.transfer.magnitude) }
    let kernel = portable.magnitude[code: try Check("torch.abs").numeric(self, a).rawValue]
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in kernel.call(count, r, rStep, a, aStep, 0) }
    return self
  }

  /// `self = ln (1 + a)`
  @discardableResult
  public func log1p(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.log1p", a, log1pf, Glibc.log1p)
  }
  /// `self = 1 / √a`
  @discardableResult
  public func rsqrt(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.rsqrt", a, kernels.transfer.inverseRoot)
  }
  @discardableResult
  public func sin(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.sin", a, sinf, Glibc.sin)
  }
  @discardableResult
  public func cos(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.cos", a, cosf, Glibc.cos)
  }
  @discardableResult
  public func tan(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.tan", a, tanf, Glibc.tan)
  }
  @discardableResult
  public func asin(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.asin", a, asinf, Glibc.asin)
  }
  @discardableResult
  public func acos(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.acos", a, acosf, Glibc.acos)
  }
  @discardableResult
  public func atan(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.atan", a, atanf, Glibc.atan)
  }
  @discardableResult
  public func sinh(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.sinh", a, sinhf, Glibc.sinh)
  }
  @discardableResult
  public func cosh(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.cosh", a, coshf, Glibc.cosh)
  }

  /// The largest whole number that is not above `a`.
  @discardableResult
  public func floor(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.floor", a, kernels.transfer.floor) }
  /// The smallest whole number that is not below `a`.
  @discardableResult
  public func ceil(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.ceil", a, kernels.transfer.ceiling) }
  /// The nearest whole number; halves go away from zero.
  @discardableResult
  public func round(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.round", a, kernels.transfer.round)
  }
  /// The whole part.
  @discardableResult
  public func trunc(_ a: Tensor) throws(SconceError) -> Tensor { try map("torch.trunc", a, kernels.transfer.truncate) }
  /// What `trunc` cuts off.
  @discardableResult
  public func frac(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.frac", a, kernels.transfer.fraction)
  }

  /// The angle of the point (b, a).
  @discardableResult
  public func atan2(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.atan2")
    try check.floating(self, a, b)
    try check.counts(a, b)
    try resize(as: a)
    let dtype = dtype, width = dtype.stride
    spreadRuns(self, a, b) { count, r, rStep, a, aStep, b, bStep in
      for i in 0..<count {
        let angle = Glibc.atan2(dtype.load(a + i &* aStep &* width), dtype.load(b + i &* bStep &* width))
        dtype.store(angle, r + i &* rStep &* width)
      }
    }
    return self
  }

  /// `self = aᵛ`
  @discardableResult
  public func pow(_ a: Tensor, _ value: Double) throws(SconceError) -> Tensor {
    let type = try Check("torch.pow").floating(self, a)
    switch value {
    case 1:
      try resize(as: a)
      return try copy(a)
    case 2: return try combine(Check("torch.pow"), a, a, kernels.pointwise.multiply[type.numeric])
    case 3: return try map("torch.pow", a, kernels.transfer.cube)
    case 0.5: return try sqrt(a)
    case -0.5: return try rsqrt(a)
    case -1: return try cinv(a)
    default: return try combine(a, value, portable.power[type.numeric])
    }
  }
  /// `self = vᵃ`
  @discardableResult
  public func pow(_ value: Double, _ a: Tensor) throws(SconceError) -> Tensor {
    try combine(value, a, portable.power[try Check("torch.pow").floating(self, a).numeric])
  }
  /// `self = aᵇ`, of integers too, by way of double.
  @discardableResult
  public func cpow(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.cpow")
    return try combine(check, a, b, portable.power[try check.numeric(self, a, b)])
  }

  /// By C's functions.
  private func map(
    _ name: StaticString, _ a: Tensor, _ single: (Float) -> Float, _ double: (Double) -> Double
  ) throws(SconceError) -> Tensor {
    let type = try Check(name).floating(self, a)
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in
      func run<T: FloatElement>(_ value: (T) -> T) {
        let r = r.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self)
        for i in 0..<count { r[i &* rStep] = value(a[i &* aStep]) }
      }
      if type == .float { run(single) } else { run(double) }
    }
    return self
  }
}
