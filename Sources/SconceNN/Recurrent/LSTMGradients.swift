import SconceErrors
import SconceKernels
import SconceTensor

extension LSTM {
  /// Gradients that the backward pass finds, besides that of the input.
  public struct Gradients {
    /// Of the sums of the gates, for all steps.
    public let gates: Tensor
    /// Of h and c: at the call what comes from behind the last step, then what goes to before the first.
    public let state, cell: Tensor
    /// Of the projected output with what later steps send back, for all steps; beside a projection alone.
    public let projected: Tensor?
    public init(gates: Tensor, state: Tensor, cell: Tensor, projected: Tensor?) {
      (self.gates, self.state, self.cell, self.projected) = (gates, state, cell, projected)
    }
  }

  /// From the last step to the first: `∂h = ∂y + ∂a⁺·Uᵀ`, the gradients of a gate's sums a as in ``LSTMKernel``; then
  /// `∂x = ∂a·Wᵀ` for all steps at once. With a projection `∂r = ∂y + ∂a⁺·Uᵀ` and `∂h = ∂r·Pᵀ`. `memory` and `kept` are
  /// those of the forward pass; without a `gradInput` that is not computed.
  public static func updateGradInput(
    _ gradInput: Tensor?, _ gradients: Gradients, _ gradOutput: Tensor, _ memory: Memory, c0: Tensor,
    _ weights: Weights, kept: Tensor?
  ) throws(SconceError) {
    let type = try check.floating(gradOutput, gradients.gates, gradients.state, gradients.cell)
    try check.floating(gradOutput, gradients.projected, memory.gates, memory.cell)
    try check.floating(gradOutput, gradInput, c0, kept)
    let w = try Sizes(weights, gradOutput), at = try StepSizes(gradOutput, inputs: w.outputs, check)
    let (T, N, H, R) = (at.steps, at.samples, w.units, w.outputs), width = type.numeric.stride
    let c0 = try check.state(c0, "c0", N, H), gradOutput = try gradOutput.contiguous()
    let gates = try check.numbers(memory.gates, "gates", [T, N, 4 * H])
    let cells = try check.numbers(memory.cell, "cell", [T, N, H])
    let kept = try kept.map { kept throws(SconceError) in
      try check.numbers(kept, "kept", kept.dim == 3 ? [T, N, 1] : [T, N])
    }
    try check(
      gradients.projected != nil || weights.projection == nil, "expected a tensor for gradients beside the projection")
    try check.apart([gradInput, gradients.gates, gradients.state, gradients.cell, gradients.projected])
    let state = try check.state(gradients.state, "gradient of h", N, R)
    let cell = try check.state(gradients.cell, "gradient of c", N, H)
    try check(
      state === gradients.state && cell === gradients.cell, "expected gradients of the state whose rows lie in one line"
    )
    try check.result(gradients.gates, "gradients of gates", as: gradOutput, last: 4 * H)
    if let gradInput { try check.result(gradInput, "gradInput", as: gradOutput, last: w.inputs) }
    if let projected = gradients.projected { try check.result(projected, "gradient", as: gradOutput, last: R) }

    // What comes from behind joins the gradient of the last step, in its own place.
    let last = UnsafeRawPointer(gradOutput.base) + (T - 1) * N * R * width
    kernels.pointwise.addScaled[type.numeric].call(
      N * R, gradients.state.base, 1, gradients.state.base, 1, last, 1, 1)
    let blocks = UnitBlocks(units: H, samples: N, type), projected = UnitBlocks(units: R, samples: N, type)
    let isPacked = T > 1 || weights.projection != nil
    let room = isPacked ? Panels.bytes(depth: 4 * H, gates: 1, projected) : 0
    let more = weights.projection == nil ? 0 : Panels.bytes(depth: R, gates: 1, blocks)
    let kernel = kernels.recurrent.lstm[type]
    let done = Scratch.with(bytes: room + more) { scratch in
      let panels = isPacked ? Panels(Matrix(rows: weights.state).transposed, nil, projected, in: scratch) : nil
      let projection = weights.projection.map {
        Panels(Matrix(rows: $0).transposed, nil, blocks, in: scratch + room)
      }
      let (state, cell, sums) = (state.base, cell.base, gradients.gates.base)
      /// A plane with the gradient of what step `t` gave.
      func gradient(_ block: UnitBlock, _ plane: Int, _ t: Int) {
        if t == T - 1 { return block.load(plane, state, step: R) }
        block.load(plane, gradOutput.base + t * N * R * width, step: R)
        if let panels { block.multiply(plane, 1, sums + (t + 1) * N * 4 * H * width, step: 4 * H, panels) }
      }
      for t in (0..<T).reversed() {
        let kept = kept.map { UnsafeRawPointer($0.base) + t * N * width }
        let sent = gradients.projected.map { $0.base + t * N * R * width }
        if projection != nil, let sent {
          let done = projected.run(work: 4 * N * H * R, planes: 1) { block in
            gradient(block, 0, t)
            block.store(0, sent, step: R, kept: kept)
          }
          guard done else { return false }
        }
        let before = UnsafeRawPointer(t == 0 ? c0.base : cells.base + (t - 1) * N * H * width)
        let now = gates.base + t * N * 4 * H * width, target = sums + t * N * 4 * H * width
        let done = blocks.run(work: 4 * N * H * R, planes: LSTMKernel.planes) { block in
          if let projection, let sent {
            block.multiply(6, 0, sent, step: R, projection)
          } else {
            gradient(block, 6, t)
          }
          for gate in 0..<4 { block.load(gate, now, step: 4 * H, column: weights.order.place(gate) * H) }
          block.load(4, before, step: H)
          block.load(5, cells.base + t * N * H * width, step: H)
          block.load(7, cell, step: H)
          kernel.backward(block.elements, block.room)
          for gate in 0..<4 {
            block.store(gate, target, step: 4 * H, column: weights.order.place(gate) * H, kept: kept)
          }
          block.store(7, cell, step: H, kept: kept)
        }
        guard done else { return false }
      }
      guard let panels else { return true }
      return projected.run(work: 4 * N * H * R, planes: 1) { block in
        block.multiply(0, 0, sums, step: 4 * H, panels)
        block.store(0, state, step: R)
      }
    }
    withExtendedLifetime((gates, cells, c0, gradOutput, kept)) {}
    try check.enough(done)
    let sums = Matrix(flattening: gradients.gates)
    if !isPacked {
      try Matrix(flattening: gradients.state, rows: N).accumulate(0, 1, sums, Matrix(rows: weights.state).transposed)
    }
    if let gradInput {
      try Matrix(flattening: gradInput).accumulate(0, 1, sums, Matrix(rows: weights.input).transposed)
    }
  }

