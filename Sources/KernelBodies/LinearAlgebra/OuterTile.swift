/// Where the rows of a matrix lie whose elements lie side by side within a row.
public protocol RowSource<Scalar> {
  associatedtype Scalar
  func row(_ index: Int) -> UnsafePointer<Scalar>
  /// The same rows, from a later element on.
  func dropping(columns: Int) -> Self
  /// The rows from a later one on.
  func dropping(rows: Int) -> Self
}
/// Rows a fixed step apart.
@frozen public struct EvenRows<Scalar>: RowSource {
  @usableFromInline let base: UnsafePointer<Scalar>, step: Int
  @inlinable @inline(__always) init(_ base: UnsafePointer<Scalar>, _ step: Int) {
    (self.base, self.step) = (base, step)
  }
  @inlinable @inline(__always) public func row(_ index: Int) -> UnsafePointer<Scalar> { base + index &* step }
  @inlinable @inline(__always) public func dropping(columns: Int) -> EvenRows { EvenRows(base + columns, step) }
  @inlinable @inline(__always) public func dropping(rows: Int) -> EvenRows { EvenRows(base + rows &* step, step) }
}
/// Rows anywhere, by a table of offsets: the windows of a convolution, which overlap.
@frozen public struct ListedRows<Scalar>: RowSource {
  @usableFromInline let base: UnsafePointer<Scalar>, offsets: UnsafePointer<Int>
  @inlinable @inline(__always) init(_ base: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>) {
    (self.base, self.offsets) = (base, offsets)
  }
  @inlinable @inline(__always) public func row(_ index: Int) -> UnsafePointer<Scalar> { base + offsets[index] }
  @inlinable @inline(__always) public func dropping(columns: Int) -> ListedRows { ListedRows(base + columns, offsets) }
  @inlinable @inline(__always) public func dropping(rows: Int) -> ListedRows { ListedRows(base, offsets + rows) }
}

/// What is added up along a row of a: `groups` times `terms` elements, each with its step. Against the terms in this
/// order stand the rows of b.
@frozen public struct Terms {
  @usableFromInline let groups, groupStep, terms, step: Int
  @inlinable @inline(__always) init(_ terms: Int, step: Int, groups: Int = 1, groupStep: Int = 0) {
    (self.groups, self.groupStep, self.terms, self.step) = (groups, groupStep, terms, step)
  }
}

/// How a product enters its result: `c = beta·c + alpha·product`. What beta is 0 for need not hold numbers.
@frozen public struct Update<Scalar: FloatElement> {
  @usableFromInline let alpha, beta: Scalar
  @inlinable @inline(__always) init(alpha: Scalar, beta: Scalar) { (self.alpha, self.beta) = (alpha, beta) }
  @inlinable @inline(__always) func callAsFunction(_ c: UnsafeMutablePointer<Scalar>, _ product: Scalar) {
    c.pointee = beta == 0 ? alpha * product : beta * c.pointee + alpha * product
  }
}

/// A piece of a product, `rows` by `vectors` registers of it, kept in registers while the sum runs: each row of b is
/// loaded once for all rows of a, whose elements are spread over a register.
@frozen public enum OuterTile<I: ISAPolicy, V: Vector, let rows: Int, let vectors: Int> {
  @inlinable @inline(__always)
  static func run<A: RowSource<V.Scalar>, B: RowSource<V.Scalar>>(
    _ sum: Terms, _ a: A, _ b: B, _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int
  ) {
    var sums = InlineArray<rows, InlineArray<vectors, V>>(repeating: InlineArray<vectors, V>(repeating: .zero))
    var p = 0
    for group in 0..<sum.groups {
      var at = group &* sum.groupStep
      for _ in 0..<sum.terms {
        let row = b.row(p)
        var x = InlineArray<vectors, V>(repeating: .zero)
        for j in 0..<vectors { x[j] = V.load(row + j &* V.scalarCount) }
        for i in 0..<rows {
          let s = V(repeating: a.row(i)[at])
          for j in 0..<vectors { sums[i][j] = sums[i][j].adding(I.self, s, times: x[j]) }
        }
        at &+= sum.step
        p &+= 1
      }
    }
    let alpha = V(repeating: update.alpha), beta = V(repeating: update.beta)
    if update.beta == 0 {
      for i in 0..<rows {
        for j in 0..<vectors { (alpha * sums[i][j]).store(c + (i &* cRow &+ j &* V.scalarCount)) }
      }
    } else {
      for i in 0..<rows {
        for j in 0..<vectors {
          let p = c + (i &* cRow &+ j &* V.scalarCount)
          (alpha * sums[i][j]).adding(I.self, beta, times: V.load(p)).store(p)
        }
      }
    }
  }
}

