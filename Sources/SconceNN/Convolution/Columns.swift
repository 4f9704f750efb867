import SconceErrors
import SconceKernels
import SconceTensor

/// A picture or volume as a matrix, in which convolutions are products: a row for each element of the window and
/// channel, a column for each place of the window.
///
/// - Sizes: `image` CxHxW or CxTxHxW, `columns` (C·kT·kH·kW)xP with P places; kT, dT … are 1 and padT 0 for pictures.
/// - Types: Float or Double, one for both.
/// - In scripts: `lua/nn/products.lua`.
public enum Columns {
  /// `columns` is resized. What lies outside of the image is 0.
  @Sendable public static func unfold(
    _ columns: Tensor, _ image: Tensor, _ kT: Int, _ kH: Int, _ kW: Int, _ dT: Int, _ dH: Int, _ dW: Int,
    _ padT: Int, _ padH: Int, _ padW: Int, _ lT: Int, _ lH: Int, _ lW: Int
  ) throws(SconceError) {
    let kernel = portable.columns[try check.floating(columns, image)]
    try check(columns !== image, "expected columns that are not the image")
    let it = try Unfolded(image, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW)
    try columns.resize(2) { $0 == 0 ? it.image.channels * it.shape.area : it.shape.places }
    try check(columns.isContiguous, "expected contiguous columns, got \(columns.extent) with other strides")
    nonisolated(unsafe) let rows = columns.base
    let bytes = it.bytes
    it.image.forEachPlane { c in kernel.unfold(it.shape, it.image.address(c), rows + c * bytes) }
  }

  /// Every element of the image becomes the sum of its elements in the columns; the image has its size.
  @Sendable public static func fold(
    _ image: Tensor, _ columns: Tensor, _ kT: Int, _ kH: Int, _ kW: Int, _ dT: Int, _ dH: Int, _ dW: Int,
    _ padT: Int, _ padH: Int, _ padW: Int, _ lT: Int, _ lH: Int, _ lW: Int
  ) throws(SconceError) {
    let kernel = portable.columns[try check.floating(image, columns)]
    try check(image.isContiguous, "expected a contiguous image, got \(image.extent) with other strides")
    let it = try Unfolded(image, kT, kH, kW, dT, dH, dW, padT, padH, padW, lT, lH, lW)
    try check.size(columns, "columns", [it.image.channels * it.shape.area, it.shape.places])
    let columns = try columns.contiguous()
    try image.fill(0)
    nonisolated(unsafe) let rows = UnsafeRawPointer(columns.base)
    let bytes = it.bytes
    it.image.forEachPlane { c in kernel.fold(it.shape, rows + c * bytes, it.image.address(c)) }
  }

  private struct Unfolded: @unchecked Sendable {
    let image: Volumes, shape: ColumnsShape
    /// Of one channel's columns.
    let bytes: Int

    init(
      _ t: Tensor, _ kT: Int, _ kH: Int, _ kW: Int, _ dT: Int, _ dH: Int, _ dW: Int, _ padT: Int, _ padH: Int,
      _ padW: Int, _ lT: Int, _ lH: Int, _ lW: Int
    ) throws(SconceError) {
      guard t.dim == 3 || t.dim == 4 else { throw check.mismatch(t, "image", "CxHxW or CxTxHxW") }
      image = try Volumes(check, t, "image", rank: t.dim - 1)
      let movement = try Movement(
        check, kernel: (kT, kH, kW), step: (dT, dH, dW), pad: (padT, padH, padW), dilation: (lT, lH, lW))
      let fits = try movement.fits(check, image.extent)
      shape = ColumnsShape(
        input: image.extent, output: fits, kernel: movement.kernel, step: movement.step, pad: movement.pad,
        dilation: movement.dilation)
      let (rows, overflow) = (image.channels * t.dtype.stride).multipliedReportingOverflow(by: kT * kH * kW)
      let (all, more) = rows.multipliedReportingOverflow(by: fits.depth * fits.rows * fits.columns)
      try check(!overflow && !more && all < 1 << 46, "expected columns of less than 2^46 bytes")
      bytes = all / image.channels
    }
  }
}

private let check = Check("nn.Columns")
