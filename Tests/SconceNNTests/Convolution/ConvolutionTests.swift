import SconceErrors
import SconceKernels
import SconceNN
import SconceTensor
import Testing

/// Sizes of one convolution, drawn at random, with its operands.
private struct Case {
  let batch, channels, rows, columns, outputs: Int
  let kernel, step, pad, dilation: (rows: Int, columns: Int)
  let input, weight, bias: Tensor

  init(_ type: DType, _ draw: inout Draw) throws {
    (batch, channels, outputs) = (draw(0...3), draw(1...9), draw(1...20))
    (kernel, step, pad) = ((draw(1...5), draw(1...5)), (draw(1...3), draw(1...3)), (draw(0...3), draw(0...3)))
    dilation = draw(0...2) > 0 ? (1, 1) : (draw(1...3), draw(1...3))
    let extent = ((kernel.rows - 1) * dilation.rows + 1, (kernel.columns - 1) * dilation.columns + 1)
    (rows, columns) = (draw(extent.0...max(extent.0, 12)), draw(extent.1...40))
    (input, weight, bias) = try Case.operands(type, &draw, batch, channels, rows, columns, outputs, kernel)
  }
  /// Many weights: a kernel of `side`² on pictures of rows x columns.
  init(
    _ type: DType, _ draw: inout Draw, batch: Int, channels: Int, rows: Int, columns: Int, outputs: Int, side: Int,
    step: Int, pad: Int
  ) throws {
    (self.batch, self.channels, self.rows, self.columns, self.outputs) = (batch, channels, rows, columns, outputs)
    (kernel, self.step, self.pad, dilation) = ((side, side), (step, step), (pad, pad), (1, 1))
    (input, weight, bias) = try Case.operands(type, &draw, batch, channels, rows, columns, outputs, kernel)
  }
  private static func operands(
    _ type: DType, _ draw: inout Draw, _ batch: Int, _ channels: Int, _ rows: Int, _ columns: Int, _ outputs: Int,
    _ kernel: (rows: Int, columns: Int)
  ) throws -> (Tensor, Tensor, Tensor) {
    let input = try draw.tensor(type, (batch == 0 ? [] : [batch]) + [channels, rows, columns])
    let weight = try draw.tensor(type, [outputs, channels, kernel.rows, kernel.columns])
    return (input, weight, try draw.tensor(type, [outputs]))
  }
  var fits: (rows: Int, columns: Int) {
    (
      (rows + 2 * pad.rows - (kernel.rows - 1) * dilation.rows - 1) / step.rows + 1,
      (columns + 2 * pad.columns - (kernel.columns - 1) * dilation.columns - 1) / step.columns + 1
    )
  }
  var outputSizes: [Int] { (batch == 0 ? [] : [batch]) + [outputs, fits.rows, fits.columns] }

