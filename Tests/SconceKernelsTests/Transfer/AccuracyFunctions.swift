import Glibc
import SconceKernels

extension AccuracyTests.Function {
  /// At one level: the rare functions have only two.
  func kernel(_ table: Int) -> PerFloat<TransferKernel> {
    let transfer = runnableTables[table].transfer, rare = runnableRareTables[min(table, runnableRareTables.count - 1)]
    return switch self {
    case .exp: transfer.exp
    case .log: transfer.log
    case .tanh: transfer.tanh
    case .sigmoid: transfer.sigmoid
    case .sine: transfer.sine
    case .cosine: transfer.cosine
    case .tangent: rare.tangent
    case .arcsine: rare.arcsine
    case .arccosine: rare.arccosine
    case .arctangent: rare.arctangent
    case .hyperbolicSine: rare.hyperbolicSine
    case .hyperbolicCosine: rare.hyperbolicCosine
    case .logOfOnePlus: rare.logOfOnePlus
    }
  }
  /// What is computed in double is right but for one rounding.
  var floatBound: Double {
    switch self {
    case .exp, .log: 1.5
    case .tanh, .sigmoid: 2
    default: 0.501
    }
  }
  /// What part of the arguments are tried: one of so many.
  func share(_ full: Bool) -> Int { (full ? 1 : 50) * (floatBound < 1 ? 8 : 1) }
  var isAngular: Bool { [.sine, .cosine, .tangent].contains(self) }

  func exactly(_ x: Double) -> Double {
    switch self {
    case .exp: Glibc.exp(x)
    case .log: Glibc.log(x)
    case .tanh: Glibc.tanh(x)
    case .sigmoid: x < 0 ? Glibc.exp(x) / (1 + Glibc.exp(x)) : 1 / (1 + Glibc.exp(-x))
    case .sine: Glibc.sin(x)
    case .cosine: Glibc.cos(x)
    case .tangent: Glibc.tan(x)
    case .arcsine: Glibc.asin(x)
    case .arccosine: Glibc.acos(x)
    case .arctangent: Glibc.atan(x)
    case .hyperbolicSine: Glibc.sinh(x)
    case .hyperbolicCosine: Glibc.cosh(x)
    case .logOfOnePlus: Glibc.log1p(x)
    }
  }
  func exactly(_ x: Float80) -> Float80 {
    switch self {
    case .exp: expl(x)
    case .log: logl(x)
    case .tanh: tanhl(x)
    case .sigmoid: x < 0 ? expl(x) / (1 + expl(x)) : 1 / (1 + expl(-x))
    case .sine: sinl(x)
    case .cosine: cosl(x)
    case .tangent: tanl(x)
    case .arcsine: asinl(x)
    case .arccosine: acosl(x)
    case .arctangent: atanl(x)
    case .hyperbolicSine: sinhl(x)
    case .hyperbolicCosine: coshl(x)
    case .logOfOnePlus: log1pl(x)
    }
  }
  /// Half of them near where the function bends, half over all that it is defined on, by magnitude.
  func argument(_ random: UInt64) -> Double {
    let unit = Double(random >> 12) * 0x1p-52, near = random & 1 == 0
    /// Of either sign, up to 2ᵉ and with any exponent below.
    func wide(_ e: Int) -> Double { (unit * 2 - 1) * Glibc.exp2(Double(e) - Double(random >> 2 & 15)) }
    switch self {
    case .exp: return near ? unit * 4 - 2 : unit * 1453 - 744
    case .log: return near ? 0.5 + unit : Double(bitPattern: random >> 1 % 0x7ff0_0000_0000_0000)
    case .tanh, .sigmoid: return near ? unit * 4 - 2 : wide(9)
    case .sine, .cosine, .tangent: return near ? unit * 8 - 4 : wide(20)
    case .arcsine, .arccosine: return near ? unit * 2 - 1 : wide(0)
    case .arctangent: return near ? unit * 4 - 2 : wide(40)
    case .hyperbolicSine, .hyperbolicCosine: return near ? unit * 4 - 2 : unit * 1420 - 710
    case .logOfOnePlus: return near ? unit * 2 - 0.999 : wide(2).magnitude
    }
  }
}
