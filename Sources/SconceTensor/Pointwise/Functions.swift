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
    let kernel = rare.magnitude[code: try Check("torch.abs").numeric(self, a).rawValue]
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in kernel.call(count, r, rStep, a, aStep, 0) }
    return self
  }

  /// `self = ln (1 + a)`
  @discardableResult
  public func log1p(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.log1p", a, rare.logOfOnePlus)
  }
  /// `self = 1 / √a`
  @discardableResult
  public func rsqrt(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.rsqrt", a, kernels.transfer.inverseRoot)
  }
  @discardableResult
  public func sin(_ a: Tensor) throws(SconceError) -> Tensor {
    try mapAngles("torch.sin", a, kernels.transfer.sine, sinf, Glibc.sin)
  }
  @discardableResult
  public func cos(_ a: Tensor) throws(SconceError) -> Tensor {
    try mapAngles("torch.cos", a, kernels.transfer.cosine, cosf, Glibc.cos)
  }
  @discardableResult
  public func tan(_ a: Tensor) throws(SconceError) -> Tensor {
    try mapAngles("torch.tan", a, rare.tangent, tanf, Glibc.tan)
  }
  @discardableResult
  public func asin(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.asin", a, rare.arcsine)
  }
  @discardableResult
  public func acos(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.acos", a, rare.arccosine)
  }
  @discardableResult
  public func atan(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.atan", a, rare.arctangent)
  }
  @discardableResult
  public func sinh(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.sinh", a, rare.hyperbolicSine)
  }
  @discardableResult
  public func cosh(_ a: Tensor) throws(SconceError) -> Tensor {
    try map("torch.cosh", a, rare.hyperbolicCosine)
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
    return try combine(check, a, b, rare.angle[try check.floating(self, a, b)])
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

  /// By a kernel, but by C's functions where an angle is too far from 0 for it.
  private func mapAngles(
    _ name: StaticString, _ a: Tensor, _ kernel: PerFloat<TransferKernel>, _ single: (Float) -> Float,
    _ double: (Double) -> Double
  ) throws(SconceError) -> Tensor {
    let type = try Check(name).floating(self, a), kernel = kernel[type]
    try resize(as: a)
    spreadRuns(self, a) { count, r, rStep, a, aStep in
      func run<T: FloatElement>(_ exact: (T) -> T) {
        var r = r.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self), left = count
        while left > 0 {
          let n = min(left, 1024)
          if areAngles(n, a, aStep) {
            kernel.call(n, r, rStep, a, aStep)
          } else {
            for i in 0..<n {
              if areAngles(1, a + i &* aStep, 1) {
                kernel.call(1, r + i &* rStep, 1, a + i &* aStep, 1)
              } else {
                r[i &* rStep] = exact(a[i &* aStep])
              }
            }
          }
          r += n &* rStep
          a += n &* aStep
          left -= n
        }
      }
      if type == .float { run(single) } else { run(double) }
    }
    return self
  }
}

/// Whether the kernels for angles are exact for all of these, nan and infinity included, which give nan.
private func areAngles<T: FloatElement>(_ count: Int, _ a: UnsafePointer<T>, _ step: Int) -> Bool {
  let farthest = T(farthestAngle)
  var far: Int32 = 0
  if step == 1 {
    for i in 0..<count { far |= a[i].magnitude > farthest ? 1 : 0 }
  } else {
    for i in 0..<count { far |= a[i &* step].magnitude > farthest ? 1 : 0 }
  }
  return far == 0
}
