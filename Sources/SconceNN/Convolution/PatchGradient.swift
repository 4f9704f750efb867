import Glibc
import SconceErrors
import SconceKernels
import SconceTensor

// Where there are many weights, what counts is how often they are read and written. Small pictures are taken together
// until they have enough windows for that, of large ones some rows; the work is cut by input channels, whose weights are
// their own, so that the cut changes no sum.
extension Convolution {
  /// Whether the weights are so many that reading and writing them counts.
  var hasManyWeights: Bool { outputs * taps >= min(1 << 15, 128 * windows) && outputs * taps >= 1 << 13 }
  private var windows: Int { fits.rows * fits.columns }
  /// Of pictures or rows taken together.
  private var windowsAtOnce: Int { 256 }

  func patchGradient(
    _ type: FloatDType, _ gradWeight: Tensor, _ gradBias: Matrix?, _ gradient: Pictures, _ scale: Double
  ) throws(SconceError) {
    let together = min(input.count, max(1, windowsAtOnce / windows))
    let rows = try gradient.tensor.contiguous(), picture = outputs * windows * type.numeric.stride
    let all = UnsafeRawPointer(rows.base)
    let bytes = together == 1 ? 0 : together * picture
    let totals = outputs * MemoryLayout<Double>.stride
    let enough = Scratch.with(bytes: totals + bytes) { scratch in
      let (sums, gathered) = (scratch, scratch + totals)
      var first = 0
      while first < input.count {
        let some = first..<min(first + together, input.count)
        var lines = all + first * picture
        if some.count > 1 {
          gather(some.count, lines, gathered, bytes: windows * type.numeric.stride)
          lines = UnsafeRawPointer(gathered)
        }
        if let gradBias { addTotals(type, lines, windows * some.count, gradBias, scale, sums) }
        if !addPatches(type, gradWeight, some, lines, scale) { return false }
        first = some.upperBound
      }
      return true
    }
    withExtendedLifetime(rows) {}
    if enough != true { throw outOfMemory(planes) }
  }

  /// The channels' planes of several pictures side by side.
  private func gather(_ pictures: Int, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, bytes: Int) {
    for channel in 0..<outputs {
      for picture in 0..<pictures {
        memcpy(
          target + (channel * pictures + picture) * bytes, source + (picture * outputs + channel) * bytes, bytes)
      }
    }
  }

  /// Adds `scale` times the sum of each line of `count` elements.
  private func addTotals(
    _ type: FloatDType, _ lines: UnsafeRawPointer, _ count: Int, _ totals: Matrix, _ scale: Double,
    _ scratch: UnsafeMutableRawPointer
  ) {
    var none = 0.0
    let sums = scratch.assumingMemoryBound(to: Double.self)
    SconceKernels.kernels.reductions.sum[type.numeric].call(outputs, count, count, 1, lines, &none, 0, sums)
    for o in 0..<outputs {
      let total = totals.base + o * totals.columnStep * type.numeric.stride, sum = scale * sums[o]
      switch type {
      case .float: total.assumingMemoryBound(to: Float.self).pointee += Float(sum)
      case .double: total.assumingMemoryBound(to: Double.self).pointee += sum
      }
    }
  }

  /// Adds the gradients of some pictures, whose lines are side by side. Whether there was enough memory.
  private func addPatches(
    _ type: FloatDType, _ gradWeight: Tensor, _ pictures: Range<Int>, _ lines: UnsafeRawPointer, _ scale: Double
  ) -> Bool {
    let planes = planes, taps = taps, width = type.numeric.stride, area = window.kernel.rows * window.kernel.columns
    let rowsAtOnce = max(1, min(fits.rows, windowsAtOnce / fits.columns))
    let columnsAtOnce = min(fits.columns, windowsAtOnce)
    let atMost = pictures.count * rowsAtOnce * columnsAtOnce, atOnce = channelsOfPatches(atMost, width)
    let pieces = (planes.channels + atOnce - 1) / atOnce, kernel = kernels.patchGradient[type]
    var some = planes
    some.channels = atOnce
    let room = some.count * pictures.count, work = PatchGradient.work(windows: atMost, taps: atOnce * area)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: atOnce * area) { offsets in
      listTaps(some, offsets.baseAddress!)
      let offsets = UnsafePointer(offsets.baseAddress!)
      return ThreadPool.shared.run(chunks: pieces, scratch: (room + work) * width) { piece, scratch in
        let first = piece * atOnce
        var some = some
        some.channels = min(atOnce, planes.channels - first)
        for (i, picture) in pictures.enumerated() {
          let source = input.address(picture) + first * planes.channelStep * width
          kernels.planes[type].spread(some, source, scratch + i * some.count * width)
        }
        for row in stride(from: 0, to: fits.rows, by: rowsAtOnce) {
          for column in stride(from: 0, to: fits.columns, by: columnsAtOnce) {
            kernel.call(
              PatchGradient(
                outputs: outputs, taps: some.channels * area, gradient: lines + (row * fits.columns + column) * width,
                gradientStep: windows * pictures.count, pictures: pictures.count,
                rows: min(rowsAtOnce, fits.rows - row),
                columns: min(columnsAtOnce, fits.columns - column),
                planes: scratch + (row * planes.pitch + column) * width, pictureStep: some.count,
                pitch: planes.pitch, offsets: offsets, weights: gradWeight.base + first * area * width,
                weightStep: taps, scale: scale, work: scratch + room * width))
          }
        }
      }
    }
  }

  /// So many that their panels stay in the cache of a core, and in whole panels if possible; as many pieces for each
  /// thread.
  private func channelsOfPatches(_ windows: Int, _ width: Int) -> Int {
    let area = window.kernel.rows * window.kernel.columns
    let threads = ThreadPool.shared.threads, fitting = max(1, (1 << 19) / (windows * area * width))
    let pieces = ((input.channels + fitting - 1) / fitting + threads - 1) / threads * threads
    let most = (input.channels + pieces - 1) / pieces
    return most >= 16 ? (most + 15) & ~15 : most
  }
}
