/// Kernels that are too rare for an instance at each instruction set: compiled for the oldest and for AVX2, which has
/// most of what they gain by.
@frozen public struct RareTable: Sendable {
  public let divide, maximum, minimum, clamp: PerInteger<BinaryKernel>
  public let addScaledProduct, addScaledQuotient: PerInteger<TernaryKernel>
  public let bitAnd, bitOr, bitXor: PerInteger<BinaryKernel>
  public let remainder, modulo, shiftLeft, shiftRight: PerDType<BinaryKernel>
  public let interpolate, angle: PerFloat<BinaryKernel>
  public let sign: PerDType<UnaryKernel>
  public let magnitude: PerInteger<UnaryKernel>
  public let less, lessOrEqual, equal, notEqual: PerDType<ComparisonKernel>
  public let tangent, arcsine, arccosine, arctangent: PerFloat<TransferKernel>
  public let hyperbolicSine, hyperbolicCosine, logOfOnePlus: PerFloat<TransferKernel>
  public let peepholes: PerFloat<PeepholeKernel>

  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    divide = .init(isa, Divide.self)
    maximum = .init(isa, Maximum.self)
    minimum = .init(isa, Minimum.self)
    clamp = .init(isa, Clamp.self)
    addScaledProduct = .init(isa, AddScaledProduct.self)
    addScaledQuotient = .init(isa, AddScaledQuotient.self)
    bitAnd = .init(isa, BitAnd.self)
    bitOr = .init(isa, BitOr.self)
    bitXor = .init(isa, BitXor.self)
    remainder = .init(isa, Remainder.self)
    modulo = .init(isa, Modulo.self)
    shiftLeft = .init(isa, ShiftLeft.self)
    shiftRight = .init(isa, ShiftRight.self)
    interpolate = .init(isa, Interpolate.self)
    angle = .init(isa, AngleOf.self)
    sign = .init(isa, Sign.self)
    magnitude = .init(isa, IntegerMagnitude.self)
    less = .init(isa, Less.self)
    lessOrEqual = .init(isa, LessOrEqual.self)
    equal = .init(isa, Equal.self)
    notEqual = .init(isa, NotEqual.self)
    tangent = .init(isa, Tangent.self)
    arcsine = .init(isa, Arcsine.self)
    arccosine = .init(isa, Arccosine.self)
    arctangent = .init(isa, Arctangent.self)
    hyperbolicSine = .init(isa, HyperbolicSine.self)
    hyperbolicCosine = .init(isa, HyperbolicCosine.self)
    logOfOnePlus = .init(isa, LogOfOnePlus.self)
    peepholes = .init(isa)
  }
}
