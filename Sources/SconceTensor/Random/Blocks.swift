import SconceErrors
import SconceKernels

// Draws that pass through a function: by its kernel, many at once. Single draws pass through it too, so that a number does
// not depend on how many are asked for.

extension PerFloat where Kernel == TransferKernel {
  func of(_ x: Double) -> Double {
    var (x, y) = (x, 0.0)
    self[.double].call(1, &y, 1, &x, 1)
    return y
  }
}

/// Pairs of normal numbers by Box and Muller.
struct NormalBlock {
  static let pairs = 64, bytes = 7 * pairs * MemoryLayout<Double>.stride
  private let values, angles, heights, cosines, sines, logs: UnsafeMutablePointer<Double>

  /// In memory of `bytes`.
  init(_ memory: UnsafeMutableRawPointer) {
    let first = memory.assumingMemoryBound(to: Double.self), n = NormalBlock.pairs
    (values, angles, heights) = (first, first + 2 * n, first + 3 * n)
    (cosines, sines, logs) = (first + 4 * n, first + 5 * n, first + 6 * n)
  }

  /// So many pairs, side by side, each of two draws; the generator remembers the last.
  func draw(_ generator: Generator, _ count: Int) -> UnsafePointer<Double> {
    let uniform = Uniform(0, 1)
    var angle = 0.0, height = 0.0
    for i in 0..<count {
      angle = uniform[generator.random()]
      height = uniform[generator.random()]
      (angles[i], heights[i]) = (2 * .pi * angle, 1 - height)
    }
    kernels.transfer.cosine[.double].call(count, cosines, 1, angles, 1)
    kernels.transfer.sine[.double].call(count, sines, 1, angles, 1)
    kernels.transfer.log[.double].call(count, logs, 1, heights, 1)
    var radius = 0.0
    for i in 0..<count {
      radius = (-2 * logs[i]).squareRoot()
      (values[2 * i], values[2 * i + 1]) = (radius * cosines[i], radius * sines[i])
    }
    generator.pair = NormalPair(
      angle: angle, height: height, radius: radius, isWaiting: false, second: values[2 * count - 1])
    return UnsafePointer(values)
  }
}

extension Tensor {
  /// What becomes of a normal number, of mean 0 and deviation 1, for every element: Float or Double.
  @inline(__always)
  func fillNormals(_ generator: Generator, _ check: Check, _ finish: (Double) -> Double) throws(SconceError) {
    let type = try check.floating(self)
    let done: Void? = Scratch.with(bytes: NormalBlock.bytes) { memory in
      switch type {
      case .float: fillNormals(Float.self, generator, NormalBlock(memory), finish)
      case .double: fillNormals(Double.self, generator, NormalBlock(memory), finish)
      }
    }
    try check(done != nil, "not enough memory")
  }
  @inline(__always)
  private func fillNormals<T: FloatElement>(
    _: T.Type, _ generator: Generator, _ block: NormalBlock, _ finish: (Double) -> Double
  ) {
    var left = count, values: UnsafePointer<Double>?, waiting = 0
    forEachRun(self, self) { count, r, step, _, _ in
      var r = r.assumingMemoryBound(to: T.self), rest = count
      while rest > 0 {
        if values == nil, let second = generator.pair.taken() {
          r.pointee = T(finish(second))
          (r, rest, left) = (r + step, rest - 1, left - 1)
          continue
        }
        if waiting == 0 {
          let pairs = min(NormalBlock.pairs, (left + 1) / 2)
          values = block.draw(generator, pairs)
          waiting = min(2 * pairs, left)
          generator.pair.isWaiting = waiting < 2 * pairs
        }
        let n = min(rest, waiting)
        for i in 0..<n { r[i &* step] = T(finish(values![i])) }
        (r, rest, left, waiting) = (r + n &* step, rest - n, left - n, waiting - n)
        values! += n
      }
    }
  }

  /// What becomes of a draw for every element: Float or Double. `before` the function and `after` it.
  @inline(__always)
  func fill(
    _ generator: Generator, through kernel: PerFloat<TransferKernel>, _ check: Check, _ before: (UInt32) -> Double,
    _ after: (Double) -> Double
  ) throws(SconceError) {
    let type = try check.floating(self), kernel = kernel[.double], room = 256
    let done: Void? = Scratch.with(bytes: 2 * room * MemoryLayout<Double>.stride) { memory in
      let x = memory.assumingMemoryBound(to: Double.self), y = x + room
      if type == .float {
        fill(Float.self, generator, kernel, room, x, y, before, after)
      } else {
        fill(Double.self, generator, kernel, room, x, y, before, after)
      }
    }
    try check(done != nil, "not enough memory")
  }
  @inline(__always)
  private func fill<T: FloatElement>(
    _: T.Type, _ generator: Generator, _ kernel: TransferKernel, _ room: Int, _ x: UnsafeMutablePointer<Double>,
    _ y: UnsafeMutablePointer<Double>, _ before: (UInt32) -> Double, _ after: (Double) -> Double
  ) {
    forEachRun(self, self) { count, r, step, _, _ in
      var r = r.assumingMemoryBound(to: T.self), rest = count
      while rest > 0 {
        let draws = generator.take(min(rest, room)), n = draws.count, from = draws.baseAddress!
        for i in 0..<n { x[i] = before(from[i]) }
        kernel.call(n, y, 1, x, 1)
        for i in 0..<n { r[i &* step] = T(after(y[i])) }
        (r, rest) = (r + n &* step, rest - n)
      }
    }
  }
}
