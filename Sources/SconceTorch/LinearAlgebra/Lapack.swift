import SconceErrors
import SconceLua
import SconceTensor

// The functions of LAPACK, as in Torch7: results are all given or none.

extension Library {
  mutating func defineLapack() {
    define(
      "gesv", method: .none, for: .floats, "The x that solves `a·x = b`, and the factors of `a`.",
      form("resb, resa, b, a -> resb, resa", Lapack.gesv),
      form("new resb, new resa, b, a -> resb, resa", Lapack.gesv))
    define(
      "trtrs", method: .none, for: .floats,
      "The x that solves `a·x = b`, or `aᵀ·x = b`, for a triangular `a`, and a copy of `a`.",
      form(
        "resb, resa, b, a, [uplo: 'U'|'L'|'N'|'T',] [trans: 'N'|'T'|'U',] [diag: 'N'|'U'] -> resb, resa",
        Lapack.trtrs),
      form(
        """
        new resb, new resa, b, a, [uplo: 'U'|'L'|'N'|'T',] [trans: 'N'|'T'|'U',] [diag: 'N'|'U'] \
        -> resb, resa
        """, Lapack.trtrs))
    define(
      "gels", method: .none, for: .floats,
      "The x that makes `‖a·x − b‖` least, or the shortest that solves `a·x = b`, and factors of `a`.",
      form("resb, resa, b, a -> resb, resa", Lapack.gels),
      form("new resb, new resa, b, a -> resb, resa", Lapack.gels))
    define(
      "symeig", method: .none, for: .floats, "Eigenvalues of a symmetric matrix, and with 'V' its eigenvectors.",
      form("rese, resv, a, [job: 'N'|'V'|'U'|'L',] [uplo: 'U'|'L'] -> rese, resv", Lapack.symeig),
      form("new rese, new resv, a, [job: 'N'|'V'|'U'|'L',] [uplo: 'U'|'L'] -> rese, resv", Lapack.symeig))
    define(
      "eig", method: .none, for: .floats,
      "Eigenvalues of a square matrix, real and imaginary parts, and with 'V' its eigenvectors.",
      form("rese, resv, a, [job: 'N'|'V' = 'N'] -> rese, resv", Lapack.eig),
      form("new rese, new resv, a, [job: 'N'|'V' = 'N'] -> rese, resv", Lapack.eig))
    define(
      "svd", method: .none, for: .floats, "`u`, `s` and `v` with `a = u·diag(s)·vᵀ`; with 'A', `u` and `v` are square.",
      form("resu, ress, resv, a, [job: 'S'|'A' = 'S'] -> resu, ress, resv", Lapack.svd),
      form("new resu, new ress, new resv, a, [job: 'S'|'A' = 'S'] -> resu, ress, resv", Lapack.svd))
    define(
      "inverse", method: .none, for: .floats, "The inverse of a matrix.", form("[res,] a -> res", Lapack.inverse))
    define(
      "qr", method: .none, for: .floats,
      "`q` and `r` with `a = q·r`: orthogonal columns, and an upper triangular matrix.",
      form("resq, resr, a -> resq, resr", Lapack.qr), form("new resq, new resr, a -> resq, resr", Lapack.qr))
    define(
      "geqrf", method: .none, for: .floats,
      "The factors of `qr` as LAPACK keeps them: `r` and reflections, and what scales these.",
      form("res, tau, a -> res, tau", Lapack.geqrf), form("new res, new tau, a -> res, tau", Lapack.geqrf))
    define(
      "orgqr", method: .none, for: .floats, "The `q` of what `geqrf` gave.", form("[res,] a, tau -> res", Lapack.orgqr))
    define(
      "ormqr", method: .none, for: .floats,
      "The product of `q`, kept as `geqrf` gave it, and `c`; with 'R' of `c` and `q`; with 'T' `q` is transposed.",
      form("[res,] a, tau, c, [side: 'L'|'R'|'N'|'T',] [trans: 'N'|'T'] -> res", Lapack.ormqr))
    define(
      "potrf", method: .none, for: .floats,
      "`u` with `a = uᵀ·u` for a positive definite matrix; with 'L', `l` with `a = l·lᵀ`.",
      form("[res,] a, [uplo: 'U'|'L' = 'U'] -> res", Lapack.potrf))
    define(
      "potrs", method: .none, for: .floats, "The x that solves `a·x = b`, where `u` is what `potrf` makes of `a`.",
      form("[res,] b, u, [uplo: 'U'|'L' = 'U'] -> res", Lapack.potrs))
    define(
      "potri", method: .none, for: .floats, "The inverse of `a`, where `u` is what `potrf` makes of it.",
      form("[res,] u, [uplo: 'U'|'L' = 'U'] -> res", Lapack.potri))
    define(
      "pstrf", method: .none, for: .floats,
      "What `potrf` makes of `a` with rows and columns in another order, and that order.",
      form(
        "res, piv: IntTensor, a, [uplo: 'U'|'L' = 'U',] [tol = -1] -> res, piv", Lapack.pstrf),
      form(
        "new res, new piv: IntTensor, a, [uplo: 'U'|'L' = 'U',] [tol = -1] -> res, piv", Lapack.pstrf))
  }
}

