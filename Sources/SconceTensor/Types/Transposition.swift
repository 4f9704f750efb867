extension Tensor {
  /// Copies between layouts that lie across each other, such as a matrix and its transpose: in tiles, so that what is
  /// read in one direction and written in another stays in the cache. False where that is not how they lie.
  ///
  /// - a: of the same type and size.
  func copyAcross(_ a: Tensor) -> Bool {
    let last = dim - 1
    guard last > 0, hasSize(of: a), (stride(last) == 1) != (a.stride(last) == 1) else { return false }
    let other = stride(last) == 1 ? a : self
    guard let across = (0..<last).first(where: { other.stride($0) == 1 && size($0) >= 8 }), size(last) >= 8 else {
      return false
    }
    let outer = (0..<last).filter { $0 != across }
    var index = [Int](repeating: 0, count: outer.count)
    var (r, source) = (base, UnsafeRawPointer(a.base))
    let width = dtype.stride
    while true {
      let tiles = Tiles(
        rows: size(across), columns: size(last), r: r, rRow: stride(across), rColumn: stride(last), a: source,
        aRow: a.stride(across), aColumn: a.stride(last))
      switch width {
      case 1: tiles.copy(UInt8.self)
      case 2: tiles.copy(UInt16.self)
      case 4: tiles.copy(UInt32.self)
      default: tiles.copy(UInt64.self)
      }
      var k = outer.count - 1
      while k >= 0 {
        let d = outer[k]
        index[k] += 1
        r += stride(d) * width
        source += a.stride(d) * width
        if index[k] < size(d) { break }
        r -= index[k] * stride(d) * width
        source -= index[k] * a.stride(d) * width
        index[k] = 0
        k -= 1
      }
      if k < 0 { return true }
    }
  }
}

/// Two matrices of one size.
private struct Tiles {
  let rows, columns: Int
  let r: UnsafeMutableRawPointer, rRow, rColumn: Int
  let a: UnsafeRawPointer, aRow, aColumn: Int

  func copy<T>(_ type: T.Type) {
    let r = r.assumingMemoryBound(to: T.self), a = a.assumingMemoryBound(to: T.self)
    // Of narrow elements more, so that a line of the cache is used while it is there.
    let side = max(16, 64 / MemoryLayout<T>.stride)
    for top in stride(from: 0, to: rows, by: side) {
      for left in stride(from: 0, to: columns, by: side) {
        for i in top..<min(top + side, rows) {
          let (to, from) = (r + i &* rRow, a + i &* aRow)
          if rColumn == 1 {
            for j in left..<min(left + side, columns) { to[j] = from[j &* aColumn] }
          } else {
            for j in left..<min(left + side, columns) { to[j &* rColumn] = from[j] }
          }
        }
      }
    }
  }
}
