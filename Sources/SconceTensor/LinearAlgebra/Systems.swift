import SconceErrors

/// What LAPACK computes with matrices of float or double. Results come first, and may be the arguments.
///
/// Results are laid out as in Torch7: column after column, where they have two dimensions and are not said to be copied.
public enum LinearAlgebra {}

// Systems of equations. `b` has a right side in each column; a vector is one.

extension LinearAlgebra {
  /// `x` solves `a·x = b` for a square matrix; `lu` becomes its factors.
  public static func gesv(_ x: Tensor, _ lu: Tensor, _ b: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.gesv"), lapack = try Lapack(check, try check.floating(x, lu, b, a), for: a)
    let sides = try check.system(b, a, isSquare: true)
    let n = try lapack.size(a.size(0)), count = try lapack.size(sides.size(1))
    let factors = try ColumnMatrix(lu, copying: a, of: a, beside: b, x)
    let solution = try ColumnMatrix(x, copying: sides, of: b, beside: a, lu)
    let pivots = try lapack.pivots(n)
    let info = withExtendedLifetime(pivots.owner) {
      lapack.functions.pointee.gesv(Lapack.layout, n, count, factors.base, n, pivots.base, solution.base, n)
    }
    try check.lapack(info, "gesv", "in gesv : U(\(info),\(info)) is zero, singular U.")
    try factors.deliver()
    try solution.deliver()
  }

  /// `x` solves `a·x = b`, or `aᵀ·x = b`, for a triangular matrix; `copy` becomes a copy of it.
  ///
  /// - hasUnitDiagonal: whether the diagonal is taken for ones.
  public static func trtrs(
    _ x: Tensor, _ copy: Tensor, _ b: Tensor, _ a: Tensor, _ triangle: Triangle, isTransposed: Bool,
    hasUnitDiagonal: Bool
  ) throws(SconceError) {
    let check = Check("torch.trtrs"), lapack = try Lapack(check, try check.floating(x, copy, b, a), for: a)
    let sides = try check.system(b, a, isSquare: true)
    let n = try lapack.size(a.size(0)), count = try lapack.size(sides.size(1))
    let factors = try ColumnMatrix(copy, copying: a, of: a, beside: b, x)
    let solution = try ColumnMatrix(x, copying: sides, of: b, beside: a, copy)
    let info = lapack.functions.pointee.trtrs(
      Lapack.layout, triangle.letter, isTransposed ? letter("T") : letter("N"),
      hasUnitDiagonal ? letter("U") : letter("N"), n, count, factors.base, n, solution.base, n)
    try check.lapack(info, "trtrs", "in trtrs : A(\(info),\(info)) is zero, singular A")
    try factors.deliver()
    try solution.deliver()
  }

  /// `x` makes `‖a·x − b‖` least, or is the shortest that solves `a·x = b`; `qr` becomes the factors of `a`, which has
  /// full rank.
  public static func gels(_ x: Tensor, _ qr: Tensor, _ b: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.gels"), lapack = try Lapack(check, try check.floating(x, qr, b, a), for: a)
    let sides = try check.system(b, a, isSquare: false)
    let rows = try lapack.size(a.size(0)), columns = try lapack.size(a.size(1)), count = try lapack.size(sides.size(1))
    let longer = max(rows, columns)
    let factors = try ColumnMatrix(qr, copying: a, of: a, beside: b, x)
    let solution = try ColumnMatrix(x, copying: sides, of: b, rows: Int(longer), beside: a, b, qr)
    let info = try lapack.withWorkspace { work, room in
      lapack.functions.pointee.gels(
        Lapack.layout, letter("N"), rows, columns, count, factors.base, rows, solution.base, longer, work, room)
    }
    try check.lapack(
      info, "gels", "in gels : The \(info)-th diagonal element of the triangular factor of A is zero")
    try factors.deliver()
    try solution.deliver(rows: Int(columns))
  }

  /// `x` solves `a·x = b`, where `factor` is a factor of `a` as ``potrf`` gives it.
  public static func potrs(_ x: Tensor, _ b: Tensor, _ factor: Tensor, _ triangle: Triangle) throws(SconceError) {
    let check = Check("torch.potrs"), lapack = try Lapack(check, try check.floating(x, b, factor), for: factor)
    let sides = try check.system(b, factor, isSquare: true)
    let n = try lapack.size(factor.size(0)), count = try lapack.size(sides.size(1))
    let factors = try ColumnMatrix(reading: factor)
    let solution = try ColumnMatrix(x, copying: sides, of: b, beside: factor)
    let info = withExtendedLifetime(factors) {
      lapack.functions.pointee.potrs(
        Lapack.layout, triangle.letter, n, count, factors.base, n, solution.base, n)
    }
    try check.lapack(info, "potrs", "")
    try solution.deliver()
  }

  /// `inverse` becomes that of the square matrix `a`.
  public static func inverse(_ inverse: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.inverse"), lapack = try Lapack(check, try check.floating(inverse, a), for: a)
    let n = try lapack.size(try check.square(a))
    let result = try ColumnMatrix(inverse, copying: a, of: a)
    let pivots = try lapack.pivots(n)
    var info = lapack.functions.pointee.getrf(Lapack.layout, n, n, result.base, n, pivots.base)
    try check.lapack(info, "getrf", "getrf : U(\(info),\(info)) is 0, U is singular")
    info = try lapack.withWorkspace { work, room in
      withExtendedLifetime(pivots.owner) {
        lapack.functions.pointee.getri(Lapack.layout, n, result.base, n, pivots.base, work, room)
      }
    }
    try check.lapack(info, "getri", "getri : U(\(info),\(info)) is 0, U is singular")
    try result.deliver()
  }
}

/// An option as LAPACK takes it.
func letter(_ letter: Unicode.Scalar) -> CChar { CChar(truncatingIfNeeded: letter.value) }

extension Check {
  /// What LAPACK answered: `failure` says what a number above 0 means.
  func lapack(_ info: Int32, _ function: String, _ failure: @autoclosure () -> String) throws(SconceError) {
    try self(info <= 0, "Lapack Error \(failure())")
    try self(info == 0, "Lapack Error in \(function) : Illegal Argument \(-info)")
  }

  /// A matrix with as many rows as columns; how many.
  func square(_ a: Tensor) throws(SconceError) -> Int {
    try matrix(a)
    try self(a.size(0) == a.size(1), "A should be square, but is \(a.extent)")
    return a.size(0)
  }
  func matrix(_ a: Tensor) throws(SconceError) {
    try self(a.dim == 2 && a.count > 0, "A should be 2 dimensional, but is \(a.extent)")
  }

  /// The right sides of a system of equations, as columns.
  func system(_ b: Tensor, _ a: Tensor, isSquare: Bool) throws(SconceError) -> Tensor {
    try self(a.dim == 2 && a.count > 0, "A should have 2 dimensions, but has \(a.dim)")
    try self((b.dim == 1 || b.dim == 2) && b.count > 0, "B should have 1 or 2 dimensions, but has \(b.dim)")
    try self(!isSquare || a.size(0) == a.size(1), "A should be square, but is \(a.extent)")
    try self(
      a.size(0) == b.size(0), "A,B size incompatible - A has \(a.size(0)) rows, B has \(b.size(0))")
    if b.dim == 2 { return b }
    let column = Tensor(viewing: b)
    column.set(2, { $0 == 0 ? b.size(0) : 1 }, { $0 == 0 ? b.stride(0) : 1 })
    return column
  }
}
