import Glibc
import SconceErrors
import SconceKernels
import SconceTensor

/// A convolution whose sizes have been checked against each other, for the length of one call.
///
/// Each picture is spread out (margins, remainders by the step) into scratch memory of the thread that computes it, so
/// that the kernels see nothing but rows; no memory grows with the batch.
package struct Convolution {
  let check: Check
  let window: Window, input: Pictures, outputs: Int
  let fits: (rows: Int, columns: Int)
  let kernels: KernelTable.Convolution

  package init(
    _ check: Check, _ weight: Tensor, _ label: StaticString, _ input: Tensor, _ window: Window,
    kernels: KernelTable.Convolution = SconceKernels.kernels.convolution
  ) throws(SconceError) {
    (self.check, self.kernels) = (check, kernels)
    let area = window.kernel.rows * window.kernel.columns, taps: Int
    guard weight.dim == 2 || weight.dim == 4, weight.isContiguous, weight.count > 0 else {
      throw check.signed(
        "expected a contiguous \(label) of size OxCx\(window.kernel.rows)x\(window.kernel.columns), got \(weight.extent)"
      )
    }
    if weight.dim == 4 {
      try check(
        weight.size(2) == window.kernel.rows && weight.size(3) == window.kernel.columns,
        "size mismatch: expected \(label) of size OxCx\(window.kernel.rows)x\(window.kernel.columns), got \(weight.extent)"
      )
      taps = weight.size(1) * area
    } else {
      taps = weight.size(1)
      try check(taps % area == 0, "size mismatch: expected \(label) of size Ox(C·\(area)), got \(weight.extent)")
    }
    outputs = weight.size(0)
    self.window = window
    self.input = try Pictures(check, input, "input", taps / area)
    let fits = window.fits(rows: self.input.rows, columns: self.input.columns)
    try check(
      fits.rows > 0 && fits.columns > 0,
      """
      expected an input of at least \(window.extent.rows)x\(window.extent.columns) with its padding, got \
      \(self.input.rows + 2 * window.pad.rows)x\(self.input.columns + 2 * window.pad.columns)
      """)
    self.fits = fits
    let (_, overflow) = planes.phase.multipliedReportingOverflow(by: window.step.rows * window.step.columns * 2)
    try check(
      !overflow && planes.phase < 1 << 40, "expected an input of less than 2^40 elements a channel with its padding")
  }

  /// The output's gradient, which must have the output's size.
  package func gradient(_ t: Tensor) throws(SconceError) -> Pictures {
    let g = try Pictures(check, t, "gradOutput", outputs)
    guard g.isBatch == input.isBatch, g.count == input.count, g.rows == fits.rows, g.columns == fits.columns else {
      let batch = input.isBatch ? "\(input.count)x" : ""
      throw check.mismatch(t, "gradOutput", "\(batch)\(outputs)x\(fits.rows)x\(fits.columns)")
    }
    return g
  }

  var taps: Int { input.channels * window.kernel.rows * window.kernel.columns }
  /// The input with its padding. What no window reaches is left out.
  var planes: Planes {
    let (extent, step) = (window.extent, window.step)
    return Planes(
      channels: input.channels, rows: input.rows, columns: input.columns, channelStep: input.steps.1,
      rowStep: input.steps.2, columnStep: input.steps.3, above: window.pad.rows, left: window.pad.columns,
      rowPhases: step.rows, columnPhases: step.columns, keptRows: min(extent.rows, step.rows),
      keptColumns: min(extent.columns, step.columns), phaseRows: fits.rows + (extent.rows - 1) / step.rows,
      pitch: fits.columns + (extent.columns - 1) / step.columns)
  }

  /// Where the tap of each channel, row and column of the kernel finds its first element.
  func listTaps(_ planes: Planes, _ offsets: UnsafeMutablePointer<Int>) {
    var t = 0
    for c in 0..<planes.channels {
      for y in 0..<window.kernel.rows {
        let (row, rowPhase) = (y * window.dilation.rows).quotientAndRemainder(dividingBy: window.step.rows)
        for x in 0..<window.kernel.columns {
          let (column, phase) = (x * window.dilation.columns).quotientAndRemainder(dividingBy: window.step.columns)
          offsets[t] =
            c * planes.channel + (rowPhase * planes.keptColumns + phase) * planes.phase + row * planes.pitch + column
          t += 1
        }
      }
    }
  }
}