  /// Calls `body` with the places, in row-major order, of an element of output, input and weight that meet.
  func forEachMeeting(_ body: (_ y: Int, _ x: Int, _ w: Int) -> Void) {
    for n in 0..<max(batch, 1) {
      for o in 0..<outputs {
        for i in 0..<fits.rows {
          for j in 0..<fits.columns {
            for c in 0..<channels {
              for u in 0..<kernel.rows {
                for v in 0..<kernel.columns {
                  let row = i * step.rows + u * dilation.rows - pad.rows
                  let column = j * step.columns + v * dilation.columns - pad.columns
                  guard row >= 0, row < rows, column >= 0, column < columns else { continue }
                  body(
                    ((n * outputs + o) * fits.rows + i) * fits.columns + j,
                    ((n * channels + c) * rows + row) * columns + column,
                    ((o * channels + c) * kernel.rows + u) * kernel.columns + v)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// A small generator, the same in every run.
struct Draw {
  var state: UInt64
  mutating func callAsFunction(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }
  mutating func tensor(_ type: DType, _ sizes: [Int]) throws -> Tensor {
    try Tensor(type, sizes, (0..<sizes.reduce(1, *)).map { _ in Double(self(-1000...1000)) / 1024 })
  }
}

@Suite("Convolution") struct ConvolutionTests {
  @Test(
    "every table, 200 random sizes, steps, paddings and dilations, against loops", arguments: runnableTables.indices)
  func randomSizes(table: Int) throws {
    var draw = Draw(state: 11)
    for number in 0..<200 {
      let type: DType = number % 2 == 0 ? .double : .float
      try verify(Case(type, &draw), type, runnableTables[table].convolution, &draw, "case \(number)")
    }
  }

  @Test("many weights; 3x3 by two and two, against loops", arguments: runnableTables.indices, [DType.float, .double])
  func wideLayers(table: Int, type: DType) throws {
    var draw = Draw(state: 12)
    // Batch, channels, rows, columns, outputs, side, step, padding.
    for it in [
      (0, 120, 3, 5, 61, 3, 1, 1), (1, 65, 9, 7, 72, 4, 2, 1), (13, 120, 4, 4, 61, 3, 1, 1),
      (3, 64, 17, 15, 72, 4, 1, 0),
      (2, 300, 1, 30, 220, 1, 1, 0),
      (3, 25, 9, 7, 30, 3, 1, 1), (0, 40, 5, 20, 24, 3, 1, 0), (5, 24, 6, 6, 33, 3, 1, 2), (1, 31, 37, 29, 26, 3, 1, 1),
    ] {
      let sizes = try Case(
        type, &draw, batch: it.0, channels: it.1, rows: it.2, columns: it.3, outputs: it.4, side: it.5, step: it.6,
        pad: it.7)
      try verify(sizes, type, runnableTables[table].convolution, &draw, "\(it)")
    }
  }

  /// Output and gradients against loops in double.
  private func verify(
    _ it: Case, _ type: DType, _ kernels: KernelTable.Convolution, _ draw: inout Draw, _ name: String
  ) throws {
    let check = Check("nn.SpatialConvolution"), floating: FloatDType = type == .double ? .double : .float
    let tolerance = type == .double ? 1e-11 : 1e-3
    let gradOutput = try draw.tensor(type, it.outputSizes)
    let x = it.input.doubles, w = it.weight.doubles, b = it.bias.doubles, g = gradOutput.doubles
    var y = (0..<g.count).map { b[$0 / (it.fits.rows * it.fits.columns) % it.outputs] }
    var dx = x.map { _ in 0.0 }, dw = w.map { _ in 1.0 }
    it.forEachMeeting { i, j, k in
      y[i] += x[j] * w[k]
      dx[j] += g[i] * w[k]
      dw[k] += 0.5 * g[i] * x[j]
    }
    let window = try Window(
      check, it.kernel.columns, it.kernel.rows, it.step.columns, it.step.rows, it.pad.columns, it.pad.rows,
      it.dilation.columns, it.dilation.rows)
    let convolution = try Convolution(check, it.weight, "weight", it.input, window, kernels: kernels)
    let output = try Tensor(type, it.outputSizes), gradInput = try Tensor(type, it.input.sizes)
    let gradWeight = try Tensor(type, it.weight.sizes).fill(1), gradBias = try Tensor(type, [it.outputs])
    try convolution.forward(floating, output, it.weight, Matrix(rows: it.bias))
    try convolution.inputGradient(floating, gradInput, try convolution.gradient(gradOutput), it.weight)
    try convolution.weightGradient(
      floating, gradWeight, Matrix(rows: gradBias), try convolution.gradient(gradOutput), 0.5)
    #expect(distance(output, y) <= tolerance, "output of \(name)")
    #expect(distance(gradInput, dx) <= tolerance, "gradInput of \(name)")
    #expect(distance(gradWeight, dw) <= tolerance, "gradWeight of \(name)")
    let plane = it.fits.rows * it.fits.columns
    var db = b.map { _ in 0.0 }
    for (i, g) in g.enumerated() { db[i / plane % it.outputs] += 0.5 * g }
    #expect(distance(gradBias, db) <= tolerance, "gradBias of \(name)")
  }

  @Test("any layout of the input; weights as a matrix; no bias")
  func layouts() throws {
    var draw = Draw(state: 3)
    let weight = try draw.tensor(.double, [2, 3 * 4]), flat = try draw.tensor(.double, [5, 3, 7, 6])
    let view = try flat.narrow(3, 1, 4), copy = try Tensor(.double, [5, 3, 7, 4]).copy(view)
    let (a, b) = (Tensor(.double), Tensor(.double))
    try SpatialConvolution.updateOutput(a, view, weight, nil, 2, 2, 1, 1, 0, 0)
    try SpatialConvolution.updateOutput(b, copy, weight, nil, 2, 2, 1, 1, 0, 0)
    #expect(a.sizes == [5, 2, 6, 3] && a.doubles == b.doubles)
  }

  @Test("the result does not depend on the number of threads", arguments: [1, 16], [16, 64])
  func threads(batch: Int, channels: Int) throws {
    var draw = Draw(state: 5)
    let input = try draw.tensor(.float, [batch, channels, 30, 30]),
      weight = try draw.tensor(.float, [channels, channels, 3, 3])
    var results: [[Double]] = []
    for threads in [1, 4] {
      ThreadPool.shared.threads = threads
      defer { ThreadPool.shared.threads = 1 }
      let output = Tensor(.float), gradInput = Tensor(.float),
        gradWeight = try Tensor(.float, [channels, channels, 3, 3])
      try SpatialConvolution.updateOutput(output, input, weight, nil, 3, 3, 1, 1, 1, 1)
      try SpatialConvolution.updateGradInput(gradInput, input, output, weight, 3, 3, 1, 1, 1, 1)
      try SpatialConvolution.accGradParameters(gradWeight, nil, input, output, 3, 3, 1, 1, 1, 1, 1)
      results.append(output.doubles + gradInput.doubles + gradWeight.doubles)
    }
    #expect(results[0] == results[1])
  }

  @Test(
    "a wrong call says what was expected and what came",
    arguments: [
      ([3, 4, 4], [5, 3, 5, 5], [5, 5, 1, 1, 0, 0], "expected an input of at least 5x5 with its padding, got 4x4"),
      (
        [2, 8, 8], [5, 3, 5, 5], [5, 5, 1, 1, 0, 0], "size mismatch: expected input of size 3xHxW or Nx3xHxW, got 2x8x8"
      ),
      ([8], [5, 3, 5, 5], [5, 5, 1, 1, 0, 0], "size mismatch: expected input of size 3xHxW or Nx3xHxW, got 8"),
      ([3, 8, 8], [5, 3, 5, 5], [5, 5, 0, 1, 0, 0], "expected a step from 1 to 2^24, got dW = 0, dH = 1"),
      ([3, 8, 8], [5, 3, 5, 5], [5, 5, 1, 1, -1, 0], "expected a padding from 0 to 2^24, got padW = -1, padH = 0"),
      (
        [3, 8, 8], [5, 3, 5, 5], [5, .min, 1, 1, 0, 0],
        "expected a kernel size from 1 to 2^24, got kW = 5, kH = \(Int.min)"
      ),
      ([3, 8, 8], [5, 3, 5, 5], [3, 5, 1, 1, 0, 0], "size mismatch: expected weight of size OxCx5x3, got 5x3x5x5"),
      ([3, 8, 8], [5, 74], [5, 5, 1, 1, 0, 0], "size mismatch: expected weight of size Ox(C·25), got 5x74"),
    ])
  func wrongCalls(input: [Int], weight: [Int], window: [Int], message: String) throws {
    let input = try Tensor(.double, input), weight = try Tensor(.double, weight)
    let error = #expect(throws: SconceError.self) {
      try SpatialConvolution.updateOutput(
        Tensor(.double), input, weight, nil, window[0], window[1], window[2], window[3], window[4], window[5])
    }
    #expect(error?.message == "nn.SpatialConvolution: " + message)
  }
}

/// The largest difference.
func distance(_ t: Tensor, _ values: [Double]) -> Double {
  zip(t.doubles, values).reduce(t.count == values.count ? 0 : .infinity) { max($0, abs($1.0 - $1.1)) }
}
