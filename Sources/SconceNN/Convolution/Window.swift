import SconceErrors
import SconceTensor

/// A window that moves over rows and columns: its size, its step, the padding around what it moves over, and how far
/// apart its elements lie. Checked: whatever is computed with these numbers stays far from overflow.
package struct Window {
  let kernel, step, pad, dilation: (rows: Int, columns: Int)

  /// In the order of nn's arguments: columns (width) first.
  package init(
    _ check: Check, _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ lW: Int = 1,
    _ lH: Int = 1
  ) throws(SconceError) {
    let sizes = 1...1 << 24
    try check(
      sizes.contains(kW) && sizes.contains(kH), "expected a kernel size from 1 to 2^24, got kW = \(kW), kH = \(kH)")
    try check(sizes.contains(dW) && sizes.contains(dH), "expected a step from 1 to 2^24, got dW = \(dW), dH = \(dH)")
    try check(
      padW >= 0 && padH >= 0 && padW <= 1 << 24 && padH <= 1 << 24,
      "expected a padding from 0 to 2^24, got padW = \(padW), padH = \(padH)")
    try check(
      sizes.contains(lW) && sizes.contains(lH),
      "expected a dilation from 1 to 2^24, got dilationW = \(lW), dilationH = \(lH)")
    (kernel, step, pad, dilation) = ((kH, kW), (dH, dW), (padH, padW), (lH, lW))
  }
  /// Rows and columns from the first of its elements to the last.
  var extent: (rows: Int, columns: Int) {
    ((kernel.rows - 1) * dilation.rows + 1, (kernel.columns - 1) * dilation.columns + 1)
  }

  /// How many times it fits, wholly; with `ceil` also the last one that is cut off, if with any padding it
  /// begins within what is there.
  func fits(rows: Int, columns: Int, ceil: Bool = false) -> (rows: Int, columns: Int) {
    let isPadded = pad.rows > 0 || pad.columns > 0
    func along(_ size: Int, _ kernel: Int, _ step: Int, _ pad: Int) -> Int {
      let room = size + 2 * pad - kernel
      var count = (room + (ceil ? step - 1 : 0)) / step + 1
      if room < 0 { count = ceil && room > -step ? 1 : 0 }
      if ceil, isPadded, (count - 1) * step >= size + pad { count -= 1 }
      return count
    }
    return (
      along(rows, extent.rows, step.rows, pad.rows), along(columns, extent.columns, step.columns, pad.columns)
    )
  }
}

/// One picture of several channels, or a batch of them, for the length of one call: where its elements lie.
package struct Pictures {
  let tensor: Tensor, count, channels, rows, columns: Int
  /// Picture, channel, row and column.
  let steps: (Int, Int, Int, Int)

  /// CxHxW or NxCxHxW.
  init(_ check: Check, _ t: Tensor, _ label: StaticString, _ channels: Int?) throws(SconceError) {
    let d = t.dim - 3
    guard d == 0 || d == 1, t.count > 0, channels == nil || t.size(d) == channels else {
      let c = channels.map(String.init) ?? "C"
      throw check.mismatch(t, label, "\(c)xHxW or Nx\(c)xHxW")
    }
    tensor = t
    count = d == 0 ? 1 : t.size(0)
    (self.channels, rows, columns) = (t.size(d), t.size(d + 1), t.size(d + 2))
    steps = (d == 0 ? 0 : t.stride(0), t.stride(d), t.stride(d + 1), t.stride(d + 2))
    try check(rows < 1 << 32 && columns < 1 << 32, "expected a \(label) of less than 2^32 rows and columns")
  }
  var isBatch: Bool { tensor.dim == 4 }
  func address(_ picture: Int) -> UnsafeMutableRawPointer { tensor.base + picture * steps.0 * tensor.dtype.stride }
}

extension Tensor {
  /// As many pictures as `other`, of another size.
  func resize(as other: Pictures, _ channels: Int, _ rows: Int, _ columns: Int) throws(SconceError) {
    let d = other.isBatch ? 1 : 0
    try resize(3 + d) { $0 == d ? channels : $0 == d + 1 ? rows : $0 == d + 2 ? columns : other.count }
  }
}
