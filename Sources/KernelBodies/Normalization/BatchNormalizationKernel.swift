/// The loops of batch normalisation over one run: of a plane, all of one channel, or of a row, each of a channel of its own.
/// Whatever belongs to a channel lies in an array: its first element for all of a plane, one by one for a row.
@frozen public struct BatchNormalizationKernel: Sendable {
  public enum Run: Sendable { case plane, row }

  /// `y = (x − mean)·factor + shift`
  public let normalize:
    @Sendable (
      _ run: Run, _ count: Int, _ y: UnsafeMutableRawPointer, _ x: UnsafeRawPointer,
      _ mean: UnsafeRawPointer, _ factor: UnsafeRawPointer, _ shift: UnsafeRawPointer
    ) -> Void
  /// `sums += g`, `products += g·(x − mean)`
  public let gradientSums:
    @Sendable (
      _ run: Run, _ count: Int, _ g: UnsafeRawPointer, _ x: UnsafeRawPointer, _ mean: UnsafePointer<Double>,
      _ sums: UnsafeMutablePointer<Double>, _ products: UnsafeMutablePointer<Double>
    ) -> Void
  /// `∂x = (g − offset − (x − mean)·slope)·factor`
  public let gradient:
    @Sendable (
      _ run: Run, _ count: Int, _ dx: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, _ x: UnsafeRawPointer,
      _ mean: UnsafeRawPointer, _ offset: UnsafeRawPointer, _ slope: UnsafeRawPointer, _ factor: UnsafeRawPointer
    ) -> Void

  @inlinable @inline(__always)
  public init<I: ISAPolicy, T: FloatElement>(_ isa: I.Type, _ type: T.Type) {
    normalize = { run, count, y, x, mean, factor, shift in
      let y = y.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      let mean = mean.assumingMemoryBound(to: T.self), factor = factor.assumingMemoryBound(to: T.self)
      let shift = shift.assumingMemoryBound(to: T.self)
      switch run {
      case .plane:
        let (m, f, s) = (mean[0], factor[0], shift[0])
        for i in 0..<count { y[i] = T.multiplyAdd(isa, x[i] - m, f, s) }
      case .row:
        for i in 0..<count { y[i] = T.multiplyAdd(isa, x[i] - mean[i], factor[i], shift[i]) }
      }
    }
    gradientSums = { run, count, g, x, mean, sums, products in
      let g = g.assumingMemoryBound(to: T.self), x = x.assumingMemoryBound(to: T.self)
      switch run {
      case .plane: sumPlane(isa, count, g, x, mean[0], sums, products)
      case .row:
        for i in 0..<count {
          sums[i] += Double(g[i])
          products[i] += Double(g[i]) * (Double(x[i]) - mean[i])
        }
      }
    }
    gradient = { run, count, dx, g, x, mean, offset, slope, factor in
      let dx = dx.assumingMemoryBound(to: T.self), g = g.assumingMemoryBound(to: T.self)
      let x = x.assumingMemoryBound(to: T.self), mean = mean.assumingMemoryBound(to: T.self)
      let offset = offset.assumingMemoryBound(to: T.self), slope = slope.assumingMemoryBound(to: T.self)
      let factor = factor.assumingMemoryBound(to: T.self)
      switch run {
      case .plane:
        let (m, o, k, f) = (mean[0], offset[0], slope[0], factor[0])
        for i in 0..<count { dx[i] = (g[i] - o - (x[i] - m) * k) * f }
      case .row:
        for i in 0..<count { dx[i] = (g[i] - offset[i] - (x[i] - mean[i]) * slope[i]) * factor[i] }
      }
    }
  }
}

/// Sixteen totals of each, since the compiler may not change the order of a sum.
@inlinable @inline(__always)
func sumPlane<I: ISAPolicy, T: FloatElement>(
  _ isa: I.Type, _ count: Int, _ g: UnsafePointer<T>, _ x: UnsafePointer<T>, _ mean: Double,
  _ sum: UnsafeMutablePointer<Double>, _ product: UnsafeMutablePointer<Double>
) {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: 32) { lanes in
    let sums = lanes.baseAddress.unsafelyUnwrapped, products = sums + 16
    for j in 0..<32 { sums[j] = 0 }
    var i = 0
    while i &+ 16 <= count {
      for j in 0..<16 {
        let g = Double(g[i &+ j])
        sums[j] += g
        products[j] += g * (Double(x[i &+ j]) - mean)
      }
      i &+= 16
    }
    while i < count {
      let g = Double(g[i])
      sums[0] += g
      products[0] += g * (Double(x[i]) - mean)
      i &+= 1
    }
    for j in 0..<16 {
      sum[0] += sums[j]
      product[0] += products[j]
    }
  }
}

extension PerFloat where Kernel == BatchNormalizationKernel {
  @inlinable @inline(__always)
  public init<I: ISAPolicy>(_ isa: I.Type) { self.init(float: .init(isa, Float.self), double: .init(isa, Double.self)) }
}
