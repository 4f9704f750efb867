/// `out[i] = f(a[i], b[i], c[i])` along one run; steps and `scale` as in ``BinaryKernel``.
@frozen public struct TernaryKernel: Sendable {
  public let call:
    @Sendable (
      _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ a: UnsafeRawPointer, _ aStep: Int,
      _ b: UnsafeRawPointer, _ bStep: Int, _ c: UnsafeRawPointer, _ cStep: Int, _ scale: Double
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: TernaryFormula, T: Element>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    call = { count, out, outStep, a, aStep, b, bStep, c, cStep, scale in
      let out = out.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self)
      let b = b.assumingMemoryBound(to: T.self), c = c.assumingMemoryBound(to: T.self)
      let s = T(casting: scale)
      if outStep == 1, aStep == 1, bStep == 1, cStep == 1 {
        // In place gets its own loop: the compiler's overlap test would send it to the scalar one.
        if out == a {
          for i in 0..<count { out[i] = F.value(I.self, out[i], b[i], c[i], s) }
        } else {
          for i in 0..<count { out[i] = F.value(I.self, a[i], b[i], c[i], s) }
        }
      } else {
        for i in 0..<count { out[i &* outStep] = F.value(I.self, a[i &* aStep], b[i &* bStep], c[i &* cStep], s) }
      }
    }
  }
}

/// What one element of an op with three operands is; the loops, types and instruction sets are shared.
public protocol TernaryFormula: SendableMetatype {
  static func value<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T, _ z: T, _ scale: T) -> T
}

extension PerInteger where Kernel == TernaryKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: TernaryFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(
      byte: .init(isa, formula, UInt8.self), char: .init(isa, formula, Int8.self),
      short: .init(isa, formula, Int16.self), int: .init(isa, formula, Int32.self),
      long: .init(isa, formula, Int64.self))
  }
}

extension PerFloat where Kernel == TernaryKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: TernaryFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(float: .init(isa, formula, Float.self), double: .init(isa, formula, Double.self))
  }
}
