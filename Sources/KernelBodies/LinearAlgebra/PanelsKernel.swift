/// Products with one matrix again and again, as the steps of a sequence need them: it is copied once, in the order in
/// which the tiles read it, and every product then reads it in one line.
@frozen public struct PanelsKernel: Sendable {
  /// Elements in a register. Panels are one to three registers wide.
  public let lanes: Int
  /// A panel: the first `count` columns of `k` rows, with zeros behind them up to `width`.
  public let pack:
    @Sendable (
      _ k: Int, _ count: Int, _ width: Int, _ from: UnsafeRawPointer, _ row: Int, _ column: Int,
      _ panel: UnsafeMutableRawPointer
    ) -> Void
  /// `c = beta·c + a·panel`: m×width, m×k and k×width; elements of a row of `a` lie side by side, and those of c.
  public let multiply:
    @Sendable (
      _ m: Int, _ k: Int, _ width: Int, _ a: UnsafeRawPointer, _ aRow: Int, _ panel: UnsafeRawPointer, _ beta: Double,
      _ c: UnsafeMutableRawPointer
    ) -> Void
  /// `rows` rows of `count` elements from where they lie a step apart to rows of `width`, with zeros behind them.
  public let gather:
    @Sendable (
      _ rows: Int, _ count: Int, _ width: Int, _ from: UnsafeRawPointer, _ row: Int, _ to: UnsafeMutableRawPointer
    ) -> Void
  /// The way back. Where `kept` has 0 for a row, the row becomes 0.
  public let scatter:
    @Sendable (
      _ rows: Int, _ count: Int, _ width: Int, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ row: Int,
      _ kept: UnsafeRawPointer?
    ) -> Void

  /// So many rows of a panel stay in the first cache while all rows of `a` meet them.
  @inlinable static var depth: Int { 128 }

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    lanes = V.scalarCount
    pack = { k, count, width, from, row, column, panel in
      packPanel(
        isa, vector, k, count, width, from.assumingMemoryBound(to: V.Scalar.self), row, column,
        panel.assumingMemoryBound(to: V.Scalar.self))
    }
    multiply = { m, k, width, a, aRow, panel, beta, c in
      let a = a.assumingMemoryBound(to: V.Scalar.self), panel = panel.assumingMemoryBound(to: V.Scalar.self)
      let c = c.assumingMemoryBound(to: V.Scalar.self)
      var p = 0
      while p < k {
        let terms = min(PanelsKernel.depth, k &- p)
        KernelBodies.multiply(
          isa, vector, m, width / V.scalarCount, Terms(terms, step: 1), EvenRows(a + p, aRow),
          EvenRows(panel + p &* width, width), Update(alpha: 1, beta: p == 0 ? V.Scalar(beta) : 1), c, width)
        p &+= terms
      }
    }
    gather = { rows, count, width, from, row, to in
      let from = from.assumingMemoryBound(to: V.Scalar.self), to = to.assumingMemoryBound(to: V.Scalar.self)
      for i in 0..<rows {
        let source = from + i &* row, target = to + i &* width
        for j in 0..<count { target[j] = source[j] }
        for j in count..<width { target[j] = 0 }
      }
    }
    scatter = { rows, count, width, from, to, row, kept in
      let from = from.assumingMemoryBound(to: V.Scalar.self), to = to.assumingMemoryBound(to: V.Scalar.self)
      let kept = kept?.assumingMemoryBound(to: V.Scalar.self)
      for i in 0..<rows {
        let source = from + i &* width, target = to + i &* row
        if let kept, kept[i] == 0 {
          for j in 0..<count { target[j] = 0 }
        } else {
          for j in 0..<count { target[j] = source[j] }
        }
      }
    }
  }
}

extension PerFloat where Kernel == PanelsKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}

@inlinable @inline(__always)
func packPanel<I: ISAPolicy, V: Vector>(
  _ isa: I.Type, _ vector: V.Type, _ k: Int, _ count: Int, _ width: Int, _ from: UnsafePointer<V.Scalar>, _ row: Int,
  _ column: Int, _ panel: UnsafeMutablePointer<V.Scalar>
) {
  if row == 1 {
    transpose(count, k, from, column, panel, width)
    if count < width {
      for p in 0..<k { for j in count..<width { panel[p &* width &+ j] = 0 } }
    }
    return
  }
  for p in 0..<k {
    let source = from + p &* row, target = panel + p &* width
    if column == 1, count == width {
      var j = 0
      while j < width {
        V.load(source + j).store(target + j)
        j &+= V.scalarCount
      }
    } else {
      for j in 0..<count { target[j] = source[j &* column] }
      for j in count..<width { target[j] = 0 }
    }
  }
}
