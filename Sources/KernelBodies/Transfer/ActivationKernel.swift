/// An activation function along one run, and its gradient; steps as in ``BinaryKernel``. Both take the formula's two
/// parameters, of which it may ignore either.
@frozen public struct ActivationKernel: Sendable {
  /// `out = f(x)`
  public let forward:
    @Sendable (
      _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ x: UnsafeRawPointer, _ xStep: Int,
      _ a: Double, _ b: Double
    ) -> Void
  /// `out = g · f′`, from the input or from the output, whichever the formula remembers.
  public let gradient:
    @Sendable (
      _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ g: UnsafeRawPointer, _ gStep: Int,
      _ remembered: UnsafeRawPointer, _ rememberedStep: Int, _ a: Double, _ b: Double
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: ActivationFormula, T: FloatElement>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    forward = { count, out, outStep, x, xStep, a, b in
      let (a, b) = (T(a), T(b)), width = MemoryLayout<T>.stride
      if outStep == 1, xStep == 1, x == out || apart(x, out, count &* width) {
        return activate(I.self, F.self, count, out, x, a, b)
      }
      throughBlocks(count, out, outStep, width, width, x, xStep) { n, out, x, _, _ in
        activate(I.self, F.self, n, out, x, a, b)
      }
    }
    gradient = { count, out, outStep, g, gStep, v, vStep, a, b in
      let (a, b) = (T(a), T(b)), width = MemoryLayout<T>.stride, bytes = count &* width
      if outStep == 1, gStep == 1, vStep == 1, g == out || apart(g, out, bytes), apart(v, out, bytes) {
        return differentiate(I.self, F.self, count, out, g, v, a, b)
      }
      throughBlocks(count, out, outStep, width, width, g, gStep, v, vStep) { n, out, g, v, _ in
        differentiate(I.self, F.self, n, out, g, v, a, b)
      }
    }
  }
}

// In place gets its own loop: the compiler's overlap test would send it to the scalar one.
@inlinable @inline(never)
func activate<I: ISAPolicy, F: ActivationFormula, T: FloatElement>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ a: T, _ b: T
) {
  let isInPlace = out == x
  let out = out.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
  if isInPlace {
    for i in 0..<count { out[i] = F.value(I.self, out[i], a, b) }
  } else {
    for i in 0..<count { out[i] = F.value(I.self, x[i], a, b) }
  }
}
@inlinable @inline(never)
func differentiate<I: ISAPolicy, F: ActivationFormula, T: FloatElement>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ out: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
  _ v: UnsafeRawPointer, _ a: T, _ b: T
) {
  let isInPlace = out == g, out = out.assumingMemoryBound(to: T.self)
  let g = g.assumingMemoryBound(to: T.self), v = v.assumingMemoryBound(to: T.self)
  if isInPlace {
    for i in 0..<count { out[i] = F.gradient(I.self, out[i], v[i], a, b) }
  } else {
    for i in 0..<count { out[i] = F.gradient(I.self, g[i], v[i], a, b) }
  }
}

/// What one element of an activation is, and of its gradient.
public protocol ActivationFormula: SendableMetatype {
  static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ a: T, _ b: T) -> T
  /// From `g`, the gradient of the output, and `v`, the input or the output, as the formula says.
  static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ g: T, _ v: T, _ a: T, _ b: T) -> T
}

extension PerFloat where Kernel == ActivationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: ActivationFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(float: .init(isa, formula, Float.self), double: .init(isa, formula, Double.self))
  }
}
