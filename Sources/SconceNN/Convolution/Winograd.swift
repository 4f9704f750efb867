import Glibc
import SconceErrors
import SconceKernels
import SconceTensor

// Windows of 3x3 that move on by one, over many channels: two by two with less than half of the multiplications. Tiles of
// several small pictures, or some rows of a large one, are taken together; each output is the same sum whichever are.
extension Convolution {
  /// Whether what is saved outweighs the transforms, those of many weights above all, and rows lie as the kernels need
  /// them.
  func suitsWinograd(_ from: Pictures, _ to: Pictures) -> Bool {
    guard
      window.kernel == (3, 3), window.step == (1, 1), window.dilation == (1, 1), window.pad.rows <= 2,
      window.pad.columns <= 2,
      from.steps.3 == 1, to.steps.3 == 1, min(input.channels, outputs) >= 24
    else { return false }
    return tileRows(to) * tileColumns(to) * input.count >= (input.channels * outputs <= 1 << 14 ? 8 : 48)
  }
  private func tileRows(_ to: Pictures) -> Int { (to.rows + 1) / 2 }
  private func tileColumns(_ to: Pictures) -> Int { (to.columns + 1) / 2 }

  /// The correlation of `from`, with so many zeros before it, with the weights; for the gradient of the input they are
  /// turned round, and lead from outputs to inputs.
  func winograd(
    _ type: FloatDType, _ from: Pictures, _ to: Pictures, _ weight: Tensor, isTurned: Bool, above: Int, left: Int,
    _ bias: Matrix?
  ) throws(SconceError) {
    let width = type.numeric.stride, kernel = kernels.winograd[type], (i, o) = (from.channels, to.channels)
    let cut = Cut(pictures: from.count, rows: tileRows(to), columns: tileColumns(to))
    let work =
      WinogradCorrelation.work(
        inputs: i, outputs: o, pictures: cut.pictures, rows: cut.rows, columns: tileColumns(to)) * width
    let room = WinogradWeights.count(inputs: i, outputs: o) * width
    let enough = Scratch.with(bytes: room, within: work) { weights in
      let parts = min(i, i * o < 1 << 10 ? 1 : ThreadPool.shared.threads)
      ThreadPool.shared.run(chunks: parts) { part in
        kernel.weights(
          WinogradWeights(
            inputs: i, outputs: o, source: weight.base, inputStep: isTurned ? 9 * o : 9,
            outputStep: isTurned ? 9 : 9 * i, isTurned: isTurned, target: weights,
            range: part * i / parts..<(part + 1) * i / parts))
      }
      return ThreadPool.shared.run(chunks: cut.count, scratch: work) { chunk, scratch in
        let (some, rows) = cut[chunk]
        kernel.correlate(
          WinogradCorrelation(
            inputs: i, outputs: o, pictures: some.count, firstRow: rows.lowerBound, rows: rows.count,
            columns: tileColumns(to), input: from.address(some.lowerBound),
            inputSteps: (from.steps.0, from.steps.1, from.steps.2), inputRows: from.rows, inputColumns: from.columns,
            above: above, left: left, output: to.address(some.lowerBound),
            outputSteps: (to.steps.0, to.steps.1, to.steps.2), outputRows: to.rows, outputColumns: to.columns,
            weights: weights, bias: bias?.base, biasStep: bias?.columnStep ?? 0, work: scratch))
      }
    }
    if enough != true { throw outOfMemory(planes) }
  }
}

/// Tiles cut into chunks: several whole pictures each, or some rows of one.
private struct Cut {
  let pictures, rows, count: Int
  private let all: (pictures: Int, rows: Int), perPicture: Int

  /// About 48 tiles, so that sixteen matrices of them stay in the cache of a core; fewer where threads would have nothing
  /// to do.
  init(pictures: Int, rows: Int, columns: Int) {
    all = (pictures, rows)
    let threads = ThreadPool.shared.threads, tiles = rows * columns
    let wanted = max(16, min(48, pictures * tiles / threads))
    perPicture = min(rows, max(1, (tiles + wanted / 2) / wanted))
    self.rows = (rows + perPicture - 1) / perPicture
    if perPicture > 1 {
      (self.pictures, count) = (1, pictures * perPicture)
    } else {
      let most = max(1, wanted / tiles), chunks = ((pictures + most - 1) / most + threads - 1) / threads * threads
      count = min(pictures, chunks)
      self.pictures = (pictures + count - 1) / count
    }
  }
  subscript(_ chunk: Int) -> (pictures: Range<Int>, rows: Range<Int>) {
    if perPicture == 1 { return (chunk * all.pictures / count..<(chunk + 1) * all.pictures / count, 0..<all.rows) }
    let (picture, part) = chunk.quotientAndRemainder(dividingBy: perPicture)
    return (picture..<picture + 1, part * all.rows / perPicture..<(part + 1) * all.rows / perPicture)
  }
}
