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
      let s = T(casting: scale), width = MemoryLayout<T>.stride, bytes = count &* width
      if outStep == 1, aStep == 1, bStep == 1, cStep == 1, a == out || apart(a, out, bytes), apart(b, out, bytes),
        apart(c, out, bytes)
      {
        return loop(I.self, F.self, count, out, a, b, c, s)
      }
      throughBlocks(count, out, outStep, width, width, a, aStep, b, bStep, c, cStep) { n, out, x, y, z in
        loop(I.self, F.self, n, out, x, y, z, s)
      }
    }
  }
}

@inlinable @inline(never)
func loop<I: ISAPolicy, F: TernaryFormula, T: Element>(
  _ isa: I.Type, _ formula: F.Type, _ count: Int, _ out: UnsafeMutableRawPointer,
  _ x: UnsafeRawPointer, _ y: UnsafeRawPointer, _ z: UnsafeRawPointer, _ s: T
) {
  let isInPlace = out == x, out = out.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
  let y = y.assumingMemoryBound(to: T.self), z = z.assumingMemoryBound(to: T.self)
  // In place gets its own loop: the compiler's overlap test would send it to the scalar one.
  if isInPlace {
    for i in 0..<count { out[i] = F.value(isa, out[i], y[i], z[i], s) }
  } else {
    for i in 0..<count { out[i] = F.value(isa, x[i], y[i], z[i], s) }
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
