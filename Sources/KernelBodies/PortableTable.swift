/// Kernels that gain nothing by newer instructions, or are too rare for them: compiled once, for the baseline.
@frozen public struct PortableTable: Sendable {
  public let power: PerDType<BinaryKernel>
  public let integerGemm: PerInteger<IntegerGemmKernel>
  public let integerDot: PerInteger<DotKernel>
  public let integerCorrelation: PerInteger<CorrelationKernel>
  public let product: PerDType<FoldKernel>
  public let sumOfMagnitudes, sumOfPowers, countOfNonZero: PerFloat<FoldKernel>
  public let runningSum, runningProduct: PerDType<RunningKernel>
  public let columns: PerFloat<ColumnsKernel>
  public let windows: PerFloat<WindowsKernel>
  public let sorted, firstOnes, kth, mostFrequent: PerDType<OrderKernel>
  public let resilientStep: PerFloat<ResilientKernel>

  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    power = .init(isa, Power.self)
    integerGemm = .init(isa)
    integerDot = .init(isa)
    integerCorrelation = .init(isa)
    product = .init(isa, Product.self)
    sumOfMagnitudes = .init(isa, SumOfMagnitudes.self)
    sumOfPowers = .init(isa, SumOfPowers.self)
    countOfNonZero = .init(isa, CountOfNonZero.self)
    runningSum = .init(isa, Sum.self)
    runningProduct = .init(isa, Product.self)
    columns = .init(isa)
    windows = .init(isa)
    sorted = .init(isa, Sorted.self)
    firstOnes = .init(isa, FirstOnes.self)
    kth = .init(isa, Kth.self)
    mostFrequent = .init(isa, MostFrequent.self)
    resilientStep = .init(isa)
  }
}
