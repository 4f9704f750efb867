import SconceErrors
import SconceKernels
import SconceTensor

/// One sample or a batch of several channels of pictures (rank 2) or volumes (rank 3), contiguous, for the length of one
/// call; a picture has a depth of 1.
struct Volumes: @unchecked Sendable {
  let tensor: Tensor, rank, count, channels: Int
  let extent: ColumnsShape.Extent
  let isBatch: Bool

  /// CxHxW or NxCxHxW, with T before H for volumes.
  init(_ check: Check, _ t: Tensor, _ label: StaticString, rank: Int) throws(SconceError) {
    guard t.dim == rank + 1 || t.dim == rank + 2, t.count > 0 else {
      let sizes = rank == 2 ? "CxHxW" : "CxTxHxW"
      throw check.mismatch(t, label, "\(sizes) or Nx\(sizes)")
    }
    isBatch = t.dim == rank + 2
    (tensor, self.rank) = (try t.contiguous(), rank)
    let d = isBatch ? 1 : 0
    (count, channels) = (isBatch ? t.size(0) : 1, t.size(d))
    extent = (rank == 2 ? 1 : t.size(d + 1), t.size(t.dim - 2), t.size(t.dim - 1))
  }

  var planes: Int { count * channels }
  var width: Int { tensor.dtype.stride }
  var plane: Int { extent.depth * extent.rows * extent.columns }
  /// A channel's elements.
  func address(_ plane: Int) -> UnsafeMutableRawPointer { tensor.base + plane * self.plane * tensor.dtype.stride }

  /// `t` gets as many channels of another extent; a result must be contiguous.
  func resize(_ check: Check, _ t: Tensor, _ extent: ColumnsShape.Extent) throws(SconceError) {
    try t.resize(tensor.dim) {
      $0 == tensor.dim - 1
        ? extent.columns
        : $0 == tensor.dim - 2 ? extent.rows : rank == 3 && $0 == tensor.dim - 3 ? extent.depth : tensor.size($0)
    }
    try check(t.isContiguous, "expected a contiguous result, got \(t.extent) with other strides")
  }
  /// Another tensor of as many channels, of this extent; contiguous.
  func matching(
    _ check: Check, _ t: Tensor, _ label: StaticString, _ extent: ColumnsShape.Extent
  ) throws(SconceError) -> Tensor {
    let isAlike =
      t.dim == tensor.dim && (0..<t.dim - rank).allSatisfy { t.size($0) == tensor.size($0) }
      && t.size(t.dim - 1) == extent.columns && t.size(t.dim - 2) == extent.rows
      && (rank == 2 || t.size(t.dim - 3) == extent.depth)
    if !isAlike {
      let before = (0..<tensor.dim - rank).map { "\(tensor.size($0))x" }.joined()
      throw check.mismatch(t, label, "\(before)\(rank == 2 ? "" : "\(extent.depth)x")\(extent.rows)x\(extent.columns)")
    }
    return try t.contiguous()
  }

  /// Calls `body` with each channel, on several threads where there is much to do.
  func forEachPlane(_ body: (_ plane: Int) -> Void) {
    let atOnce = max(1, 16_384 / plane)
    ThreadPool.shared.run(chunks: (planes + atOnce - 1) / atOnce) { chunk in
      for p in chunk * atOnce..<min(planes, (chunk + 1) * atOnce) { body(p) }
    }
  }
}

/// How a window moves over a volume, in the order of nn's arguments; checked, so that what is computed with these numbers
/// stays far from overflow.
struct Movement {
  typealias Extent = ColumnsShape.Extent
  let kernel, step, pad, dilation: Extent

  init(_ check: Check, kernel: Extent, step: Extent, pad: Extent, dilation: Extent) throws(SconceError) {
    func within(_ e: Extent, _ low: Int) -> Bool {
      let range = low...1 << 20
      return range.contains(e.depth) && range.contains(e.rows) && range.contains(e.columns)
    }
    func shown(_ e: Extent) -> String { "\(e.depth)x\(e.rows)x\(e.columns)" }
    try check(within(kernel, 1), "expected a kernel size from 1 to 2^20, got \(shown(kernel))")
    try check(within(step, 1), "expected a step from 1 to 2^20, got \(shown(step))")
    try check(within(pad, 0), "expected a padding from 0 to 2^20, got \(shown(pad))")
    try check(within(dilation, 1), "expected a dilation from 1 to 2^20, got \(shown(dilation))")
    (self.kernel, self.step, self.pad, self.dilation) = (kernel, step, pad, dilation)
  }

  /// How many times the window fits, wholly; with `ceil` also the last one that is cut off, if it begins within what is
  /// there, padding before it counted.
  func fits(_ check: Check, _ size: Extent, ceil: Bool = false) throws(SconceError) -> Extent {
    func along(_ size: Int, _ kernel: Int, _ step: Int, _ pad: Int, _ dilation: Int) -> Int {
      let room = size + 2 * pad - (dilation * (kernel - 1) + 1)
      var count = room < 0 ? (ceil && room > -step ? 1 : 0) : (room + (ceil ? step - 1 : 0)) / step + 1
      if ceil, pad > 0, (count - 1) * step >= size + pad { count -= 1 }
      return count
    }
    let fits = (
      depth: along(size.depth, kernel.depth, step.depth, pad.depth, dilation.depth),
      rows: along(size.rows, kernel.rows, step.rows, pad.rows, dilation.rows),
      columns: along(size.columns, kernel.columns, step.columns, pad.columns, dilation.columns)
    )
    try check(
      fits.depth > 0 && fits.rows > 0 && fits.columns > 0,
      "expected an input that a kernel of \(kernel.depth)x\(kernel.rows)x\(kernel.columns) fits into, got \(size.depth)x\(size.rows)x\(size.columns)"
    )
    return fits
  }
}
