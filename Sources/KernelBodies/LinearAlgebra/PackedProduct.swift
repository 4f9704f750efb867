import CSimd

// The product of large matrices: a block of b is copied into panels of three registers' width, a block of a into panels of
// a tile's height, and every tile then reads both in one line.

@inlinable @inline(__always)
func multiplyPacked<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: MatrixProduct, _ scratch: UnsafeMutablePointer<V.Scalar>
) {
  let a = it.a.assumingMemoryBound(to: V.Scalar.self), b = it.b.assumingMemoryBound(to: V.Scalar.self)
  let c = it.c.assumingMemoryBound(to: V.Scalar.self)
  let blocks = Blocks(stride: MemoryLayout<V.Scalar>.stride), width = 3 &* V.scalarCount
  let edge = scratch, rows = edge + 8 &* width,
    columns = rows + (min(it.m, blocks.rows) &+ 8) &* min(it.k, blocks.depth)
  var j = 0
  while j < it.n {
    let n = min(blocks.columns, it.n &- j)
    var p = 0
    repeat {  // once at least: with nothing to add up, c still becomes beta·c
      let k = min(blocks.depth, it.k &- p)
      packColumns(vector, k, n, b + (p &* it.bRow &+ j &* it.bColumn), it.bRow, it.bColumn, columns)
      let update = Update(alpha: V.Scalar(it.alpha), beta: p == 0 ? V.Scalar(it.beta) : 1)
      var i = 0
      while i < it.m {
        let m = min(blocks.rows, it.m &- i)
        packRows(I.tileRows, m, k, a + (i &* it.aRow &+ p &* it.aColumn), it.aRow, it.aColumn, rows)
        multiplyPanels(isa, vector, m, n, k, rows, columns, update, c + (i &* it.cRow &+ j), it.cRow, edge)
        i &+= m
      }
      p &+= k
    } while p < it.k
    j &+= n
  }
}

@inlinable @inline(never)
func multiplyPanels<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ m: Int, _ n: Int, _ k: Int,
  _ a: UnsafePointer<V.Scalar>, _ b: UnsafePointer<V.Scalar>, _ update: Update<V.Scalar>,
  _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, _ edge: UnsafeMutablePointer<V.Scalar>
) {
  let width = 3 &* V.scalarCount
  var j = 0
  while j < n {
    let panel = EvenRows(b + j &* k, width), isWhole = j &+ width <= n
    var i = 0
    while i < m {
      let height = min(I.tileRows, m &- i), c = c + (i &* cRow &+ j)
      if isWhole {  // c is not read before the sum is there, and would be waited for then
        for y in 0..<height { for v in 0..<3 { simd_prefetch(c + (y &* cRow &+ v &* V.scalarCount)) } }
      }
      multiplyPanel(
        isa, OuterPanel<V, 3>.self, height, Terms(k, step: I.tileRows), EvenRows(a + i &* k, 1), panel,
        isWhole ? update : Update(alpha: 1, beta: 0), isWhole ? c : edge, isWhole ? cRow : width)
      if !isWhole {
        for y in 0..<height { for x in 0..<n &- j { update(c + (y &* cRow &+ x), edge[y &* width &+ x]) } }
      }
      i &+= height
    }
    j &+= width
  }
}

/// Panels of `height` rows, column after column; the last panel may be lower and has gaps.
@inlinable @inline(__always)
func packRows<T: FloatElement>(
  _ height: Int, _ m: Int, _ k: Int, _ a: UnsafePointer<T>, _ row: Int, _ column: Int, _ target: UnsafeMutablePointer<T>
) {
  var i = 0
  while i < m {
    let source = a + i &* row, target = target + i &* k
    if i &+ height <= m, column == 1 {
      transpose(height, k, source, row, target, height)
    } else if i &+ height <= m {
      for p in 0..<k { for r in 0..<height { target[p &* height &+ r] = source[r &* row &+ p &* column] } }
    } else {
      for p in 0..<k { for r in 0..<m &- i { target[p &* height &+ r] = source[r &* row &+ p &* column] } }
    }
    i &+= height
  }
}

/// Panels of three registers' width, row after row; zeros behind the last column.
@inlinable @inline(__always)
func packColumns<V: Vector>(
  _ vector: V.Type, _ k: Int, _ n: Int, _ b: UnsafePointer<V.Scalar>, _ row: Int, _ column: Int,
  _ target: UnsafeMutablePointer<V.Scalar>
) {
  let width = 3 &* V.scalarCount
  var j = 0
  while j < n {
    let count = min(width, n &- j), source = b + j &* column, target = target + j &* k
    if count == width, column == 1 {
      for p in 0..<k {
        for v in 0..<3 {
          V.load(source + (p &* row &+ v &* V.scalarCount)).store(target + (p &* width &+ v &* V.scalarCount))
        }
      }
    } else if count == width, row == 1 {
      transpose(width, k, source, column, target, width)
    } else {
      for p in 0..<k {
        for r in 0..<count { target[p &* width &+ r] = source[p &* row &+ r &* column] }
        for r in count..<width { target[p &* width &+ r] = 0 }
      }
    }
    j &+= width
  }
}
