/// `Σ a[i]·b[i]` along one run, each operand with its own step. Integers wrap, as their type does.
@frozen public struct DotKernel: Sendable {
  public let call:
    @Sendable (_ count: Int, _ a: UnsafeRawPointer, _ aStep: Int, _ b: UnsafeRawPointer, _ bStep: Int) -> Double

  @inlinable @inline(__always)
  public init<I: ISAPolicy, V: Vector>(_ isa: I.Type, _ vector: V.Type) {
    call = { count, a, aStep, b, bStep in
      let a = a.assumingMemoryBound(to: V.Scalar.self), b = b.assumingMemoryBound(to: V.Scalar.self)
      // Eight registers of sums side by side: each addition waits for the one before it.
      var sums = InlineArray<8, V>(repeating: .zero), i = 0
      if aStep == 1, bStep == 1 {
        while i &+ 8 &* V.scalarCount <= count {
          for j in 0..<8 {
            let at = i &+ j &* V.scalarCount
            sums[j] = sums[j].adding(isa, V.load(a + at), times: V.load(b + at))
          }
          i &+= 8 &* V.scalarCount
        }
      }
      let halves = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
      var total = halves.total
      while i < count {
        total += a[i &* aStep] * b[i &* bStep]
        i &+= 1
      }
      return Double(total)
    }
  }

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, integers type: T.Type) {
    call = { count, a, aStep, b, bStep in
      let a = a.assumingMemoryBound(to: T.self), b = b.assumingMemoryBound(to: T.self)
      var total: T = 0
      for i in 0..<count { total = T.plus(total, T.times(a[i &* aStep], b[i &* bStep])) }
      return total.asDouble
    }
  }
}
extension PerFloat where Kernel == DotKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(float: .init(isa, I.Floats.self), double: .init(isa, I.Doubles.self))
  }
}
extension PerInteger where Kernel == DotKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(
      byte: .init(isa, integers: UInt8.self), char: .init(isa, integers: Int8.self),
      short: .init(isa, integers: Int16.self), int: .init(isa, integers: Int32.self),
      long: .init(isa, integers: Int64.self))
  }
}

/// The product of matrices of integers, which wrap: three loops, however the operands lie.
@frozen public struct IntegerGemmKernel: Sendable {
  public let call: @Sendable (_ product: MatrixProduct) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, _ type: T.Type) {
    call = { it in
      let a = it.a.assumingMemoryBound(to: T.self), b = it.b.assumingMemoryBound(to: T.self)
      let c = it.c.assumingMemoryBound(to: T.self), alpha = T(casting: it.alpha), beta = T(casting: it.beta)
      for i in 0..<it.m {
        for j in 0..<it.n {
          var sum: T = 0
          for p in 0..<it.k {
            sum = T.plus(sum, T.times(a[i &* it.aRow &+ p &* it.aColumn], b[p &* it.bRow &+ j &* it.bColumn]))
          }
          let at = i &* it.cRow &+ j &* it.cColumn
          c[at] = T.plus(T.times(beta, c[at]), T.times(alpha, sum))
        }
      }
    }
  }
}
extension PerInteger where Kernel == IntegerGemmKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(
      byte: .init(isa, UInt8.self), char: .init(isa, Int8.self), short: .init(isa, Int16.self),
      int: .init(isa, Int32.self), long: .init(isa, Int64.self))
  }
}
