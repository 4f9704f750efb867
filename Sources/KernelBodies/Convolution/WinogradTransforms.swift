// The three small transforms of F(2x2, 3x3), for as many channels as a register has lanes.

/// `Bᵀ·d` of four elements.
@inlinable @inline(__always)
func winogradInput<V: Vector>(_ d: (V, V, V, V)) -> (V, V, V, V) { (d.0 - d.2, d.1 + d.2, d.2 - d.1, d.1 - d.3) }

/// `Aᵀ·m` of four elements.
@inlinable @inline(__always)
func winogradOutput<V: Vector>(_ m: (V, V, V, V)) -> (V, V) { (m.0 + m.1 + m.2, m.1 - m.2 - m.3) }

/// `G·g` of three elements.
@inlinable @inline(__always)
func winogradWeight<V: Vector>(_ g: (V, V, V)) -> (V, V, V, V) {
  let ends = g.0 + g.2, half = V(repeating: 0.5)
  return (g.0, half * (ends + g.1), half * (ends - g.1), g.2)
}

/// A tile of the input, 4x4 elements whose rows lie `rowStep` apart and columns `step`, into sixteen matrices.
@inlinable @inline(__always)
func transformInput<V: Vector>(
  _ vector: V.Type, _ from: UnsafePointer<V.Scalar>, _ rowStep: Int, _ step: Int, _ to: UnsafeMutablePointer<V.Scalar>,
  _ plane: Int
) {
  @inline(__always) func row(_ y: Int) -> (V, V, V, V) {
    let p = from + y &* rowStep
    return winogradInput((V.load(p), V.load(p + step), V.load(p + 2 &* step), V.load(p + 3 &* step)))
  }
  @inline(__always) func store(_ x: Int, _ column: (V, V, V, V)) {
    let it = winogradInput(column)
    it.0.store(to + x &* plane)
    it.1.store(to + (4 &+ x) &* plane)
    it.2.store(to + (8 &+ x) &* plane)
    it.3.store(to + (12 &+ x) &* plane)
  }
  let (a, b, c, d) = (row(0), row(1), row(2), row(3))
  store(0, (a.0, b.0, c.0, d.0))
  store(1, (a.1, b.1, c.1, d.1))
  store(2, (a.2, b.2, c.2, d.2))
  store(3, (a.3, b.3, c.3, d.3))
}

/// The way back from sixteen matrices to a tile of the output, 2x2 elements.
@inlinable @inline(__always)
func transformOutput<V: Vector>(
  _ vector: V.Type, _ from: UnsafePointer<V.Scalar>, _ plane: Int, _ bias: V, _ to: UnsafeMutablePointer<V.Scalar>,
  _ rowStep: Int, _ step: Int
) {
  @inline(__always) func row(_ y: Int) -> (V, V) {
    let p = from + 4 &* y &* plane
    return winogradOutput((V.load(p), V.load(p + plane), V.load(p + 2 &* plane), V.load(p + 3 &* plane)))
  }
  let (a, b, c, d) = (row(0), row(1), row(2), row(3))
  let left = winogradOutput((a.0, b.0, c.0, d.0)), right = winogradOutput((a.1, b.1, c.1, d.1))
  (left.0 + bias).store(to)
  (right.0 + bias).store(to + step)
  (left.1 + bias).store(to + rowStep)
  (right.1 + bias).store(to + (rowStep &+ step))
}

/// Kernels of 3x3, an element in each of nine registers, into sixteen matrices. Turned round, a kernel's transform has
/// its first and last row and column exchanged.
@inlinable @inline(__always)
func transformWeights<V: Vector>(
  _ vector: V.Type, _ from: UnsafePointer<V.Scalar>, _ isTurned: Bool, _ to: UnsafeMutablePointer<V.Scalar>,
  _ plane: Int
) {
  @inline(__always) func row(_ y: Int) -> (V, V, V, V) {
    let p = from + 3 &* y &* V.scalarCount
    return winogradWeight((V.load(p), V.load(p + V.scalarCount), V.load(p + 2 &* V.scalarCount)))
  }
  let first = isTurned ? 3 : 0, last = 3 &- first
  @inline(__always) func store(_ x: Int, _ column: (V, V, V)) {
    let it = winogradWeight(column)
    it.0.store(to + (4 &* first &+ x) &* plane)
    it.1.store(to + (4 &+ x) &* plane)
    it.2.store(to + (8 &+ x) &* plane)
    it.3.store(to + (4 &* last &+ x) &* plane)
  }
  let (a, b, c) = (row(0), row(1), row(2))
  store(first, (a.0, b.0, c.0))
  store(1, (a.1, b.1, c.1))
  store(2, (a.2, b.2, c.2))
  store(last, (a.3, b.3, c.3))
}
