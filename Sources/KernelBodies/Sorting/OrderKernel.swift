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
      let line = OrderLine(count: count, a: a, step: step, descending: descending)
      let ordered = F.arrange(I.self, line, k, records, records + count)
      for i in 0..<results {
        let index = ordered[i].index
        values[i &* valueStep] = a[index &* step]
        indices[i &* indexStep] = Int64(truncatingIfNeeded: index &+ base)
      }
    }
  }
}

/// How a line becomes an order. `records` and `other` have room for all of it; the answer is where the results begin.
public protocol OrderFormula: SendableMetatype {
  static func arrange<I: ISAPolicy, T: SortKeyed>(
    _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ records: UnsafeMutablePointer<T.Record>,
    _ other: UnsafeMutablePointer<T.Record>
  ) -> UnsafeMutablePointer<T.Record>
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

/// The elements to be put in order, and the keys that say how; descending ones are turned over.
@frozen public struct OrderLine<T: SortKeyed> {
  public let count: Int
  @usableFromInline let a: UnsafePointer<T>, step: Int, turn: UInt64

  @inlinable @inline(__always)
  init(count: Int, a: UnsafePointer<T>, step: Int, descending: Bool) {
    (self.count, self.a, self.step) = (count, a, step)
    turn = descending ? UInt64.max >> (64 &- UInt64(T.keyBits)) : 0
  }
  @inlinable @inline(__always) func key(_ i: Int) -> UInt64 { a[i &* step].sortKey ^ turn }
  @inlinable @inline(__always) func record(_ i: Int) -> T.Record { T.Record(key: key(i), index: i) }
  @inlinable @inline(__always) func write(into records: UnsafeMutablePointer<T.Record>) {
    for i in 0..<count { records[i] = record(i) }
  }
  @inlinable @inline(__always) var isInOrder: Bool {
    var i = 1
    while i < count, key(i &- 1) <= key(i) { i &+= 1 }
    return i >= count
  }
}
