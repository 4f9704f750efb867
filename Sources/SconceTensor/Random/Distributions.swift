import Glibc
import SconceKernels

/// One number of each distribution, by the original's own formula: the same draws give the same number.
extension Generator {
  /// Evenly from [low, high).
  @inline(__always) public func uniform(_ low: Double, _ high: Double) -> Double { Uniform(low, high)[random()] }

  /// Normally, by Box and Muller: two draws make two numbers, the second kept for the next call.
  public func normal(_ mean: Double, _ deviation: Double) -> Double {
    if let second = pair.taken() { return second * deviation + mean }
    return withUnsafeTemporaryAllocation(byteCount: NormalBlock.bytes, alignment: 16) { memory in
      let first = NormalBlock(memory.baseAddress!).draw(self, 1)[0]
      pair.isWaiting = true
      return first * deviation + mean
    }
  }

  /// Of density `rate · exp(−rate · x)`.
  public func exponential(_ rate: Double) -> Double {
    -1 / rate * kernels.transfer.log.of(1 - uniform(0, 1))
  }

  public func cauchy(_ median: Double, _ scale: Double) -> Double {
    median + scale * rare.tangent.of(.pi * (uniform(0, 1) - 0.5))
  }

  /// What has a normally distributed logarithm, of this mean and deviation.
  public func logNormal(_ mean: Double, _ deviation: Double) -> Double { exp(normal(mean, deviation)) }

  /// The number of tries until one succeeds, each failing with chance `p`.
  public func geometric(_ p: Double) -> Double { (log(1 - uniform(0, 1)) / log(p)).rounded(.towardZero) + 1 }

  /// 1 with chance `p`, else 0.
  @inline(__always) public func bernoulli(_ p: Double) -> Double { uniform(0, 1) <= p ? 1 : 0 }

  /// Evenly from `low` to `high`, both included, of as many as one draw can reach.
  @inline(__always) public func random(_ low: Int, _ high: Int) -> Int { Span(low, high)[random()] }
}

/// Numbers of [low, high), each from a draw.
struct Uniform {
  private let low: Double, size: Double
  @inline(__always) init(_ low: Double, _ high: Double) { (self.low, size) = (low, high - low) }
  @inline(__always) subscript(draw: UInt32) -> Double { Double(draw) * 0x1p-32 * size + low }
}

/// Whole numbers from `low` to `high`, each from a draw: its remainder by how many there are.
struct Span {
  private let low: Int, size: UInt32, inverse: UInt64

  @inline(__always) init(_ low: Int, _ high: Int) {
    let size = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low)) &+ 1
    self.low = low
    // 0: as many as there are draws, or more.
    self.size = size < 1 << 32 ? UInt32(size) : 0
    inverse = self.size == 0 ? 0 : UInt64.max / UInt64(self.size) &+ 1
  }
  /// Without a division: exact for 32 bits, after Lemire, Kaser and Kurz, 2019, arXiv:1902.01961.
  @inline(__always) subscript(draw: UInt32) -> Int {
    if size == 0 { return low &+ Int(draw) }
    return low &+ Int(truncatingIfNeeded: (inverse &* UInt64(draw)).multipliedFullWidth(by: UInt64(size)).high)
  }
}
