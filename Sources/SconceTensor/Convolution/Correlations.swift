import Glibc
import SconceErrors
import SconceKernels

// Correlations of pictures and of volumes with kernels, and convolutions, which are correlations with the kernel turned
// round.
//
// - Sizes, for pictures: `input` HxW with a kernel of kHxkW; PxHxW with a kernel for each plane, PxkHxkW; or CxHxW with
//   OxCxkHxkW, where each result is the sum over the planes. Volumes have a dimension more. `self` takes the size of the
//   result.
// - isFull: whether windows may reach over the edges, where zeros are; the result is then as much larger than the input as
//   it is smaller otherwise.
// - Types: every numeric one, the same for all. Integers wrap.

extension Tensor {
  public func xcorr2(_ input: Tensor, _ kernel: Tensor, isFull: Bool) throws(SconceError) {
    try correlate(
      Windows(Check("torch.xcorr2"), input, kernel, dims: 2, isFull: isFull), input, kernel, isTurned: false)
  }
  public func conv2(_ input: Tensor, _ kernel: Tensor, isFull: Bool) throws(SconceError) {
    try correlate(Windows(Check("torch.conv2"), input, kernel, dims: 2, isFull: isFull), input, kernel, isTurned: true)
  }
  public func xcorr3(_ input: Tensor, _ kernel: Tensor, isFull: Bool) throws(SconceError) {
    try correlate(
      Windows(Check("torch.xcorr3"), input, kernel, dims: 3, isFull: isFull), input, kernel, isTurned: false)
  }
  public func conv3(_ input: Tensor, _ kernel: Tensor, isFull: Bool) throws(SconceError) {
    try correlate(Windows(Check("torch.conv3"), input, kernel, dims: 3, isFull: isFull), input, kernel, isTurned: true)
  }

  private func correlate(_ windows: Windows, _ input: Tensor, _ kernel: Tensor, isTurned: Bool) throws(SconceError) {
    let type = try windows.check.numeric(self, input, kernel)
    let weights = try windows.weights(kernel, isTurned: isTurned), sizes = windows.resultSizes
    if let value = try windows.onlyElement(type, input, weights) {
      try resize(sizes)
      return storeScalar(value, at: 0)
    }
    let overlaps = storage === input.storage || storage === weights.storage
    if !overlaps { try resize(sizes) }
    let isDirect = !overlaps && isContiguous
    let result = isDirect ? self : Tensor(viewing: try Storage(dtype, unset: windows.resultCount(), in: storage.memory))
    try windows.run(type, result, input, weights)
    if isDirect { return }
    try resize(sizes)
    try copy(result)
  }
}

/// One size along time, which pictures lack, along height and along width.
private struct Extent {
  var frames, rows, columns: Int
  var count: Int { frames * rows * columns }
  init(_ frames: Int, _ rows: Int, _ columns: Int) { (self.frames, self.rows, self.columns) = (frames, rows, columns) }
  /// The last dimensions of a tensor.
  init(_ t: Tensor, _ dims: Int) {
    self.init(dims == 3 ? t.size(t.dim - 3) : 1, t.size(t.dim - 2), t.size(t.dim - 1))
  }
}

/// Windows whose sizes have been checked, for the length of one call.
///
/// The input is spread out with its margins, so that every window finds its elements at the same distances.
private struct Windows {
  let check: Check
  private let dims: Int
  /// `groups` times, `inputs` planes give `outputs` planes. Without planes all are one.
  private let hasPlanes: Bool, groups, inputs, outputs: Int
  private let input, kernel, margin, spread, result: Extent
  /// Elements of the input when it is spread out.
  private let room: Int

