import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineGenerators() {
    define(
      "Generator", method: .none, "A source of random numbers of its own, for functions that take one.",
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
}
