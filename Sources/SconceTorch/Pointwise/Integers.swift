import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineRemaindersAndBits() {
    let mod = form("[res,] src, value -> res", row(Tensor.fmod)),
      cmod = form("[res,] src, other -> res", row(Tensor.cfmod))
    define(
      "fmod", method: .inPlace, for: .reals, "What remains of every element divided by `value`, with its sign.", mod)
    define(
      "mod", method: .inPlace, for: .reals, "What remains of every element divided by `value`, with its sign.", mod)
    define(
      "cfmod", method: .inPlace, for: .reals, "What remains of `src` divided by `other`, with the sign of `src`.", cmod)
    define(
      "cmod", method: .inPlace, for: .reals, "What remains of `src` divided by `other`, with the sign of `src`.", cmod)
    define(
      "remainder", method: .inPlace, for: .reals,
      "What remains of every element divided by `value`, with the sign of `value`.",
      form("[res,] src, value -> res", row(Tensor.remainder)))
    define(
      "cremainder", method: .inPlace, for: .reals,
      "What remains of `src` divided by `other`, with the sign of `other`.",
      form("[res,] src, other -> res", row(Tensor.cremainder)))
    bits("lshift", "Every element times 2 to the power of `value`; integers shift.", Tensor.lshift)
    bits("rshift", "Every element divided by 2 to the power of `value`; integers shift zeros in.", Tensor.rshift)
    bits("bitand", "The bits that both have; integers only.", Tensor.bitand)
    bits("bitor", "The bits that either has; integers only.", Tensor.bitor)
    bits("bitxor", "The bits that only one has; integers only.", Tensor.bitxor)
    bits("clshift", "Every element times 2 to the power of that of `other`; integers shift.", Tensor.clshift)
    bits(
      "crshift", "Every element divided by 2 to the power of that of `other`; integers shift zeros in.", Tensor.crshift)
    bits("cbitand", "The bits that both have, element by element; integers only.", Tensor.cbitand)
    bits("cbitor", "The bits that either has, element by element; integers only.", Tensor.cbitor)
    bits("cbitxor", "The bits that only one has, element by element; integers only.", Tensor.cbitxor)
  }

  private mutating func bits(
    _ name: StaticString, _ summary: StaticString,
    _ op: @escaping @Sendable (Tensor) -> (Tensor, Double) throws(SconceError) -> Tensor
  ) {
    define(name, method: .inPlace, for: .reals, summary, form("[res,] src, value -> res", row(op)))
  }
  private mutating func bits(
    _ name: StaticString, _ summary: StaticString,
    _ op: @escaping @Sendable (Tensor) -> (Tensor, Tensor) throws(SconceError) -> Tensor
  ) {
    define(name, method: .inPlace, for: .reals, summary, form("[res,] src, other -> res", row(op)))
  }
}
