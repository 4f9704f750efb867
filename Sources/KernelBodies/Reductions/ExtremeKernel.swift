/// Folds one row into the best so far: `best[i]` becomes `row[i]` where that beats it, and `index[i]` becomes `number`.
///
/// A step of 0 for `best` folds the whole row into one element, whose index counts on from `number`. With the other
/// steps free, a reduction reads memory in its own order whichever dimension it runs over.
@frozen public struct ExtremeKernel: Sendable {
  public let call:
    @Sendable (
      _ count: Int, _ best: UnsafeMutableRawPointer, _ bestStep: Int, _ index: UnsafeMutablePointer<Int64>,
      _ indexStep: Int,
      _ row: UnsafeRawPointer, _ rowStep: Int, _ number: Int
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: ExtremeFormula, T: Element>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    call = { count, best, bestStep, index, indexStep, row, rowStep, number in
      let best = best.assumingMemoryBound(to: T.self), row = row.assumingMemoryBound(to: T.self)
      if bestStep == 0 {
        var (b, i) = (best[0], 0)
        while i < count, b == b {
          let end = min(i &+ 64, count)
          if rowStep != 1 || end &- i < 64 || holdsBetter(F.self, than: b, in: row + i) {
            for j in i..<end where b == b && F.beats(row[j &* rowStep], b) {
              b = row[j &* rowStep]
              index[0] = Int64(truncatingIfNeeded: number &+ j)
            }
          }
          i = end
        }
        best[0] = b
      } else {
        for i in 0..<count {
          let b = best[i &* bestStep], x = row[i &* rowStep], stays = b == b ? !F.beats(x, b) : true
          best[i &* bestStep] = stays ? b : x
          index[i &* indexStep] = stays ? index[i &* indexStep] : Int64(truncatingIfNeeded: number)
        }
      }
    }
  }
}

/// Whether any of 64 elements beats `best`. Few blocks hold one, and asking is vector code where finding is not.
@inlinable @inline(__always)
func holdsBetter<F: ExtremeFormula, T: Element>(_: F.Type, than best: T, in block: UnsafePointer<T>) -> Bool {
  var n: Int32 = 0
  for j in 0..<64 { n |= F.beats(block[j], best) ? 1 : 0 }
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
