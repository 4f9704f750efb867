import Glibc
import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.SoftMax and nn.LogSoftMax") struct SoftMaxTests {
  /// The classes of an image lie along its first dimension, those of a matrix along the last.
  /// Short and long lines, and pictures of more positions than are worked on together.
  static let shapes: [(sizes: [Int], along: Int)] = [
    ([5], 0), ([3, 5], 1), ([5, 2, 3], 0), ([2, 5, 2, 3], 1), ([32], 0), ([2, 77], 1), ([5, 9, 11], 0),
    ([2, 3, 7, 10], 1),
    ([4, 3, 1, 1], 1),
  ]

  /// Line by line: the elements that are summed together.
  private func lines(_ sizes: [Int], _ along: Int) -> [[Int]] {
    let step = sizes[(along + 1)...].reduce(1, *), n = sizes[along], count = sizes.reduce(1, *)
    return (0..<count).filter { $0 / step % n == 0 }.map { first in (0..<n).map { first + $0 * step } }
  }
  private func wave(_ count: Int, _ phase: Double) -> [Double] { (0..<count).map { 3 * sin(Double($0) + phase) } }

  @Test("against the definition, in all four shapes and both types", arguments: shapes, [DType.float, .double])
  func values(shape: (sizes: [Int], along: Int), dtype: DType) throws {
    let count = shape.sizes.reduce(1, *), x = wave(count, 1), g = wave(count, 2)
    var (y, dx, dLog) = (x, x, x)
    for line in lines(shape.sizes, shape.along) {
      let sum = line.reduce(0) { $0 + exp(x[$1]) }
      for i in line { y[i] = exp(x[i]) / sum }
      let mean = line.reduce(0) { $0 + g[$1] * y[$1] }, total = line.reduce(0) { $0 + g[$1] }
      for i in line { (dx[i], dLog[i]) = (y[i] * (g[i] - mean), g[i] - y[i] * total) }
    }
    let input = try Tensor(dtype, shape.sizes, x), gradOutput = try Tensor(dtype, shape.sizes, g)
    let (output, gradInput) = (Tensor(dtype), Tensor(dtype))
    try SoftMax.updateOutput(output, input)
    try SoftMax.updateGradInput(gradInput, gradOutput, output)
    #expect(output.sizes == shape.sizes && near(output.doubles, y, dtype) && near(gradInput.doubles, dx, dtype))
    try LogSoftMax.updateOutput(output, input)
    try LogSoftMax.updateGradInput(gradInput, gradOutput, output)
    #expect(near(output.doubles, y.map { log($0) }, dtype) && near(gradInput.doubles, dLog, dtype))
  }

  @Test("results may lie where operands do, and numbers may be large")
  func inPlace() throws {
    let x = try Tensor(.double, [2], [1000, 1000])
    try SoftMax.updateOutput(x, x)
    #expect(x.doubles == [0.5, 0.5])
    let g = try Tensor(.double, [2], [1, 0])
    try SoftMax.updateGradInput(g, g, x)
    #expect(g.doubles == [0.25, -0.25])
  }

  @Test("many lines are cut into chunks")
  func manyLines() throws {
    let x = try Tensor(.float, [3000, 10], wave(30_000, 0)), y = Tensor(.float)
    try LogSoftMax.updateOutput(y, x)
    let values = y.doubles
    for n in stride(from: 0, to: 3000, by: 97) {
      #expect(abs(values[n * 10..<n * 10 + 10].reduce(0) { $0 + exp($1) } - 1) < 1e-5)
    }
  }

  @Test("wrong calls", arguments: [[], [1, 1, 1, 1, 1]])
  func wrongCalls(sizes: [Int]) {
    let error = #expect(throws: SconceError.self) {
      try LogSoftMax.updateOutput(Tensor(.double), Tensor(.double, sizes))
    }
    let got = sizes.isEmpty ? "no elements" : "1x1x1x1x1"
    #expect(error?.message == "nn.LogSoftMax: size mismatch: expected input of 1 to 4 dimensions, got \(got)")
  }
}

func near(_ a: [Double], _ b: [Double], _ dtype: DType) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= (dtype == .double ? 1e-14 : 1e-6) * max(1, abs($1)) }
}
