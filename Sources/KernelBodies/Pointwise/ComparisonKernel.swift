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
      withUnsafeTemporaryAllocation(byteCount: 3 * blockBytes, alignment: 16) { room in
        let first = room.baseAddress!, block = first.assumingMemoryBound(to: UInt8.self)
        let a = Operand<T>(a, aStep, first + blockBytes, count: count, out, outStep, mayBeResult: false)
        let b = Operand<T>(b, bStep, first + 2 * blockBytes, count: count, out, outStep, mayBeResult: false)
        let out = out.assumingMemoryBound(to: UInt8.self), most = blockLength(T.self, outStep)
        var done = 0
        while done < count {
          let n = a.isDirect && b.isDirect && outStep == 1 ? count : min(most, count &- done)
          let x = a.next(n, after: done), y = b.next(n, after: done), target = outStep == 1 ? out + done : block
          for i in 0..<n { target[i] = C.holds(I.self, x[i], y[i]) ? 1 : 0 }
          if outStep != 1 { scatter(n, block, 1, into: out + done &* outStep, outStep) }
          done &+= n
        }
      }
    }
  }
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
