/// The arithmetic of long short-term memory within a step, after the sums have been formed.
///
/// Every operand is a plane of `count` elements, a whole number of registers; the planes of a call lie one after the
/// other. (Hochreiter and Schmidhuber, Long short-term memory, 1997; Gers, Schmidhuber and Cummins, Learning to forget,
/// 2000.)
@frozen public struct LSTMKernel: Sendable {
  /// How many planes a call needs.
  public static let planes = 8

  /// `c = σ(f) ∘ c⁻ + σ(i) ∘ tanh(g)`, `h = σ(o) ∘ tanh(c)`.
  ///
  /// Planes: the sums i, f, o, g, which become the gates; c⁻, which becomes c; h.
  public let forward: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void
  /// With s = tanh(c): `∂c += ∂h ∘ o ∘ (1 − s²)`, then `∂o = ∂h ∘ s ∘ o ∘ (1 − o)`, `∂i = ∂c ∘ g ∘ i ∘ (1 − i)`,
  /// `∂f = ∂c ∘ c⁻ ∘ f ∘ (1 − f)`, `∂g = ∂c ∘ i ∘ (1 − g²)`, `∂c⁻ = ∂c ∘ f`.
  ///
  /// Planes: the gates i, f, o, g, which become the gradients of their sums; c⁻; c; ∂h; ∂c, which becomes ∂c⁻.
  public let backward: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    forward = { count, planes in
      let i = planes.assumingMemoryBound(to: V.Scalar.self), f = i + count, o = f + count, g = o + count
      let c = g + count, h = c + count
      for j in 0..<3 &* count { i[j] = Sigmoid.value(isa, i[j]) }
      for j in 0..<count { g[j] = Tanh.value(isa, g[j]) }
      var j = 0
      while j < count {
        let cell = (V.load(i + j) * V.load(g + j)).adding(isa, V.load(f + j), times: V.load(c + j))
        cell.store(c + j)
        cell.store(h + j)
        j &+= V.scalarCount
      }
      for j in 0..<count { h[j] = Tanh.value(isa, h[j]) }
      j = 0
      while j < count {
        (V.load(h + j) * V.load(o + j)).store(h + j)
        j &+= V.scalarCount
      }
    }
    backward = { count, planes in
      let i = planes.assumingMemoryBound(to: V.Scalar.self), f = i + count, o = f + count, g = o + count
      let before = g + count, c = before + count, dh = c + count, dc = dh + count
      for j in 0..<count { c[j] = Tanh.value(isa, c[j]) }
      let one = V(repeating: 1)
      var j = 0
      while j < count {
        let (i1, f1, o1, g1) = (V.load(i + j), V.load(f + j), V.load(o + j), V.load(g + j))
        let s = V.load(c + j), gradient = V.load(dh + j)
        let cell = V.load(dc + j).adding(isa, gradient * o1, times: one - s * s)
        (gradient * s * (o1 * (one - o1))).store(o + j)
        (cell * g1 * (i1 * (one - i1))).store(i + j)
        (cell * V.load(before + j) * (f1 * (one - f1))).store(f + j)
        (cell * i1 * (one - g1 * g1)).store(g + j)
        (cell * f1).store(dc + j)
        j &+= V.scalarCount
      }
    }
  }
}

extension PerFloat where Kernel == LSTMKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
