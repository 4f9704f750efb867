/// The arithmetic of long short-term memory whose gates see the cell through peepholes, one weight a unit; planes as in
/// ``LSTMKernel``. (Gers, Schraudolph and Schmidhuber, Learning precise timing with LSTM recurrent networks, 2002.)
@frozen public struct PeepholeKernel: Sendable {
  /// How many planes a call needs.
  public static let planes = 11

  /// `c = σ(f + pᶠ ∘ c⁻) ∘ c⁻ + σ(i + pⁱ ∘ c⁻) ∘ tanh(g)`, `h = σ(o + pᵒ ∘ c) ∘ tanh(c)`.
  ///
  /// Planes: the sums i, f, o, g, which become the gates; c⁻, which becomes c; h; two that are not used; pⁱ, pᶠ, pᵒ.
  public let forward: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void
  /// As ``LSTMKernel/backward``, and what comes back through the peepholes: `∂c += ∂o ∘ pᵒ`,
  /// `∂c⁻ = ∂c ∘ f + ∂i ∘ pⁱ + ∂f ∘ pᶠ`.
  ///
  /// Planes: the gates i, f, o, g, which become the gradients of their sums; c⁻; c; ∂h; ∂c, which becomes ∂c⁻; pⁱ, pᶠ, pᵒ.
  public let backward: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    forward = { count, planes in
      let i = planes.assumingMemoryBound(to: V.Scalar.self), f = i + count, o = f + count, g = o + count
      let c = g + count, h = c + count, toI = c + 4 &* count, toF = toI + count, toO = toF + count
      var j = 0
      while j < count {
        let before = V.load(c + j)
        V.load(i + j).adding(isa, before, times: V.load(toI + j)).store(i + j)
        V.load(f + j).adding(isa, before, times: V.load(toF + j)).store(f + j)
        j &+= V.scalarCount
      }
      for j in 0..<2 &* count { i[j] = Sigmoid.value(isa, i[j]) }
      for j in 0..<count { g[j] = Tanh.value(isa, g[j]) }
      j = 0
      while j < count {
        let cell = (V.load(i + j) * V.load(g + j)).adding(isa, V.load(f + j), times: V.load(c + j))
        cell.store(c + j)
        cell.store(h + j)
        V.load(o + j).adding(isa, cell, times: V.load(toO + j)).store(o + j)
        j &+= V.scalarCount
      }
      for j in 0..<count { o[j] = Sigmoid.value(isa, o[j]) }
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
      let toI = dc + count, toF = toI + count, toO = toF + count
      for j in 0..<count { c[j] = Tanh.value(isa, c[j]) }
      let one = V(repeating: 1)
      var j = 0
      while j < count {
        let (i1, f1, o1, g1) = (V.load(i + j), V.load(f + j), V.load(o + j), V.load(g + j))
        let s = V.load(c + j), gradient = V.load(dh + j), output = gradient * s * (o1 * (one - o1))
        let cell = V.load(dc + j).adding(isa, gradient * o1, times: one - s * s)
          .adding(isa, output, times: V.load(toO + j))
        let input = cell * g1 * (i1 * (one - i1)), forget = cell * V.load(before + j) * (f1 * (one - f1))
        output.store(o + j)
        input.store(i + j)
        forget.store(f + j)
        (cell * i1 * (one - g1 * g1)).store(g + j)
        (cell * f1).adding(isa, input, times: V.load(toI + j)).adding(isa, forget, times: V.load(toF + j)).store(dc + j)
        j &+= V.scalarCount
      }
    }
  }
}

extension PerFloat where Kernel == PeepholeKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
