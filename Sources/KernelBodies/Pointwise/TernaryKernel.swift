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
      withUnsafeTemporaryAllocation(byteCount: 3 * blockBytes, alignment: 16) { room in
        let first = room.baseAddress!, block = first.assumingMemoryBound(to: T.self), s = T(casting: scale)
        let c = Operand<T>(c, cStep, first + 2 * blockBytes, count: count, out, outStep, mayBeResult: false)
        let b = Operand<T>(b, bStep, first + blockBytes, count: count, out, outStep, mayBeResult: false)
        let a = Operand<T>(a, aStep, first, count: count, out, outStep, mayBeResult: true)
        let out = out.assumingMemoryBound(to: T.self), most = blockLength(T.self, outStep)
        var done = 0
        while done < count {
          let isDirect = a.isDirect && b.isDirect && c.isDirect && outStep == 1
          let n = isDirect ? count : min(most, count &- done), target = outStep == 1 ? out + done : block
          let x = a.next(n, after: done), y = b.next(n, after: done), z = c.next(n, after: done)
          // In place gets its own loop: the compiler's overlap test would send it to the scalar one.
          if x == target {
            for i in 0..<n { target[i] = F.value(I.self, target[i], y[i], z[i], s) }
          } else {
            for i in 0..<n { target[i] = F.value(I.self, x[i], y[i], z[i], s) }
          }
          if outStep != 1 { scatter(n, block, MemoryLayout<T>.stride, into: out + done &* outStep, outStep) }
          done &+= n
        }
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
