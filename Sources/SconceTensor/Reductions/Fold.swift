import SconceErrors
import SconceKernels

/// Totals of lines: what `sum`, `prod`, `var`, `norm` and their like have in common.
///
/// Totals are doubles for floating-point types, and longs for integers.
struct Fold {
  private let kernel: FoldKernel, width: Int
  private static let limit = 512

  init(_ family: PerDType<FoldKernel>, _ type: NumericDType) { (kernel, width) = (family[type], type.stride) }
  init(_ family: PerFloat<FoldKernel>, _ type: FloatDType) { (kernel, width) = (family[type], type.numeric.stride) }

  /// Evenly spaced lines of a tensor.
  struct Tile { let lines, across, length, along: Int, base: UnsafeRawPointer }

  func fold<Total: Accumulated>(_ t: Tile, _ parameter: Total, _ totals: UnsafeMutablePointer<Total>) {
    withUnsafeBytes(of: parameter) {
      kernel.call(t.lines, t.across, t.length, t.along, t.base, $0.baseAddress!, 0, totals)
    }
  }
  /// With a parameter for each line.
  func fold<Total: Accumulated>(_ t: Tile, _ parameters: UnsafePointer<Total>, _ totals: UnsafeMutablePointer<Total>) {
    kernel.call(t.lines, t.across, t.length, t.along, t.base, parameters, 1, totals)
  }

  /// The total of all elements, of which there must be one.
  func total<Total: Accumulated>(_ t: Tensor, parameter: Total = Total(casting: 0)) -> Total {
    if t.isDense { return total(t.base, t.count, step: 1, parameter) }
    let lines = Lines(all: t)
    if lines.rows == 1, lines.width == 1 { return total(t.base, lines.length, step: lines.along[0], parameter) }
    return joined(t, lines, parameter)
  }

  /// Of a single line, cut into pieces that threads can share.
  private func total<Total: Accumulated>(
    _ base: UnsafeRawPointer, _ length: Int, step: Int, _ parameter: Total
  ) -> Total {
    let piece = 65_536, pieces = (length + piece - 1) / piece
    func fold(_ n: Int, into total: UnsafeMutablePointer<Total>) {
      let first = n * piece
      self.fold(
        Tile(lines: 1, across: 0, length: min(piece, length - first), along: step, base: base + first * step * width),
        parameter, total)
    }
    if pieces == 1 {
      var total = parameter
      fold(0, into: &total)
      return total
    }
    return withUnsafeTemporaryAllocation(of: Total.self, capacity: pieces) { totals in
      let totals = totals.baseAddress!
      ThreadPool.shared.run(chunks: pieces) { fold($0, into: totals + $0) }
      kernel.join(pieces, totals)
      return totals.pointee
    }
  }

  private func joined<Total: Accumulated>(_ t: Tensor, _ lines: Lines, _ parameter: Total) -> Total {
    let base = UnsafeRawPointer(t.base), tiles = lines.tiles(limit: Fold.limit)
    return withUnsafeTemporaryAllocation(of: Total.self, capacity: tiles) { totals in
      let totals = totals.baseAddress!
      lines.forEachTile(limit: Fold.limit) { n in
        let (first, count) = lines.tile(n, limit: Fold.limit)
        withUnsafeTemporaryAllocation(of: Total.self, capacity: Fold.limit) { part in
          let part = part.baseAddress!
          fold(
            Tile(
              lines: count, across: lines.across[0], length: lines.length, along: lines.along[0],
              base: base + first[0] * width), parameter, part)
          kernel.join(count, part)
          totals[n] = part.pointee
        }
      }
      kernel.join(tiles, totals)
      return totals.pointee
    }
  }

  /// What `body` makes of all lines of `t` along `dim`, tile by tile, into `result`, whose size along `dim` is 1.
  func totals<Total: Accumulated>(
    _ t: Tensor, _ dim: Int, _ result: Tensor, _ body: (_ tile: Tile, _ totals: UnsafeMutablePointer<Total>) -> Void
  ) {
    let lines = Lines(along: dim, t, result), base = UnsafeRawPointer(t.base)
    let target = result.base, dtype = result.dtype
    lines.forEachTile(limit: Fold.limit) { n in
      let (first, count) = lines.tile(n, limit: Fold.limit)
      withUnsafeTemporaryAllocation(of: Total.self, capacity: Fold.limit) { totals in
        let totals = totals.baseAddress!
        body(
          Tile(
            lines: count, across: lines.across[0], length: lines.length, along: lines.along[0],
            base: base + first[0] * width), totals)
        narrow(dtype, count, totals, target + first[1] * dtype.stride, lines.across[1])
      }
    }
  }

  private func narrow(
    _ dtype: DType, _ count: Int, _ totals: UnsafeRawPointer, _ out: UnsafeMutableRawPointer, _ step: Int
  ) {
    func narrow<T: Accumulated>(_: T.Type) {
      KernelBodies.narrow(T.self, count, totals.assumingMemoryBound(to: T.Sum.self), out, step)
    }
    switch dtype {
    case .byte: narrow(UInt8.self)
    case .char: narrow(Int8.self)
    case .short: narrow(Int16.self)
    case .int: narrow(Int32.self)
    case .long: narrow(Int64.self)
    case .float, .half: narrow(Float.self)
    case .double: narrow(Double.self)
    }
  }
}
