/// Everything, sorted.
public enum Sorted: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, R: SortRecord>(
    _ isa: I.Type, _ count: Int, _ keyBits: Int, _ k: Int, _ records: UnsafeMutablePointer<R>,
    _ other: UnsafeMutablePointer<R>
  ) -> UnsafeMutablePointer<R> {
    sortRecords(I.self, count, keyBits, records, other)
  }
}
/// The first `k`, sorted.
public enum FirstOnes: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, R: SortRecord>(
    _ isa: I.Type, _ count: Int, _ keyBits: Int, _ k: Int, _ records: UnsafeMutablePointer<R>,
    _ other: UnsafeMutablePointer<R>
  ) -> UnsafeMutablePointer<R> {
    if k == count { return sortRecords(I.self, count, keyBits, records, other) }
    if k <= 16 {
      keepFirst(I.self, count, k, records, other)
      return other
    }
    selectRecords(I.self, count, k, records, other)
    return sortByMerging(I.self, k, records, other)
  }
}
/// The `k`-th.
public enum Kth: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, R: SortRecord>(
    _ isa: I.Type, _ count: Int, _ keyBits: Int, _ k: Int, _ records: UnsafeMutablePointer<R>,
    _ other: UnsafeMutablePointer<R>
  ) -> UnsafeMutablePointer<R> {
    selectRecords(I.self, count, k, records, other)
    return records + (k &- 1)
  }
}
/// The one that there are most of: the smallest of several, and the last of its equals.
public enum MostFrequent: OrderFormula {
  @inlinable
  public static func arrange<I: ISAPolicy, R: SortRecord>(
    _ isa: I.Type, _ count: Int, _ keyBits: Int, _ k: Int, _ records: UnsafeMutablePointer<R>,
    _ other: UnsafeMutablePointer<R>
  ) -> UnsafeMutablePointer<R> {
    let sorted = sortRecords(I.self, count, keyBits, records, other)
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
