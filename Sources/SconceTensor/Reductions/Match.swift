import SconceErrors

extension Tensor {
  /// `self` becomes the matrix of `gain` times the squared distances between the rows of `a` and those of `b`.
  ///
  /// - a, b: of any dimensions; a row is what one index of the first names, and all have as many elements.
  /// - Types: every numeric one, the same for all three. Integers wrap.
  public func match(_ a: Tensor, _ b: Tensor, gain: Double) throws(SconceError) {
    let check = Check("torch.match")
    _ = try check.numeric(self, a, b)
    try check(a.count > 0 && b.count > 0, "expected tensors with elements, got \(a.extent) and \(b.extent)")
    let rows = a.size(0), columns = b.size(0), length = a.count / rows
    try check(
      b.count / columns == length,
      "expected rows of the same inner vector dim, got \(length) elements and \(b.count / columns)")
    let distances = try Tensor(dtype, [rows, columns], in: storage.memory)
    // Named, so that what had to be copied lives until it has been read.
    let (a, b) = (try a.contiguous(), try b.contiguous())
    withExtendedLifetime((a, b)) {
      dtype.perform(
        Distances(
          result: distances.base, a: a.base, b: b.base, rows: rows, columns: columns, length: length, gain: gain))
    }
    try resize([rows, columns])
    try copy(distances)
  }
}

private struct Distances: ScalarAction {
  let result: UnsafeMutableRawPointer, a: UnsafeMutableRawPointer, b: UnsafeMutableRawPointer
  let rows: Int, columns: Int, length: Int, gain: Double

  func run<T: Scalar>(_ type: T.Type) {
    let (r, a, b) = (result.assumingMemoryBound(to: T.self), pointer(self.a, type), pointer(self.b, type))
    let factor = T(casting: gain)
    for i in 0..<rows {
      for j in 0..<columns { r[i * columns + j] = squared(a + i * length, b + j * length, factor) }
    }
  }
  private func pointer<T: Scalar>(_ p: UnsafeMutableRawPointer, _ type: T.Type) -> UnsafePointer<T> {
    UnsafePointer(p.assumingMemoryBound(to: T.self))
  }
  private func squared<T: Scalar>(_ x: UnsafePointer<T>, _ y: UnsafePointer<T>, _ factor: T) -> T {
    if T.isInteger {
      var sum: Int64 = 0
      for k in 0..<length {
        let d = x[k].integer &- y[k].integer
        sum &+= d &* d
      }
      return T(casting: sum &* factor.integer)
    }
    var sum = 0.0
    for k in 0..<length {
      let d = x[k].double - y[k].double
      sum += d * d
    }
    return T(casting: sum * factor.double)
  }
}
