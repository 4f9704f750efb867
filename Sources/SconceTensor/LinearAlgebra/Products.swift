import SconceErrors
import SconceKernels

// Products of matrices and vectors, each `self = beta·source + alpha·product`. `source` says the size, and may be `self`;
// with beta 0 it need not hold numbers. Operands that overlap the result are read before it is written.

extension Tensor {
  /// `self = beta·source + alpha·a·b`: MxN, MxK and KxN.
  @discardableResult
  public func addmm(_ beta: Double, _ source: Tensor, _ alpha: Double, _ a: Tensor, _ b: Tensor)
    throws(SconceError) -> Tensor
  {
    let check = Check("torch.addmm")
    try check.product(self, source, a, b)
    try check.size(source, "source", [a.size(0), b.size(1)])
    return try begin(source, beta, a, b) { result throws(SconceError) in
      try Matrix(rows: result).accumulate(beta, alpha, Matrix(rows: a), Matrix(rows: b))
    }
  }
  /// `self = a·b`; `self` has the size of the product, or no elements.
  @discardableResult
  public func mm(_ a: Tensor, _ b: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.mm")
    try check.product(self, self, a, b)
    try sized(check, [a.size(0), b.size(1)])
    return try addmm(0, self, 1, a, b)
  }

  /// `self = beta·source + alpha·a·x`: M, MxK and K.
  @discardableResult
  public func addmv(_ beta: Double, _ source: Tensor, _ alpha: Double, _ a: Tensor, _ x: Tensor)
    throws(SconceError) -> Tensor
  {
    let check = Check("torch.addmv")
    try check.product(self, source, a, vector: x)
    try check.size(source, "source", [a.size(0)])
    return try begin(source, beta, a, x) { result throws(SconceError) in
      try Matrix(rows: result).transposed.accumulate(beta, alpha, Matrix(rows: a), Matrix(rows: x).transposed)
    }
  }
  /// `self = a·x`; `self` has the size of the product, or no elements.
  @discardableResult
  public func mv(_ a: Tensor, _ x: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.mv")
    try check.product(self, self, a, vector: x)
    try sized(check, [a.size(0)])
    return try addmv(0, self, 1, a, x)
  }

  /// `self = beta·source + alpha·x·yᵀ`: MxN, M and N.
  @discardableResult
  public func addr(_ beta: Double, _ source: Tensor, _ alpha: Double, _ x: Tensor, _ y: Tensor)
    throws(SconceError) -> Tensor
  {
    let check = Check("torch.addr")
    try check.outer(self, source, x, y)
    try check.size(source, "source", [x.size(0), y.size(0)])
    return try begin(source, beta, x, y) { result throws(SconceError) in
      try Matrix(rows: result).accumulate(beta, alpha, Matrix(rows: x).transposed, Matrix(rows: y))
    }
  }
  /// `self = x·yᵀ`; `self` has the size of the product, or no elements.
  @discardableResult
  public func ger(_ x: Tensor, _ y: Tensor) throws(SconceError) -> Tensor {
    let check = Check("torch.ger")
    try check.outer(self, self, x, y)
    try sized(check, [x.size(0), y.size(0)])
    return try addr(0, self, 1, x, y)
  }

  /// `Σ a·b` over all elements, as many in both. Integers wrap along each run of elements, as in the original,
  /// and what the runs give is added up without.
  public func dot(_ other: Tensor) throws(SconceError) -> Double {
    let check = Check("torch.dot"), type = try check.numeric(self, other)
    try check(count == other.count, "expected tensors of as many elements, got \(extent) and \(other.extent)")
    let kernel = choose(type, kernels.dot, portable.integerDot)
    var total = 0.0
    forEachRun(self, self, other) { count, _, _, a, aStep, b, bStep in
      total += kernel.call(count, a, aStep, b, bStep)
    }
    return total
  }
}

extension Tensor {
  /// `self` becomes `source`, and is handed to `body`; in the place of `self` a tensor of its own if an operand overlaps
  /// it, or if the source does.
  func begin(
    _ source: Tensor, _ beta: Double, _ a: Tensor, _ b: Tensor, _ body: (Tensor) throws(SconceError) -> Void
  ) throws(SconceError) -> Tensor {
    if overlaps(a) || overlaps(b) || source !== self && overlaps(source) {
      let apart = Tensor(dtype)
      try apart.resize(as: source)
      if beta != 0 { try apart.copy(source) }
      try body(apart)
      try resize(as: source)
      try copy(apart)
    } else {
      try resize(as: source)
      if source !== self, beta != 0 { try copy(source) }
      try body(self)
    }
    return self
  }

  /// Whether elements of both may be the same. Storages that scripts share are cut into pieces in one line, so that the
  /// first and the last byte of each tell.
  func overlaps(_ other: Tensor) -> Bool {
    guard storage === other.storage, count > 0, other.count > 0 else { return false }
    return offset <= other.lastOffset && other.offset <= lastOffset
  }
  private var lastOffset: Int { (0..<dim).reduce(offset) { $0 + (size($1) - 1) * stride($1) } }

  /// A result without elements gets this size; another must have it.
  func sized<let rank: Int>(_ check: Check, _ sizes: InlineArray<rank, Int>) throws(SconceError) {
    if dim == 0 { try resize(rank) { sizes[$0] } } else { try check.size(self, "result", sizes) }
  }
}

extension Check {
  fileprivate func product(_ result: Tensor, _ source: Tensor, _ a: Tensor, _ b: Tensor) throws(SconceError) {
    _ = try numeric(result, source, a, b)
    if a.dim != 2 { throw mismatch(a, "mat1", "MxK") }
    if b.dim != 2 || b.size(0) != a.size(1) { throw mismatch(b, "mat2", "\(a.size(1))xN") }
  }
  fileprivate func product(_ result: Tensor, _ source: Tensor, _ a: Tensor, vector x: Tensor) throws(SconceError) {
    _ = try numeric(result, source, a, x)
    if a.dim != 2 { throw mismatch(a, "mat", "MxK") }
    try size(x, "vec", [a.size(1)])
  }
  fileprivate func outer(_ result: Tensor, _ source: Tensor, _ x: Tensor, _ y: Tensor) throws(SconceError) {
    _ = try numeric(result, source, x, y)
    if x.dim != 1 { throw mismatch(x, "vec1", "M") }
    if y.dim != 1 { throw mismatch(y, "vec2", "N") }
  }
}
