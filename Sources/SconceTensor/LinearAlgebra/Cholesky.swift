import Glibc
import SconceErrors

// Factors of positive definite matrices.

extension LinearAlgebra {
  /// `a = uᵀ·u`, or `l·lᵀ`, for a positive definite matrix, of which one triangle counts; the other one of `factor` is zero.
  public static func potrf(_ factor: Tensor, _ a: Tensor, _ triangle: Triangle) throws(SconceError) {
    let check = Check("torch.potrf"), lapack = try Lapack(check, try check.floating(factor, a), for: a)
    let n = try lapack.size(try check.square(a))
    let matrix = try ColumnMatrix(factor, copying: a, of: a)
    let info = lapack.functions.pointee.potrf(Lapack.layout, triangle.letter, n, matrix.base, n)
    try check.lapack(info, "potrf", "in potrf : the leading minor of order \(info) is not positive definite")
    matrix.clear(beside: triangle)
    try matrix.deliver()
  }

  /// The inverse of the matrix whose factor ``potrf`` gave.
  public static func potri(_ inverse: Tensor, _ factor: Tensor, _ triangle: Triangle) throws(SconceError) {
    let check = Check("torch.potri"), lapack = try Lapack(check, try check.floating(inverse, factor), for: factor)
    let n = try lapack.size(try check.square(factor))
    let matrix = try ColumnMatrix(inverse, copying: factor, of: factor)
    let info = lapack.functions.pointee.potri(Lapack.layout, triangle.letter, n, matrix.base, n)
    try check.lapack(info, "potri", "potri : A(\(info),\(info)) is 0, A cannot be factorized")
    matrix.mirror(triangle)
    try matrix.deliver()
  }

  /// As ``potrf``, for the matrix with its rows and columns in the order `pivots`, which counts from 1.
  ///
  /// - tolerance: the largest pivot that ends the work; below 0 one that LAPACK finds suitable.
  public static func pstrf(
    _ factor: Tensor, _ pivots: Tensor, _ a: Tensor, _ triangle: Triangle, tolerance: Double
  ) throws(SconceError) {
    let check = Check("torch.pstrf"), type = try check.floating(factor, a), lapack = try Lapack(check, type, for: a)
    try check(pivots.dtype == .int, "expected torch.IntTensor, got \(pivots.dtype.typename)")
    let n = try lapack.size(try check.square(a))
    let matrix = try ColumnMatrix(factor, copying: a, of: a)
    let order = try lapack.pivots(n), work = try Tensor(a.dtype, [2 * Int(n)])
    var rank: Int32 = 0
    let info = withExtendedLifetime(work) {
      type == .float
        ? lapack.functions.pointee.pstrfFloat?(
          Lapack.layout, triangle.letter, n, matrix.base, n, order.base, &rank, Float(tolerance), work.base)
        : lapack.functions.pointee.pstrfDouble?(
          Lapack.layout, triangle.letter, n, matrix.base, n, order.base, &rank, tolerance, work.base)
    }
    try check.lapack(
      info ?? 0, "pstrf", "pstrf : matrix is rank deficient or not positive semidefinite")
    matrix.clear(beside: triangle)
    try matrix.deliver()
    try pivots.become(order.owner)
  }
}

extension ColumnMatrix {
  /// Zeros outside a triangle.
  func clear(beside triangle: Triangle) {
    let width = matrix.dtype.stride
    for j in 0..<columns {
      let outside = triangle == .upper ? min(j + 1, rows)..<rows : 0..<min(j, rows)
      memset(base + (j * rows + outside.lowerBound) * width, 0, outside.count * width)
    }
  }

  /// A symmetric matrix out of one triangle of a square one.
  fileprivate func mirror(_ triangle: Triangle) {
    let move = Move(matrix.dtype), width = matrix.dtype.stride, n = rows
    for i in 1..<max(n, 1) {
      let row = base + i * width, column = base + i * n * width
      if triangle == .upper { move(i, row, n, column, 1) } else { move(i, column, 1, row, n) }
    }
  }
}
