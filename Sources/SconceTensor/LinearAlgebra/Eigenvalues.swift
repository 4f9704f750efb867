import SconceErrors
import SconceKernels

// Eigenvalues and singular values. LAPACK iterates for them, and might not end at what is no number, so that such
// elements are refused.

extension LinearAlgebra {
  /// Eigenvalues of a symmetric matrix, of which one triangle counts, in ascending order.
  ///
  /// - vectors: the eigenvectors, in its columns, if they are asked for; else of no use.
  public static func symeig(
    _ values: Tensor, _ vectors: Tensor, _ a: Tensor, wantsVectors: Bool, _ triangle: Triangle
  ) throws(SconceError) {
    let check = Check("torch.symeig"), type = try check.floating(values, vectors, a),
      lapack = try Lapack(check, type, for: a)
    let n = try lapack.size(try check.square(a))
    let matrix = try ColumnMatrix(vectors, copying: a, of: a, beside: values)
    try matrix.checkFinite(check) { triangle == .upper ? 0..<$0 + 1 : $0..<Int(n) }
    let found = try Tensor(a.dtype, [Int(n)])
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.syev(
        Lapack.layout, wantsVectors ? letter("V") : letter("N"), triangle.letter, n, matrix.base, n, found.base, work,
        room)
    }
    try check.lapack(info, "syev", "syev : \(info) off-diagonal elements didn't converge to zero")
    try values.become(found)
    try matrix.deliver()
  }

  /// Eigenvalues of a square matrix: Nx2, real and imaginary parts.
  ///
  /// - vectors: the eigenvectors, if they are asked for; else left alone. A real eigenvalue has its vector in one
  ///   column; of two conjugate ones the first column holds the real part, the second the imaginary part.
  public static func eig(_ values: Tensor, _ vectors: Tensor, _ a: Tensor, wantsVectors: Bool) throws(SconceError) {
    let check = Check("torch.eig"), type = try check.floating(values, vectors, a),
      lapack = try Lapack(check, type, for: a)
    let n = try lapack.size(try check.square(a))
    let matrix = try ColumnMatrix(copying: a)
    try matrix.checkFinite(check) { _ in 0..<Int(n) }
    let found = try ColumnMatrix(type, rows: Int(n), columns: 2), width = type.numeric.stride
    let rights = wantsVectors ? try ColumnMatrix(vectors, rows: Int(n), columns: Int(n), beside: values, a) : nil
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.geev(
        Lapack.layout, letter("N"), wantsVectors ? letter("V") : letter("N"), n, matrix.base, n, found.base,
        found.base + Int(n) * width, matrix.base, n, rights?.base ?? matrix.base, n, work, room)
    }
    try check.lapack(info, "geev", "in geev : \(info) eigenvalues failed to converge")
    try values.become(found.matrix)
    try rights?.deliver()
  }

  /// `a = u·diag(s)·vᵀ`; `v` is copied, not laid in columns.
  ///
  /// - isWhole: whether `u` and `v` are square; else they have as many columns as there are singular values.
  public static func svd(_ u: Tensor, _ s: Tensor, _ v: Tensor, _ a: Tensor, isWhole: Bool) throws(SconceError) {
    let check = Check("torch.svd"), type = try check.floating(u, s, v, a), lapack = try Lapack(check, type, for: a)
    try check.matrix(a)
    let rows = try lapack.size(a.size(0)), columns = try lapack.size(a.size(1)), count = min(rows, columns)
    let matrix = try ColumnMatrix(copying: a)
    try matrix.checkFinite(check) { _ in 0..<Int(rows) }
    let found = try Tensor(a.dtype, [Int(count)])
    let left = try ColumnMatrix(u, rows: Int(rows), columns: Int(isWhole ? rows : count), beside: s, v, a)
    let right = try ColumnMatrix(type, rows: Int(isWhole ? columns : count), columns: Int(columns))
    let job = isWhole ? letter("A") : letter("S")
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.gesvd(
        Lapack.layout, job, job, rows, columns, matrix.base, rows, found.base, left.base, rows, right.base,
        Int32(right.rows), work, room)
    }
    try check.lapack(info, "gesvd", "gesvd : \(info) superdiagonals failed to converge.")
    try s.become(found)
    try v.become(right.matrix.transposed())
    try left.deliver()
  }
}

extension ColumnMatrix {
  /// Refuses infinities and what is no number, in these rows of each column.
  fileprivate func checkFinite(_ check: Check, _ range: (_ column: Int) -> Range<Int>) throws(SconceError) {
    for column in 0..<columns {
      let range = range(column), first = column * rows + range.lowerBound
      let bad =
        matrix.dtype == .float
        ? firstOdd(base.assumingMemoryBound(to: Float.self) + first, range.count)
        : firstOdd(base.assumingMemoryBound(to: Double.self) + first, range.count)
      if let bad { throw check.signed("expected finite elements, got \(shown(bad))") }
    }
  }
}

/// The first element that is infinite or no number, if there is one.
private func firstOdd<T: BinaryFloatingPoint>(_ elements: UnsafePointer<T>, _ count: Int) -> Double? {
  for i in 0..<count where !elements[i].isFinite { return Double(elements[i]) }
  return nil
}
