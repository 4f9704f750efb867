import SconceErrors
import SconceKernels
import SconceTensor

/// Gated recurrent units, a step or a whole sequence at a call:
///
/// `r, u = σ(x·W + h⁻·U + b)`, `g = tanh(x·W + (r ∘ h⁻)·U + b)`, `h = (1 − u) ∘ g + u ∘ h⁻`, each with its own W, U and b.
///
/// What x brings is one product for all steps, and so are the gradients of the weights; U is packed once a sequence.
///
/// - Sizes: `input` D, N×D or T×N×D; W D×2H (of r, then of u) and D×H (of g), U H×2H and H×H, b 2H and H; h N×H.
/// - Types: Float or Double, one for all.
/// - Throws: ``SconceError``, `nn.GRU: size mismatch: expected input of size 3, Nx3 or TxNx3, got 4x5`.
/// - Source: Cho et al., 2014, arXiv:1406.1078. In scripts: `lua/rnn/SeqGRU.lua`, `lua/rnn/GRU.lua`.
public enum GRU {
  /// The parameters of the two gates, or of the candidate, or their gradients; they may be views.
  public struct Part {
    public let input, state: Tensor, bias: Tensor?
    public init(input: Tensor, state: Tensor, bias: Tensor?) {
      (self.input, self.state, self.bias) = (input, state, bias)
    }
  }
  public struct Weights {
    public let gates, candidate: Part
    public init(gates: Part, candidate: Part) { (self.gates, self.candidate) = (gates, candidate) }
  }
  /// What the backward pass needs of the forward pass, for all steps: r, u and g, and `r ∘ h⁻`.
  public struct Memory {
    public let gates, product: Tensor
    public init(gates: Tensor, product: Tensor) { (self.gates, self.product) = (gates, product) }
  }

  /// `output` and `memory` are resized. `kept` has T×N numbers: where one is 0, so are gates and h.
  public static func updateOutput(
    _ output: Tensor, _ memory: Memory, _ input: Tensor, h0: Tensor, _ weights: Weights, kept: Tensor?
  ) throws(SconceError) {
    let type = try check.floating(output, memory.gates, memory.product, input)
    try check.floating(input, h0, kept)
    let w = try Sizes(weights, input), at = try StepSizes(input, inputs: w.inputs, check)
    let (T, N, H) = (at.steps, at.samples, w.units), width = type.numeric.stride
    let h0 = try check.state(h0, "h0", N, H), x = try input.contiguous()
    let kept = try kept.map { kept throws(SconceError) in
      try check.numbers(kept, "kept", kept.dim == 3 ? [T, N, 1] : [T, N])
    }
    try check.apart([output, memory.gates, memory.product])
    try check.result(output, "output", as: input, last: H)
    try check.result(memory.gates, "gates", as: input, last: 3 * H)
    try check.result(memory.product, "product", as: input, last: H)

    let sums = Matrix(flattening: memory.gates), both = sums.columns(0..<2 * H), third = sums.columns(2 * H..<3 * H)
    for (part, target) in [(weights.gates, both), (weights.candidate, third)] {
      target.setRows(part.bias.map { Matrix(rows: $0) })
      try target.accumulate(1, 1, Matrix(flattening: x), Matrix(rows: part.input))
    }
    let blocks = UnitBlocks(units: H, samples: N, type), kernel = kernels.recurrent.gru[type]
    let (gates, products, h) = (memory.gates.base, memory.product.base, output.base)
    func before(_ t: Int) -> UnsafeRawPointer { UnsafeRawPointer(t == 0 ? h0.base : h + (t - 1) * N * H * width) }
    func mask(_ t: Int) -> UnsafeRawPointer? { kept.map { UnsafeRawPointer($0.base) + t * N * width } }
    func openGates(_ t: Int, _ panels: Panels?) -> Bool {
      let gates = gates + t * N * 3 * H * width, kept = mask(t)
      return blocks.run(work: 2 * N * H * H, planes: GRUKernel.planes) { block in
        for gate in 0..<2 {
          block.load(gate, gates, step: 3 * H, column: gate * H)
          if let panels { block.multiply(gate, 1, before(t), step: H, panels, gate: gate) }
        }
        block.load(2, before(t), step: H)
        kernel.gates(block.elements, block.room)
        for gate in 0..<2 { block.store(gate, gates, step: 3 * H, column: gate * H, kept: kept) }
        block.store(2, products + t * N * H * width, step: H)
      }
    }
    func finish(_ t: Int, _ panels: Panels?) -> Bool {
      let gates = gates + t * N * 3 * H * width, kept = mask(t)
      return blocks.run(work: N * H * H, planes: GRUKernel.planes) { block in
        block.load(0, gates, step: 3 * H, column: 2 * H)
        if let panels { block.multiply(0, 1, products + t * N * H * width, step: H, panels) }
        block.load(1, gates, step: 3 * H, column: H)
        block.load(2, before(t), step: H)
        kernel.output(block.elements, block.room)
        block.store(0, gates, step: 3 * H, column: 2 * H, kept: kept)
        block.store(2, h + t * N * H * width, step: H, kept: kept)
      }
    }
    if T == 1 {
      try both.accumulate(1, 1, Matrix(flattening: h0, rows: N), Matrix(rows: weights.gates.state))
      try check.enough(openGates(0, nil))
      try third.accumulate(1, 1, Matrix(flattening: memory.product, rows: N), Matrix(rows: weights.candidate.state))
      try check.enough(finish(0, nil))
    } else {
      let room = Panels.bytes(depth: H, gates: 2, blocks), more = Panels.bytes(depth: H, gates: 1, blocks)
      try check.enough(
        Scratch.with(bytes: room + more) { scratch in
          let first = Panels(Matrix(rows: weights.gates.state), nil, blocks, in: scratch)
          let second = Panels(Matrix(rows: weights.candidate.state), nil, blocks, in: scratch + room)
          return (0..<T).allSatisfy { openGates($0, first) && finish($0, second) }
        })
    }
    withExtendedLifetime((h0, x, kept)) {}
  }
}

extension GRU {
  /// The sizes of weights that fit each other.
  struct Sizes {
    let inputs, units: Int

    init(_ weights: Weights, _ model: Tensor) throws(SconceError) {
      let candidate = try check.matrix(weights.candidate.input, "the weight of the input")
      (inputs, units) = (candidate.rows, candidate.columns)
      for (part, columns) in [(weights.gates, 2 * units), (weights.candidate, units)] {
        try check.floating(model, part.input, part.state, part.bias)
        try check.size(part.input, "the weight of the input", [inputs, columns])
        try check.size(part.state, "the weight of the state", [units, columns])
        if let bias = part.bias { try check.size(bias, "bias", [columns]) }
      }
    }
  }
  static let check = Check("nn.GRU")
}
