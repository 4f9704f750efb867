import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("nn.TemporalConvolution") struct TemporalConvolutionTests {
  @Test("40 random sizes, windows and steps, against loops", arguments: [DType.float, .double])
  func randomSizes(type: DType) throws {
    var draw = Draw(state: 29)
    for number in 0..<40 {
      let (n, c, o, kW, dW) = (draw(1...3), draw(1...40), draw(1...20), draw(1...5), draw(1...3))
      let t = draw(kW...kW + 12), frames = (t - kW) / dW + 1, isBatch = number % 3 != 0, lead = isBatch ? [n] : []
      let count = isBatch ? n : 1
      let input = try draw.tensor(type, lead + [t, c]), weight = try draw.tensor(type, [o, kW * c])
      let bias = try draw.tensor(type, [o]), gradOutput = try draw.tensor(type, lead + [frames, o])
      let (x, w, b, g) = (input.doubles, weight.doubles, bias.doubles, gradOutput.doubles)
      var (y, dx) = ([Double](), [Double](repeating: 0, count: x.count))
      var (dw, db) = ([Double](repeating: 0, count: w.count), [Double](repeating: 0, count: o))
      for row in 0..<count * frames {
        let first = (row / frames * t + row % frames * dW) * c
        for j in 0..<o {
          let gradient = g[row * o + j]
          var sum = b[j]
          for p in 0..<kW * c {
            sum += x[first + p] * w[j * kW * c + p]
            dx[first + p] += gradient * w[j * kW * c + p]
            dw[j * kW * c + p] -= 2 * gradient * x[first + p]
          }
          y.append(sum)
          db[j] -= 2 * gradient
        }
      }
      let (output, gradInput) = (Tensor(type), Tensor(type))
      let gradWeight = try Tensor(type, weight.sizes), gradBias = try Tensor(type, [o])
      try gradWeight.fill(0)
      try gradBias.fill(0)
      try TemporalConvolution.updateOutput(output, input, weight, bias, kW, dW)
      try TemporalConvolution.updateGradInput(gradInput, input, gradOutput, weight, kW, dW)
      try TemporalConvolution.accGradParameters(gradWeight, gradBias, input, gradOutput, kW, dW, -2)
      #expect(output.sizes == lead + [frames, o] && gradInput.sizes == input.sizes)
      let tolerance = type == .float ? 1e-3 : 1e-11
      for (got, wanted) in [(output, y), (gradInput, dx), (gradWeight, dw), (gradBias, db)] {
        #expect(zip(got.doubles, wanted).allSatisfy { abs($0 - $1) <= tolerance }, "case \(number)")
      }
    }
  }

  @Test("wrong calls say what was expected and what came")
  func wrongCalls() throws {
    let (output, input) = (Tensor(.double), try Tensor(.double, [4, 3]))
    let (weight, bias) = (try Tensor(.double, [2, 6]), try Tensor(.double, [2]))
    func message(_ body: () throws -> Void) -> String? { #expect(throws: SconceError.self, performing: body)?.message }
    #expect(
      message { try TemporalConvolution.updateOutput(output, input, weight, bias, 4, 1) }
        == "nn.TemporalConvolution: size mismatch: expected weight of size Ox(C·4), got 2x6")
    #expect(
      message { try TemporalConvolution.updateOutput(output, input, weight, bias, 3, 1) }
        == "nn.TemporalConvolution: size mismatch: expected input of size Tx2 or NxTx2, T of 3 or more, got 4x3")
    #expect(
      message { try TemporalConvolution.updateGradInput(output, input, input, weight, 2, 1) }
        == "nn.TemporalConvolution: size mismatch: expected gradOutput of size 3x2, got 4x3")
    #expect(
      message { try TemporalConvolution.updateOutput(output, input, weight, bias, 2, 0) }
        == "nn.TemporalConvolution: expected kW and dW from 1 to 2^24, got 2 and 0")
  }
}
