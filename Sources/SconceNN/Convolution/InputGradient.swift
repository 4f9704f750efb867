import SconceErrors
import SconceKernels
import SconceTensor

// The gradient of the input is a convolution as well, of the output's gradient with the kernel turned round. With steps
// it is several: rows and columns of the input whose remainders by the step differ never meet the same taps.
extension Convolution {
  package func inputGradient(_ type: FloatDType, _ gradInput: Tensor, _ gradient: Pictures, _ weight: Tensor)
    throws(SconceError)
  {
    let result = try Pictures(check, gradInput, "gradInput", input.channels)
    let step = window.step, width = type.numeric.stride
    let rows = Phases(size: input.rows, kernel: window.kernel.rows, step: step.rows, pad: window.pad.rows)
    let columns = Phases(
      size: input.columns, kernel: window.kernel.columns, step: step.columns, pad: window.pad.columns)
    // Before the gradient as many zeros as taps reach back, behind it as many as the input reaches on.
    let planes = Planes(
      channels: outputs, rows: fits.rows, columns: fits.columns, channelStep: gradient.steps.1,
      rowStep: gradient.steps.2, columnStep: gradient.steps.3, above: rows.reach, left: columns.reach,
      rowPhases: 1, columnPhases: 1, phaseRows: rows.reach + max(fits.rows, rows.last + 1),
      pitch: columns.reach + max(fits.columns, columns.last + 1))
    let spread = kernels.planes[type], correlate = kernels.correlation[type]
    let work = Correlation.work(outputs: input.channels, rows: rows.last + 1, pitch: planes.pitch)
    let taps = weight.count / input.channels
    let enough: Bool? = Scratch.with(bytes: weight.count * width + taps * MemoryLayout<Int>.stride) { prepared in
      let turned = prepared + taps * MemoryLayout<Int>.stride
      let offsets = prepared.assumingMemoryBound(to: Int.self)
      turn(type, weight, turned, rows, columns, planes, offsets)
      return ThreadPool.shared.run(chunks: input.count, scratch: (planes.count + work) * width) { picture, scratch in
        spread.call(planes, gradient.address(picture), scratch)
        var turned = UnsafeRawPointer(turned), offsets = UnsafePointer(offsets)
        for rowPhase in 0..<step.rows {
          for phase in 0..<step.columns {
            let taps = outputs * rows.taps(rowPhase) * columns.taps(phase)
            let y = rows.range(rowPhase), x = columns.range(phase)
            if !y.isEmpty, !x.isEmpty {
              let first =
                (y.lowerBound * step.rows + rowPhase - window.pad.rows) * result.steps.2
                + (x.lowerBound * step.columns + phase - window.pad.columns) * result.steps.3
              correlate.call(
                Correlation(
                  outputs: input.channels, taps: taps, weights: turned, offsets: offsets,
                  planes: scratch + (y.lowerBound * planes.pitch + x.lowerBound) * width, rows: y.count,
                  columns: x.count, pitch: planes.pitch, output: result.address(picture) + first * width,
                  channelStep: result.steps.1, rowStep: result.steps.2 * step.rows,
                  columnStep: result.steps.3 * step.columns, bias: nil, biasStep: 0,
                  work: scratch + planes.count * width))
            }
            turned += input.channels * taps * width
            offsets += taps
          }
        }
      }
    }
    if enough != true { throw outOfMemory(planes) }
  }

  /// For each remainder, input channel by input channel, the weights that meet it, and where each finds the gradient.
  private func turn(
    _ type: FloatDType, _ weight: Tensor, _ turned: UnsafeMutableRawPointer, _ rows: Phases, _ columns: Phases,
    _ planes: Planes, _ offsets: UnsafeMutablePointer<Int>
  ) {
    let area = window.kernel.rows * window.kernel.columns, width = type.numeric.stride
    let source = UnsafeRawPointer(weight.base)
    var next = 0, nextOffset = 0
    for rowPhase in 0..<window.step.rows {
      for phase in 0..<window.step.columns {
        for o in 0..<outputs {
          for t in 0..<rows.taps(rowPhase) {
            for s in 0..<columns.taps(phase) {
              offsets[nextOffset] = o * planes.channel + (rows.reach - t) * planes.pitch + columns.reach - s
              nextOffset += 1
            }
          }
        }
        for c in 0..<input.channels {
          for o in 0..<outputs {
            let from = source + (o * input.channels + c) * area * width
            for t in 0..<rows.taps(rowPhase) {
              for s in 0..<columns.taps(phase) {
                let tap = (rowPhase + t * window.step.rows) * window.kernel.columns + phase + s * window.step.columns
                if type == .double {
                  turned.storeBytes(
                    of: from.load(fromByteOffset: tap * 8, as: UInt64.self), toByteOffset: next, as: UInt64.self)
                } else {
                  turned.storeBytes(
                    of: from.load(fromByteOffset: tap * 4, as: UInt32.self), toByteOffset: next, as: UInt32.self)
                }
                next += width
              }
            }
          }
        }
      }
    }
  }
}

/// Along one dimension, counted with the padding: positions with the same remainder by the step.
private struct Phases {
  let size, kernel, step, pad: Int
  /// How many positions of the output a tap may lie behind.
  var reach: Int { (kernel - 1) / step }
  /// The last position there is, in steps.
  var last: Int { (size + pad - 1) / step }
  /// Taps that meet this remainder.
  func taps(_ phase: Int) -> Int { phase < kernel ? (kernel - 1 - phase) / step + 1 : 0 }
  /// The positions within the input, in steps.
  func range(_ phase: Int) -> Range<Int> {
    let first = max(0, (pad - phase + step - 1) / step), end = (size + pad - 1 - phase + step) / step
    return first..<max(first, end)
  }
}
