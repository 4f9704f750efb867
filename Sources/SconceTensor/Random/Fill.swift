import Glibc
import SconceErrors
import SconceKernels

// Elements are drawn in row-major order. What a distribution asks of its parameters, the original asks.

extension Tensor {
  /// Every element evenly from [low, high): Float or Double.
  public func uniform(_ generator: Generator, _ low: Double, _ high: Double) throws(SconceError) {
    let type = try Check("torch.uniform").floating(self), uniform = Uniform(low, high)
    switch type {
    case .float: fillDraws(Float.self, generator) { Float(uniform[$0]) }
    case .double: fillDraws(Double.self, generator) { uniform[$0] }
    }
  }
  /// Every element normally: Float or Double.
  public func normal(_ generator: Generator, _ mean: Double, _ deviation: Double) throws(SconceError) {
    let check = Check("torch.normal")
    try check.floating(self)
    try check.deviation(deviation)
    try fillNormals(generator, check) { $0 * deviation + mean }
  }
  /// Every element exponentially, of density `rate · exp(−rate · x)`: Float or Double.
  public func exponential(_ generator: Generator, _ rate: Double) throws(SconceError) {
    let uniform = Uniform(0, 1), scale = -1 / rate
    try fill(generator, through: kernels.transfer.log, Check("torch.exponential")) {
      1 - uniform[$0]
    } _: {
      scale * $0
    }
  }
  /// Every element of a Cauchy distribution: Float or Double.
  public func cauchy(_ generator: Generator, _ median: Double, _ scale: Double) throws(SconceError) {
    let uniform = Uniform(0, 1)
    try fill(generator, through: rare.tangent, Check("torch.cauchy")) {
      .pi * (uniform[$0] - 0.5)
    } _: {
      median + scale * $0
    }
  }
  /// Every element with a normally distributed logarithm, of this mean and deviation: Float or Double.
  public func logNormal(_ generator: Generator, _ mean: Double, _ deviation: Double) throws(SconceError) {
    let check = Check("torch.logNormal")
    try check.floating(self)
    try check.deviation(deviation)
    try fillNormals(generator, check) { Glibc.exp($0 * deviation + mean) }
  }
  /// Every element the number of tries until one succeeds, each failing with chance `p`: every numeric type.
  public func geometric(_ generator: Generator, _ p: Double) throws(SconceError) {
    let check = Check("torch.geometric")
    _ = try check.numeric(self)
    try check(p > 0 && p < 1, "expected a chance between 0 and 1, got \(shown(p))")
    fillEach { generator.geometric(p) }
  }
  /// Every element evenly from `low` to `high`: every numeric type.
  public func random(_ generator: Generator, _ low: Int, _ high: Int) throws(SconceError) {
    let check = Check("torch.random"), type = try check.numeric(self)
    try check.range(low, high)
    let span = Span(low, high)
    switch type {
    case .byte: fillDraws(UInt8.self, generator) { UInt8(truncatingIfNeeded: span[$0]) }
    case .char: fillDraws(Int8.self, generator) { Int8(truncatingIfNeeded: span[$0]) }
    case .short: fillDraws(Int16.self, generator) { Int16(truncatingIfNeeded: span[$0]) }
    case .int: fillDraws(Int32.self, generator) { Int32(truncatingIfNeeded: span[$0]) }
    case .long: fillDraws(Int64.self, generator) { Int64(span[$0]) }
    case .float: fillDraws(Float.self, generator) { Float(span[$0]) }
    case .double: fillDraws(Double.self, generator) { Double(span[$0]) }
    }
  }
  /// Every element evenly from 0 to the largest that the type or a draw of 32 bits holds.
  public func random(_ generator: Generator) throws(SconceError) {
    switch try Check("torch.random").numeric(self) {
    case .byte: try random(generator, 0, 255)
    case .char: try random(generator, 0, 127)
    case .short: try random(generator, 0, 32767)
    case .int: try random(generator, 0, 1 << 31 - 1)
    case .float: try random(generator, 0, 1 << 24)
    case .long, .double: try random(generator, 0, 1 << 32 - 1)
    }
  }
  /// Every element 1 with chance `p`, else 0: every numeric type.
  public func bernoulli(_ generator: Generator, _ p: Double) throws(SconceError) {
    let check = Check("torch.bernoulli"), type = try check.numeric(self)
    try check.chance(p)
    // As `uniform(0, 1) <= p` says, but in whole numbers; for each type in the form that needs no branch, since none
    // could be foretold.
    let limit = UInt32(min((p * 0x1p32).rounded(.down), 0x1p32 - 1))
    switch type {
    case .byte: fillDraws(UInt8.self, generator) { $0 <= limit ? 1 : 0 }
    case .char: fillDraws(Int8.self, generator) { $0 <= limit ? 1 : 0 }
    case .short: fillDraws(Int16.self, generator) { $0 <= limit ? 1 : 0 }
    case .int: fillDraws(Int32.self, generator) { $0 <= limit ? 1 : 0 }
    case .long: fillDraws(Int64.self, generator) { $0 <= limit ? 1 : 0 }
    case .float: fillDraws(Float.self, generator) { Float(bitPattern: $0 <= limit ? Float(1).bitPattern : 0) }
    case .double: fillDraws(Double.self, generator) { Double($0) * 0x1p-32 <= p ? 1 : 0 }
    }
  }
  /// Element by element with the chances in `p`, Float or Double, of as many elements.
  public func bernoulli(_ generator: Generator, _ p: Tensor) throws(SconceError) {
    let check = Check("torch.bernoulli")
    _ = try check.numeric(self)
    try check.floating(p)
    try check(count == p.count, "expected as many chances as elements, got \(p.extent) for \(extent)")
    let type = p.dtype, width = type.stride, own = dtype
    var wrong: Double?
    forEachRun(p, p) { count, _, _, p, step in
      for i in 0..<count {
        let chance = type.load(p + i * step * width)
        if !(chance >= 0 && chance <= 1) { wrong = chance }
      }
    }
    if let wrong { try check.chance(wrong) }
    forEachRun(self, p) { count, r, rStep, p, step in
      for i in 0..<count {
        own.store(generator.bernoulli(type.load(p + i * step * width)), r + i * rStep * own.stride)
      }
    }
  }

