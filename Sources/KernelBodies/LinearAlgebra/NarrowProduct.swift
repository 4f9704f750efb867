// A few samples through the weights of a layer, `c = a·bᵀ` with many rows in b: to bring all of b into another order would
// cost as much as the product. So a is turned instead, which is little, and the product comes out turned, a block of rows
// of b at a time.

/// Rows of b at a time.
@frozen public enum NarrowBlock { @inlinable public static var rows: Int { 64 } }

@inlinable @inline(__always)
func multiplyNarrow<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ it: MatrixProduct, _ scratch: UnsafeMutablePointer<V.Scalar>
) {
  let a = it.a.assumingMemoryBound(to: V.Scalar.self), b = it.b.assumingMemoryBound(to: V.Scalar.self)
  let c = it.c.assumingMemoryBound(to: V.Scalar.self), update = it.update(V.Scalar.self)
  let left = it.m % V.scalarCount, rest = left <= 4 && it.m > left && it.k >= 32 ? left : 0, m = it.m &- rest
  let vectors = (m &+ V.scalarCount &- 1) / V.scalarCount, width = vectors &* V.scalarCount
  let columns = scratch, product = columns + it.k &* width, rows = product + NarrowBlock.rows &* width
  // So much of a as stays in the second cache while a block of b passes it.
  let depth = (1 << 17) / (width &* MemoryLayout<V.Scalar>.stride)
  packPanel(isa, vector, it.k, m, width, a, 1, it.aRow, columns)
  var j = 0
  while j < it.n {
    let n = min(NarrowBlock.rows, it.n &- j)
    var p = 0
    repeat {  // once at least: with nothing to add up, the product is 0
      let terms = min(depth, it.k &- p)
      multiply(
        isa, vector, n, vectors, Terms(terms, step: 1), EvenRows(b + (j &* it.bColumn &+ p), it.bColumn),
        EvenRows(columns + p &* width, width), Update(alpha: 1, beta: p == 0 ? 0 : 1), product, width)
      p &+= terms
    } while p < it.k
    transpose(n, width, product, width, rows, NarrowBlock.rows)
    for i in 0..<m { updateRow(n, update, c + (i &* it.cRow &+ j), rows + i &* NarrowBlock.rows) }
    if rest > 0 {
      multiplyRows(
        isa, vector, rest, n, it.k, a + m &* it.aRow, it.aRow, EvenRows(b + j &* it.bColumn, it.bColumn), update,
        c + (m &* it.cRow &+ j), it.cRow, 1)
    }
    j &+= n
  }
}

@inlinable @inline(__always)
func updateRow<T: FloatElement>(
  _ count: Int, _ update: Update<T>, _ c: UnsafeMutablePointer<T>, _ product: UnsafePointer<T>
) {
  if update.beta == 0 {
    for i in 0..<count { c[i] = update.alpha * product[i] }
  } else {
    for i in 0..<count { c[i] = update.beta * c[i] + update.alpha * product[i] }
  }
}