  init(_ check: Check, _ t: Tensor, _ kernel: Tensor, dims: Int, isFull: Bool) throws(SconceError) {
    (self.check, self.dims) = (check, dims)
    switch (t.dim - dims, kernel.dim - dims) {
    case (0, 0): (groups, inputs, outputs) = (1, 1, 1)
    case (1, 1):
      try check(
        t.size(0) == kernel.size(0), "invalid number of input/kernel planes: \(t.size(0)) and \(kernel.size(0))")
      (groups, inputs, outputs) = (t.size(0), 1, 1)
    case (1, 2):
      try check(t.size(0) == kernel.size(1), "invalid number of input planes: \(t.size(0)) for \(kernel.size(1))")
      (groups, inputs, outputs) = (1, t.size(0), kernel.size(0))
    default:
      throw check.signed(
        """
        expected an input and a kernel of \(dims) and \(dims), \(dims + 1) and \(dims + 1) or \(dims + 1) and \
        \(dims + 2) dimensions, got \(t.dim) and \(kernel.dim)
        """)
    }
    try check.elements(t)
    try check.elements(kernel)
    hasPlanes = t.dim > dims
    let size = Extent(t, dims), window = Extent(kernel, dims)
    (input, self.kernel) = (size, window)
    margin = isFull ? Extent(window.frames - 1, window.rows - 1, window.columns - 1) : Extent(0, 0, 0)
    try check(
      isFull || size.frames >= window.frames && size.rows >= window.rows && size.columns >= window.columns,
      "Input image is smaller than kernel: \(t.extent) and \(kernel.extent)")
    spread = Extent(
      size.frames + 2 * margin.frames, size.rows + 2 * margin.rows, size.columns + 2 * margin.columns)
    result = Extent(
      spread.frames - window.frames + 1, spread.rows - window.rows + 1, spread.columns - window.columns + 1)
    var room = groups * inputs
    for n in [spread.frames, spread.rows, spread.columns] {
      let (product, overflow) = room.multipliedReportingOverflow(by: n)
      guard !overflow, product < 1 << 48 else { throw check.signed("expected sizes of fewer than 2^48 elements") }
      room = product
    }
    // Kernels read whole registers.
    self.room = room + 64
  }

  var resultSizes: [Int] {
    (hasPlanes ? [groups * outputs] : []) + (dims == 3 ? [result.frames] : []) + [result.rows, result.columns]
  }
  func resultCount() throws(SconceError) -> Int {
    let (count, overflow) = (groups * outputs).multipliedReportingOverflow(by: result.count)
    guard !overflow, count < 1 << 48 else { throw check.signed("expected sizes of fewer than 2^48 elements") }
    return count
  }

  private var taps: Int { inputs * kernel.count }

  /// The kernel without gaps; for a convolution turned round along each of its dimensions.
  func weights(_ tensor: Tensor, isTurned: Bool) throws(SconceError) -> Tensor {
    let straight = try tensor.contiguous()
    if !isTurned { return straight }
    let turned = try Tensor(unset: tensor.dtype, like: tensor), move = Move(tensor.dtype), width = tensor.dtype.stride
    for i in 0..<tensor.count / kernel.count {
      let first = i * kernel.count
      move(kernel.count, turned.base + first * width, 1, straight.base + (first + kernel.count - 1) * width, -1)
    }
    return turned
  }

  /// The result where there is but one window and one element of it, as of a picture with itself.
  func onlyElement(_ type: NumericDType, _ input: Tensor, _ weights: Tensor) throws(SconceError) -> Double? {
    guard let type = type.float, groups == 1, inputs == 1, outputs == 1, result.count == 1 else { return nil }
    let input = try input.contiguous()
    return withExtendedLifetime(input) { kernels.dot[type].call(weights.count, input.base, 1, weights.base, 1) }
  }