  /// The numbers from 1 to `n` in random order: every numeric type.
  public func randperm(_ generator: Generator, _ n: Int) throws(SconceError) {
    let check = Check("torch.randperm"), type = try check.numeric(self)
    try check(n >= 1 && n < 1 << 32, "expected a number from 1 to 2^32 - 1, got \(n)")
    try resize([n])
    switch type {
    case .byte: shuffle(UInt8.self, generator)
    case .char: shuffle(Int8.self, generator)
    case .short: shuffle(Int16.self, generator)
    case .int: shuffle(Int32.self, generator)
    case .long: shuffle(Int64.self, generator)
    case .float: shuffle(Float.self, generator)
    case .double: shuffle(Double.self, generator)
    }
  }

  private func shuffle<T: Element>(_: T.Type, _ generator: Generator) {
    let elements = base.assumingMemoryBound(to: T.self), n = size(0), step = stride(0)
    for i in 0..<n { elements[i * step] = T(casting: Double(i + 1)) }
    for i in 0..<n - 1 {
      let j = i + Int(generator.random() % UInt32(n - i)), kept = elements[i * step]
      elements[i * step] = elements[j * step]
      elements[j * step] = kept
    }
  }
}

extension Tensor {
  /// Draws for every element, converted as C does it.
  @inline(__always) func fillEach(_ draw: () -> Double) {
    let dtype = dtype, width = dtype.stride
    switch dtype {
    case .float: fillEach(Float.self) { Float(draw()) }
    case .double: fillEach(Double.self, draw)
    default:
      forEachRun(self, self) { count, r, step, _, _ in
        for i in 0..<count { dtype.store(draw(), r + i * step * width) }
      }
    }
  }
  @inline(__always) private func fillEach<T: Element>(_: T.Type, _ draw: () -> T) {
    forEachRun(self, self) { count, r, step, _, _ in
      let r = r.assumingMemoryBound(to: T.self)
      for i in 0..<count { r[i * step] = draw() }
    }
  }
}

extension Tensor {
  /// What becomes of one draw for every element; many draws at once.
  @inline(__always) private func fillDraws<T: Element>(
    _: T.Type, _ generator: Generator, _ value: (UInt32) -> T
  ) {
    forEachRun(self, self) { count, r, step, _, _ in
      var r = r.assumingMemoryBound(to: T.self), left = count
      while left > 0 {
        let draws = generator.take(left), n = draws.count, from = draws.baseAddress!
        if step == 1 {
          for i in 0..<n { r[i] = value(from[i]) }
        } else {
          for i in 0..<n { r[i &* step] = value(from[i]) }
        }
        r += n * step
        left -= n
      }
    }
  }
}

extension Check {
  func deviation(_ x: Double) throws(SconceError) {
    try self(x > 0, "expected a standard deviation above 0, got \(shown(x))")
  }
  func chance(_ p: Double) throws(SconceError) {
    try self(p >= 0 && p <= 1, "expected a chance from 0 to 1, got \(shown(p))")
  }
  func range(_ low: Int, _ high: Int) throws(SconceError) {
    try self(low <= high, "expected a range from low to high, got \(low) and \(high)")
  }
}
