/// Sorts one line: its elements and where each came from, equal ones in their old order.
///
/// Long lines are sorted by digits, from the last to the first, short ones by merging. The scratch is for
/// ``scratch`` bytes an element; the line is read before anything is written.
@frozen public struct SortKernel: Sendable {
  public let call:
    @Sendable (
      _ count: Int, _ a: UnsafeRawPointer, _ step: Int, _ descending: Bool,
      _ values: UnsafeMutableRawPointer, _ valueStep: Int, _ indices: UnsafeMutablePointer<Int64>, _ indexStep: Int,
      _ base: Int, _ scratch: UnsafeMutableRawPointer
    ) -> Void
  /// Bytes of scratch for each element of a line.
  public let scratch: Int

  @inlinable
  public init<T: SortKeyed>(_ type: T.Type) {
    scratch = 2 * MemoryLayout<T.Record>.stride
    call = { count, a, step, descending, values, valueStep, indices, indexStep, base, scratch in
      let a = a.assumingMemoryBound(to: T.self), values = values.assumingMemoryBound(to: T.self)
      let records = scratch.assumingMemoryBound(to: T.Record.self)
      writeRecords(count, a, step, descending, records)
      let sorted =
        count < 1024
        ? sortByMerging(count, records, records + count)
        : sortByDigits(count, T.keyBits, records, records + count)
      for i in 0..<count {
        let index = sorted[i].index
        values[i &* valueStep] = a[index &* step]
        indices[i &* indexStep] = Int64(truncatingIfNeeded: index &+ base)
      }
    }
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

/// Runs of 16 by insertion, then pairs of runs merged back and forth between the two halves of the scratch.
@inlinable
func sortByMerging<R: SortRecord>(
  _ count: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  var run = 16, start = 0
  while start < count {
    let end = min(start &+ run, count)
    var i = start &+ 1
    while i < end {
      let record = records[i]
      var j = i
      while j > start, R.precedes(record, records[j &- 1]) {
        records[j] = records[j &- 1]
        j &-= 1
      }
      records[j] = record
      i &+= 1
    }
    start = end
  }
  var (from, to) = (records, other)
  while run < count {
    var start = 0
    while start < count {
      let middle = min(start &+ run, count), end = min(middle &+ run, count)
      var (i, j) = (start, middle)
      for k in start..<end {
        let right = i == middle || j < end && R.precedes(from[j], from[i])
        to[k] = from[right ? j : i]
        if right { j &+= 1 } else { i &+= 1 }
      }
      start = end
    }
    (from, to) = (to, from)
    run &*= 2
  }
  return from
}

/// By digits of 11 bits (8 for short keys), the lowest first. A digit that all keys share costs nothing.
@inlinable
func sortByDigits<R: SortRecord>(
  _ count: Int, _ keyBits: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  let bits = keyBits <= 16 ? 8 : 11, digits = (keyBits &+ bits &- 1) / bits, buckets = 1 << bits
  let mask = UInt64(buckets &- 1)
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: digits &* buckets) { counts in
    let counts = counts.baseAddress.unsafelyUnwrapped
    counts.initialize(repeating: 0, count: digits &* buckets)
    for i in 0..<count {
      var key = records[i].key, row = counts
      for _ in 0..<digits {
        row[Int(truncatingIfNeeded: key & mask)] &+= 1
        key >>= UInt64(bits)
        row += buckets
      }
    }
    var (from, to) = (records, other)
    for digit in 0..<digits {
      let shift = UInt64(digit &* bits), places = counts + digit &* buckets
      if places[Int(truncatingIfNeeded: from[0].key >> shift & mask)] == count { continue }
      var place = 0
      for b in 0..<buckets { (places[b], place) = (place, place &+ places[b]) }
      for i in 0..<count {
        let record = from[i], bucket = Int(truncatingIfNeeded: record.key >> shift & mask)
        to[places[bucket]] = record
        places[bucket] &+= 1
      }
      (from, to) = (to, from)
    }
    return from
  }
}

extension PerDType where Kernel == SortKernel {
  @inlinable
  public init() {
    self.init(
      byte: .init(UInt8.self), char: .init(Int8.self), short: .init(Int16.self), int: .init(Int32.self),
      long: .init(Int64.self), float: .init(Float.self), double: .init(Double.self))
  }
}
