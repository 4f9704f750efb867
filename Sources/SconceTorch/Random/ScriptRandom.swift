import SconceLua

/// The random numbers of LuaJIT's `math.random`: the same for the same seed, which is 0 if a script sets none.
///
/// Four generators after Tausworthe, of 63, 58, 55 and 47 bits, added without carry.
/// - Source: L'Ecuyer, Tables of maximally equidistributed combined LFSR generators, 1999.
struct ScriptRandom {
  private var parts: (UInt64, UInt64, UInt64, UInt64)

  init(seed: Double) {
    var x = seed
    func part(_ unused: UInt64) -> UInt64 {
      x = x * .pi + 2.7182818284590452354
      // The bits that a generator uses must not all be 0.
      return x.bitPattern < 1 << unused ? x.bitPattern + 1 << unused : x.bitPattern
    }
    parts = (part(1), part(6), part(9), part(17))
    for _ in 0..<10 { _ = draw() }
  }

  /// A number of [0, 1), of 52 bits.
  mutating func draw() -> Double {
    func next(_ z: UInt64, _ bits: UInt64, _ q: UInt64, _ s: UInt64) -> UInt64 {
      (z << q ^ z) >> (bits - s) ^ (z & ~0 << (64 - bits)) << s
    }
    parts = (next(parts.0, 63, 31, 18), next(parts.1, 58, 19, 28), next(parts.2, 55, 24, 7), next(parts.3, 47, 21, 8))
    return Double((parts.0 ^ parts.1 ^ parts.2 ^ parts.3) & (1 << 52 - 1)) * 0x1p-52
  }
}

extension Library {
  /// `require 'sconce.math'`: what the compatibility layer puts in the place of Lua's own.
  public static func math() -> Library {
    var math = Library("math")
    math.define(
      "random", method: .none,
      "A random number of [0, 1), or a whole one from `low` (1) to `high`: floor(r·(high-low+1)) + low, as LuaJIT has it.",
      form("", MathRandom.unit), form("high", MathRandom.below), form("low, high", MathRandom.between))
    math.define(
      "randomseed", method: .none, "Begins the random numbers of `math.random` anew.", form("seed", MathRandom.seed))
    return math
  }
}

private enum MathRandom {
  @Sendable static func unit(_ stack: Stack) -> Double { state(stack).scriptRandom.draw() }
  @Sendable static func below(_ stack: Stack, _ high: Double) -> Double { (unit(stack) * high).rounded(.down) + 1 }
  @Sendable static func between(_ stack: Stack, _ low: Double, _ high: Double) -> Double {
    (unit(stack) * (high - low + 1)).rounded(.down) + low
  }
  @Sendable static func seed(_ stack: Stack, _ seed: Double) { state(stack).scriptRandom = ScriptRandom(seed: seed) }

  private static func state(_ stack: Stack) -> TorchState { unsafeDowncast(stack.bindings.owner, to: TorchState.self) }
}
