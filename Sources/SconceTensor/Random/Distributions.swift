import Glibc

/// One number of each distribution, by the original's own formula: the same draws give the same number.
extension Generator {
  /// Evenly from [low, high).
  @inline(__always) public func uniform(_ low: Double, _ high: Double) -> Double {
    Double(random()) * 0x1p-32 * (high - low) + low
  }

  /// Normally, by Box and Muller: two draws make two numbers, the second kept for the next call.
  @inline(__always) public func normal(_ mean: Double, _ deviation: Double) -> Double {
    if pair.isWaiting {
      pair.isWaiting = false
      return pair.radius * sin(2 * .pi * pair.angle) * deviation + mean
    }
    pair.angle = uniform(0, 1)
    pair.height = uniform(0, 1)
    pair.radius = (-2 * log(1 - pair.height)).squareRoot()
    pair.isWaiting = true
    return pair.radius * cos(2 * .pi * pair.angle) * deviation + mean
  }

  /// Of density `rate · exp(−rate · x)`.
  public func exponential(_ rate: Double) -> Double { -1 / rate * log(1 - uniform(0, 1)) }

  public func cauchy(_ median: Double, _ scale: Double) -> Double {
    median + scale * tan(.pi * (uniform(0, 1) - 0.5))
  }

  /// What has a normally distributed logarithm, of this mean and deviation.
  public func logNormal(_ mean: Double, _ deviation: Double) -> Double { exp(normal(mean, deviation)) }

  /// The number of tries until one succeeds, each failing with chance `p`.
  public func geometric(_ p: Double) -> Double { (log(1 - uniform(0, 1)) / log(p)).rounded(.towardZero) + 1 }

  /// 1 with chance `p`, else 0.
  @inline(__always) public func bernoulli(_ p: Double) -> Double { uniform(0, 1) <= p ? 1 : 0 }

  /// Evenly from `low` to `high`, both included, of as many as one draw can reach.
  @inline(__always) public func random(_ low: Int, _ high: Int) -> Int {
    let span = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low)) &+ 1
    let draw = UInt64(random())
    return low &+ Int(truncatingIfNeeded: span == 0 ? draw : draw % span)
  }
}
