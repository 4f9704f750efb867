import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  /// What `a + b` and its like call: a function `__add__` is also the metamethod `__add`. Results are new tensors.
  mutating func defineOperators() {
    define(
      "__add__", method: .only, for: .reals, "`a + b`: tensors of as many elements, or a number.",
      form("new res, src, value -> res", row(Tensor.add)), form("new res, value, src -> res", Operators.add),
      form("new res, src, other -> res", Operators.addTensors))
    define(
      "__sub__", method: .only, for: .reals, "`a - b`: tensors of as many elements, or a number.",
      form("new res, src, value -> res", row(Tensor.csub)), form("new res, value, src -> res", Operators.subtract),
      form("new res, src, other -> res", Operators.subtractTensors))
    define(
      "__mul__", method: .only, for: .reals,
      "`a * b`: a number times a tensor, a matrix times a matrix or a vector, or the dot product of two vectors.",
      form("new res, src, value -> res", row(Tensor.mul)), form("new res, value, src -> res", Operators.multiply),
      form("src, other", product))
    define(
      "__div__", method: .only, for: .reals, "`a / b`: a tensor divided by a number.",
      form("new res, src, value -> res", row(Tensor.div)))
    define(
      "__mod__", method: .only, for: .reals, "`a % b`: what remains of a tensor divided by a number, with its sign.",
      form("new res, src, value -> res", row(Tensor.remainder)))
    define(
      "__unm__", method: .only, for: .reals, "`-a`: every element with its sign changed.",
      form("new res, src -> res", Operators.negate), form("new res, src, same -> res", Operators.negateTwice))
  }
}

private enum Operators {
  @Sendable static func add(_ result: Tensor, _ value: Double, _ a: Tensor) throws(SconceError) {
    try result.add(a, value)
  }
  @Sendable static func addTensors(_ result: Tensor, _ a: Tensor, _ b: Tensor) throws(SconceError) {
    try result.add(a, b)
  }
  @Sendable static func subtract(_ result: Tensor, _ value: Double, _ a: Tensor) throws(SconceError) {
    try result.mul(a, -1).add(result, value)
  }
  @Sendable static func subtractTensors(_ result: Tensor, _ a: Tensor, _ b: Tensor) throws(SconceError) {
    try result.csub(a, b)
  }
  @Sendable static func multiply(_ result: Tensor, _ value: Double, _ a: Tensor) throws(SconceError) {
    try result.mul(a, value)
  }
  @Sendable static func negate(_ result: Tensor, _ a: Tensor) throws(SconceError) { try result.mul(a, -1) }
  /// Lua passes the operand of a sign twice.
  @Sendable static func negateTwice(_ result: Tensor, _ a: Tensor, _ same: Tensor) throws(SconceError) {
    try result.mul(a, -1)
  }
}
