/// Everything, sorted.
public enum Sorted: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, T: SortKeyed>(
    _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ records: UnsafeMutablePointer<T.Record>,
    _ other: UnsafeMutablePointer<T.Record>
  ) -> UnsafeMutablePointer<T.Record> {
    let isInOrder = line.isInOrder
    line.write(into: records)
    return isInOrder ? records : sortRecords(I.self, line.count, T.keyBits, records, other)
  }
}
/// The first `k`, sorted.
public enum FirstOnes: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, T: SortKeyed>(
    _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ records: UnsafeMutablePointer<T.Record>,
    _ other: UnsafeMutablePointer<T.Record>
  ) -> UnsafeMutablePointer<T.Record> {
    if k == line.count { return Sorted.arrange(I.self, line, k, records, other) }
    if k <= 16 {
      keepFirst(I.self, line, k, records)
      return records
    }
    // All up to the last of them, in the order of the line, which a sort keeps.
    let last = select(I.self, line, k &- 1, records, other)
    var found = 0
    for i in 0..<line.count {
      let record = line.record(i)
      records[found] = record
      if !T.Record.precedes(last, record) { found &+= 1 }
    }
    return sortRecords(I.self, k, T.keyBits, records, other)
  }
}
/// The `k`-th.
public enum Kth: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, T: SortKeyed>(
    _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ records: UnsafeMutablePointer<T.Record>,
    _ other: UnsafeMutablePointer<T.Record>
  ) -> UnsafeMutablePointer<T.Record> {
    let record = select(I.self, line, k &- 1, records, other)
    records[0] = record
    return records
  }
}
/// The one that there are most of: the smallest of several, and the last of its equals.
public enum MostFrequent: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, T: SortKeyed>(
    _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ records: UnsafeMutablePointer<T.Record>,
    _ other: UnsafeMutablePointer<T.Record>
  ) -> UnsafeMutablePointer<T.Record> {
    let count = line.count, sorted = Sorted.arrange(I.self, line, k, records, other)
    var start = 0, most = 0, last = 0
    while start < count {
      var end = start &+ 1
      while end < count, sorted[end].key == sorted[start].key { end &+= 1 }
      if end &- start > most { (most, last) = (end &- start, end &- 1) }
      start = end
    }
    return sorted + last
  }
}
