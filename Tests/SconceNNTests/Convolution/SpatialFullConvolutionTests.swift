import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.SpatialFullConvolution") struct SpatialFullConvolutionTests {
  @Test("60 random sizes, steps, paddings and additions, against loops", arguments: [DType.float, .double])
  func randomSizes(type: DType) throws {
    var draw = Draw(state: 23)
    for number in 0..<60 {
      let (n, c, o, h, w) = (draw(1...3), draw(1...4), draw(1...5), draw(1...6), draw(1...9))
      let (kH, kW, dH, dW) = (draw(1...4), draw(1...4), draw(1...3), draw(1...3))
      let (padH, padW) = (draw(0...(kH - 1) / 2), draw(0...(kW - 1) / 2))
      let (adjH, adjW) = (draw(0...dH - 1), draw(0...dW - 1))
      let (rows, columns) = ((h - 1) * dH - 2 * padH + kH + adjH, (w - 1) * dW - 2 * padW + kW + adjW)
      let isBatch = number % 3 != 0, lead = isBatch ? [n] : [], count = isBatch ? n : 1
      let input = try draw.tensor(type, lead + [c, h, w]), weight = try draw.tensor(type, [c, o, kH, kW])
      let bias = try draw.tensor(type, [o]), gradOutput = try draw.tensor(type, lead + [o, rows, columns])
      let (x, k, b, g) = (input.doubles, weight.doubles, bias.doubles, gradOutput.doubles)
      var y = (0..<count * o * rows * columns).map { b[$0 / (rows * columns) % o] }
      var dx = [Double](repeating: 0, count: x.count), dk = [Double](repeating: 0, count: k.count)
      for s in 0..<count {
        for i in 0..<c {
          for j in 0..<o {
            for u in 0..<h * w {
              for v in 0..<kH * kW {
                let row = u / w * dH + v / kW - padH, column = u % w * dW + v % kW - padW
                guard row >= 0, row < rows, column >= 0, column < columns else { continue }
                let (at, from) = (((s * o + j) * rows + row) * columns + column, (s * c + i) * h * w + u)
                let tap = (i * o + j) * kH * kW + v
                y[at] += x[from] * k[tap]
                dx[from] += g[at] * k[tap]
                dk[tap] += 0.5 * g[at] * x[from]
              }
            }
          }
        }
      }
      let db = (0..<o).map { j in
        0.5
          * (0..<count).reduce(0) {
            $0 + g[($1 * o + j) * rows * columns..<($1 * o + j + 1) * rows * columns].reduce(0, +)
          }
      }
      let (output, gradInput) = (Tensor(type), Tensor(type))
      let gradWeight = try Tensor(type, weight.sizes), gradBias = try Tensor(type, [o])
      try SpatialFullConvolution.updateOutput(output, input, weight, bias, kW, kH, dW, dH, padW, padH, adjW, adjH)
      try SpatialFullConvolution.updateGradInput(
        gradInput, input, gradOutput, weight, kW, kH, dW, dH, padW, padH, adjW, adjH)
      try gradWeight.fill(0)
      try gradBias.fill(0)
      try SpatialFullConvolution.accGradParameters(
        gradWeight, gradBias, input, gradOutput, kW, kH, dW, dH, padW, padH, adjW, adjH, 0.5)
      #expect(output.sizes == lead + [o, rows, columns] && gradInput.sizes == input.sizes)
      let tolerance = type == .float ? 1e-4 : 1e-11
      for (got, wanted) in [(output, y), (gradInput, dx), (gradWeight, dk), (gradBias, db)] {
        #expect(zip(got.doubles, wanted).allSatisfy { abs($0 - $1) <= tolerance }, "case \(number)")
      }
    }
  }

  @Test("wrong calls say what was expected and what came")
  func wrongCalls() throws {
    let (output, input) = (Tensor(.double), try Tensor(.double, [2, 3, 4])), weight = try Tensor(.double, [2, 3, 2, 2])
    func message(_ body: () throws -> Void) -> String? { #expect(throws: SconceError.self, performing: body)?.message }
    #expect(
      message { try SpatialFullConvolution.updateOutput(output, input, weight, nil, 2, 2, 1, 1, 0, 0, 1, 0) }
        == "nn.SpatialFullConvolution: expected adjW and adjH below 1 and 1, got 1 and 0")
    #expect(
      message { try SpatialFullConvolution.updateOutput(output, input, weight, nil, 2, 2, 1, 1, 5, 5, 0, 0) }
        == "nn.SpatialFullConvolution: size mismatch: expected input from which some output is left, got 2x3x4")
    #expect(
      message {
        try SpatialFullConvolution.updateGradInput(output, input, input, weight, 2, 2, 1, 1, 0, 0, 0, 0)
      } == "nn.SpatialFullConvolution: size mismatch: expected gradOutput of size 3x4x5, got 2x3x4")
  }
}
