import SconceErrors

// Copies that put tensors together.

extension Tensor {
  /// The tensors one after the other along dimension `dim`; those without elements do not count.
  ///
  /// - dim: from 0; nil for the last. One beyond the dimensions of the tensors lays them side by side.
  /// - Types: the same for all.
  public func cat(_ parts: [Tensor], _ dim: Int?) throws(SconceError) {
    let check = Check("torch.cat")
    let parts = parts.filter { $0.dim > 0 }
    for part in parts { try check.same(self, part) }
    guard let first = parts.first else { return }
    let dim = dim ?? parts.reduce(0) { max($0, $1.dim) } - 1
    try check(dim >= 0 && dim < 1 << 10, "expected a dimension of 1 or more, got \(dim &+ 1)")
    let rank = parts.reduce(dim + 1) { max($0, $1.dim) }
    func size(_ t: Tensor, _ d: Int) -> Int { d < t.dim ? t.size(d) : 1 }
    var sizes = (0..<rank).map { size(first, $0) }
    for part in parts.dropFirst() {
      for d in 0..<rank where d != dim {
        try check(
          size(part, d) == sizes[d],
          "inconsistent tensor sizes: expected them to agree but along dimension \(dim + 1), got \(first.extent) and \(part.extent)"
        )
      }
      sizes[dim] += size(part, dim)
    }
    // A result that is among the parts must not be written while they are read.
    if parts.contains(where: { $0.storage === storage }) {
      let joined = Tensor(dtype, in: storage.memory)
      try joined.cat(parts, dim)
      try resize(sizes)
      try copy(joined)
      return
    }
    try resize(sizes)
    let place = Tensor(viewing: self)
    place.restrict(dim, 0, 0)
    for part in parts {
      let count = size(part, dim)
      place.restrict(dim, place.size(dim), count)
      try place.copy(part)
    }
  }

  /// `self` becomes `a` repeated so often along each dimension; more numbers than dimensions repeat along new first ones.
  public func repeating(_ a: Tensor, _ times: [Int]) throws(SconceError) {
    let check = Check("torch.repeatTensor")
    try check(a.dim > 0, "expected a tensor with elements")
    try check(times.count >= a.dim, "expected \(a.dim) numbers or more for a tensor of \(a.extent), got \(times.count)")
    let source = storage === a.storage ? try a.clone() : a, added = times.count - a.dim
    var sizes: [Int] = [], strides: [Int] = [], result: [Int] = []
    for (d, n) in times.enumerated() {
      try check(n > 0, "expected numbers of 1 or more, got \(n)")
      let old = d < added ? 1 : a.size(d - added)
      let (size, overflow) = old.multipliedReportingOverflow(by: n)
      try check(!overflow, "expected sizes of fewer than 2^48 elements")
      result.append(size)
      // Each dimension twice: the repetitions, and what is repeated.
      sizes += [n, old]
      strides += [0, d < added ? 1 : source.stride(d - added)]
    }
    try resize(result)
    let tiled = Tensor(viewing: source)
    tiled.set(sizes.count, { sizes[$0] }, { strides[$0] })
    try copy(tiled)
  }
}