/// `c = beta·c + alpha·a·b` where b and c are whole registers wide, tile by tile.
@inlinable @inline(never)
func multiply<I: ISAPolicy, V: Vector, A: RowSource<V.Scalar>, B: RowSource<V.Scalar>>(
  _ isa: I.Type, _ vector: V.Type, _ m: Int, _ vectors: Int, _ sum: Terms, _ a: A, _ b: B,
  _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int
) {
  var j = 0
  while j < vectors {
    let left = vectors &- j, b = b.dropping(columns: j &* V.scalarCount), c = c + j &* V.scalarCount
    if m == 1, left >= 8 {
      OuterTile<I, V, 1, 8>.run(sum, a, b, update, c, cRow)
      j &+= 8
      continue
    }
    multiplyPanel(isa, vector, panelVectors(left), m, sum, a, b, update, c, cRow)
    j &+= panelVectors(left)
  }
}

/// `c = a·b` where each panel of b lies by itself, row after row.
@inlinable @inline(never)
func multiplyPanelled<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ m: Int, _ vectors: Int, _ k: Int, _ a: EvenRows<V.Scalar>,
  _ b: UnsafePointer<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int
) {
  var j = 0
  while j < vectors {
    let width = panelVectors(vectors &- j), first = j &* V.scalarCount
    multiplyPanel(
      isa, vector, width, m, Terms(k, step: 1), a, EvenRows(b + first &* k, width &* V.scalarCount),
      Update(alpha: 1, beta: 0), c + first, cRow)
    j &+= width
  }
}

/// The width of the next panel where so many registers are left: four are two and two.
@inlinable @inline(__always)
func panelVectors(_ left: Int) -> Int { left >= 5 || left == 3 ? 3 : min(left, 2) }

@inlinable @inline(__always)
func multiplyPanel<I: ISAPolicy, V: Vector, A: RowSource<V.Scalar>, B: RowSource<V.Scalar>>(
  _ isa: I.Type, _ vector: V.Type, _ width: Int, _ m: Int, _ sum: Terms, _ a: A, _ b: B, _ update: Update<V.Scalar>,
  _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int
) {
  switch width {
  case 1: multiplyPanel(isa, OuterPanel<V, 1>.self, m, sum, a, b, update, c, cRow)
  case 2: multiplyPanel(isa, OuterPanel<V, 2>.self, m, sum, a, b, update, c, cRow)
  default: multiplyPanel(isa, OuterPanel<V, 3>.self, m, sum, a, b, update, c, cRow)
  }
}

/// The width of a panel, as a type.
@frozen public enum OuterPanel<V: Vector, let vectors: Int> {}

@inlinable @inline(__always)
func multiplyPanel<I: ISAPolicy, V: Vector, let vectors: Int, A: RowSource<V.Scalar>, B: RowSource<V.Scalar>>(
  _ isa: I.Type, _ panel: OuterPanel<V, vectors>.Type, _ m: Int, _ sum: Terms, _ a: A, _ b: B,
  _ update: Update<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int
) {
  // Tiles of nearly equal height: ten rows are five and five, not eight and two.
  let blocks = (m &+ I.tileRows &- 1) / I.tileRows
  var i = 0
  for block in 0..<blocks {
    let end = (block &+ 1) &* m / blocks, a = a.dropping(rows: i), c = c + i &* cRow
    switch end &- i {
    case 1: OuterTile<I, V, 1, vectors>.run(sum, a, b, update, c, cRow)
    case 2: OuterTile<I, V, 2, vectors>.run(sum, a, b, update, c, cRow)
    case 3: OuterTile<I, V, 3, vectors>.run(sum, a, b, update, c, cRow)
    case 4: OuterTile<I, V, 4, vectors>.run(sum, a, b, update, c, cRow)
    default:
      if I.tileRows == 8 {
        switch end &- i {
        case 5: OuterTile<I, V, 5, vectors>.run(sum, a, b, update, c, cRow)
        case 6: OuterTile<I, V, 6, vectors>.run(sum, a, b, update, c, cRow)
        case 7: OuterTile<I, V, 7, vectors>.run(sum, a, b, update, c, cRow)
        default: OuterTile<I, V, 8, vectors>.run(sum, a, b, update, c, cRow)
        }
      }
    }
    i = end
  }
}
