import SconceErrors
import SconceKernels
import SconceTensor
import Synchronization

/// Pooling over pictures, its sizes checked, for the length of one call: plane by plane, in chunks for several threads.
struct Pooling {
  let input: Pictures, shape: PoolingShape
  /// Bytes of an element.
  private let width: Int

  init(
    _ check: Check, _ input: Tensor, _ kW: Int, _ kH: Int, _ dW: Int, _ dH: Int, _ padW: Int, _ padH: Int, _ ceil: Bool
  ) throws(SconceError) {
    let window = try Window(check, kW, kH, dW, dH, padW, padH)
    try check(
      padW <= kW / 2 && padH <= kH / 2,
      "expected a padding of at most half the kernel, got padW = \(padW), padH = \(padH), kW = \(kW), kH = \(kH)")
    self.input = try Pictures(check, input, "input", nil)
    self.width = input.dtype.stride
    let fits = window.fits(rows: self.input.rows, columns: self.input.columns, ceil: ceil)
    try check(
      fits.rows > 0 && fits.columns > 0,
      "expected an input of at least \(kH)x\(kW) with its padding, got \(self.input.rows + 2 * padH)x\(self.input.columns + 2 * padW)"
    )
    shape = PoolingShape(
      rows: self.input.rows, columns: self.input.columns, rowStep: self.input.steps.2,
      columnStep: self.input.steps.3, outputRows: fits.rows, outputColumns: fits.columns, kernelRows: kH,
      kernelColumns: kW, strideRows: dH, strideColumns: dW, padRows: padH, padColumns: padW)
  }

  var inputCount: Int { shape.rows * shape.columns }
  var outputCount: Int { shape.outputRows * shape.outputColumns }
  var inputBytes: Int { inputCount * width }
  var outputBytes: Int { outputCount * width }

  /// To the size of the output, contiguous.
  func resize(_ t: Tensor) throws(SconceError) {
    try t.resize(as: input, input.channels, shape.outputRows, shape.outputColumns)
    try straighten(t)
  }
  /// To the size of the input, contiguous and zero.
  func clear(_ t: Tensor) throws(SconceError) {
    try t.resize(as: input.tensor)
    try straighten(t)
    try t.fill(0)
  }
  /// A result that has the size already, but lies otherwise, becomes contiguous: what is in it does not matter.
  private func straighten(_ t: Tensor) throws(SconceError) {
    if t.isContiguous { return }
    let sizes = t.sizes
    try t.resize([])
    try t.resize(sizes)
  }
  func sameSize(_ check: Check, _ t: Tensor, _ label: StaticString) throws(SconceError) {
    let d = input.isBatch ? 1 : 0
    guard t.dim == 3 + d, !input.isBatch || t.size(0) == input.count, t.size(d) == input.channels,
      t.size(d + 1) == shape.outputRows, t.size(d + 2) == shape.outputColumns
    else {
      let batch = input.isBatch ? "\(input.count)x" : ""
      throw check.mismatch(t, label, "\(batch)\(input.channels)x\(shape.outputRows)x\(shape.outputColumns)")
    }
  }
  /// The output's gradient, contiguous: itself or a copy.
  func gradient(_ check: Check, _ t: Tensor) throws(SconceError) -> Tensor {
    try sameSize(check, t, "gradOutput")
    if t.isContiguous { return t }
    let copy = Tensor(t.dtype)
    try copy.resize(as: t)
    return try copy.copy(t)
  }

  /// Calls `body` with the number and the input of each plane.
  func forEachPlane(_ body: (_ plane: Int, _ input: UnsafeRawPointer) -> Void) {
    _ = allPlanes { plane in
      body(plane, address(plane))
      return true
    }
  }
  /// The same with scratch memory. Whether there was enough of it.
  func forEachPlane(
    scratch bytes: Int, _ body: (_ plane: Int, _ input: UnsafeRawPointer, UnsafeMutableRawPointer) -> Void
  ) -> Bool {
    ThreadPool.shared.run(chunks: chunks, scratch: bytes) { chunk, scratch in
      for plane in planes(chunk) { body(plane, address(plane), scratch) }
    }
  }
  private func address(_ plane: Int) -> UnsafeRawPointer {
    let (picture, channel) = plane.quotientAndRemainder(dividingBy: input.channels)
    return UnsafeRawPointer(input.address(picture) + channel * input.steps.1 * width)
  }
  private var atOnce: Int { max(1, 16_384 / inputCount) }
  private var chunks: Int { (input.count * input.channels + atOnce - 1) / atOnce }
  private func planes(_ chunk: Int) -> Range<Int> {
    chunk * atOnce..<min(input.count * input.channels, (chunk + 1) * atOnce)
  }
  /// Whether `body` holds for all planes; it is called for each.
  func allPlanes(_ body: (_ plane: Int) -> Bool) -> Bool {
    let holds = Atomic<Bool>(true)
    ThreadPool.shared.run(chunks: chunks) { chunk in
      for plane in planes(chunk) where !body(plane) { holds.store(false, ordering: .relaxed) }
    }
    return holds.load(ordering: .relaxed)
  }
}
