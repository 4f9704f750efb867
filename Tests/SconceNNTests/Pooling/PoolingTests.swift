import SconceErrors
import SconceNN
import SconceTensor
import Testing

@Suite("Pooling") struct PoolingTests {
  @Test("the largest of each window and its place, against loops", arguments: [false, true])
  func largest(ceil: Bool) throws {
    var draw = Draw(state: 17)
    for number in 0..<100 {
      let type: DType = number % 2 == 0 ? .double : .float
      let (kH, kW, dH, dW) = number % 4 == 0 ? (2, 2, 2, 2) : (draw(1...4), draw(1...4), draw(1...3), draw(1...3))
      let (padH, padW, h, w) = (draw(0...kH / 2), draw(0...kW / 2), draw(4...9), draw(4...20))
      let input = try draw.tensor(type, [2, 3, h, w]), x = input.doubles
      let (output, indices) = (Tensor(type), Tensor(.long))
      try SpatialMaxPooling.updateOutput(output, indices, input, kW, kH, dW, dH, padW, padH, ceil)
      #expect(output.sizes == indices.sizes)
      var (values, places) = ([Double](), [Double]())
      for plane in 0..<6 {
        for i in 0..<output.size(2) {
          for j in 0..<output.size(3) {
            var best = (-Double.greatestFiniteMagnitude, 0)
            if type == .float { best.0 = Double(-Float.greatestFiniteMagnitude) }
            for u in max(0, i * dH - padH)..<max(0, i * dH - padH, min(h, i * dH - padH + kH)) {
              for v in max(0, j * dW - padW)..<max(0, j * dW - padW, min(w, j * dW - padW + kW)) {
                let element = x[(plane * h + u) * w + v]
                if element > best.0 { best = (element, u * w + v + 1) }
              }
            }
            values.append(best.0)
            places.append(Double(best.1))
          }
        }
      }
      #expect(output.doubles == values && indices.doubles == places, "case \(number)")
    }
  }

  @Test("gradients go to where the largest came from; a place outside is refused, 0 is nowhere")
  func gradient() throws {
    let input = try Tensor(.double, [1, 2, 4], [1, 5, 2, 0, 3, 4, 8, 7]), gradInput = Tensor(.double)
    let (output, indices) = (Tensor(.double), Tensor(.long)), gradOutput = try Tensor(.double, [1, 1, 2], [10, 20])
    try SpatialMaxPooling.updateOutput(output, indices, input, 2, 2, 2, 2, 0, 0, false)
    #expect(output.doubles == [5, 8] && indices.doubles == [2, 7])
    try SpatialMaxPooling.updateGradInput(gradInput, input, gradOutput, indices, 2, 2, 2, 2, 0, 0, false)
    #expect(gradInput.doubles == [0, 10, 0, 0, 0, 0, 20, 0])
    indices.storeScalar(0, at: 0)
    try SpatialMaxPooling.updateGradInput(gradInput, input, gradOutput, indices, 2, 2, 2, 2, 0, 0, false)
    #expect(gradInput.doubles == [0, 0, 0, 0, 0, 0, 20, 0])
    indices.storeScalar(9, at: 0)
    let error = #expect(throws: SconceError.self) {
      try SpatialMaxPooling.updateGradInput(gradInput, input, gradOutput, indices, 2, 2, 2, 2, 0, 0, false)
    }
    #expect(error?.message == "nn.SpatialMaxPooling: expected indices within the 2x4 elements of a plane")
  }

  @Test("means count the padding or not, and are shared out again")
  func average() throws {
    let input = try Tensor(.double, [1, 2, 2], [1, 2, 3, 6]), output = Tensor(.double), gradInput = Tensor(.double)
    try SpatialAveragePooling.updateOutput(output, input, 2, 2, 2, 2, 1, 1, false, true, true)
    #expect(output.sizes == [1, 2, 2] && output.doubles == [0.25, 0.5, 0.75, 1.5])
    try SpatialAveragePooling.updateOutput(output, input, 2, 2, 2, 2, 1, 1, false, false, true)
    #expect(output.doubles == [1, 2, 3, 6])
    try SpatialAveragePooling.updateOutput(output, input, 2, 2, 1, 1, 0, 0, false, true, false)
    #expect(output.doubles == [12])
    let gradOutput = try Tensor(.double, [1, 1, 1], [8.0])
    try SpatialAveragePooling.updateGradInput(gradInput, input, gradOutput, 2, 2, 1, 1, 0, 0, false, true, true)
    #expect(gradInput.doubles == [2, 2, 2, 2])
  }

  @Test("wrong calls say so")
  func wrongCalls() throws {
    let input = try Tensor(.double, [1, 4, 4])
    func message(_ body: () throws -> Void) -> String? { #expect(throws: SconceError.self, performing: body)?.message }
    #expect(
      message { try SpatialMaxPooling.updateOutput(Tensor(.double), Tensor(.long), input, 3, 3, 1, 1, 2, 0, false) }
        == "nn.SpatialMaxPooling: expected a padding of at most half the kernel, got padW = 2, padH = 0, kW = 3, kH = 3"
    )
    #expect(
      message {
        try SpatialAveragePooling.updateOutput(Tensor(.double), input, 5, 5, 1, 1, 0, 0, false, true, true)
      } == "nn.SpatialAveragePooling: expected an input of at least 5x5 with its padding, got 4x4")
    #expect(
      message {
        try SpatialAveragePooling.updateGradInput(
          Tensor(.double), input, input, 2, 2, 2, 2, 0, 0, false, true, true)
      } == "nn.SpatialAveragePooling: size mismatch: expected gradOutput of size 1x2x2, got 1x4x4")
  }
}
