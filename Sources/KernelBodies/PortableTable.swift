/// Kernels of ops, or of an op's integer types, that are too rare for an instance at each instruction set: compiled
/// once, for the baseline.
@frozen public struct PortableTable: Sendable {
  public let divide, maximum, minimum, clamp: PerInteger<BinaryKernel>
  public let addScaledProduct, addScaledQuotient: PerInteger<TernaryKernel>
  public let bitAnd, bitOr, bitXor: PerInteger<BinaryKernel>
  public let remainder, modulo, power, shiftLeft, shiftRight: PerDType<BinaryKernel>
  public let interpolate: PerFloat<BinaryKernel>
  public let sign: PerDType<UnaryKernel>
  public let magnitude: PerInteger<UnaryKernel>
  public let less, lessOrEqual, equal, notEqual: PerDType<ComparisonKernel>
  public let integerGemm: PerInteger<IntegerGemmKernel>
  public let integerDot: PerInteger<DotKernel>
  public let integerCorrelation: PerInteger<CorrelationKernel>
  public let product: PerDType<FoldKernel>
  public let sumOfMagnitudes, sumOfPowers, countOfNonZero: PerFloat<FoldKernel>
  public let runningSum, runningProduct: PerDType<RunningKernel>
  public let sorted, firstOnes, kth, mostFrequent: PerDType<OrderKernel>

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
    power = .init(isa, Power.self)
    shiftLeft = .init(isa, ShiftLeft.self)
    shiftRight = .init(isa, ShiftRight.self)
    interpolate = .init(isa, Interpolate.self)
    sign = .init(isa, Sign.self)
    magnitude = .init(isa, IntegerMagnitude.self)
    less = .init(isa, Less.self)
    lessOrEqual = .init(isa, LessOrEqual.self)
    equal = .init(isa, Equal.self)
    notEqual = .init(isa, NotEqual.self)
    integerGemm = .init(isa)
    integerDot = .init(isa)
    integerCorrelation = .init(isa)
    product = .init(isa, Product.self)
    sumOfMagnitudes = .init(isa, SumOfMagnitudes.self)
    sumOfPowers = .init(isa, SumOfPowers.self)
    countOfNonZero = .init(isa, CountOfNonZero.self)
    runningSum = .init(isa, Sum.self)
    runningProduct = .init(isa, Product.self)
    sorted = .init(isa, Sorted.self)
    firstOnes = .init(isa, FirstOnes.self)
    kth = .init(isa, Kth.self)
    mostFrequent = .init(isa, MostFrequent.self)
  }
}
