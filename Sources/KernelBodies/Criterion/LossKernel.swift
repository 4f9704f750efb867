/// A loss that is a sum over elements, and its gradient, along one run: of an input x, a target t and weights w, each with
/// its own step (0 repeats one element).
@frozen public struct LossKernel: Sendable {
  /// `Σ w · f(x, t)`, counted in double.
  public let sum:
    @Sendable (
      _ count: Int, _ x: UnsafeRawPointer, _ xStep: Int, _ t: UnsafeRawPointer, _ tStep: Int,
      _ w: UnsafeRawPointer, _ wStep: Int, _ parameter: Double
    ) -> Double
  /// `out = scale · w · ∂f/∂x`
  public let gradient:
    @Sendable (
      _ count: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ x: UnsafeRawPointer, _ xStep: Int,
      _ t: UnsafeRawPointer, _ tStep: Int, _ w: UnsafeRawPointer, _ wStep: Int, _ parameter: Double, _ scale: Double
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: LossFormula, T: FloatElement>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    sum = { count, x, xStep, t, tStep, w, wStep, parameter in
      let p = T(parameter), width = MemoryLayout<T>.stride
      // 32 totals, since the compiler may not change the order of a sum; and room for 32 of each operand.
      return withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
        let totals = room.baseAddress!.assumingMemoryBound(to: Double.self)
        for j in 0..<32 { totals[j] = 0 }
        let blocks = room.baseAddress! + 256
        if wStep == 0 { gather(32, w, 0, width, into: blocks + 512) }
        var done = 0
        while done < count {
          let n = min(32, count &- done)
          let a = side(n, x, xStep, width, done, blocks), b = side(n, t, tStep, width, done, blocks + 256)
          let c = wStep == 0 ? UnsafeRawPointer(blocks + 512) : side(n, w, wStep, width, done, blocks + 512)
          accumulate(I.self, F.self, T.self, n, totals, a, b, c, p)
          done &+= n
        }
        var total = 0.0
        for j in 0..<32 { total += totals[j] }
        return total
      }
    }
    gradient = { count, out, outStep, x, xStep, t, tStep, w, wStep, parameter, scale in
      let (p, s) = (T(parameter), T(scale)), width = MemoryLayout<T>.stride
      throughBlocks(count, out, outStep, width, width, x, xStep, t, tStep, w, wStep) { n, out, x, t, w in
        slope(I.self, F.self, T.self, n, out, x, t, w, p, s)
      }
    }
  }
}

/// Elements `done ..< done + count`, side by side.
@inlinable @inline(__always)
func side(
  _ count: Int, _ base: UnsafeRawPointer, _ step: Int, _ width: Int, _ done: Int, _ block: UnsafeMutableRawPointer
) -> UnsafeRawPointer {
  if step == 1 { return base + done &* width }
  gather(count, base + done &* step &* width, step, width, into: block)
  return UnsafeRawPointer(block)
}

@inlinable @inline(never)
func accumulate<I: ISAPolicy, F: LossFormula, T: FloatElement>(
  _ isa: I.Type, _ formula: F.Type, _ type: T.Type, _ count: Int, _ totals: UnsafeMutablePointer<Double>,
  _ x: UnsafeRawPointer, _ t: UnsafeRawPointer, _ w: UnsafeRawPointer, _ p: T
) {
  let x = x.assumingMemoryBound(to: T.self), t = t.assumingMemoryBound(to: T.self)
  let w = w.assumingMemoryBound(to: T.self)
  for i in 0..<count { totals[i] += Double(F.value(I.self, x[i], t[i], p) * w[i]) }
}
@inlinable @inline(never)
func slope<I: ISAPolicy, F: LossFormula, T: FloatElement>(
  _ isa: I.Type, _ formula: F.Type, _ type: T.Type, _ count: Int, _ out: UnsafeMutableRawPointer,
  _ x: UnsafeRawPointer, _ t: UnsafeRawPointer, _ w: UnsafeRawPointer, _ p: T, _ scale: T
) {
  let out = out.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
  let t = t.assumingMemoryBound(to: T.self), w = w.assumingMemoryBound(to: T.self)
  for i in 0..<count { out[i] = F.gradient(I.self, x[i], t[i], p) * (w[i] * scale) }
}

/// What one element adds to a loss, and its derivative by x.
public protocol LossFormula: SendableMetatype {
  static func value<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T
  static func gradient<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ x: T, _ t: T, _ p: T) -> T
}

extension PerFloat where Kernel == LossKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: LossFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(float: .init(isa, formula, Float.self), double: .init(isa, formula, Double.self))
  }
}
