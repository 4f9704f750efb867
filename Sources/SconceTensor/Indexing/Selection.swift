import CTensor
import SconceErrors

// Slices of one dimension, named by a vector of indices. Indices count from 1, as they stand in a LongTensor.

extension Tensor {
  /// Slices `indices` of dimension `dim` of `a`, one after the other.
  public func indexSelect(_ a: Tensor, _ dim: Int, _ indices: Tensor) throws(SconceError) {
    let check = Check("torch.index")
    try check.same(self, a)
    let places = try check.indices(indices, dim, of: a)
    let source = storage === a.storage ? try a.clone() : a
    try resize(a.dim) { $0 == dim ? places.count : a.size($0) }
    guard isContiguous, source.isContiguous else {
      return try eachSlice(dim, places.count) { (slice, i) throws(SconceError) in
        try slice.copy(source.narrow(dim, places[i], 1))
      }
    }
    // Blocks of what lies within a slice; in a vector, of one element.
    let block = (dim + 1..<a.dim).reduce(1) { $0 * a.size($1) }, rows = (0..<dim).reduce(1) { $0 * a.size($1) }
    let width = dtype.stride
    if block == 1 {
      dtype.perform(Pick(rows: rows, row: source.size(dim), places: places, r: base, a: source.base))
      return
    }
    var next = base
    for row in 0..<rows {
      let from = source.base + row * source.size(dim) * block * width
      for place in places {
        next.copyMemory(from: from + place * block * width, byteCount: block * width)
        next += block * width
      }
    }
  }

  /// The slices of `a` become slices `indices` of dimension `dim`.
  public func indexCopy(_ dim: Int, _ indices: Tensor, _ a: Tensor) throws(SconceError) {
    try eachSlice(Check("torch.indexCopy"), dim, indices, a) { (slice, part) throws(SconceError) in
      try slice.copy(part)
    }
  }
  /// The slices of `a` are added to slices `indices` of dimension `dim`; an index may come more than once.
  public func indexAdd(_ dim: Int, _ indices: Tensor, _ a: Tensor) throws(SconceError) {
    try eachSlice(Check("torch.indexAdd"), dim, indices, a) { (slice, part) throws(SconceError) in
      try slice.add(slice, part)
    }
  }
  /// Slices `indices` of dimension `dim` are filled.
  public func indexFill(_ dim: Int, _ indices: Tensor, _ value: Double) throws(SconceError) {
    for place in try Check("torch.indexFill").indices(indices, dim, of: self) {
      try narrow(dim, place, 1).fill(value)
    }
  }

  private func eachSlice(
    _ check: Check, _ dim: Int, _ indices: Tensor, _ a: Tensor,
    _ body: (_ slice: Tensor, _ part: Tensor) throws(SconceError) -> Void
  ) throws(SconceError) {
    try check.same(self, a)
    let places = try check.indices(indices, dim, of: self)
    let fits = a.dim > dim && a.size(dim) == places.count && a.count / places.count == count / size(dim)
    try check(
      fits,
      "size mismatch: expected \(places.count) slices of \(count / size(dim)) elements along dimension \(dim + 1), got \(a.extent)"
    )
    let source = storage === a.storage ? try a.clone() : a
    let slice = Tensor(viewing: self), part = Tensor(viewing: source)
    slice.restrict(dim, 0, 1)
    part.restrict(dim, 0, 1)
    var at = 0
    for (i, place) in places.enumerated() {
      slice.move(by: (place - at) * stride(dim))
      if i > 0 { part.move(by: source.stride(dim)) }
      at = place
      try body(slice, part)
    }
  }
  private func eachSlice(_ dim: Int, _ count: Int, _ body: (Tensor, Int) throws(SconceError) -> Void)
    throws(SconceError)
  {
    let slice = Tensor(viewing: self)
    slice.restrict(dim, 0, 1)
    for i in 0..<count {
      if i > 0 { slice.move(by: stride(dim)) }
      try body(slice, i)
    }
  }
}

/// Single elements of rows.
private struct Pick: ScalarAction {
  let rows: Int, row: Int, places: [Int], r: UnsafeMutableRawPointer, a: UnsafeRawPointer
  func run<T: Scalar>(_ type: T.Type) {
    var r = r.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self)
    places.withUnsafeBufferPointer { places in
      guard let at = places.baseAddress else { return }
      for _ in 0..<rows {
        for i in 0..<places.count { r[i] = a[at[i]] }
        r += places.count
        a += row
      }
    }
  }
}

extension Check {
  /// The indices as they count from 0, each within dimension `dim` of `t`.
  func indices(_ indices: Tensor, _ dim: Int, of t: Tensor) throws(SconceError) -> [Int] {
    try dimension(dim, of: t)
    try self(indices.dtype == .long, "expected indices in a torch.LongTensor, got \(indices.dtype.typename)")
    try self(indices.dim == 1, "expected a vector of indices, got \(indices.extent)")
    let base = UnsafeRawPointer(indices.base).assumingMemoryBound(to: Int.self), step = indices.stride(0)
    let count = indices.count, last = t.size(dim) - 1
    var signs = 0
    let places = [Int](unsafeUninitializedCapacity: count) { places, initialized in
      for i in 0..<count {
        let place = base[i &* step] &- 1
        places[i] = place
        // Below 0 if an index is too small or too large: a sum of signs, which vectors can do.
        signs |= place | (last &- place)
      }
      initialized = count
    }
    if signs < 0, let place = places.first(where: { $0 < 0 || $0 > last }) {
      throw signed("expected indices from 1 to \(last + 1), got \(place &+ 1)")
    }
    return places
  }
}
