import Glibc
import SconceErrors
import SconceKernels
import SconceTensor

// All pictures add to the same weights. The work is cut by input channels, whose weights are their own, and if that gives
// too few pieces by pictures as well: each part of the batch then adds up on the side, and the parts are added in their
// order. Both cuts hang on the sizes alone.
extension Convolution {
  package func weightGradient(
    _ type: FloatDType, _ gradWeight: Tensor, _ gradBias: Matrix?, _ gradient: Pictures, _ scale: Double
  ) throws(SconceError) {
    if hasManyWeights { return try patchGradient(type, gradWeight, gradBias, gradient, scale) }
    let taps = taps, width = type.numeric.stride, weights = outputs * taps, parts = partsOfBatch
    let add = SconceKernels.kernels.pointwise.addScaled[type.numeric]
    let enough = withUnsafeTemporaryAllocation(of: Int.self, capacity: taps) { offsets in
      listTaps(planes, offsets.baseAddress!)
      let offsets = UnsafePointer(offsets.baseAddress!)
      if parts == 1 {
        return addGradients(
          type, 1, offsets, gradient, scale, { _ in gradWeight.base }, { _ in gradBias?.base },
          biasStep: gradBias?.columnStep ?? 0)
      }
      let bytes = (weights + outputs) * width
      return Scratch.with(bytes: parts * bytes) { sums in
        memset(sums, 0, parts * bytes)
        guard
          addGradients(
            type, parts, offsets, gradient, scale, { sums + $0 * bytes },
            { gradBias == nil ? nil : sums + $0 * bytes + weights * width }, biasStep: 1)
        else { return false }
        for part in 0..<parts {
          let sum = sums + part * bytes
          add.call(weights, gradWeight.base, 1, gradWeight.base, 1, sum, 1, 1)
          if let bias = gradBias {
            add.call(outputs, bias.base, bias.columnStep, bias.base, bias.columnStep, sum + weights * width, 1, 1)
          }
        }
        return true
      } == true
    }
    if !enough { throw outOfMemory(planes) }
  }

  /// Input channels to a piece: enough for the output's gradient, which each piece turns round, to be worth its copy.
  private var channelsAtOnce: Int {
    let area = window.kernel.rows * window.kernel.columns,
      work = outputs * area * fits.rows * planes.pitch * input.count
    return min(planes.channels, max((127 + area) / area, (1 << 20) / max(1, work)))
  }
  private var partsOfBatch: Int {
    let work = outputs * taps * fits.rows * planes.pitch
    let pieces = (planes.channels + channelsAtOnce - 1) / channelsAtOnce
    return pieces > 2 || outputs * taps > 1 << 18 || work < 1 << 16 ? 1 : min(input.count, 4)
  }

  /// Adds the gradients of part n of the batch to the weights at `weights(n)` and the biases at `bias(n)`. Whether there
  /// was enough memory.
  private func addGradients(
    _ type: FloatDType, _ parts: Int, _ offsets: UnsafePointer<Int>, _ gradient: Pictures, _ scale: Double,
    _ weights: (Int) -> UnsafeMutableRawPointer, _ bias: (Int) -> UnsafeMutableRawPointer?, biasStep: Int
  ) -> Bool {
    let planes = planes, taps = taps, width = type.numeric.stride, area = window.kernel.rows * window.kernel.columns
    let spread = kernels.planes[type].spread, correlate = kernels.weightCorrelation[type]
    let atOnce = channelsAtOnce, pieces = (planes.channels + atOnce - 1) / atOnce
    let room = WeightCorrelation.work(
      outputs: outputs, taps: atOnce * area, rows: fits.rows, columns: fits.columns, pitch: planes.pitch)
    return ThreadPool.shared.run(chunks: parts * pieces, scratch: (planes.count + room) * width) { chunk, scratch in
      let (part, piece) = chunk.quotientAndRemainder(dividingBy: pieces), first = piece * atOnce
      var some = planes
      some.channels = min(atOnce, planes.channels - first)
      let pictures = part * input.count / parts..<(part + 1) * input.count / parts
      for picture in pictures {
        spread(some, input.address(picture) + first * some.channelStep * width, scratch)
        var correlation = WeightCorrelation(
          outputs: outputs, taps: some.channels * area, gradient: gradient.address(picture),
          gradientSteps: (gradient.steps.1, gradient.steps.2, gradient.steps.3), rows: fits.rows,
          columns: fits.columns, planes: scratch, offsets: offsets, pitch: planes.pitch,
          weights: weights(part) + first * area * width, weightStep: taps, bias: piece == 0 ? bias(part) : nil,
          biasStep: biasStep, scale: scale, work: scratch + planes.count * width)
        (correlation.isFirst, correlation.isLast) = (picture == pictures.lowerBound, picture == pictures.upperBound - 1)
        correlate.call(correlation)
      }
    }
  }
}
