/// The record that `rank` others come before, in expected linear time.
///
/// Of a long line only those are looked at closely whose keys lie between two of a sample, around where the record must
/// be; one pass tells how many lie below, and brings these together.
@inlinable
func select<I: ISAPolicy, T: SortKeyed>(
  _ isa: I.Type, _ line: OrderLine<T>, _ rank: Int, _ records: UnsafeMutablePointer<T.Record>,
  _ other: UnsafeMutablePointer<T.Record>
) -> T.Record {
  let count = line.count, sample = 512, margin = 36
  if count >= 8 &* sample {
    for j in 0..<sample { records[j] = line.record(j &* count / sample) }
    let sorted = sortByMerging(I.self, sample, records, other), place = rank &* sample / count
    let low = place < margin ? 0 : sorted[place &- margin].key
    let high = place &+ margin < sample ? sorted[place &+ margin].key : .max
    let width = high &- low
    var below = 0, within = 0
    for i in 0..<count {
      let key = line.key(i)
      records[within] = T.Record(key: key, index: i)
      below &+= key < low ? 1 : 0
      within &+= key &- low <= width ? 1 : 0
    }
    let rest = rank &- below
    if rest >= 0, rest < within {
      // Those of one key stand in their old order.
      return low == high ? records[rest] : selectRecord(I.self, within, rest, records, other)
    }
  }
  line.write(into: records)
  return selectRecord(I.self, count, rank, records, other)
}

/// By parting all around one of them, and again what has it; should that go badly, by sorting what is left.
///
/// Parts go to the two ends of the other half of the scratch, without a branch, which nothing could foretell.
@inlinable
func selectRecord<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ rank: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) -> R {
  var (from, to, left, rank) = (records, other, count, rank)
  var rounds = 2 &* (Int.bitWidth &- count.leadingZeroBitCount)
  while left > 16, rounds > 0 {
    rounds &-= 1
    let eighth = left / 8, last = left &- 1
    let pivot = middle(
      middle(from[0], from[eighth], from[2 &* eighth]), middle(from[3 &* eighth], from[left / 2], from[5 &* eighth]),
      middle(from[6 &* eighth], from[7 &* eighth], from[last]))
    var low = 0, high = last
    for i in 0..<left {
      let record = from[i], isHigh = R.precedes(pivot, record) ? 1 : 0
      to[low] = record
      to[high] = record
      low &+= 1 &- isHigh
      high &-= isHigh
    }
    let isHigh = rank >= low
    let start = isHigh ? low : 0
    (from, to) = (to + start, from + start)
    left = isHigh ? left &- low : low
    rank &-= start
  }
  return sortByMerging(I.self, left, from, to)[rank]
}

@inlinable @inline(__always)
func middle<R: SortRecord>(_ a: R, _ b: R, _ c: R) -> R {
  let (low, high) = R.precedes(b, a) ? (b, a) : (a, b)
  return R.precedes(c, low) ? low : R.precedes(high, c) ? high : c
}

/// The `k` records that come first, sorted: few, so that each further record is mostly just compared with the last.
@inlinable
func keepFirst<I: ISAPolicy, T: SortKeyed>(
  _ isa: I.Type, _ line: OrderLine<T>, _ k: Int, _ first: UnsafeMutablePointer<T.Record>
) {
  var kept = 0
  for i in 0..<line.count {
    let record = line.record(i)
    if kept == k {
      if !T.Record.precedes(record, first[k &- 1]) { continue }
    } else {
      kept &+= 1
    }
    var j = kept &- 1
    while j > 0, T.Record.precedes(record, first[j &- 1]) {
      first[j] = first[j &- 1]
      j &-= 1
    }
    first[j] = record
  }
}
