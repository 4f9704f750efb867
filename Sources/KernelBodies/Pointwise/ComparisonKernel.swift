/// `out[i] = a[i] ? b[i]`, 1 or 0 in bytes, along one run; steps as in ``BinaryKernel``.
@frozen public struct ComparisonKernel: Sendable {
  public let call:
    @Sendable (
      _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int,
      _ a: UnsafeRawPointer, _ aStep: Int, _ b: UnsafeRawPointer, _ bStep: Int
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, C: Comparison, T: Element>(_ isa: I.Type, _ comparison: C.Type, _ type: T.Type) {
    call = { count, out, outStep, a, aStep, b, bStep in
      let width = MemoryLayout<T>.stride, bytes = count &* width
      if outStep == 1, aStep == 1, bStep == 1, apart(a, out, bytes), apart(b, out, bytes) {
        return loop(I.self, C.self, T.self, count, out, a, b)
      }
      throughBlocks(count, out, outStep, 1, width, a, aStep, b, bStep) { n, out, x, y, _ in
        loop(I.self, C.self, T.self, n, out, x, y)
      }
    }
  }
}

@inlinable @inline(never)
func loop<I: ISAPolicy, C: Comparison, T: Element>(
  _ isa: I.Type, _ comparison: C.Type, _ type: T.Type, _ count: Int, _ out: UnsafeMutableRawPointer,
  _ x: UnsafeRawPointer, _ y: UnsafeRawPointer
) {
  let out = out.assumingMemoryBound(to: UInt8.self)
  let x = x.assumingMemoryBound(to: T.self), y = y.assumingMemoryBound(to: T.self)
  for i in 0..<count { out[i] = C.holds(isa, x[i], y[i]) ? 1 : 0 }
}

public protocol Comparison: SendableMetatype {
  static func holds<I: ISAPolicy, T: Element>(_ isa: I.Type, _ x: T, _ y: T) -> Bool
}

extension PerDType where Kernel == ComparisonKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, C: Comparison>(_ isa: I.Type, _ comparison: C.Type) {
    self.init(
      byte: .init(isa, comparison, UInt8.self), char: .init(isa, comparison, Int8.self),
      short: .init(isa, comparison, Int16.self), int: .init(isa, comparison, Int32.self),
      long: .init(isa, comparison, Int64.self), float: .init(isa, comparison, Float.self),
      double: .init(isa, comparison, Double.self))
  }
}
