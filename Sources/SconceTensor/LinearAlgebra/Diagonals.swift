import SconceErrors
import SconceKernels

extension Tensor {
  /// `self` becomes diagonal `k` of the matrix `t`, or the square matrix with the vector `t` as its diagonal `k`.
  ///
  /// - k: 0 is the main diagonal, 1 the one above.
  /// - Types: every numeric one, the same for both.
  public func diag(_ t: Tensor, _ k: Int) throws(SconceError) {
    let check = Check("torch.diag")
    _ = try check.numeric(self, t)
    try check(t.dim == 1 || t.dim == 2, "expected a vector or a matrix, got \(t.extent)")
    let source = self === t ? try Tensor(dtype, t.sizes, in: storage.memory).copy(t) : t
    if source.dim == 1 {
      try check(k.magnitude < 1 << 40, "expected a diagonal nearer to the main one, got \(k)")
      let n = source.count + Int(k.magnitude)
      try resize([n, n])
      try fill(0)
      try diagonal(k, check).copy(source)
    } else {
      let diagonal = try source.diagonal(k, check)
      try resize([diagonal.count])
      try copy(diagonal)
    }
  }

  /// The sum of the main diagonal of a matrix, counted in double or long.
  public func trace() throws(SconceError) -> Double {
    let check = Check("torch.trace")
    _ = try check.numeric(self)
    return try diagonal(0, check).sum()
  }

  /// A view of diagonal `k` of a matrix.
  private func diagonal(_ k: Int, _ check: Check) throws(SconceError) -> Tensor {
    try check(dim == 2, "expected a matrix, got \(extent)")
    let (row, column) = k < 0 ? (0 &- k, 0) : (0, k)
    try check(
      row >= 0 && row < size(0) && column < size(1),
      "expected a diagonal from \(1 - size(0)) to \(size(1) - 1), got \(k)")
    let view = Tensor(viewing: self), count = min(size(0) - row, size(1) - column)
    view.set(1, { _ in count }, { _ in self.stride(0) + self.stride(1) })
    view.move(by: row * stride(0) + column * stride(1))
    return view
  }

  /// `self` becomes the matrix `t` with zeros above diagonal `k`.
  public func tril(_ t: Tensor, _ k: Int) throws(SconceError) {
    try triangle(t, Check("torch.tril")) { row, columns in clamp(row, k, columns)..<columns }
  }
  /// `self` becomes the matrix `t` with zeros below diagonal `k`.
  public func triu(_ t: Tensor, _ k: Int) throws(SconceError) {
    try triangle(t, Check("torch.triu")) { row, columns in 0..<clamp(row, max(k, -row) - 1, columns) }
  }

  /// Where row `row` crosses diagonal `k`, one further: the columns up to there are on it or below it.
  private func clamp(_ row: Int, _ k: Int, _ columns: Int) -> Int {
    k >= columns ? columns : k < -row ? 0 : min(row + k + 1, columns)
  }

  private func triangle(_ t: Tensor, _ check: Check, _ zeros: (_ row: Int, _ columns: Int) -> Range<Int>)
    throws(SconceError)
  {
    let type = try check.numeric(self, t)
    try check(t.dim == 2, "expected a matrix, got \(t.extent)")
    if self !== t {
      try resize(as: t)
      try copy(t)
    }
    let fill = kernels.pointwise.fill[type], width = type.stride
    for i in 0..<size(0) {
      let range = zeros(i, size(1)), row = base + (i * stride(0) + range.lowerBound * stride(1)) * width
      if !range.isEmpty { fill.call(range.count, row, stride(1), row, stride(1), 0) }
    }
  }

  /// `self` becomes the cross products of `a` and `b`, tensors of one size, along a dimension of size 3.
  public func cross(_ a: Tensor, _ b: Tensor, dim: Int?) throws(SconceError) {
    let check = Check("torch.cross")
    _ = try check.numeric(self, a, b)
    try check(a.hasSize(of: b), "expected two tensors of one size, got \(a.extent) and \(b.extent)")
    if let dim { try check.dimension(dim, of: a) }
    let dim = dim ?? (0..<a.dim).first { a.size($0) == 3 }
    guard let dim, a.size(dim) == 3 else { throw check.signed("expected a dimension of size 3, got \(a.extent)") }
    try check.elements(a)
    let result = self === a || self === b ? Tensor(dtype, in: storage.memory) : self
    try result.resize(as: a)
    for i in 0..<3 {
      let part = try result.narrow(dim, i, 1), j = (i + 1) % 3, k = (i + 2) % 3
      try part.cmul(try a.narrow(dim, j, 1), try b.narrow(dim, k, 1))
      try part.addcmul(part, scale: -1, try a.narrow(dim, k, 1), try b.narrow(dim, j, 1))
    }
    if result !== self {
      try resize(as: result)
      try copy(result)
    }
  }
}
