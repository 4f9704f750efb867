/// The best of each line and where it is: `best[l] = max_i a[l, i]`, `indices[l] = base + ` the first `i` that has it.
///
/// Lines and steps are those of ``FoldKernel``, with the steps of the results beside them; there must be an element.
@frozen public struct ExtremeKernel: Sendable {
  public let call:
    @Sendable (
      _ lines: Int, _ lineStep: Int, _ count: Int, _ step: Int, _ a: UnsafeRawPointer,
      _ best: UnsafeMutableRawPointer, _ bestStep: Int, _ indices: UnsafeMutablePointer<Int64>, _ indexStep: Int,
      _ base: Int
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: ExtremeFormula, T: Element>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    call = { lines, lineStep, count, step, a, best, bestStep, indices, indexStep, base in
      let a = a.assumingMemoryBound(to: T.self), best = best.assumingMemoryBound(to: T.self)
      if lines == 1 || step.magnitude <= lineStep.magnitude {
        for l in 0..<lines {
          let line = a + l &* lineStep
          let at =
            step == 1 && count >= 128
            ? bestOfLongLine(I.self, F.self, count, line) : bestOfLine(I.self, F.self, count, line, step)
          best[l &* bestStep] = line[at &* step]
          indices[l &* indexStep] = Int64(truncatingIfNeeded: base &+ at)
        }
      } else {
        for l in 0..<lines {
          best[l &* bestStep] = a[l &* lineStep]
          indices[l &* indexStep] = Int64(truncatingIfNeeded: base)
        }
        for i in 1..<count {
          let row = a + i &* step, number = Int64(truncatingIfNeeded: base &+ i)
          for l in 0..<lines {
            let b = best[l &* bestStep], x = row[l &* lineStep], stays = b == b ? !F.beats(x, b) : true
            best[l &* bestStep] = stays ? b : x
            indices[l &* indexStep] = stays ? indices[l &* indexStep] : number
          }
        }
      }
    }
  }
}

/// Where the best is: first what it is, then where, from behind. Neither has a branch, which could not be foretold.
@inlinable @inline(__always)
func bestOfLine<I: ISAPolicy, F: ExtremeFormula, T: Element>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ a: UnsafePointer<T>, _ step: Int
) -> Int {
  var best = a[0]
  for i in 1..<count {
    best = better(F.self, best, a[i &* step])
  }
  var at = 0, i = count
  while i > 0 {
    i &-= 1
    at = a[i &* step] == best || a[i &* step] != a[i &* step] ? i : at
  }
  return at
}

/// The same by blocks of 64, which are vector code: the best of each lane, and the first block that holds the best.
@inlinable @inline(__always)
func bestOfLongLine<I: ISAPolicy, F: ExtremeFormula, T: Element>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ a: UnsafePointer<T>
) -> Int {
  withUnsafeTemporaryAllocation(of: T.self, capacity: 64) { lanes in
    let lanes = lanes.baseAddress.unsafelyUnwrapped
    for j in 0..<64 { lanes[j] = a[j] }
    var i = 64
    while i &+ 64 <= count {
      for j in 0..<64 { lanes[j] = better(F.self, lanes[j], a[i &+ j]) }
      i &+= 64
    }
    // What is left is taken with some that have been seen, which changes nothing.
    if i < count {
      for j in 0..<64 { lanes[j] = better(F.self, lanes[j], a[count &- 64 &+ j]) }
    }
    halve(lanes) { better(F.self, $0, $1) }
    let best = lanes[0]
    i = 0
    while i &+ 64 <= count, !holds(I.self, best, in: a + i) { i &+= 64 }
    while a[i] != best && a[i] == a[i] { i &+= 1 }
    return i
  }
}

@inlinable @inline(__always)
func better<F: ExtremeFormula, T: Element>(_ formula: F.Type, _ best: T, _ x: T) -> T {
  !F.beats(x, best) || best != best ? best : x
}

/// Whether any of 64 elements is `x`, or NaN.
@inlinable @inline(__always)
func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, in block: UnsafePointer<T>) -> Bool {
  var n: Int32 = 0
  for j in 0..<64 { n |= block[j] == x || block[j] != block[j] ? 1 : 0 }
  return n != 0
}

/// Whether `x` takes the place of the best so far. Written so that NaN beats all; the loops let no one replace it.
public protocol ExtremeFormula: SendableMetatype {
  static func beats<T: Element>(_ x: T, _ best: T) -> Bool
}
public enum Largest: ExtremeFormula {
  @inlinable @inline(__always) public static func beats<T: Element>(_ x: T, _ best: T) -> Bool { !(x <= best) }
}
public enum Smallest: ExtremeFormula {
  @inlinable @inline(__always) public static func beats<T: Element>(_ x: T, _ best: T) -> Bool { !(x >= best) }
}

extension PerDType where Kernel == ExtremeKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: ExtremeFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(
      byte: .init(isa, formula, UInt8.self), char: .init(isa, formula, Int8.self),
      short: .init(isa, formula, Int16.self), int: .init(isa, formula, Int32.self),
      long: .init(isa, formula, Int64.self), float: .init(isa, formula, Float.self),
      double: .init(isa, formula, Double.self))
  }
}
