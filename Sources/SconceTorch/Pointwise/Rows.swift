import CLuaBridge
import SconceErrors
import SconceLua
import SconceTensor

// How the methods of a tensor become bound functions. The result comes first, and is the receiver.

@Sendable func row(_ op: @escaping @Sendable (Tensor) -> (Tensor) throws(SconceError) -> Tensor)
  -> @Sendable (Tensor, Tensor) throws(SconceError) -> Void
{
  { r, a throws(SconceError) in _ = try op(r)(a) }
}
@Sendable func row(_ op: @escaping @Sendable (Tensor) -> (Tensor, Double) throws(SconceError) -> Tensor)
  -> @Sendable (Tensor, Tensor, Double) throws(SconceError) -> Void
{
  { r, a, value throws(SconceError) in _ = try op(r)(a, value) }
}
@Sendable func row(_ op: @escaping @Sendable (Tensor) -> (Tensor, Tensor) throws(SconceError) -> Tensor)
  -> @Sendable (Tensor, Tensor, Tensor) throws(SconceError) -> Void
{
  { r, a, b throws(SconceError) in _ = try op(r)(a, b) }
}

/// `torch.exp(1)`: the same function of a number, computed in the default type.
@Sendable func number(_ op: @escaping @Sendable (Tensor) -> (Tensor) throws(SconceError) -> Tensor)
  -> @Sendable (DefaultNumber) throws(SconceError) -> Double
{
  { x throws(SconceError) in
    let x = try x.tensor()
    return try op(x)(x).doubles[0]
  }
}
@Sendable func number(_ op: @escaping @Sendable (Tensor) -> (Tensor, Tensor) throws(SconceError) -> Tensor)
  -> @Sendable (DefaultNumber, DefaultNumber) throws(SconceError) -> Double
{
  { x, y throws(SconceError) in
    let x = try x.tensor()
    return try op(x)(x, y.tensor()).doubles[0]
  }
}

/// A number that is taken as an element of the state's default type.
struct DefaultNumber: Argument {
  let value: Double, dtype: DType
  static var type: ArgumentType { ArgumentType("number", .number) }
  static func read(_ call: Call, _ index: Int32) -> DefaultNumber {
    let kind = Kind(sc_context_of(call.frame.pointee.L).pointee.default_kind)
    return DefaultNumber(value: call[parameter: index].number, dtype: kind.dtype ?? .double)
  }
  func tensor() throws(SconceError) -> Tensor { try Tensor(dtype, [1], [value]) }
}
