import SconceErrors
import SconceNN
import SconceTensor
import Testing

/// Gradients against differences, `(f(v + ε) − f(v − ε)) / 2ε` of `f = Σ r ∘ output`, for every number that goes in.
@Suite("Recurrent layers") struct RecurrentLayerTests {
  static func numbers(_ sizes: [Int], _ seed: Int) throws -> Tensor {
    let count = sizes.reduce(1, *)
    return try Tensor(.double, sizes, (0..<count).map { Double(($0 * 29 + seed * 7) % 31) / 31 - 0.5 })
  }
  static func add(_ amount: Double, _ t: Tensor, _ index: Int) {
    (t.base + index * 8).storeBytes(of: (t.base + index * 8).load(as: Double.self) + amount, as: Double.self)
  }

  func differ(_ inputs: [(Tensor, Tensor)], _ value: () throws -> Double) throws {
    let step = 1e-5
    for (number, (t, gradient)) in inputs.enumerated() {
      for i in 0..<t.count {
        Self.add(step, t, i)
        let above = try value()
        Self.add(-2 * step, t, i)
        let below = try value()
        Self.add(step, t, i)
        #expect(abs((above - below) / (2 * step) - gradient.doubles[i]) < 1e-8, "input \(number), element \(i)")
      }
    }
  }

  @Test(
    "long short-term memory",
    arguments: [
      ([2, 3, 2], nil, GateOrder.ifog), ([4, 2, 2], 2, .ifog), ([3, 2], nil, .igfo), ([1, 1, 2], nil, .igfo),
    ])
  func lstm(sizes: [Int], projected: Int?, order: GateOrder) throws {
    let (D, H) = (2, 3), R = projected ?? H, N = sizes[sizes.count - 2], T = sizes.count == 3 ? sizes[0] : 1
    let x = try Self.numbers(sizes, 1), h0 = try Self.numbers([N, R], 2), c0 = try Self.numbers([N, H], 3)
    let p = try projected.map { try Self.numbers([H, $0], 7) }
    let weights = LSTM.Weights(
      input: try Self.numbers([D, 4 * H], 4), state: try Self.numbers([R, 4 * H], 5),
      bias: try Self.numbers([4 * H], 6), projection: p, order: order)
    // The second sample of the last step is masked.
    let kept = try Tensor(.double, [T, N], (0..<T * N).map { T > 1 && $0 == T * N - 1 ? 0 : 1 })
    let output = Tensor(.double)
    let memory = LSTM.Memory(gates: Tensor(.double), cell: Tensor(.double), hidden: p.map { _ in Tensor(.double) })
    let gradOutput = try Self.numbers(Array(sizes.dropLast()) + [R], 8)
    func value() throws -> Double {
      try LSTM.updateOutput(output, memory, x, h0: h0, c0: c0, weights, kept: kept)
      return zip(output.doubles, gradOutput.doubles).reduce(0) { $0 + $1.0 * $1.1 }
    }
    _ = try value()
    let gradients = LSTM.Gradients(
      gates: Tensor(.double), state: try Tensor(.double, [N, R]), cell: try Tensor(.double, [N, H]),
      projected: p.map { _ in Tensor(.double) })
    let gradInput = Tensor(.double)
    try LSTM.updateGradInput(gradInput, gradients, gradOutput, memory, c0: c0, weights, kept: kept)
    let sums = LSTM.Weights(
      input: try Tensor(.double, [D, 4 * H]), state: try Tensor(.double, [R, 4 * H]),
      bias: try Tensor(.double, [4 * H]), projection: try projected.map { try Tensor(.double, [H, $0]) }, order: order)
    try LSTM.accGradParameters(
      sums, x, h0: h0, output, hidden: memory.hidden, gradGates: gradients.gates, gradProjected: gradients.projected, 1)
    var pairs = [
      (x, gradInput), (h0, gradients.state), (c0, gradients.cell), (weights.input, sums.input),
      (weights.state, sums.state), (weights.bias!, sums.bias!),
    ]
    if let p { pairs.append((p, sums.projection!)) }
    try differ(pairs, value)
  }

