import SconceErrors
import SconceKernels
import SconceTensor

/// Long short-term memory without peepholes, a step or a whole sequence at a call:
///
/// `i, f, o = σ(x·W + h⁻·U + b)`, `g = tanh(x·W + h⁻·U + b)`, `c = f ∘ c⁻ + i ∘ g`, `h = o ∘ tanh(c)`, each gate with its
/// columns of W, U and b. A projection makes `r = h·P` the output and what goes into the next step.
///
/// What x brings is one product for all steps, and so are the gradients of the weights; U is packed once a sequence.
///
/// - Sizes: `input` D, N×D or T×N×D; W D×4H, U R×4H, b 4H, P H×R; without a projection R is H. States N×R and N×H.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.LSTM: size mismatch: expected input of size 3, Nx3 or TxNx3, got 4x5`.
/// - Source: Hochreiter and Schmidhuber, 1997; Gers, Schmidhuber and Cummins, 2000; projections: Sak, Senior and
///   Beaufays, 2014. In scripts: `lua/rnn/SeqLSTM.lua`, `lua/rnn/FastLSTM.lua`.
public enum LSTM {
  /// The parameters, or their gradients, which may be views: a layer that keeps a transposed matrix passes it so.
  public struct Weights {
    public let input, state: Tensor, bias, projection: Tensor?, order: GateOrder
    public init(input: Tensor, state: Tensor, bias: Tensor?, projection: Tensor?, order: GateOrder) {
      (self.input, self.state, self.bias, self.projection, self.order) = (input, state, bias, projection, order)
    }
  }
  /// What the backward pass needs of the forward pass, for all steps: gates (4H numbers for each sample, in the order of
  /// the weights), c, and h where that is not the output.
  public struct Memory {
    public let gates, cell: Tensor, hidden: Tensor?
    public init(gates: Tensor, cell: Tensor, hidden: Tensor?) {
      (self.gates, self.cell, self.hidden) = (gates, cell, hidden)
    }
  }

  /// `output` and `memory` are resized. `kept` has T×N numbers: where one is 0, so are gates, c and h.
  public static func updateOutput(
    _ output: Tensor, _ memory: Memory, _ input: Tensor, h0: Tensor, c0: Tensor, _ weights: Weights, kept: Tensor?
  ) throws(SconceError) {
    let type = try check.floating(output, memory.gates, memory.cell, input)
    try check.floating(input, h0, c0, memory.hidden)
    let w = try Sizes(weights, input), at = try StepSizes(input, inputs: w.inputs, check)
    let (T, N, H, R) = (at.steps, at.samples, w.units, w.outputs)
    let h0 = try check.state(h0, "h0", N, R), c0 = try check.state(c0, "c0", N, H), x = try input.contiguous()
    let kept = try kept.map { kept throws(SconceError) in
      try check.floating(input, kept)
      return try check.numbers(kept, "kept", kept.dim == 3 ? [T, N, 1] : [T, N])
    }
    try check(memory.hidden != nil || weights.projection == nil, "expected a tensor for h beside the projection")
    try check.apart([output, memory.gates, memory.cell, memory.hidden])
    try check.result(output, "output", as: input, last: R)
    try check.result(memory.gates, "gates", as: input, last: 4 * H)
    try check.result(memory.cell, "cell", as: input, last: H)
    if let hidden = memory.hidden { try check.result(hidden, "hidden", as: input, last: H) }

    let sums = Matrix(flattening: memory.gates), first = sums.rows(0..<N)
    sums.setRows(weights.bias.map { Matrix(rows: $0) })
    try sums.accumulate(1, 1, Matrix(flattening: x), Matrix(rows: weights.input))
    let isPacked = T > 1 || weights.projection != nil
    if !isPacked { try first.accumulate(1, 1, Matrix(flattening: h0, rows: N), Matrix(rows: weights.state)) }

    let blocks = UnitBlocks(units: H, samples: N, type), projected = UnitBlocks(units: R, samples: N, type)
    let room = isPacked ? Panels.bytes(depth: R, gates: 4, blocks) : 0
    let more = weights.projection == nil ? 0 : Panels.bytes(depth: H, gates: 1, projected)
    let kernel = kernels.recurrent.lstm[type], width = type.numeric.stride
    let done = Scratch.with(bytes: room + more) { scratch in
      let panels = isPacked ? Panels(Matrix(rows: weights.state), weights.order, blocks, in: scratch) : nil
      let projection = weights.projection.map { Panels(Matrix(rows: $0), nil, projected, in: scratch + room) }
      let (gates, cells, output) = (memory.gates.base, memory.cell.base, output.base)
      let hidden = memory.hidden?.base ?? output
      for t in 0..<T {
        let before = UnsafeRawPointer(t == 0 ? h0.base : output + (t - 1) * N * R * width)
        let cellBefore = UnsafeRawPointer(t == 0 ? c0.base : cells + (t - 1) * N * H * width)
        let gates = gates + t * N * 4 * H * width, cell = cells + t * N * H * width
        let h = hidden + t * N * H * width, kept = kept.map { UnsafeRawPointer($0.base) + t * N * width }
        let enough = blocks.run(work: 4 * N * H * R, planes: LSTMKernel.planes) { block in
          for gate in 0..<4 {
            block.load(gate, gates, step: 4 * H, column: weights.order.place(gate) * H)
            if let panels { block.multiply(gate, 1, before, step: R, panels, gate: gate) }
          }
          block.load(4, cellBefore, step: H)
          kernel.forward(block.elements, block.room)
          for gate in 0..<4 {
            block.store(gate, gates, step: 4 * H, column: weights.order.place(gate) * H, kept: kept)
          }
          block.store(4, cell, step: H, kept: kept)
          block.store(5, h, step: H, kept: kept)
        }
        guard enough else { return false }
        guard let projection else { continue }
        let isProjected = projected.run(work: N * H * R, planes: 1) { block in
          block.multiply(0, 0, h, step: H, projection)
          block.store(0, output + t * N * R * width, step: R)
        }
        guard isProjected else { return false }
      }
      return true
    }
    withExtendedLifetime((h0, c0, kept, x)) {}
    try check.enough(done)
  }
}

extension LSTM {
  /// The sizes of weights that fit each other.
  struct Sizes {
    let inputs, units, outputs: Int

    init(_ weights: Weights, _ model: Tensor) throws(SconceError) {
      try check.floating(model, weights.input, weights.state, weights.bias)
      try check.floating(model, weights.projection)
      let w = try check.matrix(weights.input, "the weight of the input"), p = weights.projection
      try check(w.columns % 4 == 0, "expected a weight with columns for four gates, got \(weights.input.extent)")
      (inputs, units) = (w.rows, w.columns / 4)
      outputs = try p.map { p throws(SconceError) in try check.matrix(p, "projection").columns } ?? units
      try check.size(weights.state, "the weight of the state", [outputs, 4 * units])
      if let bias = weights.bias { try check.size(bias, "bias", [4 * units]) }
      if let p { try check.size(p, "projection", [units, outputs]) }
    }
  }
  static let check = Check("nn.LSTM")
}
