/// Running totals of `lines` lines: `out[l, i] = f(… f(start, a[l, 0]) …, a[l, i])`, in place too.
///
/// Steps as in ``FoldKernel``, with those of the output beside them. Counted in the type's sum.
@frozen public struct RunningKernel: Sendable {
  public let call:
    @Sendable (
      _ lines: Int, _ count: Int, _ a: UnsafeRawPointer, _ lineStep: Int, _ step: Int,
      _ out: UnsafeMutableRawPointer, _ outLineStep: Int, _ outStep: Int
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: FoldFormula, T: Accumulated>(_ isa: I.Type, _ formula: F.Type, _ type: T.Type) {
    call = { lines, count, a, lineStep, step, out, outLineStep, outStep in
      let a = a.assumingMemoryBound(to: T.self), out = out.assumingMemoryBound(to: T.self)
      let none = T.Sum(casting: 0)
      if lines == 1 || step.magnitude <= lineStep.magnitude {
        var done = 0
        // Four at a time, since each total waits for the one before it.
        while done &+ 4 <= lines {
          let a = a + done &* lineStep, out = out + done &* outLineStep
          var totals = InlineArray<4, T.Sum>(repeating: F.start(T.Sum.self))
          for i in 0..<count {
            let x = a + i &* step, y = out + i &* outStep
            for l in 0..<4 {
              totals[l] = F.fold(I.self, totals[l], x[l &* lineStep].widened, none)
              y[l &* outLineStep] = T(narrowing: totals[l])
            }
          }
          done &+= 4
        }
        for l in done..<lines {
          let a = a + l &* lineStep, out = out + l &* outLineStep
          var total = F.start(T.Sum.self)
          for i in 0..<count {
            total = F.fold(I.self, total, a[i &* step].widened, none)
            out[i &* outStep] = T(narrowing: total)
          }
        }
      } else {
        withUnsafeTemporaryAllocation(of: T.Sum.self, capacity: lines) { totals in
          let totals = totals.baseAddress.unsafelyUnwrapped
          totals.initialize(repeating: F.start(T.Sum.self), count: lines)
          for i in 0..<count {
            let a = a + i &* step, out = out + i &* outStep
            for l in 0..<lines {
              totals[l] = F.fold(I.self, totals[l], a[l &* lineStep].widened, none)
              out[l &* outLineStep] = T(narrowing: totals[l])
            }
          }
        }
      }
    }
  }
}

extension PerDType where Kernel == RunningKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, F: FoldFormula>(_ isa: I.Type, _ formula: F.Type) {
    self.init(
      byte: .init(isa, formula, UInt8.self), char: .init(isa, formula, Int8.self),
      short: .init(isa, formula, Int16.self), int: .init(isa, formula, Int32.self),
      long: .init(isa, formula, Int64.self), float: .init(isa, formula, Float.self),
      double: .init(isa, formula, Double.self))
  }
}