private enum Lapack {
  @Sendable static func gesv(_ x: Tensor, _ lu: Tensor, _ b: Tensor, _ a: Tensor) throws(SconceError) {
    try LinearAlgebra.gesv(x, lu, b, a)
  }
  @Sendable static func trtrs(
    _ x: Tensor, _ copy: Tensor, _ b: Tensor, _ a: Tensor, _ first: Choice?, _ second: Choice?, _ third: Choice?
  ) throws(SconceError) {
    let options = try Options("UL", "NT", "NU", from: first, second, third)
    try LinearAlgebra.trtrs(
      x, copy, b, a, options.triangle(0), isTransposed: options.has("T", 1), hasUnitDiagonal: options.has("U", 2))
  }
  @Sendable static func gels(_ x: Tensor, _ qr: Tensor, _ b: Tensor, _ a: Tensor) throws(SconceError) {
    try LinearAlgebra.gels(x, qr, b, a)
  }
  @Sendable static func symeig(
    _ values: Tensor, _ vectors: Tensor, _ a: Tensor, _ first: Choice?, _ second: Choice?
  ) throws(SconceError) {
    let options = try Options("NV", "UL", from: first, second)
    try LinearAlgebra.symeig(values, vectors, a, wantsVectors: options.has("V", 0), options.triangle(1))
  }
  @Sendable static func eig(_ values: Tensor, _ vectors: Tensor, _ a: Tensor, _ job: Choice) throws(SconceError) {
    try LinearAlgebra.eig(values, vectors, a, wantsVectors: job.letter == UInt8(ascii: "V"))
  }
  @Sendable static func svd(_ u: Tensor, _ s: Tensor, _ v: Tensor, _ a: Tensor, _ job: Choice) throws(SconceError) {
    try LinearAlgebra.svd(u, s, v, a, isWhole: job.letter == UInt8(ascii: "A"))
  }
  @Sendable static func inverse(_ result: Tensor, _ a: Tensor) throws(SconceError) {
    try LinearAlgebra.inverse(result, a)
  }
  @Sendable static func qr(_ q: Tensor, _ r: Tensor, _ a: Tensor) throws(SconceError) {
    try LinearAlgebra.qr(q, r, a)
  }
  @Sendable static func geqrf(_ result: Tensor, _ tau: Tensor, _ a: Tensor) throws(SconceError) {
    try LinearAlgebra.geqrf(result, tau, a)
  }
  @Sendable static func orgqr(_ result: Tensor, _ a: Tensor, _ tau: Tensor) throws(SconceError) {
    try LinearAlgebra.orgqr(result, a, tau)
  }
  @Sendable static func ormqr(
    _ result: Tensor, _ a: Tensor, _ tau: Tensor, _ c: Tensor, _ first: Choice?, _ second: Choice?
  ) throws(SconceError) {
    let options = try Options("LR", "NT", from: first, second)
    try LinearAlgebra.ormqr(
      result, a, tau, c, isLeft: options.has("L", 0), isTransposed: options.has("T", 1))
  }
  @Sendable static func potrf(_ result: Tensor, _ a: Tensor, _ uplo: Choice) throws(SconceError) {
    try LinearAlgebra.potrf(result, a, triangle(uplo))
  }
  @Sendable static func potrs(_ result: Tensor, _ b: Tensor, _ u: Tensor, _ uplo: Choice) throws(SconceError) {
    try LinearAlgebra.potrs(result, b, u, triangle(uplo))
  }
  @Sendable static func potri(_ result: Tensor, _ u: Tensor, _ uplo: Choice) throws(SconceError) {
    try LinearAlgebra.potri(result, u, triangle(uplo))
  }
  @Sendable static func pstrf(
    _ result: Tensor, _ pivots: Tensor, _ a: Tensor, _ uplo: Choice, _ tolerance: Double
  ) throws(SconceError) {
    try LinearAlgebra.pstrf(result, pivots, a, triangle(uplo), tolerance: tolerance)
  }
  private static func triangle(_ uplo: Choice) -> Triangle { uplo.letter == UInt8(ascii: "L") ? .lower : .upper }
}

/// Options that are one letter each and may be left out singly, so that `torch.trtrs(b, a, 'T')` transposes: a letter
/// stands for the first option from there on that knows it.
private struct Options {
  private var letters: [UInt8]

  /// - known: the letters of each option, its default first.
  init(_ known: StaticString..., from given: Choice?...) throws(SconceError) {
    letters = known.map { $0.utf8Start[0] }
    var next = 0
    for choice in given {
      guard let letter = choice?.letter else { continue }
      guard let slot = known.indices.first(where: { $0 >= next && known[$0].has(letter) }) else {
        let places = known.map { "'\(Unicode.Scalar($0.utf8Start[0]))'|'\(Unicode.Scalar($0.utf8Start[1]))'" }
        throw SconceError(
          "expected \(places.joined(separator: ", then ")), got '\(Unicode.Scalar(letter))' out of place")
      }
      letters[slot] = letter
      next = slot + 1
    }
  }
  func has(_ letter: Unicode.Scalar, _ slot: Int) -> Bool { letters[slot] == UInt8(ascii: letter) }
  func triangle(_ slot: Int) -> Triangle { has("L", slot) ? .lower : .upper }
}
extension StaticString {
  fileprivate func has(_ letter: UInt8) -> Bool { utf8Start[0] == letter || utf8Start[1] == letter }
}