  /// `∂W += s·xᵀ·∂a`, `∂U += s·h⁻ᵀ·∂a`, `∂b += s·Σ∂a` and `∂P += s·hᵀ·∂r`, over all samples and steps.
  public static func accGradParameters(
    _ accumulated: Weights, _ input: Tensor, h0: Tensor, _ output: Tensor, hidden: Tensor?, gradGates: Tensor,
    gradProjected: Tensor?, _ scale: Double
  ) throws(SconceError) {
    let w = try Sizes(accumulated, input), at = try StepSizes(input, inputs: w.inputs, check)
    let (T, N, H, R) = (at.steps, at.samples, w.units, w.outputs)
    try check.floating(input, h0, output, gradGates)
    let h0 = try check.state(h0, "h0", N, R), x = try input.contiguous()
    let output = try check.numbers(output, "output", [T, N, R])
    let gates = try check.numbers(gradGates, "gradients of gates", [T, N, 4 * H])
    let sums = Matrix(flattening: gates)
    try Matrix(rows: accumulated.input).accumulate(1, scale, Matrix(flattening: x).transposed, sums)
    let state = Matrix(rows: accumulated.state)
    try state.accumulate(1, scale, Matrix(flattening: h0, rows: N).transposed, sums.rows(0..<N))
    if T > 1 {
      let before = Matrix(flattening: output).rows(0..<(T - 1) * N)
      try state.accumulate(1, scale, before.transposed, sums.rows(N..<T * N))
    }
    if let bias = accumulated.bias { Matrix(rows: bias).addSum(ofRows: sums, scale: scale) }
    guard let projection = accumulated.projection else { return }
    guard let hidden, let sent = gradProjected else {
      throw check.signed("expected h and its gradients beside a projection")
    }
    try check.floating(input, hidden, sent)
    let h = try check.numbers(hidden, "h", [T, N, H]), r = try check.numbers(sent, "gradients", [T, N, R])
    try Matrix(rows: projection).accumulate(1, scale, Matrix(flattening: h).transposed, Matrix(flattening: r))
  }
}
