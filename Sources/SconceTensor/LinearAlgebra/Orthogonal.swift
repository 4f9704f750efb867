import SconceErrors

// Products of an orthogonal and a triangular matrix.

extension LinearAlgebra {
  /// `a = q·r`: the columns of `q` are orthogonal, and `r` is upper triangular; `r` is copied, not laid in columns.
  public static func qr(_ q: Tensor, _ r: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.qr"), type = try check.floating(q, r, a), lapack = try Lapack(check, type, for: a)
    try check.matrix(a)
    let rows = try lapack.size(a.size(0)), columns = try lapack.size(a.size(1)), count = min(rows, columns)
    let matrix = try ColumnMatrix(q, rows: Int(rows), columns: Int(columns), beside: r, a)
    try matrix.matrix.copy(a)
    let tau = try Tensor(a.dtype, [Int(count)])
    try reflect(lapack, matrix, tau)
    let upper = try ColumnMatrix(copying: matrix.matrix.narrow(0, 0, Int(count)))
    upper.clear(beside: .upper)
    try span(lapack, matrix, count, tau)
    try matrix.deliver(columns: Int(count))
    try r.become(upper.matrix)
  }

  /// The factors of ``qr`` as LAPACK keeps them: `r` in the upper triangle of `factors`, and below it, with `tau`, the
  /// reflections of which `q` is the product.
  public static func geqrf(_ factors: Tensor, _ tau: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.geqrf"), lapack = try Lapack(check, try check.floating(factors, tau, a), for: a)
    try check.matrix(a)
    let matrix = try ColumnMatrix(factors, copying: a, of: a, beside: tau)
    let scales = try Tensor(a.dtype, [min(a.size(0), a.size(1))])
    try reflect(lapack, matrix, scales)
    try matrix.deliver()
    try tau.become(scales)
  }

  /// `q` out of what ``geqrf`` gave: as many columns as `tau` has elements; further ones stay as they are in `factors`.
  public static func orgqr(_ q: Tensor, _ factors: Tensor, _ tau: Tensor) throws(SconceError) {
    let check = Check("torch.orgqr"), lapack = try Lapack(check, try check.floating(q, factors, tau), for: factors)
    try check.matrix(factors)
    let most = min(factors.size(0), factors.size(1)), scales = try check.scales(tau, most)
    let matrix = try ColumnMatrix(q, copying: factors, of: factors, beside: tau)
    try span(lapack, matrix, try lapack.size(tau.size(0)), scales)
    try matrix.deliver()
  }

  /// `result = q·c`, `qᵀ·c`, `c·q` or `c·qᵀ` for a `q` that is kept as ``geqrf`` gave it.
  public static func ormqr(
    _ result: Tensor, _ factors: Tensor, _ tau: Tensor, _ c: Tensor, isLeft: Bool, isTransposed: Bool
  ) throws(SconceError) {
    let check = Check("torch.ormqr"),
      lapack = try Lapack(check, try check.floating(result, factors, tau, c), for: factors)
    try check.matrix(factors)
    try check(c.dim == 2 && c.count > 0, "C should be 2 dimensional, but is \(c.extent)")
    let side = c.size(isLeft ? 0 : 1)
    try check(
      factors.size(0) == side,
      "A,C size incompatible - A is \(factors.extent), C is \(c.extent) and multiplied from the \(isLeft ? "left" : "right")"
    )
    let scales = try check.scales(tau, min(factors.size(0), factors.size(1)))
    let rows = try lapack.size(c.size(0)), columns = try lapack.size(c.size(1))
    let reflections = try ColumnMatrix(reading: factors)
    let matrix = try ColumnMatrix(result, copying: c, of: c, beside: factors, tau)
    let step = try lapack.size(side), count = try lapack.size(tau.size(0))
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.ormqr(
        Lapack.layout, isLeft ? letter("L") : letter("R"), isTransposed ? letter("T") : letter("N"), rows, columns,
        count, reflections.base, step, scales.base, matrix.base, rows, work, room)
    }
    try check.lapack(info, "ormqr", "")
    try matrix.deliver()
  }

  private static func reflect(_ lapack: Lapack, _ a: ColumnMatrix, _ tau: Tensor) throws(SconceError) {
    let rows = try lapack.size(a.rows), columns = try lapack.size(a.columns)
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.geqrf(Lapack.layout, rows, columns, a.base, rows, tau.base, work, room)
    }
    try lapack.check.lapack(info, "geqrf", "")
  }
  private static func span(_ lapack: Lapack, _ a: ColumnMatrix, _ count: Int32, _ tau: Tensor) throws(SconceError) {
    let rows = try lapack.size(a.rows)
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.orgqr(Lapack.layout, rows, count, count, a.base, rows, tau.base, work, room)
    }
    try lapack.check.lapack(info, "orgqr", "")
  }
}

extension Check {
  /// What scales reflections, side by side: at most so many.
  fileprivate func scales(_ tau: Tensor, _ most: Int) throws(SconceError) -> Tensor {
    try self(
      tau.dim > 0 && tau.count > 0 && tau.size(0) <= most,
      "tau should have 1 to \(most) elements, but has \(tau.extent)")
    return try tau.contiguous()
  }
}
