/// `rows` by `columns` dot products side by side: rows of a against rows of b, both in their own order in memory.
/// `tail`: ones in as many of the last lanes as elements are left behind whole registers.
@frozen public enum DotTile<I: ISAPolicy, V: Vector, let rows: Int, let columns: Int> {
  @inlinable @inline(__always)
  static func run<B: RowSource<V.Scalar>>(
    _ k: Int, _ tail: V, _ a: UnsafePointer<V.Scalar>, _ aRow: Int, _ b: B, _ first: Int,
    _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, _ cColumn: Int
  ) {
    var sums = InlineArray<rows, InlineArray<columns, V>>(repeating: InlineArray<columns, V>(repeating: .zero))
    var p = 0
    while p &+ V.scalarCount <= k {
      var x = InlineArray<rows, V>(repeating: .zero)
      for i in 0..<rows { x[i] = V.load(a + (i &* aRow &+ p)) }
      for j in 0..<columns {
        let y = V.load(b.row(first &+ j) + p)
        for i in 0..<rows { sums[i][j] = sums[i][j].adding(I.self, x[i], times: y) }
      }
      p &+= V.scalarCount
    }
    // What is left is the end of one register more, which begins where others have been.
    if p < k, k >= V.scalarCount {
      let at = k &- V.scalarCount
      var x = InlineArray<rows, V>(repeating: .zero)
      for i in 0..<rows { x[i] = V.load(a + (i &* aRow &+ at)).keeping(tail) }
      for j in 0..<columns {
        let y = V.load(b.row(first &+ j) + at).keeping(tail)
        for i in 0..<rows { sums[i][j] = sums[i][j].adding(I.self, x[i], times: y) }
      }
      p = k
    }
    for i in 0..<rows {
      for j in 0..<columns {
        var total = sums[i][j].total
        var q = p
        while q < k {
          total += a[i &* aRow &+ q] * b.row(first &+ j)[q]
          q &+= 1
        }
        update(c + (i &* cRow &+ j &* cColumn), total)
      }
    }
  }
}

/// `c = beta·c + alpha·a·bᵀ`, b given by its `n` rows, tile by tile.
@inlinable @inline(never)
func multiplyRows<I: ISAPolicy, V: Vector, B: RowSource<V.Scalar>>(
  _ isa: I.Type, _ vector: V.Type, _ m: Int, _ n: Int, _ k: Int,
  _ a: UnsafePointer<V.Scalar>, _ aRow: Int, _ b: B,
  _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, _ cColumn: Int
) {
  let tail = V.mask(last: k % V.scalarCount)
  var i = 0
  while i < m {
    let a = a + i &* aRow, c = c + i &* cRow
    switch m &- i {
    case 1:
      // One row has to itself the registers that four share, and needs them: each sum waits for the one before it.
      var j = 0
      while j &+ 8 <= n {
        DotTile<I, V, 1, 8>.run(k, tail, a, aRow, b, j, update, c + j &* cColumn, cRow, cColumn)
        j &+= 8
      }
      multiplyRows(isa, DotRows<V, 1>.self, j, n, k, tail, a, aRow, b, update, c, cRow, cColumn)
    case 2: multiplyRows(isa, DotRows<V, 2>.self, 0, n, k, tail, a, aRow, b, update, c, cRow, cColumn)
    case 3: multiplyRows(isa, DotRows<V, 3>.self, 0, n, k, tail, a, aRow, b, update, c, cRow, cColumn)
    default: multiplyRows(isa, DotRows<V, 4>.self, 0, n, k, tail, a, aRow, b, update, c, cRow, cColumn)
    }
    i &+= 4
  }
}

/// The height of a tile, as a type.
@frozen public enum DotRows<V: Vector, let rows: Int> {}

@inlinable @inline(__always)
func multiplyRows<I: ISAPolicy, V: Vector, let rows: Int, B: RowSource<V.Scalar>>(
  _ isa: I.Type, _ height: DotRows<V, rows>.Type, _ first: Int, _ n: Int, _ k: Int, _ tail: V,
  _ a: UnsafePointer<V.Scalar>, _ aRow: Int, _ b: B,
  _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, _ cColumn: Int
) {
  var j = first
  while j < n {
    let c = c + j &* cColumn
    // Sixteen registers hold twelve sums at most.
    switch I.tileRows == 8 ? n &- j : min(n &- j, 2) {
    case 1:
      DotTile<I, V, rows, 1>.run(k, tail, a, aRow, b, j, update, c, cRow, cColumn)
      j &+= 1
    case 2:
      DotTile<I, V, rows, 2>.run(k, tail, a, aRow, b, j, update, c, cRow, cColumn)
      j &+= 2
    case 3:
      DotTile<I, V, rows, 3>.run(k, tail, a, aRow, b, j, update, c, cRow, cColumn)
      j &+= 3
    default:
      DotTile<I, V, rows, 4>.run(k, tail, a, aRow, b, j, update, c, cRow, cColumn)
      j &+= 4
    }
  }
}
