/// Columns become rows: `to[j][i] = from[i][j]`, both with elements side by side and rows a step apart; in blocks of four
/// by four, so that neither side is walked element by element across its rows.
@inlinable @inline(__always)
func transpose<T: FloatElement>(
  _ rows: Int, _ columns: Int, _ from: UnsafePointer<T>, _ fromStep: Int, _ to: UnsafeMutablePointer<T>, _ toStep: Int
) {
  var i = 0
  while i &+ 4 <= rows {
    let source = from + i &* fromStep, target = to + i
    var j = 0
    while j &+ 4 <= columns {
      transposeBlock(source + j, fromStep, target + j &* toStep, toStep)
      j &+= 4
    }
    while j < columns {
      for r in 0..<4 { target[j &* toStep &+ r] = source[r &* fromStep &+ j] }
      j &+= 1
    }
    i &+= 4
  }
  while i < rows {
    for j in 0..<columns { to[j &* toStep &+ i] = from[i &* fromStep &+ j] }
    i &+= 1
  }
}

@inlinable @inline(__always)
func transposeBlock<T: FloatElement>(
  _ from: UnsafePointer<T>, _ fromStep: Int, _ to: UnsafeMutablePointer<T>, _ toStep: Int
) {
  func row(_ i: Int) -> SIMD4<T> { SIMD4.load(from + i &* fromStep) }
  transposeRows(row(0), row(1), row(2), row(3), to, toStep)
}

/// Four rows become columns.
@inlinable @inline(__always)
func transposeRows<T: FloatElement>(
  _ a: SIMD4<T>, _ b: SIMD4<T>, _ c: SIMD4<T>, _ d: SIMD4<T>, _ to: UnsafeMutablePointer<T>, _ toStep: Int
) {
  let even = (SIMD4(lowHalf: a.evenHalf, highHalf: b.evenHalf), SIMD4(lowHalf: c.evenHalf, highHalf: d.evenHalf))
  let odd = (SIMD4(lowHalf: a.oddHalf, highHalf: b.oddHalf), SIMD4(lowHalf: c.oddHalf, highHalf: d.oddHalf))
  SIMD4(lowHalf: even.0.evenHalf, highHalf: even.1.evenHalf).store(to)
  SIMD4(lowHalf: odd.0.evenHalf, highHalf: odd.1.evenHalf).store(to + toStep)
  SIMD4(lowHalf: even.0.oddHalf, highHalf: even.1.oddHalf).store(to + 2 &* toStep)
  SIMD4(lowHalf: odd.0.oddHalf, highHalf: odd.1.oddHalf).store(to + 3 &* toStep)
}
