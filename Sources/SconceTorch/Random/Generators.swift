import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineGenerators() {
    define(
      "Generator", method: .constructor, for: .generator,
      "A source of random numbers of its own, for functions that take one.",
      form("", Generators.make))
    define(
      "manualSeed", method: .none, "Begins the random numbers anew from `seed`.",
      form("[gen,] seed", Generators.manualSeed))
    define(
      "seed", method: .none, "Begins the random numbers anew from a seed of the system's, and returns it.",
      form("[gen]", Generators.seed))
    define(
      "initialSeed", method: .none, "The seed from which the random numbers began.",
      form("[gen]", Generators.initialSeed))
    define(
      "getRNGState", method: .none, "What the random numbers go on from, as bytes for `setRNGState`.",
      form("[gen,] [res: ByteTensor] -> res", Generators.state))
    define(
      "setRNGState", method: .none, "Goes on with the random numbers where `getRNGState` noted it.",
      form("[gen,] state: ByteTensor -> state", Generators.setState))
  }
}

private enum Generators {
  @Sendable static func make() -> Generator { Generator() }
  @Sendable static func manualSeed(_ generator: Generator, _ seed: Int) {
    generator.seed(UInt64(bitPattern: Int64(seed)))
  }
  @Sendable static func seed(_ generator: Generator) -> Double { Double(Int64(bitPattern: generator.seed())) }
  @Sendable static func initialSeed(_ generator: Generator) -> Double {
    Double(Int64(bitPattern: generator.initialSeed))
  }
  @Sendable static func state(_ generator: Generator, _ result: Tensor) throws(SconceError) {
    try generator.save(into: result)
  }
  @Sendable static func setState(_ generator: Generator, _ state: Tensor) throws(SconceError) {
    try generator.restore(state)
  }
}