  @Test("gated recurrent units", arguments: [[3, 2, 2], [2, 2], [2]])
  func gru(sizes: [Int]) throws {
    let (D, H) = (2, 3), N = sizes.count == 1 ? 1 : sizes[sizes.count - 2]
    func part(_ gates: Int, _ seed: Int) throws -> GRU.Part {
      GRU.Part(
        input: try Self.numbers([D, gates * H], seed), state: try Self.numbers([H, gates * H], seed + 1),
        bias: try Self.numbers([gates * H], seed + 2))
    }
    func zeros(_ gates: Int) throws -> GRU.Part {
      GRU.Part(
        input: try Tensor(.double, [D, gates * H]), state: try Tensor(.double, [H, gates * H]),
        bias: try Tensor(.double, [gates * H]))
    }
    let x = try Self.numbers(sizes, 1), h0 = try Self.numbers([N, H], 2)
    let weights = GRU.Weights(gates: try part(2, 3), candidate: try part(1, 6))
    let output = Tensor(.double), memory = GRU.Memory(gates: Tensor(.double), product: Tensor(.double))
    let gradOutput = try Self.numbers(Array(sizes.dropLast()) + [H], 9)
    func value() throws -> Double {
      try GRU.updateOutput(output, memory, x, h0: h0, weights, kept: nil)
      return zip(output.doubles, gradOutput.doubles).reduce(0) { $0 + $1.0 * $1.1 }
    }
    _ = try value()
    let gradients = GRU.Gradients(gates: Tensor(.double), state: try Tensor(.double, [N, H])),
      gradInput = Tensor(.double)
    try GRU.updateGradInput(
      gradInput, gradients, gradOutput, output, gates: memory.gates, h0: h0, weights, kept: nil)
    let sums = GRU.Weights(gates: try zeros(2), candidate: try zeros(1))
    try GRU.accGradParameters(
      sums, x, h0: h0, output, product: memory.product, gradGates: gradients.gates, 1)
    var pairs = [(x, gradInput), (h0, gradients.state)]
    for (part, sum) in [(weights.gates, sums.gates), (weights.candidate, sums.candidate)] {
      pairs += [(part.input, sum.input), (part.state, sum.state), (part.bias!, sum.bias!)]
    }
    try differ(pairs, value)
  }

  @Test("a wrong call says what was expected and what came")
  func wrongCalls() throws {
    let weights = LSTM.Weights(
      input: try Tensor(.double, [2, 12]), state: try Tensor(.double, [3, 12]), bias: nil, projection: nil, order: .ifog
    )
    let output = Tensor(.double)
    func message(_ x: [Int], h: [Int] = [2, 3], c: [Int] = [2, 3], kept: [Int]? = nil, gates: Tensor? = nil) -> String?
    {
      let error = #expect(throws: SconceError.self) {
        try LSTM.updateOutput(
          output, .init(gates: gates ?? Tensor(.double), cell: Tensor(.double), hidden: nil), try Tensor(.double, x),
          h0: try Tensor(.double, h), c0: try Tensor(.double, c), weights,
          kept: try kept.map { try Tensor(.double, $0) })
      }
      return error?.message
    }
    #expect(message([2, 5]) == "nn.LSTM: size mismatch: expected input of size 2, Nx2 or TxNx2, got 2x5")
    #expect(message([4, 2, 2], h: [3, 3]) == "nn.LSTM: size mismatch: expected h0 of size 2x3, got 3x3")
    #expect(message([4, 2, 2], c: [2, 4]) == "nn.LSTM: size mismatch: expected c0 of size 2x3, got 2x4")
    #expect(message([4, 2, 2], kept: [4, 3]) == "nn.LSTM: size mismatch: expected kept of size 4x2, got 4x3")
    #expect(message([4, 2, 2], gates: Tensor(.float)) == "nn.LSTM: expected torch.DoubleTensor, got torch.FloatTensor")
    #expect(message([4, 2, 2], gates: output) == "nn.LSTM: expected another tensor for each result")
  }
}
