/// All records in order, in one of the two halves of the scratch: long lines by digits, short ones by merging.
@inlinable
func sortRecords<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ keyBits: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  count < 256
    ? sortByMerging(I.self, count, records, other) : sortByDigits(I.self, count, keyBits, records, other)
}

/// Runs of 16 each put in order, then pairs of runs merged back and forth between the two halves of the scratch.
@inlinable
func sortByMerging<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  var run = 16, start = 0
  withUnsafeTemporaryAllocation(of: Int32.self, capacity: run) { places in
    while start < count {
      sortRun(I.self, min(run, count &- start), records + start, other + start, places.baseAddress.unsafelyUnwrapped)
      start &+= run
    }
  }
  if count <= run { return other }
  var (from, to) = (other, records)
  while run < count {
    var start = 0
    while start < count {
      let middle = min(start &+ run, count), end = min(middle &+ run, count)
      var (i, j, k) = (start, middle, start)
      // Which comes first nothing could foretell, so there is no branch on it.
      while i < middle, j < end {
        let left = from[i], right = from[j], isRight = R.precedes(right, left) ? 1 : 0
        to[k] = isRight != 0 ? right : left
        i &+= 1 &- isRight
        j &+= isRight
        k &+= 1
      }
      (to + k).update(from: from + i, count: middle &- i)
      (to + (k &+ middle &- i)).update(from: from + j, count: end &- j)
      start = end
    }
    (from, to) = (to, from)
    run &*= 2
  }
  return from
}

/// A few records in order: each goes to the place that is the number of those before it. All are compared with all,
/// which costs no branch that could not be foretold.
@inlinable @inline(__always)
func sortRun<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ records: UnsafePointer<R>, _ sorted: UnsafeMutablePointer<R>,
  _ places: UnsafeMutablePointer<Int32>
) {
  for i in 0..<count {
    let record = records[i]
    var place: Int32 = 0
    for j in 0..<i {
      let isBefore: Int32 = R.precedes(record, records[j]) ? 1 : 0
      places[j] &+= isBefore
      place &+= 1 &- isBefore
    }
    places[i] = place
  }
  for i in 0..<count { sorted[Int(places[i])] = records[i] }
}

/// By digits, the lowest first: of 11 bits, or 8 where the keys are short or so few that counting them would cost more.
/// A digit that all keys share costs nothing.
///
/// Of wide keys those bits are sorted by which tell what lies between the smallest and the largest; and if they are more
/// than four short digits or three long ones, only the highest, and the few records that these do not tell apart are put
/// in order afterwards.
@inlinable
func sortByDigits<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ keyBits: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  let bits = keyBits <= 16 || count < 8192 ? 8 : 11
  if keyBits <= 32 { return sort(I.self, count, DigitKey(lowest: 0, span: keyBits, least: 0), bits, records, other) }
  let first = records[0].key
  var least = first, most = first, differing: UInt64 = 0
  for i in 0..<count {
    let key = records[i].key
    least = min(least, key)
    most = max(most, key)
    differing |= key ^ first
  }
  if differing == 0 { return records }
  let end = 64 &- (most &- least).leadingZeroBitCount, lowest = differing.trailingZeroBitCount
  let digits = DigitKey(lowest: max(lowest, end &- (bits == 8 ? 32 : 33)), end: end, least: least)
  let sorted = sort(I.self, count, digits, bits, records, other)
  if digits.lowest > lowest { finish(I.self, count, keyBits, digits, sorted, sorted == records ? other : records) }
  return sorted
}

/// The bits of keys that a sort goes by: `span` of them from `lowest` on, of what a key has more than the least.
@frozen @usableFromInline struct DigitKey {
  @usableFromInline let lowest, span: Int, least: UInt64
  @inlinable @inline(__always) init(lowest: Int, span: Int, least: UInt64) {
    (self.lowest, self.span, self.least) = (lowest, span, least)
  }
  @inlinable @inline(__always) init(lowest: Int, end: Int, least: UInt64) {
    self.init(lowest: lowest, span: end &- lowest, least: least)
  }
  @inlinable @inline(__always) func of<R: SortRecord>(_ record: R) -> UInt64 {
    (record.key &- least) &>> UInt64(lowest)
  }
}

@inlinable
func sort<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ key: DigitKey, _ bits: Int, _ records: UnsafeMutablePointer<R>,
  _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  let digits = (key.span &+ bits &- 1) / bits, buckets = 1 << bits, mask = UInt64(buckets &- 1)
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: digits &* buckets) { counts in
    let counts = counts.baseAddress.unsafelyUnwrapped
    counts.initialize(repeating: 0, count: digits &* buckets)
    for i in 0..<count {
      var rest = key.of(records[i]), row = counts
      for _ in 0..<digits {
        row[Int(truncatingIfNeeded: rest & mask)] &+= 1
        rest &>>= UInt64(bits)
        row += buckets
      }
    }
    var (from, to) = (records, other)
    for digit in 0..<digits {
      let shift = UInt64(digit &* bits), places = counts + digit &* buckets
      if places[Int(truncatingIfNeeded: key.of(from[0]) &>> shift & mask)] == count { continue }
      var place = 0
      for b in 0..<buckets { (places[b], place) = (place, place &+ places[b]) }
      for i in 0..<count {
        let record = from[i], bucket = Int(truncatingIfNeeded: key.of(record) &>> shift & mask)
        to[places[bucket]] = record
        places[bucket] &+= 1
      }
      (from, to) = (to, from)
    }
    return from
  }
}

/// Puts those in order that only bits below the digits tell apart, which stand together.
@inlinable
func finish<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ keyBits: Int, _ key: DigitKey, _ records: UnsafeMutablePointer<R>,
  _ other: UnsafeMutablePointer<R>
) {
  var start = 0
  while start < count {
    let digits = key.of(records[start])
    var end = start &+ 1, isInOrder = true
    while end < count, key.of(records[end]) == digits {
      if records[end].key < records[end &- 1].key { isInOrder = false }
      end &+= 1
    }
    if !isInOrder {
      let sorted = sortRecords(I.self, end &- start, keyBits, records + start, other)
      if sorted != records + start { (records + start).update(from: sorted, count: end &- start) }
    }
    start = end
  }
}
