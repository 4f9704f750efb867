/// Puts the elements of one line in order, by keys that carry along where each came from, and gives the first `results`
/// of what the formula arranged: all of them sorted, the smallest few, or one.
///
/// The scratch is for ``scratch`` bytes an element; the line is read before anything is written.
@frozen public struct OrderKernel: Sendable {
  public let call:
    @Sendable (
      _ count: Int, _ a: UnsafeRawPointer, _ step: Int, _ descending: Bool, _ k: Int, _ results: Int,
      _ values: UnsafeMutableRawPointer, _ valueStep: Int, _ indices: UnsafeMutablePointer<Int64>, _ indexStep: Int,
      _ base: Int, _ scratch: UnsafeMutableRawPointer
    ) -> Void
  /// Bytes of scratch for each element of a line.
  public let scratch: Int

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: OrderFormula, T: SortKeyed>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    scratch = 2 * MemoryLayout<T.Record>.stride
    call = { count, a, step, descending, k, results, values, valueStep, indices, indexStep, base, scratch in
      let a = a.assumingMemoryBound(to: T.self), values = values.assumingMemoryBound(to: T.self)
      let records = scratch.assumingMemoryBound(to: T.Record.self)
      writeRecords(count, a, step, descending, records)
      let ordered = F.arrange(I.self, count, T.keyBits, k, records, records + count)
      for i in 0..<results {
        let index = ordered[i].index
        values[i &* valueStep] = a[index &* step]
        indices[i &* indexStep] = Int64(truncatingIfNeeded: index &+ base)
      }
    }
  }
}

/// How records become an order. `other` is room for as many again; the answer is where the results begin.
public protocol OrderFormula: SendableMetatype {
  static func arrange<I: ISAPolicy, R: SortRecord>(
    _ isa: I.Type, _ count: Int, _ keyBits: Int, _ k: Int, _ records: UnsafeMutablePointer<R>,
    _ other: UnsafeMutablePointer<R>
  ) -> UnsafeMutablePointer<R>
}

extension PerDType where Kernel == OrderKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: OrderFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(
      byte: .init(isa, formula, UInt8.self), char: .init(isa, formula, Int8.self),
      short: .init(isa, formula, Int16.self),
      int: .init(isa, formula, Int32.self), long: .init(isa, formula, Int64.self),
      float: .init(isa, formula, Float.self),
      double: .init(isa, formula, Double.self))
  }
}

/// A key for each element; descending ones are turned over.
@inlinable @inline(__always)
func writeRecords<T: SortKeyed>(
  _ count: Int, _ a: UnsafePointer<T>, _ step: Int, _ descending: Bool, _ records: UnsafeMutablePointer<T.Record>
) {
  let turn = descending ? UInt64.max >> (64 &- UInt64(T.keyBits)) : 0
  for i in 0..<count { records[i] = T.Record(key: a[i &* step].sortKey ^ turn, index: i) }
}