  /// `result` and `weights` are contiguous.
  func run(_ type: NumericDType, _ result: Tensor, _ input: Tensor, _ weights: Tensor) throws(SconceError) {
    let correlate = choose(type, kernels.convolution.correlation, portable.integerCorrelation)
    let width = type.stride, taps = taps, row = rowsAtOnce, bands = (self.result.rows + row - 1) / row
    let offsets = (taps * MemoryLayout<Int>.stride + 63) & ~63
    let side = Correlation.work(outputs: outputs, rows: row, pitch: spread.columns) * width
    let pieces = groups * self.result.frames * bands
    let isLittle = work(groups * self.result.frames) < 0x1p17
    let enough = Scratch.with(bytes: offsets + room * width) { scratch in
      let planes = scratch + offsets, offsets = scratch.assumingMemoryBound(to: Int.self)
      list(offsets)
      spread(input, planes, width)
      func piece(_ chunk: Int, _ side: UnsafeMutableRawPointer) {
        let (place, band) = chunk.quotientAndRemainder(dividingBy: bands)
        let (group, frame) = place.quotientAndRemainder(dividingBy: self.result.frames)
        let y = band * row, met = met(frame, y)
        let plane = (group * spread.frames + frame) * spread.rows + y
        let first = (group * outputs * self.result.frames + frame) * self.result.rows + y
        correlate.call(
          Correlation(
            outputs: outputs, taps: met.count,
            weights: UnsafeRawPointer(weights.base + (group * outputs * taps + met.lowerBound) * width),
            offsets: UnsafePointer(offsets + met.lowerBound), planes: planes + plane * spread.columns * width,
            rows: min(row, self.result.rows - y), columns: self.result.columns, pitch: spread.columns,
            output: result.base + first * self.result.columns * width, channelStep: self.result.count,
            rowStep: self.result.columns, columnStep: 1, bias: nil, biasStep: 0, work: side))
      }
      // Little work is done before the threads are awake.
      if isLittle { return Scratch.with(bytes: side) { side in (0..<pieces).forEach { piece($0, side) } } != nil }
      return ThreadPool.shared.run(chunks: pieces, scratch: side, piece)
    }
    try check(enough == true, "not enough memory for an input of \(room) elements with its margins")
  }

  /// Whether a row is worked on alone, so that what its windows find in the margin above and below can be left out, or
  /// since a large part of a row is margin: rows worked on together pay for the gap between them.
  private var isRowByRow: Bool { skipsRows || 4 * (kernel.columns - 1) > spread.columns }
  private var skipsRows: Bool { taps == kernel.rows * kernel.columns && outputs == 1 && 4 * margin.rows > input.rows }
  /// Products that so many planes of the result take.
  private func work(_ planes: Int) -> Double {
    Double(outputs * taps) * Double(result.rows * result.columns) * Double(planes)
  }
  /// Rows of the result that are one piece of work.
  private var rowsAtOnce: Int {
    isRowByRow ? 1 : work(1) < 0x1p18 ? result.rows : min(result.rows, 16)
  }

  /// The taps that do not meet the margin alone, for a row of the result.
  private func met(_ frame: Int, _ row: Int) -> Range<Int> {
    func met(_ place: Int, _ margin: Int, _ window: Int, _ size: Int) -> Range<Int> {
      max(0, margin - place)..<min(window, size + margin - place)
    }
    let area = kernel.rows * kernel.columns
    if skipsRows {
      let rows = met(row, margin.rows, kernel.rows, input.rows)
      return rows.lowerBound * kernel.columns..<rows.upperBound * kernel.columns
    }
    if inputs == 1, outputs == 1 {
      let frames = met(frame, margin.frames, kernel.frames, input.frames)
      return frames.lowerBound * area..<frames.upperBound * area
    }
    return 0..<taps
  }

  /// Where each tap finds its element, from the first of a window on.
  private func list(_ offsets: UnsafeMutablePointer<Int>) {
    var t = 0
    for plane in 0..<inputs {
      for frame in 0..<kernel.frames {
        for row in 0..<kernel.rows {
          let first = ((plane * spread.frames + frame) * spread.rows + row) * spread.columns
          for column in 0..<kernel.columns {
            offsets[t] = first + column
            t += 1
          }
        }
      }
    }
  }

  private func spread(_ t: Tensor, _ planes: UnsafeMutableRawPointer, _ width: Int) {
    memset(planes, 0, room * width)
    let move = Move(t.dtype), base = t.base, rowStep = t.stride(t.dim - 2), columnStep = t.stride(t.dim - 1)
    let frameStep = dims == 3 ? t.stride(t.dim - 3) : 0, planeStep = hasPlanes ? t.stride(0) : 0
    for plane in 0..<groups * inputs {
      for frame in 0..<input.frames {
        for row in 0..<input.rows {
          let to =
            ((plane * spread.frames + frame + margin.frames) * spread.rows + row + margin.rows) * spread.columns
            + margin.columns
          let from = plane * planeStep + frame * frameStep + row * rowStep
          move(input.columns, planes + to * width, 1, base + from * width, columnStep)
        }
      }
    }
  }
}