extension Convolution {
  package func forward(_ type: FloatDType, _ output: Tensor, _ weight: Tensor, _ bias: Matrix?) throws(SconceError) {
    let y = try Pictures(check, output, "output", outputs)
    if suitsWinograd(input, y) {
      return try winograd(
        type, input, y, weight, isTurned: false, above: window.pad.rows, left: window.pad.columns, bias)
    }
    let planes = planes, taps = taps, width = type.numeric.stride
    let spread = kernels.planes[type].spread, correlate = kernels.correlation[type]
    let work = Correlation.work(outputs: outputs, rows: fits.rows, pitch: planes.pitch), parts = parts(of: outputs)
    let enough = withUnsafeTemporaryAllocation(of: Int.self, capacity: taps) { offsets in
      listTaps(planes, offsets.baseAddress!)
      let offsets = UnsafePointer(offsets.baseAddress!)
      return ThreadPool.shared.run(chunks: input.count * parts, scratch: (planes.count + work) * width) {
        chunk, scratch in
        let (picture, part) = chunk.quotientAndRemainder(dividingBy: parts)
        let some = part * outputs / parts..<(part + 1) * outputs / parts, first = some.lowerBound
        spread(planes, input.address(picture), scratch)
        correlate.call(
          Correlation(
            outputs: some.count, taps: taps, weights: weight.base + first * taps * width, offsets: offsets,
            planes: scratch, rows: fits.rows, columns: fits.columns, pitch: planes.pitch,
            output: y.address(picture) + first * y.steps.1 * width, channelStep: y.steps.1, rowStep: y.steps.2,
            columnStep: y.steps.3, bias: bias.map { $0.base + first * $0.columnStep * width },
            biasStep: bias?.columnStep ?? 0, work: scratch + planes.count * width))
      }
    }
    if !enough { throw outOfMemory(planes) }
  }

  package func inputGradient(
    _ type: FloatDType, _ gradInput: Tensor, _ gradient: Pictures, _ weight: Tensor
  ) throws(SconceError) {
    let result = try Pictures(check, gradInput, "gradInput", input.channels)
    if suitsWinograd(gradient, result) {
      return try winograd(
        type, gradient, result, weight, isTurned: true, above: 2 - window.pad.rows, left: 2 - window.pad.columns, nil)
    }
    var planes = planes
    (planes.channelStep, planes.rowStep, planes.columnStep) = (result.steps.1, result.steps.2, result.steps.3)
    let width = type.numeric.stride, (kernel, step) = (window.kernel, window.step)
    let g = Planes(
      channels: outputs, rows: fits.rows, columns: fits.columns, channelStep: gradient.steps.1,
      rowStep: gradient.steps.2, columnStep: gradient.steps.3, above: 0,
      left: (window.extent.columns - 1) / step.columns,
      rowPhases: 1, columnPhases: 1, keptRows: 1, keptColumns: 1, phaseRows: fits.rows, pitch: planes.pitch)
    let spread = kernels.planes[type].spread, collect = kernels.planes[type].collect
    let correlate = kernels.inputCorrelation[type], parts = parts(of: input.channels)
    // Before the planes, in whole cache lines, where each tap finds the gradient.
    let places = (outputs * kernel.columns * MemoryLayout<Int>.stride + 63) & ~63
    let enough = ThreadPool.shared.run(
      chunks: input.count * parts, scratch: (planes.count + g.count) * width + places
    ) { chunk, scratch in
      let (picture, part) = chunk.quotientAndRemainder(dividingBy: parts)
      let first = part * input.channels / parts
      var some = planes
      some.channels = (part + 1) * input.channels / parts - first
      let spreadGradient = scratch + places, spreadInput = spreadGradient + g.count * width
      spread(g, gradient.address(picture), spreadGradient)
      memset(spreadInput, 0, some.count * width)
      correlate.call(
        InputCorrelation(
          channels: some.channels, outputs: outputs, rows: kernel.rows, columns: kernel.columns, rowStep: step.rows,
          columnStep: step.columns, rowDilation: window.dilation.rows, columnDilation: window.dilation.columns,
          weights: weight.base + first * kernel.rows * kernel.columns * width,
          weightStep: taps, gradient: spreadGradient, gradientStep: g.channel, count: g.phase, planes: spreadInput,
          channelStep: planes.channel, keptColumns: planes.keptColumns, phase: planes.phase, pitch: planes.pitch,
          offsets: scratch.assumingMemoryBound(to: Int.self)))
      collect(some, spreadInput, result.address(picture) + first * result.steps.1 * width)
    }
    if !enough { throw outOfMemory(planes) }
  }

  /// A picture is cut by the channels of its result where threads would have nothing to do. Each channel is the same sum
  /// whichever are computed together, so that the result does not depend on it.
  private func parts(of channels: Int) -> Int {
    let threads = ThreadPool.shared.threads
    if input.count >= threads || outputs * taps * fits.rows * fits.columns < 1 << 20 { return 1 }
    return max(1, min(threads, channels / 8))
  }

  func outOfMemory(_ planes: Planes) -> SconceError {
    check.signed("not enough memory for an input of \(planes.count) elements with its padding")
  }
}
