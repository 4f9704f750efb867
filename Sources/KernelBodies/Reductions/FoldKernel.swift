/// Folds `count` elements into each of `lines` totals: `totals[l] = f(… f(f(start, a[l, 0]), a[l, 1]) …)`.
///
/// A line is anywhere in memory: its elements lie `step` apart, the lines `lineStep`. Whichever is the smaller runs
/// innermost, so that memory is read in its own order. `parameters` is the formula's number, one for each line or, with
/// a step of 0, one for all. Totals lie
/// side by side.
@frozen public struct FoldKernel: Sendable {
  public let call:
    @Sendable (
      _ lines: Int, _ lineStep: Int, _ count: Int, _ step: Int, _ a: UnsafeRawPointer,
      _ parameters: UnsafeRawPointer, _ parameterStep: Int, _ totals: UnsafeMutableRawPointer
    ) -> Void
  /// Folds `count` totals into the first.
  public let join: @Sendable (_ count: Int, _ totals: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: FoldFormula, T: Accumulated>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    call = { lines, lineStep, count, step, a, parameters, parameterStep, totals in
      let a = a.assumingMemoryBound(to: T.self), totals = totals.assumingMemoryBound(to: T.Sum.self)
      let parameters = parameters.assumingMemoryBound(to: T.Sum.self)
      if lines == 1 || step.magnitude <= lineStep.magnitude {
        for l in 0..<lines {
          totals[l] = foldLine(
            I.self, F.self, count, a + l &* lineStep, step, parameters[l &* parameterStep])
        }
      } else {
        foldLines(I.self, F.self, lines, lineStep, count, step, a, parameters, parameterStep, totals)
      }
    }
    join = { count, totals in
      let totals = totals.assumingMemoryBound(to: T.Sum.self)
      for i in 1..<max(count, 1) { totals[0] = F.join(I.self, totals[0], totals[i]) }
    }
  }
}

/// One line into one total. Where its elements lie side by side there are 64 totals, since the compiler may not change
/// the order of a sum.
@inlinable @inline(__always)
func foldLine<I: ISAPolicy, F: FoldFormula, T: Accumulated>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ a: UnsafePointer<T>, _ step: Int, _ parameter: T.Sum
) -> T.Sum {
  var total = F.start(T.Sum.self), i = 0
  if step == 1, count >= 128 {
    withUnsafeTemporaryAllocation(of: T.Sum.self, capacity: 64) { lanes in
      let lanes = lanes.baseAddress.unsafelyUnwrapped
      for j in 0..<64 { lanes[j] = total }
      while i &+ 64 <= count {
        for j in 0..<64 { lanes[j] = F.fold(I.self, lanes[j], a[i &+ j].widened, parameter) }
        i &+= 64
      }
      halve(lanes) { F.join(I.self, $0, $1) }
      total = lanes[0]
    }
  }
  while i < count {
    total = F.fold(I.self, total, a[i &* step].widened, parameter)
    i &+= 1
  }
  return total
}

/// 64 totals into the first: each half into the one before it, which is vector code and a short chain.
@inlinable @inline(__always)
func halve<A>(_ lanes: UnsafeMutablePointer<A>, _ join: (A, A) -> A) {
  for j in 0..<32 { lanes[j] = join(lanes[j], lanes[j &+ 32]) }
  for j in 0..<16 { lanes[j] = join(lanes[j], lanes[j &+ 16]) }
  for j in 0..<8 { lanes[j] = join(lanes[j], lanes[j &+ 8]) }
  for j in 0..<4 { lanes[j] = join(lanes[j], lanes[j &+ 4]) }
  lanes[0] = join(join(lanes[0], lanes[2]), join(lanes[1], lanes[3]))
}

/// All lines at once, element by element: four at a time, so that totals are loaded and stored a quarter as often.
@inlinable @inline(__always)
func foldLines<I: ISAPolicy, F: FoldFormula, T: Accumulated>(
  _ isa: I.Type, _ formula: F.Type, _ lines: Int, _ lineStep: Int, _ count: Int, _ step: Int, _ a: UnsafePointer<T>,
  _ parameters: UnsafePointer<T.Sum>, _ parameterStep: Int, _ totals: UnsafeMutablePointer<T.Sum>
) {
  for l in 0..<lines { totals[l] = F.start(T.Sum.self) }
  var i = 0
  if lineStep == 1, parameterStep == 0 {
    let p = parameters[0]
    while i &+ 4 <= count {
      let b = a + i &* step, c = b + step, d = c + step, e = d + step
      for l in 0..<lines {
        let two = F.fold(I.self, F.fold(I.self, totals[l], b[l].widened, p), c[l].widened, p)
        totals[l] = F.fold(I.self, F.fold(I.self, two, d[l].widened, p), e[l].widened, p)
      }
      i &+= 4
    }
  }
  while i < count {
    let b = a + i &* step
    if lineStep == 1, parameterStep == 1 {
      for l in 0..<lines { totals[l] = F.fold(I.self, totals[l], b[l].widened, parameters[l]) }
    } else {
      for l in 0..<lines {
        totals[l] = F.fold(I.self, totals[l], b[l &* lineStep].widened, parameters[l &* parameterStep])
      }
    }
    i &+= 1
  }
}

/// What one step of a reduction is. The order of steps is free: totals begun apart are joined.
public protocol FoldFormula: SendableMetatype {
  static func start<A: Accumulated>(_: A.Type) -> A
  static func fold<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ total: A, _ x: A, _ parameter: A) -> A
  static func join<I: ISAPolicy, A: Accumulated>(_ isa: I.Type, _ a: A, _ b: A) -> A
}

extension PerDType where Kernel == FoldKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: FoldFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(
      byte: .init(isa, formula, UInt8.self), char: .init(isa, formula, Int8.self),
      short: .init(isa, formula, Int16.self), int: .init(isa, formula, Int32.self),
      long: .init(isa, formula, Int64.self), float: .init(isa, formula, Float.self),
      double: .init(isa, formula, Double.self))
  }
}
extension PerFloat where Kernel == FoldKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: FoldFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(float: .init(isa, formula, Float.self), double: .init(isa, formula, Double.self))
  }
}
