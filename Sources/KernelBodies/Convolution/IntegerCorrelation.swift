// Windows over planes of integers, which wrap: a row of the result at a time, tap by tap. There is no bias.

extension CorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: IntegerElement>(_ isa: I.Type, integers: T.Type) {
    call = { it in
      let weights = it.weights.assumingMemoryBound(to: T.self), planes = it.planes.assumingMemoryBound(to: T.self)
      let output = it.output.assumingMemoryBound(to: T.self)
      for channel in 0..<it.outputs {
        let weights = weights + channel &* it.taps
        for y in 0..<it.rows {
          let to = output + (channel &* it.channelStep &+ y &* it.rowStep), from = planes + y &* it.pitch
          for x in 0..<it.columns { to[x &* it.columnStep] = 0 }
          for t in 0..<it.taps {
            let weight = weights[t], from = from + it.offsets[t]
            if it.columnStep == 1 {
              for x in 0..<it.columns { to[x] = T.plus(to[x], T.times(weight, from[x])) }
            } else {
              for x in 0..<it.columns {
                to[x &* it.columnStep] = T.plus(to[x &* it.columnStep], T.times(weight, from[x]))
              }
            }
          }
        }
      }
    }
  }
}

extension PerInteger where Kernel == CorrelationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) {
    self.init(
      byte: .init(isa, integers: UInt8.self), char: .init(isa, integers: Int8.self),
      short: .init(isa, integers: Int16.self), int: .init(isa, integers: Int32.self),
      long: .init(isa, integers: Int64.self))
  }
}
