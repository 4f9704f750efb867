import SconceErrors
import SconceLua
import SconceTensor

extension Library {
  mutating func defineLinearAlgebra() {
    define("dot", for: .reals, "The sum of the products of all elements, as many in both.", form("src, other", dot))
    product(
      "mm", "The product of two matrices.", form("[res,] mat1, mat2 -> res", row(Tensor.mm)),
      form("target, mat1, mat2 -> target", row(Tensor.mm)))
    product(
      "mv", "The product of a matrix and a vector.", form("[res,] mat, vec -> res", row(Tensor.mv)),
      form("target, mat, vec -> target", row(Tensor.mv)))
    product(
      "ger", "The outer product of two vectors.", form("[res,] vec1, vec2 -> res", row(Tensor.ger)),
      form("target, vec1, vec2 -> target", row(Tensor.ger)))
    product(
      "bmm", "The products of two batches of matrices, one by one.",
      form("[res,] batch1, batch2 -> res", row(Tensor.bmm)),
      form("target, batch1, batch2 -> target", row(Tensor.bmm)))

    define(
      "addmm", method: .none, for: .reals, "`beta` times `src` plus `alpha` times the product of two matrices.",
      form("[res,] [beta = 1,] src, [alpha = 1,] mat1, mat2 -> res", sum(Tensor.addmm)))
    define(
      "addmm", method: .only, for: .reals,
      "`beta` times itself, or `src`, plus `alpha` times the product of two matrices.",
      form("target, [src,] [alpha = 1,] mat1, mat2 -> target", addition(Tensor.addmm)),
      form("target, beta, [src,] alpha, mat1, mat2 -> target", weighted(Tensor.addmm)))
    define(
      "addmv", method: .none, for: .reals,
      "`beta` times `src` plus `alpha` times the product of a matrix and a vector.",
      form("[res,] [beta = 1,] src, [alpha = 1,] mat, vec -> res", sum(Tensor.addmv)))
    define(
      "addmv", method: .only, for: .reals,
      "`beta` times itself, or `src`, plus `alpha` times the product of a matrix and a vector.",
      form("target, [src,] [alpha = 1,] mat, vec -> target", addition(Tensor.addmv)),
      form("target, beta, [src,] alpha, mat, vec -> target", weighted(Tensor.addmv)))
    define(
      "addr", method: .none, for: .reals, "`beta` times `src` plus `alpha` times the outer product of two vectors.",
      form("[res,] [beta = 1,] src, [alpha = 1,] vec1, vec2 -> res", sum(Tensor.addr)))
    define(
      "addr", method: .only, for: .reals,
      "`beta` times itself, or `src`, plus `alpha` times the outer product of two vectors.",
      form("target, [src,] [alpha = 1,] vec1, vec2 -> target", addition(Tensor.addr)),
      form("target, beta, [src,] alpha, vec1, vec2 -> target", weighted(Tensor.addr)))
    define(
      "baddbmm", method: .none, for: .reals,
      "`beta` times `src` plus `alpha` times the products of two batches of matrices, one by one.",
      form("[res,] [beta = 1,] src, [alpha = 1,] batch1, batch2 -> res", sum(Tensor.baddbmm)))
    define(
      "baddbmm", method: .only, for: .reals,
      "`beta` times itself, or `src`, plus `alpha` times the products of two batches of matrices, one by one.",
      form("target, [src,] [alpha = 1,] batch1, batch2 -> target", addition(Tensor.baddbmm)),
      form("target, beta, [src,] alpha, batch1, batch2 -> target", weighted(Tensor.baddbmm)))
    define(
      "addbmm", method: .none, for: .reals,
      "`beta` times `src` plus `alpha` times the sum of the products of two batches of matrices.",
      form("[res,] [beta = 1,] src, [alpha = 1,] batch1, batch2 -> res", sum(Tensor.addbmm)))
    define(
      "addbmm", method: .only, for: .reals,
      "`beta` times itself, or `src`, plus `alpha` times the sum of the products of two batches of matrices.",
      form("target, [src,] [alpha = 1,] batch1, batch2 -> target", addition(Tensor.addbmm)),
      form("target, beta, [src,] alpha, batch1, batch2 -> target", weighted(Tensor.addbmm)))
  }

  private mutating func product(_ name: StaticString, _ summary: StaticString, _ function: Form, _ method: Form) {
    define(name, method: .none, for: .reals, summary, function)
    define(name, method: .only, for: .reals, summary, method)
  }
}

@Sendable private func dot(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Double { try a.dot(b) }

// A sum `beta·source + alpha·product` as a function; as a method, where the source may be left out for the receiver: with
// one number, which is alpha, and with two.
private typealias Sum = @Sendable (Tensor) -> (Double, Tensor, Double, Tensor, Tensor) throws(SconceError) -> Tensor

private func sum(_ op: @escaping Sum)
  -> @Sendable (Tensor, Double, Tensor, Double, Tensor, Tensor) throws(SconceError) -> Void
{
  { r, beta, source, alpha, a, b throws(SconceError) in _ = try op(r)(beta, source, alpha, a, b) }
}
private func addition(_ op: @escaping Sum)
  -> @Sendable (Tensor, Tensor?, Double, Tensor, Tensor) throws(SconceError) -> Void
{
  { r, source, alpha, a, b throws(SconceError) in _ = try op(r)(1, source ?? r, alpha, a, b) }
}
private func weighted(_ op: @escaping Sum)
  -> @Sendable (Tensor, Double, Tensor?, Double, Tensor, Tensor) throws(SconceError) -> Void
{
  { r, beta, source, alpha, a, b throws(SconceError) in _ = try op(r)(beta, source ?? r, alpha, a, b) }
}

/// What `a * b` of two tensors means hangs on their dimensions.
@Sendable func product(_ a: Tensor, _ b: Tensor) throws(SconceError) -> TensorOrNumber {
  let result = Tensor(a.dtype, in: a.storage.memory)
  return switch (a.dim, b.dim) {
  case (1, 1): .number(try a.dot(b))
  case (2, 1): .tensor(try result.mv(a, b))
  case (2, 2): .tensor(try result.mm(a, b))
  default:
    throw SconceError(
      "expected two vectors, or a matrix and a vector or matrix, got tensors of size \(a.extent) and \(b.extent)")
  }
}

/// An answer that is one or the other.
enum TensorOrNumber: Answer {
  case tensor(Tensor), number(Double)
  static var names: [String] { ["tensor or number"] }
  func write(_ call: Call, _ index: Int32) -> Int32 {
    switch self {
    case .tensor(let tensor): tensor.write(call, index)
    case .number(let number): number.write(call, index)
    }
  }
}
