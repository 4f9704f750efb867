/// The arithmetic of gated recurrent units within a step; planes as in ``LSTMKernel``. (Cho et al., Learning phrase
/// representations using RNN encoder–decoder for statistical machine translation, 2014, arXiv:1406.1078.)
@frozen public struct GRUKernel: Sendable {
  /// How many planes a call needs.
  public static let planes = 5

  /// `r = σ(r)`, `u = σ(u)`, and what goes into the candidate, `r ∘ h⁻`.
  ///
  /// Planes: the sums r and u, which become the gates; h⁻, which becomes the product.
  public let gates: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void
  /// `g = tanh(g)`, `h = (1 − u) ∘ g + u ∘ h⁻`.
  ///
  /// Planes: the sum g, which becomes the candidate; u; h⁻, which becomes h.
  public let output: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void
  /// `∂g = ∂h ∘ (1 − u) ∘ (1 − g²)`, `∂u = ∂h ∘ (h⁻ − g) ∘ u ∘ (1 − u)`, and what goes straight back, `∂h ∘ u`.
  ///
  /// Planes: g, which becomes ∂g; u, which becomes ∂u; h⁻; ∂h, which becomes the product.
  public let candidateGradient: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void
  /// With p for the gradient of `r ∘ h⁻`: `∂r = p ∘ h⁻ ∘ r ∘ (1 − r)`, and what goes straight back grows by `p ∘ r`.
  ///
  /// Planes: r, which becomes ∂r; h⁻; p; what goes straight back.
  public let resetGradient: @Sendable (_ count: Int, _ planes: UnsafeMutableRawPointer) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    gates = { count, planes in
      let r = planes.assumingMemoryBound(to: V.Scalar.self), before = r + 2 &* count
      for j in 0..<2 &* count { r[j] = Sigmoid.value(isa, r[j]) }
      var j = 0
      while j < count {
        (V.load(r + j) * V.load(before + j)).store(before + j)
        j &+= V.scalarCount
      }
    }
    output = { count, planes in
      let g = planes.assumingMemoryBound(to: V.Scalar.self), u = g + count, h = u + count
      for j in 0..<count { g[j] = Tanh.value(isa, g[j]) }
      var j = 0
      while j < count {
        let candidate = V.load(g + j)
        candidate.adding(isa, V.load(u + j), times: V.load(h + j) - candidate).store(h + j)
        j &+= V.scalarCount
      }
    }
    candidateGradient = { count, planes in
      let g = planes.assumingMemoryBound(to: V.Scalar.self), u = g + count, before = u + count, dh = before + count
      let one = V(repeating: 1)
      var j = 0
      while j < count {
        let (g1, u1, gradient) = (V.load(g + j), V.load(u + j), V.load(dh + j))
        (gradient * (one - u1) * (one - g1 * g1)).store(g + j)
        (gradient * (V.load(before + j) - g1) * (u1 * (one - u1))).store(u + j)
        (gradient * u1).store(dh + j)
        j &+= V.scalarCount
      }
    }
    resetGradient = { count, planes in
      let r = planes.assumingMemoryBound(to: V.Scalar.self), before = r + count, p = before + count, direct = p + count
      let one = V(repeating: 1)
      var j = 0
      while j < count {
        let (r1, gradient) = (V.load(r + j), V.load(p + j))
        (gradient * V.load(before + j) * (r1 * (one - r1))).store(r + j)
        V.load(direct + j).adding(isa, gradient, times: r1).store(direct + j)
        j &+= V.scalarCount
      }
    }
  }
}

extension PerFloat where Kernel == GRUKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
