import SconceErrors

// Single elements along one dimension, each named by an index of its own. Indices count from 1.

extension Tensor {
  /// For each index the element of `a` that has this place along `dim`, and otherwise the index's own.
  ///
  /// - indices: of the size of `a`, but for `dim`; the result takes its size.
  public func gather(_ a: Tensor, _ dim: Int, _ indices: Tensor) throws(SconceError) {
    let check = Check("torch.gather")
    try check.same(self, a)
    try check.places(indices, dim, of: a)
    let source = storage === a.storage ? try a.clone() : a
    try resize(as: indices)
    let limit = a.size(dim)
    let bad = dtype.perform(
      Along(dim: dim, limit: limit, indices: indices, whole: source, part: self, work: .gather))
    try check(bad == nil, "expected indices from 1 to \(limit), got \(bad!)")
  }

  /// The elements of `a` go to the places that the indices name along `dim`.
  ///
  /// - a: along each dimension as many elements as indices, or more.
  public func scatter(_ dim: Int, _ indices: Tensor, _ a: Tensor) throws(SconceError) {
    let check = Check("torch.scatter")
    try check.same(self, a)
    try check.places(indices, dim, of: self)
    var fits = a.dim == indices.dim
    for d in 0..<a.dim where fits { fits = a.size(d) >= indices.size(d) }
    try check(fits, "size mismatch: expected \(indices.extent) elements or more for as many indices, got \(a.extent)")
    let source = storage === a.storage ? try a.clone() : a, limit = size(dim)
    let bad = dtype.perform(
      Along(dim: dim, limit: limit, indices: indices, whole: self, part: source, work: .scatter))
    try check(bad == nil, "expected indices from 1 to \(limit), got \(bad!)")
  }

  /// `value` goes to the places that the indices name along `dim`.
  public func scatter(_ dim: Int, _ indices: Tensor, _ value: Double) throws(SconceError) {
    let single = Tensor(dtype, in: storage.memory)
    try single.resize([1])
    dtype.store(value, single.base)
    single.set(indices.dim, { indices.size($0) }, { _ in 0 })
    try scatter(dim, indices, single)
  }

  /// Where the elements other than 0 are: a row of indices each, in row-major order.
  public func nonzero(_ a: Tensor) throws(SconceError) {
    let check = Check("torch.nonzero")
    try check(dtype == .long, "expected a torch.LongTensor as result, got \(dtype.typename)")
    var found: [Int] = [], at = 0
    forEachRun(a, a) { [dtype = a.dtype] count, a, step, _, _ in
      for i in 0..<count where dtype.load(a + i * step * dtype.stride) != 0 { found.append(at + i) }
      at += count
    }
    try resize(found.isEmpty ? [] : [found.count, a.dim])
    if found.isEmpty { return }
    let sizes = a.sizes, target = isContiguous ? self : try Tensor(unset: .long, like: self)
    let row = target.base.assumingMemoryBound(to: Int.self)
    for (n, place) in found.enumerated() {
      var rest = place
      for d in (0..<sizes.count).reversed() {
        row[n * sizes.count + d] = rest % sizes[d] + 1
        rest /= sizes[d]
      }
    }
    if target !== self { try copy(target) }
  }
}

extension Check {
  fileprivate func places(_ indices: Tensor, _ dim: Int, of t: Tensor) throws(SconceError) {
    try dimension(dim, of: t)
    try self(indices.dtype == .long, "expected indices in a torch.LongTensor, got \(indices.dtype.typename)")
    var fits = indices.dim == t.dim
    for d in 0..<t.dim where fits && d != dim { fits = indices.size(d) == t.size(d) }
    try self(
      fits,
      "size mismatch: expected indices of the size of \(t.extent) but along dimension \(dim + 1), got \(indices.extent)"
    )
  }
}

/// Walks all indices; answers one that names no element, if there is one. Whatever came before it has been done.
private struct Along: ScalarAction {
  enum Work { case gather, scatter }
  let dim: Int, limit: Int, indices: Tensor
  /// What the indices point into, and what lies as they do.
  let whole: Tensor, part: Tensor, work: Work

  func run<T: Scalar>(_ type: T.Type) -> Int? {
    if indices.count == 0 { return nil }
    // Innermost is the dimension along which the indices lie most closely. The order within a line stays.
    var inner = dim
    for d in 0..<indices.dim where indices.size(d) > 1 && indices.stride(d) < indices.stride(inner) { inner = d }
    let others = (0..<indices.dim).filter { $0 != inner }, lines = indices.count / indices.size(inner)
    var at = [Int](repeating: 0, count: others.count)
    var index = UnsafeRawPointer(indices.base).assumingMemoryBound(to: Int.self)
    var whole = whole.base.assumingMemoryBound(to: T.self), part = part.base.assumingMemoryBound(to: T.self)
    func wholeStride(_ d: Int) -> Int { d == dim ? 0 : self.whole.stride(d) }
    let n = indices.size(inner), indexStep = indices.stride(inner), partStep = self.part.stride(inner)
    let wholeStep = wholeStride(inner), placeStep = self.whole.stride(dim), limit = UInt(bitPattern: limit)
    let isPlain = inner == dim && indexStep == 1 && partStep == 1 && placeStep == 1
    for _ in 0..<lines {
      let line = Line(count: n, limit: limit, index: index, whole: whole, part: part)
      // With steps that are known the loop is half as long.
      let bad =
        switch (work, isPlain) {
        case (.gather, true): line.gather(1, 1, 1, 0)
        case (.scatter, true): line.scatter(1, 1, 1, 0)
        case (.gather, false): line.gather(indexStep, partStep, placeStep, wholeStep)
        case (.scatter, false): line.scatter(indexStep, partStep, placeStep, wholeStep)
        }
      if let bad { return bad }
      var k = others.count - 1
      while k >= 0 {
        let d = others[k]
        at[k] += 1
        index += indices.stride(d)
        whole += wholeStride(d)
        part += self.part.stride(d)
        if at[k] < indices.size(d) { break }
        index -= at[k] * indices.stride(d)
        whole -= at[k] * wholeStride(d)
        part -= at[k] * self.part.stride(d)
        at[k] = 0
        k -= 1
      }
    }
    return nil
  }
}

/// One line of indices; `place` steps from one element that an index names to the next, `whole` from line to line.
private struct Line<T: Scalar> {
  let count: Int, limit: UInt
  let index: UnsafePointer<Int>, whole, part: UnsafeMutablePointer<T>

  @inline(__always) func gather(_ indexStep: Int, _ partStep: Int, _ placeStep: Int, _ wholeStep: Int) -> Int? {
    for i in 0..<count {
      let place = index[i &* indexStep] &- 1
      if UInt(bitPattern: place) >= limit { return place &+ 1 }
      part[i &* partStep] = whole[place &* placeStep &+ i &* wholeStep]
    }
    return nil
  }
  @inline(__always) func scatter(_ indexStep: Int, _ partStep: Int, _ placeStep: Int, _ wholeStep: Int) -> Int? {
    for i in 0..<count {
      let place = index[i &* indexStep] &- 1
      if UInt(bitPattern: place) >= limit { return place &+ 1 }
      whole[place &* placeStep &+ i &* wholeStep] = part[i &* partStep]
    }
    return nil
  }
}
