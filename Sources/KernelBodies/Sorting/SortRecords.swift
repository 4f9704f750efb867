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

/// By digits, the lowest first: of 11 bits, or 8 where the keys are short or so few that counting them would cost more. A digit that all keys share costs nothing.
@inlinable
func sortByDigits<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ keyBits: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> UnsafeMutablePointer<R> {
  let bits = keyBits <= 16 || count < 8192 ? 8 : 11, digits = (keyBits &+ bits &- 1) / bits, buckets = 1 << bits
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
