/// Moves the `k` records that come first to the front, the last of them to place `k` − 1.
///
/// By partition around a middle of three, in expected linear time; should that go badly, by sorting what is left.
@inlinable
func selectRecords<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ k: Int, _ records: UnsafeMutablePointer<R>, _ other: UnsafeMutablePointer<R>
) {
  var low = 0, high = count, rounds = 2 &* (Int.bitWidth &- count.leadingZeroBitCount)
  while high &- low > 16, rounds > 0 {
    rounds &-= 1
    let pivot = middle(records[low], records[low &+ (high &- low) / 2], records[high &- 1])
    var i = low, j = high &- 1
    while i <= j {
      while R.precedes(records[i], pivot) { i &+= 1 }
      while R.precedes(pivot, records[j]) { j &-= 1 }
      if i <= j {
        (records[i], records[j]) = (records[j], records[i])
        i &+= 1
        j &-= 1
      }
    }
    if k &- 1 <= j { high = j &+ 1 } else if k &- 1 >= i { low = i } else { return }
  }
  // By digits would not do: equal keys are no longer in their old order.
  let rest = high &- low, sorted = sortByMerging(I.self, rest, records + low, other)
  if sorted != records + low { (records + low).update(from: sorted, count: rest) }
}

@inlinable @inline(__always)
func middle<R: SortRecord>(_ a: R, _ b: R, _ c: R) -> R {
  let (low, high) = R.precedes(b, a) ? (b, a) : (a, b)
  return R.precedes(c, low) ? low : R.precedes(high, c) ? high : c
}

/// The `k` records that come first, sorted: few, so that each further record is mostly just compared with the last.
@inlinable
func keepFirst<I: ISAPolicy, R: SortRecord>(
  _ isa: I.Type, _ count: Int, _ k: Int, _ records: UnsafePointer<R>, _ first: UnsafeMutablePointer<R>
) {
  var kept = 0
  for i in 0..<count {
    let record = records[i]
    if kept == k {
      if !R.precedes(record, first[k &- 1]) { continue }
    } else {
      kept &+= 1
    }
    var j = kept &- 1
    while j > 0, R.precedes(record, first[j &- 1]) {
      first[j] = first[j &- 1]
      j &-= 1
    }
    first[j] = record
  }
}
