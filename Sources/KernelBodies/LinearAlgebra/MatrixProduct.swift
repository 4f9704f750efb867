/// `c = beta·c + alpha·a·b`: m×n, m×k and k×n, every operand with its own steps, so that a transpose is free to ask for.
@frozen public struct MatrixProduct {
  public var m, n, k: Int
  public var alpha, beta: Double
  public var a, b: UnsafeRawPointer
  public var c: UnsafeMutableRawPointer
  public var aRow, aColumn, bRow, bColumn, cRow, cColumn: Int

  public init(
    m: Int, n: Int, k: Int, alpha: Double, a: UnsafeRawPointer, aRow: Int, aColumn: Int,
    b: UnsafeRawPointer, bRow: Int, bColumn: Int, beta: Double, c: UnsafeMutableRawPointer, cRow: Int, cColumn: Int
  ) {
    (self.m, self.n, self.k, self.alpha, self.beta) = (m, n, k, alpha, beta)
    (self.a, self.aRow, self.aColumn, self.b, self.bRow, self.bColumn) = (a, aRow, aColumn, b, bRow, bColumn)
    (self.c, self.cRow, self.cColumn) = (c, cRow, cColumn)
    // The step of a dimension of one element means nothing: let it not stand in the way of a plan.
    if n == 1 { (self.bColumn, self.cColumn) = (1, 1) }
    if k == 1 { (self.aColumn, self.bRow) = (1, n) }
  }

  /// The same as `cᵀ = beta·cᵀ + alpha·bᵀ·aᵀ`.
  @inlinable var transposed: MatrixProduct {
    MatrixProduct(
      m: n, n: m, k: k, alpha: alpha, a: b, aRow: bColumn, aColumn: bRow, b: a, bRow: aColumn, bColumn: aRow,
      beta: beta, c: c, cRow: cColumn, cColumn: cRow)
  }

  /// Turned so that it can be computed by one of the plans.
  public var turned: MatrixProduct {
    if m == 1 { return self }
    if n == 1 || cColumn != 1 && cRow == 1 { return transposed }
    return self
  }

  /// How to compute it, once it is turned. It hangs on sizes and steps alone, and under each plan an element of c is the
  /// same sum whatever else is computed with it: cutting c into pieces under one plan changes no result.
  public func plan(stride: Int) -> GemmPlan {
    if bRow == 1, aColumn == 1, bColumn != 1 || n == 1 {
      let least = min(m, n)
      if least <= 8 || least <= 12 && k >= 384 { return .dots }
      if m * stride <= 512, cColumn == 1 { return .narrow }
      if least <= 48 && k >= 128 { return .dots }
    }
    if cColumn != 1 { return .apart }
    if k == 1, bColumn == 1 { return .rankOne }
    return bColumn == 1 && (m <= 16 || n * k * stride <= 1 << 20) ? .direct : .packed
  }

  /// Bytes of scratch memory that a plan needs for it.
  public func scratch(_ plan: GemmPlan, stride: Int) -> Int {
    switch plan {
    case .dots, .rankOne, .apart: return 0
    case .direct: return (k + m) * 64
    case .narrow: return (k + 2 * NarrowBlock.rows) * (m * stride + 63) / 64 * 64 + 128
    case .packed:
      let blocks = Blocks(stride: stride), depth = min(k, blocks.depth)
      let rows = min(m, blocks.rows) + 8, columns = min(n, blocks.columns) + 192 / stride
      return (rows * depth + columns * depth) * stride + 8 * 192
    }
  }

  /// Whether pieces of it are rows of c: there are more of them than of columns, and a plan treats all alike.
  public func isCutByRows(_ plan: GemmPlan) -> Bool { m >= n && plan != .narrow }
  /// A piece of it: rows of c, or columns.
  public func rows(_ range: Range<Int>, stride: Int) -> MatrixProduct {
    var it = self
    it.m = range.count
    it.a += range.lowerBound * aRow * stride
    it.c += range.lowerBound * cRow * stride
    return it
  }
  public func columns(_ range: Range<Int>, stride: Int) -> MatrixProduct {
    var it = self
    it.n = range.count
    it.b += range.lowerBound * bColumn * stride
    it.c += range.lowerBound * cColumn * stride
    return it
  }
}

/// How a product is computed.
@frozen public enum GemmPlan: Sendable {
  /// Both operands lie along the sum, and one is narrow: dot products.
  case dots
  /// One column times one row: every row of c gets a multiple of that row.
  case rankOne
  /// Both operands lie along the sum, and a has few rows: they become the columns, and b is used as it lies.
  case narrow
  /// b lies in rows and fits the cache, or is used but a few times: tiles straight from where it is.
  case direct
  /// a and b are copied, block by block, in the order in which the tiles read them.
  case packed
  /// c lies neither in rows nor in columns: the caller makes one that does.
  case apart
}

/// How much is packed at once: a block of a for the second cache, of b for the third, and of both along the sum so much
/// that what a tile reads of them stays in the first.
@frozen public struct Blocks {
  @usableFromInline let rows, columns, depth: Int
  @inlinable init(stride: Int) { (rows, columns, depth) = stride == 8 ? (240, 1536, 128) : (240, 3072, 128) }
}
